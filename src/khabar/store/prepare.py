"""Document -> the rows that the store keeps of it; pure, so that workers can do it."""

import zlib

import msgspec

from khabar import arabic, link, records
from khabar.answers import day_of, outlet_of
from khabar.links import Keyed
from khabar.records import Document, Range
from khabar.store import terms
from khabar.store.disputed import disputed

Row = dict[str, str | int | float | bytes | None]


class Prepared(msgspec.Struct, frozen=True, kw_only=True):
    """A document as rows: one of `documents`, any number of each layer, its search terms, its link keys."""

    document: Row
    layers: dict[str, list[Row]]
    terms: str
    keyed: tuple[Keyed, ...]


def compress(document: Document) -> bytes:
    """Pack a record for the store."""
    return zlib.compress(records.encode(document), 6)


def restore(packed: bytes) -> Document:
    """Give back the record that `compress` packed."""
    return records.decode_document(zlib.decompress(packed))


def prepare(document: Document) -> Prepared:
    """Make the rows of a document."""
    return Prepared(
        document={
            "id": document.id,
            "url": document.url,
            "outlet": outlet_of(document),
            "title": document.title,
            "published": document.published,
            "record": compress(document),
        },
        layers={
            "statements": _statements(document),
            "figures": _figures(document),
            "events": _events(document),
            "times": _times(document),
            "entities": _entities(document),
        },
        terms=terms.terms(tuple(arabic.tokens(f"{document.title or ''}\n{document.text}"))),
        keyed=tuple(link.keys(document)),
    )


def sentence_of(document: Document, start: int) -> Range:
    """Give the sentence that an offset lies in, else the block, else the whole text."""
    for found in document.sentences:
        if found[0] <= start < found[1]:
            return found
    for block in document.blocks:
        if block.start <= start < block.end:
            return block.start, block.end
    return 0, len(document.text)


def speaker_name(document: Document, statement: records.Statement) -> str | None:
    """Give a statement's speaker as the document's entity is named, else the speaker's own words."""
    names = {e.id: e.name for e in document.entities}
    if statement.speaker_entity in names:
        return names[statement.speaker_entity]
    return document.text[slice(*statement.speaker)] if statement.speaker else None


def office_words(document: Document, statement: records.Statement) -> str | None:
    """Give the title that the text gives a statement's speaker, else the words for them."""
    told = [role for role in document.roles if role.entity == statement.speaker_entity]
    if told:
        return document.text[told[0].start : told[0].end]
    unnamed = (statement.speaker_entity or "").startswith("anon:")
    return document.text[slice(*statement.speaker)] if unnamed and statement.speaker else None


def body_name(document: Document, statement: records.Statement) -> str | None:
    """Give the organisation that speaks."""
    return next((e.name for e in document.entities if e.id == statement.body), None)


def country_of(document: Document, statement: records.Statement) -> str | None:
    """Give the country (ISO 3166 alpha-3) of a statement's speaker, else of the body they speak for."""
    codes = {role.entity: role.office for role in reversed(document.roles) if role.office}
    codes |= {e.id: e.code for e in document.entities if e.code}
    code = codes.get(statement.speaker_entity or "") or codes.get(statement.body or "")
    return code[:3] if code and not code.startswith(("IGO", "IMG", "NGO", "UNO", "EUR")) else None


def _words(text: str) -> str:
    return f" {' '.join(terms.words(text))} "


def _statements(document: Document) -> list[Row]:
    rows: list[Row] = []
    for place, found in enumerate(document.statements):
        said_by = speaker_name(document, found)
        spoken = document.text[slice(*found.speaker)] if found.speaker else ""
        rows.append(
            {
                "document": document.id,
                "place": place,
                "speaker": _words(f"{said_by or ''} {spoken}") if said_by or spoken else None,
                "office": _words(office_words(document, found) or ""),
                "body": _words(body_name(document, found) or ""),
                "country": country_of(document, found),
                "stance": found.stance,
                "kind": found.kind,
                "published": document.published,
                "words": _words(document.text[found.start : found.end]),
            }
        )
    return rows


def _figures(document: Document) -> list[Row]:
    contradicted = disputed(document)
    return [
        {
            "document": document.id,
            "place": place,
            "low": found.low,
            "high": found.high,
            "unit": found.unit,
            "category": found.category,
            "disputed": int(place in contradicted),
            "published": document.published,
            "words": _words(document.text[slice(*sentence_of(document, found.start))]),
        }
        for place, found in enumerate(document.figures)
    ]


def _events(document: Document) -> list[Row]:
    """Give the events; one without a date of its own stands on the day of publication."""
    published = day_of(document.published)
    entities = {e.id: e for e in document.entities}
    rows: list[Row] = []
    for place, found in enumerate(document.events):
        where = entities.get(found.place or "")
        rows.append(
            {
                "document": document.id,
                "place": place,
                "type": found.type,
                "mode": found.mode,
                "actors": _codes(found.actors),
                "recipients": _codes(found.recipients),
                "place_name": _words(f"{where.name} {where.name_en or ''}") if where else None,
                "country": (where.code or "")[:3] or None if where else None,
                "status": found.status,
                "since": found.begin or published,
                "until": found.finish or found.begin or published,
                "words": _words(document.text[slice(*sentence_of(document, found.trigger[0]))]),
            }
        )
    return rows


def _codes(codes: tuple[str, ...]) -> str:
    """Give codes to look up by the whole or by the part before the colon: « IRQ:MIL IRQ »."""
    parts = (part for code in codes for part in (code, code.partition(":")[0]))
    return f" {' '.join(dict.fromkeys(parts))} "


def _times(document: Document) -> list[Row]:
    return [
        {
            "document": document.id,
            "place": place,
            "begin": found.begin,
            "finish": found.finish,
            "value": found.value,
            "words": _words(document.text[slice(*sentence_of(document, found.start))]),
        }
        for place, found in enumerate(document.times)
    ]


def _entities(document: Document) -> list[Row]:
    counts: dict[str, int] = {}
    for mention in document.mentions:
        counts[mention.entity] = counts.get(mention.entity, 0) + 1
    return [
        {
            "document": document.id,
            "place": place,
            "type": found.type,
            "name": found.name,
            "code": found.code,
            "mentions": counts.get(found.id, 0),
            "words": _words(found.name),
        }
        for place, found in enumerate(document.entities)
    ]
