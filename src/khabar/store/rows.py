"""Answers: a record's place in a layer -> the row that tells it, with its words."""

from khabar.answers import EventRow, FigureRow, StatementRow, TimelineRow, day_of, outlet_of
from khabar.records import Document
from khabar.store.prepare import body_name, country_of, office_words, sentence_of, speaker_name


def statement_row(document: Document, place: int) -> StatementRow:
    """Give a statement of a document with its words and who said them."""
    found = document.statements[place]
    return StatementRow(
        document=document.id,
        published=document.published,
        outlet=outlet_of(document),
        statement=found,
        content=document.text[found.start : found.end],
        cue=document.text[slice(*found.cue)],
        speaker=document.text[slice(*found.speaker)] if found.speaker else None,
        speaker_name=speaker_name(document, found),
        office=office_words(document, found),
        body=body_name(document, found),
        country=country_of(document, found),
        venue=document.text[slice(*found.venue)] if found.venue else None,
        addressee=document.text[slice(*found.addressee)] if found.addressee else None,
    )


def figure_row(document: Document, place: int, background: bool) -> FigureRow:
    """Give a figure of a document with its words, its sentence and who claims it."""
    found = document.figures[place]
    return FigureRow(
        document=document.id,
        published=document.published,
        outlet=outlet_of(document),
        figure=found,
        quote=document.text[found.start : found.end],
        counted=document.text[slice(*found.counted)] if found.counted else None,
        claimant=_claimant(document, found.statement),
        sentence=document.text[slice(*sentence_of(document, found.start))],
        background=background,
    )


def event_row(document: Document, place: int) -> EventRow:
    """Give an event of a document with its words, place, sentence and who claims it."""
    found = document.events[place]
    return EventRow(
        document=document.id,
        published=document.published,
        outlet=outlet_of(document),
        event=found,
        day=found.begin or day_of(document.published),
        quote=document.text[slice(*found.trigger)],
        actors=tuple(document.text[slice(*span)] for span in found.actor_spans),
        recipients=tuple(document.text[slice(*span)] for span in found.recipient_spans),
        place=next((e.name for e in document.entities if e.id == found.place), None),
        claimant=_claimant(document, found.statement),
        sentence=document.text[slice(*sentence_of(document, found.trigger[0]))],
    )


def timeline_row(document: Document, place: int) -> TimelineRow:
    """Give a resolved time of a document with its words and its sentence."""
    found = document.times[place]
    return TimelineRow(
        document=document.id,
        begin=found.begin or "",
        finish=found.finish,
        value=found.value,
        quote=document.text[found.start : found.end],
        sentence=document.text[slice(*sentence_of(document, found.start))],
        outlet=outlet_of(document),
        published=document.published,
    )


def _claimant(document: Document, statement: str | None) -> str | None:
    """Name who makes the statement of an id."""
    claim = next((s for s in document.statements if s.id == statement), None)
    return speaker_name(document, claim) if claim else None
