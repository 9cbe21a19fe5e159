"""Copies: articles whose running text is nearly the same, under whatever headline.

Compared are runs of five folded words over all body and background paragraphs, so spelling of hamza, vowels,
punctuation, headline, bylines and furniture do not matter, and a text that was cut, updated or edited is
still found.
"""

from collections.abc import Iterator, Sequence

from khabar.link import _passages, _sketch
from khabar.links import Link, Passage
from khabar.records import Document

NEEDS: tuple[str, ...] = ()
VERSION = 2
LEAST = 0.5
_KEYS = 8
_FEWEST_WORDS = 20


def keys(document: Document) -> Iterator[tuple[str, Passage]]:
    """Give the running text, of 20 words or more, under the smallest digests of its runs of words."""
    paragraphs = list(_passages.running(document))
    folded = [word for _, words in paragraphs for word in words]
    if len(folded) >= _FEWEST_WORDS:
        span = paragraphs[0][0].start, paragraphs[-1][0].end
        yield from _passages.keyed(_passages.passage(document, span, _sketch.sketch(folded)), _KEYS)


def gather(key: str, passages: Sequence[Passage]) -> Iterator[Link]:  # noqa: ARG001  the contract of linkers
    """Link the articles that share half of their runs of words or more."""
    yield from _passages.alike("copy", passages, LEAST)
