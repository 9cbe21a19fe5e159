"""Editions: an article and its near-duplicates by publication, and what its own outlet changed."""

from sqlalchemy import Connection, select

from khabar.answers import Edition, headline_of, outlet_of
from khabar.link import changes
from khabar.records import Document
from khabar.store import linked, schema
from khabar.store.prepare import restore

_MOST = 100


def editions(connection: Connection, document: Document) -> tuple[Edition, ...]:
    """Give the article and its near-duplicates, the first publisher first, no more than a hundred.

    Those of the article's outlet, or at its address, are its versions; each but the first tells what changed
    since the version before it. A version may have changed so much that only one between links the two.
    """
    found = sorted(_near(connection, document).values(), key=lambda d: (d.published or "~", d.id))
    told: list[Edition] = []
    before: Document | None = None
    for one in found:
        version = _is_version(document, one)
        changed = tuple(changes(before.text, one.text)) if version and before else ()
        told.append(
            Edition(
                document=one.id,
                title=headline_of(one),
                outlet=outlet_of(one),
                url=one.url,
                published=one.published,
                version=version,
                before=before.id if version and before else None,
                changes=changed,
            )
        )
        before = one if version else before
    return tuple(told)


def _near(connection: Connection, document: Document) -> dict[str, Document]:
    """Give the documents that copies and the address lead to, copies of versions among them."""
    found = {document.id: document}
    waiting = [document]
    while waiting and len(found) < _MOST:
        one = waiting.pop(0)
        names = {linked.other(one, k) for k in linked.all_links(connection, one) if k.kind == "copy"}
        for new in _documents(connection, names, one.url):
            if new.id not in found and len(found) < _MOST:
                found[new.id] = new
                waiting += [new] if _is_version(document, new) else []
    return found


def _documents(connection: Connection, names: set[str], url: str | None) -> list[Document]:
    table = schema.documents
    named = table.c.id.in_(sorted(names))
    query = select(table.c.record).where((named | (table.c.url == url)) if url else named)
    return [restore(packed) for packed in connection.scalars(query.order_by(table.c.id))]


def _is_version(document: Document, other: Document) -> bool:
    same_outlet = document.outlet is not None and document.outlet == other.outlet
    return other.id == document.id or same_outlet or (document.url is not None and document.url == other.url)
