"""Reuse: a paragraph that was printed before, word for word, in another article."""

from collections.abc import Iterator, Sequence

from khabar.link import _passages
from khabar.links import Link, Passage
from khabar.records import Document

NEEDS: tuple[str, ...] = ()
VERSION = 1
_FEWEST_WORDS = 15


def keys(document: Document) -> Iterator[tuple[str, Passage]]:
    """Give each paragraph of 15 words or more under the digest of its folded words."""
    for block in document.blocks:
        if block.role in ("body", "background"):
            folded = _passages.words(document.text[block.start : block.end])
            if len(folded) >= _FEWEST_WORDS:
                yield _passages.digest(folded), _passages.passage(document, block.start, block.end)


def gather(key: str, passages: Sequence[Passage]) -> Iterator[Link]:
    """Link every article that prints the paragraph to the first that did."""
    yield from _passages.to_first("reuse", passages, f"same words in one paragraph (digest {key})")
