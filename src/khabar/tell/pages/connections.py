"""The other articles that an article shares text with, and where in its own text it does."""

from collections.abc import Callable, Iterator, Sequence

from khabar.links import Link
from khabar.records import Document, Range, Record
from khabar.tell.pages.highlight import Mark


class Connection(Record, frozen=True):
    """One link as this article sees it: `quote` is the shared stretch, None where all of it is shared."""

    kind: str
    id: str
    other: Document | None
    earlier: bool
    anchor: str
    quote: str | None
    why: str


def connections(
    document: Document, links: Sequence[Link], find: Callable[[str], Document | None]
) -> Iterator[Connection]:
    """Give the links of a document with the documents at their other ends."""
    for number, link in enumerate(links, start=1):
        other = link.right if link.left == document.id else link.left
        span = _own_span(document, link)
        quote = document.text[slice(*span)] if span else None
        yield Connection(link.kind, other, find(other), other == link.left, f"l{number}", quote, link.why)


def marks(document: Document, links: Sequence[Link]) -> Iterator[Mark]:
    """Give the shared stretches of a document as marks, with the anchors that `connections` name."""
    for number, link in enumerate(links, start=1):
        span = _own_span(document, link)
        if span:
            yield Mark(*span, "link", f"l{number}", link.why)


def _own_span(document: Document, link: Link) -> Range | None:
    span = link.left_span if link.left == document.id else link.right_span
    return None if link.kind == "copy" else span
