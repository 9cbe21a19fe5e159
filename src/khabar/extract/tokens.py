"""Tokens: words, numbers and marks, folded for matching, with offsets, clitics and part of speech."""

from collections.abc import Iterator

from khabar.lexicon import World
from khabar.morphology import pos
from khabar.records import Reading, Token

NEEDS: tuple[str, ...] = ()
VERSION = 2


def extract(doc: Reading, world: World) -> Iterator[Token]:  # noqa: ARG001  the contract of all extractors
    """Cut the text into tokens and read each word beside its neighbours."""
    yield from pos.tokens(doc.text, pos.reader())
