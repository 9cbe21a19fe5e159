"""Repeats: a short line that one outlet prints under many articles, word for word.

What an outlet repeats under articles with nothing else in common is furniture, whatever it says; how often
is often enough, the reader of the links decides (the store's `recoded`). No outlet known, nothing learnt.
"""

from collections.abc import Iterator, Sequence
from hashlib import blake2b

from khabar.answers import outlet_of
from khabar.link import _passages
from khabar.links import Link, Passage
from khabar.records import Document

NEEDS: tuple[str, ...] = ()
VERSION = 1
_MOST_WORDS = 14
_ROLES = ("body", "background", "caption")


def keys(document: Document) -> Iterator[tuple[str, Passage]]:
    """Give each line of fewer than 15 words under the digest of its outlet and words."""
    outlet = outlet_of(document)
    for block in document.blocks if outlet else ():
        words = _passages.words(document.text[block.start : block.end])
        if block.role in _ROLES and 0 < len(words) <= _MOST_WORDS:
            digest = blake2b(" ".join((outlet or "", "", *words)).encode(), digest_size=12)
            yield digest.hexdigest(), _passages.passage(document, (block.start, block.end), digest.digest())


def gather(key: str, passages: Sequence[Passage]) -> Iterator[Link]:  # noqa: ARG001  the contract of linkers
    """Link the articles that print the line."""
    yield from _passages.alike("repeat", passages, 1.0)
