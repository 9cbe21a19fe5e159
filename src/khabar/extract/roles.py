"""Roles: the words of office right before a person's name."""

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from khabar import arabic
from khabar.lexicon import World
from khabar.records import Reading, Role

NEEDS: tuple[str, ...] = ("tokens", "mentions")
VERSION = 1
_LONGEST = 6


class _Office(msgspec.Struct, frozen=True):
    form: str


@lru_cache(maxsize=2)
def _offices(world: World) -> frozenset[str]:
    return frozenset(arabic.key(row.form) for row in world.rows("words/offices.tsv", _Office))


def extract(doc: Reading, world: World) -> Iterator[Role]:
    """Give the title before each person's name: from the word of office to the word before the name."""
    offices = _offices(world)
    ends = {token.end: place for place, token in enumerate(doc.tokens)}
    for mention in doc.mentions:
        before = [p for end, p in ends.items() if end <= mention.start]
        if mention.type != "PER" or not before:
            continue
        last = before[-1]
        for place in range(last, max(-1, last - _LONGEST), -1):
            token = doc.tokens[place]
            if token.kind != "word":
                break
            if token.key in offices:
                why = f"office «{token.form}» (words/offices.tsv) before the name"
                yield Role(start=token.start, end=doc.tokens[last].end, entity=mention.entity, why=why)
                break
