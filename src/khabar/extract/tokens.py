"""Tokens: words, numbers and marks, folded for matching, with their original offsets."""

from collections.abc import Iterator

from khabar import arabic
from khabar.lexicon import World
from khabar.records import Reading, Token

NEEDS: tuple[str, ...] = ()
VERSION = 1


def extract(doc: Reading, world: World) -> Iterator[Token]:  # noqa: ARG001  the contract of all extractors
    """Cut the text into tokens."""
    yield from arabic.tokens(doc.text)
