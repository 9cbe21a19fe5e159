"""Copies: articles whose running text agrees word for word, under whatever headline.

Compared are the folded words of all body and background paragraphs of eight words or more, so spelling of
hamza, vowels, punctuation, headline, bylines and furniture do not matter. Edited copies are not found here.
"""

from collections.abc import Iterator, Sequence

from khabar.link import _passages
from khabar.links import Link, Passage
from khabar.records import Document

NEEDS: tuple[str, ...] = ()
VERSION = 1
_FEWEST_WORDS = 20
_PARAGRAPH = 8


def keys(document: Document) -> Iterator[tuple[str, Passage]]:
    """Give the whole running text under the digest of its words."""
    blocks = [b for b in document.blocks if b.role in ("body", "background")]
    paragraphs = [_passages.words(document.text[b.start : b.end]) for b in blocks]
    folded = [word for words in paragraphs if len(words) >= _PARAGRAPH for word in words]
    if len(folded) >= _FEWEST_WORDS:
        yield _passages.digest(folded), _passages.passage(document, blocks[0].start, blocks[-1].end)


def gather(key: str, passages: Sequence[Passage]) -> Iterator[Link]:
    """Link every copy to the earliest article."""
    yield from _passages.to_first("copy", passages, f"same words in the running text (digest {key})")
