"""Reuse: a paragraph that was printed in another article too, word for word or slightly edited.

A paragraph is a line of the running text with 15 words or more. Two are one where they share 0.4 of their
runs of five words: of thirty words two may then be others, wherever they stand.
"""

from collections.abc import Iterator, Sequence

from khabar.link import _passages, _sketch
from khabar.links import Link, Passage
from khabar.records import Document

NEEDS: tuple[str, ...] = ()
VERSION = 2
LEAST = 0.4
_KEYS = 5
_FEWEST_WORDS = 15


def keys(document: Document) -> Iterator[tuple[str, Passage]]:
    """Give each paragraph of 15 words or more under the smallest digests of its runs of words."""
    for block, folded in _passages.running(document):
        if len(folded) >= _FEWEST_WORDS:
            span = block.start, block.end
            yield from _passages.keyed(_passages.passage(document, span, _sketch.sketch(folded)), _KEYS)


def gather(key: str, passages: Sequence[Passage]) -> Iterator[Link]:  # noqa: ARG001  the contract of linkers
    """Link the paragraphs that are one, the earlier print first."""
    yield from _passages.alike("reuse", passages, LEAST)
