"""The events of a store by type, parties, place, days and status; reprinted ones are told as background."""

from collections.abc import Iterator
from itertools import islice

from sqlalchemy import Connection, Select, select

from khabar.answers import EventFilter, EventRow
from khabar.records import Document
from khabar.store import rows, schema, search
from khabar.store.recoded import recoded

_PAGE = 100

Query = Select[tuple[object, ...]]


def events(connection: Connection, asked: EventFilter) -> tuple[EventRow, ...]:
    """Give the events that are asked for, newest first unless the oldest are wanted first."""
    found = (row for row in _told(connection, asked) if asked.background in (None, row.event.background))
    return tuple(islice(found, asked.offset, asked.offset + asked.limit))


def _told(connection: Connection, asked: EventFilter) -> Iterator[EventRow]:
    """Give rows page by page: whether an event is background shows only beside the other articles."""
    query, at = _query(asked), 0
    while page := search.rows(connection, query.limit(_PAGE).offset(at)):
        told: dict[str, Document] = {}
        for document, place in page:
            if document.id not in told:
                told[document.id] = recoded(connection, document)
            yield rows.event_row(told[document.id], place)
        at += _PAGE


def _query(asked: EventFilter) -> Query:
    table = schema.events
    query: Query = search.with_words(select(table), table, "words", asked.words)
    query = search.with_words(query, table, "place_name", asked.place)
    told = {"type": asked.type, "mode": asked.mode, "country": asked.country, "status": asked.status}
    query = search.with_values(query, table, {**told, "document": asked.document})
    for column, code in (("actors", asked.actor), ("recipients", asked.recipient)):
        query = query.where(table.c[column].contains(f" {code} ", autoescape=True)) if code else query
    query = query.where(table.c.until >= asked.since) if asked.since else query
    query = query.where(table.c.since <= asked.until) if asked.until else query
    day = table.c.since.asc() if asked.oldest_first else table.c.since.desc()
    return query.order_by(day, table.c.document, table.c.place)
