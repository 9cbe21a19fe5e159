"""Writing: outcomes of articles in one transaction a batch, with the keys that link them to others."""

import msgspec
from sqlalchemy import Connection, Table, func, insert, select, text
from sqlalchemy.dialects.sqlite import insert as insert_or

from khabar import link
from khabar.links import Passage
from khabar.store import linked, schema
from khabar.store.prepare import Prepared, Row

_LAYERS: tuple[Table, ...] = (
    schema.statements, schema.figures, schema.events, schema.times, schema.entities,
)  # fmt: skip


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one input: rows of a document, or the reason why there is none.

    `key` identifies the input with the settings it was read under.
    """

    key: str
    uri: str
    prepared: Prepared | None = None
    reason: str | None = None
    detail: str | None = None


def known(connection: Connection, keys: list[str]) -> set[str]:
    """Give those of the input keys that the store has already dealt with."""
    column = schema.sources.c.key
    return set(connection.execute(select(column).where(column.in_(keys))).scalars())


def save(connection: Connection, outcomes: list[Outcome]) -> list[bool]:
    """Store outcomes; for each, whether a new document came of it."""
    new = [outcome.prepared is not None and _document(connection, outcome.prepared) for outcome in outcomes]
    rows = [
        {
            "key": outcome.key,
            "uri": outcome.uri,
            "document": outcome.prepared.document["id"] if outcome.prepared else None,
            "reason": outcome.reason,
            "detail": outcome.detail,
        }
        for outcome in outcomes
    ]
    if rows:
        connection.execute(insert_or(schema.sources).on_conflict_do_nothing(), rows)
    fresh = [o.prepared for o, is_new in zip(outcomes, new, strict=True) if is_new and o.prepared]
    _layers(connection, fresh)
    _link(connection, fresh)
    return new


def settle(connection: Connection, added: int) -> None:
    """Tidy up behind a run; merging the index of keys pays where a tenth of the documents are new."""
    connection.execute(text("PRAGMA optimize"))
    if added * 10 > (connection.scalar(select(func.count()).select_from(schema.documents)) or 0):
        connection.execute(text("INSERT INTO keys(keys) VALUES ('optimize')"))


def _document(connection: Connection, prepared: Prepared) -> bool:
    added = connection.execute(
        insert_or(schema.documents).on_conflict_do_nothing(index_elements=["id"]), prepared.document
    )
    if not added.rowcount:
        return False
    number = connection.scalar(
        select(schema.documents.c.number).where(schema.documents.c.id == prepared.document["id"])
    )
    connection.execute(
        text("INSERT INTO words(rowid, terms) VALUES (:number, :terms)"),
        {"number": number, "terms": prepared.terms},
    )
    return True


def _layers(connection: Connection, fresh: list[Prepared]) -> None:
    for table in _LAYERS:
        rows = [row for prepared in fresh for row in prepared.layers[table.name]]
        if rows:
            connection.execute(insert(table), rows)


def _link(connection: Connection, fresh: list[Prepared]) -> None:
    """Put the passages under their keys; what they are linked to is asked when it is read (`linked`)."""
    keys: dict[Passage, list[str]] = {}
    for keyed in (k for prepared in fresh for k in prepared.keyed):
        keys.setdefault(keyed.passage, []).append(linked.term(keyed.linker, keyed.key))
    if not keys:
        return
    last = connection.scalar(select(func.max(schema.passages.c.number))) or 0
    passages: list[Row] = [
        {"number": number, "place": link.place(one), "end": one.end, "sketch": one.sketch}
        for number, one in enumerate(keys, start=last + 1)
    ]
    terms = [{"number": n, "terms": " ".join(own)} for n, own in enumerate(keys.values(), start=last + 1)]
    connection.execute(insert(schema.passages), passages)
    connection.execute(text("INSERT INTO keys(rowid, terms) VALUES (:number, :terms)"), terms)
