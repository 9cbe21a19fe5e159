"""Reprints: what paragraphs of a document were printed in other articles, first by whom, how often, when."""

from collections.abc import Sequence
from itertools import groupby

from sqlalchemy import Connection, select

from khabar.answers import Reprint, day_of, outlet_of
from khabar.links import Link
from khabar.records import Document
from khabar.store import linked, schema


def reprints(connection: Connection, document: Document) -> tuple[Reprint, ...]:
    """Give each paragraph that other articles print too, in the order of the text.

    Articles that are copies of this one do not count: they print the same news, not the paragraph again.
    """
    return _of_kind("reuse", connection, document, linked.all_links(connection, document))


def both(connection: Connection, document: Document) -> tuple[tuple[Reprint, ...], tuple[Reprint, ...]]:
    """Give the reprinted paragraphs, and the short lines that the outlet prints elsewhere too."""
    found = linked.all_links(connection, document)
    return (
        _of_kind("reuse", connection, document, found),
        _of_kind("repeat", connection, document, found),
    )


def _of_kind(
    kind: str, connection: Connection, document: Document, found: Sequence[Link]
) -> tuple[Reprint, ...]:
    copies = {linked.other(document, k) for k in found if k.kind == "copy"}
    printed_too = [k for k in found if k.kind == kind and linked.other(document, k) not in copies]
    printed = _printed(connection, {linked.other(document, k) for k in printed_too})
    return tuple(
        _reprint(document, span, list(prints), printed)
        for span, prints in groupby(printed_too, key=lambda k: linked.own_span(document, k))
    )


def _printed(connection: Connection, names: set[str]) -> dict[str, tuple[str | None, str | None]]:
    """Give the outlet and the time of publication of documents."""
    table = schema.documents
    query = select(table.c.id, table.c.outlet, table.c.published).where(table.c.id.in_(sorted(names)))
    return {row.id: (row.outlet, row.published) for row in connection.execute(query)}


def _reprint(
    document: Document,
    span: tuple[int, int],
    prints: list[Link],
    printed: dict[str, tuple[str | None, str | None]],
) -> Reprint:
    others = list(dict.fromkeys(linked.other(document, k) for k in prints))
    outlet = outlet_of(document)
    told = {document.id: (outlet, document.published)} | {name: printed[name] for name in others}
    first = min(told, key=lambda name: (told[name][1] or "~", name))
    own = [day_of(published) for there, published in told.values() if there == outlet]
    return Reprint(
        start=span[0],
        end=span[1],
        first=first,
        first_outlet=told[first][0],
        first_published=told[first][1],
        articles=len(told),
        days=tuple(sorted({known for _, p in told.values() if (known := day_of(p))})),
        own_articles=len(own),
        own_days=tuple(sorted({known for known in own if known})),
    )
