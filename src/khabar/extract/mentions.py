"""Mentions: names that the world tables know, proclitics cut off, and the entities behind them."""

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from khabar import arabic
from khabar.lexicon import World
from khabar.records import Entity, EntityType, Mention, Reading, Token

NEEDS: tuple[str, ...] = ("tokens", "sentences", "blocks")
GIVES: tuple[str, ...] = ("mentions", "entities")
VERSION = 1


class _Known(msgspec.Struct, frozen=True):
    name: str
    aliases: str = ""
    name_en: str | None = None
    code: str | None = None
    iso3: str | None = None


@lru_cache(maxsize=2)
def _names(world: World) -> dict[tuple[str, ...], tuple[EntityType, _Known]]:
    tables: tuple[tuple[str, EntityType], ...] = (("persons.tsv", "PER"), ("countries.tsv", "LOC"))
    return {
        tuple(t.key for t in arabic.tokens(name)): (kind, row)
        for table, kind in tables
        for row in world.rows(table, _Known)
        for name in (row.name, *filter(None, row.aliases.split("|")))
    }


def extract(doc: Reading, world: World) -> Iterator[Mention | Entity]:
    """Give every known name, the longest first, and one entity for all mentions of it."""
    ids: dict[str, str] = {}
    at = 0
    while at < len(doc.tokens):
        found = _longest(doc.tokens, at, _names(world))
        if found is None:
            at += 1
            continue
        size, cut, kind, row = found
        first, last = doc.tokens[at], doc.tokens[at + size - 1]
        start = arabic.after_letters(doc.text, first.start, cut) if cut else first.start
        if row.name not in ids:
            ids[row.name] = f"e{len(ids) + 1}"
            code = row.code or row.iso3
            yield Entity(id=ids[row.name], type=kind, name=row.name, name_en=row.name_en, code=code)
        yield Mention(
            start=start, end=last.end, type=kind, entity=ids[row.name], why=f"table row «{row.name}»"
        )
        at += size


def _longest(
    tokens: tuple[Token, ...], at: int, names: dict[tuple[str, ...], tuple[EntityType, _Known]]
) -> tuple[int, int, EntityType, _Known] | None:
    for size in range(min(5, len(tokens) - at), 0, -1):
        keys = tuple(t.key for t in tokens[at : at + size])
        for cut in arabic.proclitics(keys[0]):
            if hit := names.get((keys[0][cut:], *keys[1:])):
                return size, cut, *hit
    return None
