"""The words around numbers that decide how they are read (words/number_context.tsv), and percent signs."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from khabar import arabic
from khabar.extract._numerals import BEFORE_ARTICLE, PRONOUNS
from khabar.lexicon import World
from khabar.morphology.inflection import noun_forms, verb_forms
from khabar.records import Token

_WHOLE = frozenset(("negation", "relative", "no_share", "power", "function", "to"))
"""Kinds whose words carry no proclitic."""


class ContextWord(msgspec.Struct, frozen=True):
    """One row of words/number_context.tsv; `present` makes it a verb."""

    form: str
    kind: str
    present: str = ""


class PercentSign(msgspec.Struct, frozen=True):
    """One row of words/percent_signs.tsv."""

    form: str


class Context(NamedTuple):
    """Keys of context words by kind, and percent signs as the keys of their tokens."""

    kinds: Mapping[str, frozenset[str]]
    signs: tuple[tuple[str, ...], ...]
    sign_heads: frozenset[str]
    sign_tails: frozenset[str]

    def has(self, kind: str, key: str) -> bool:
        """Is a key a word of this kind?"""
        return key in self.kinds[kind]

    def sign_at(self, tokens: Sequence[Token], i: int) -> int | None:
        """Give the token behind the percent sign that starts at token `i`."""
        if i >= len(tokens) or tokens[i].key not in self.sign_heads:
            return None
        for sign in self.signs:
            if tuple(t.key for t in tokens[i : i + len(sign)]) == sign:
                return i + len(sign)
        return None

    def sign_before(self, tokens: Sequence[Token], i: int) -> int | None:
        """Give the first token of the percent sign that ends before token `i`."""
        if i < 1 or tokens[i - 1].key not in self.sign_tails:
            return None
        for sign in self.signs:
            first = i - len(sign)
            if first >= 0 and tuple(t.key for t in tokens[first:i]) == sign:
                return first
        return None


@lru_cache(maxsize=4)
def context(world: World) -> Context:
    """Index the context words and percent signs of a world."""
    kinds: dict[str, set[str]] = {}
    for row in world.rows("words/number_context.tsv", ContextWord):
        kinds.setdefault(row.kind, set()).update(_keys(row))
    signs = {
        tuple(t.key for t in arabic.tokens(r.form))
        for r in world.rows("words/percent_signs.tsv", PercentSign)
    }
    ordered = tuple(sorted(signs, key=lambda s: (-len(s), s)))
    heads, tails = frozenset(s[0] for s in signs), frozenset(s[-1] for s in signs)
    return Context({k: frozenset(v) for k, v in kinds.items()}, ordered, heads, tails)


def _keys(row: ContextWord) -> Iterator[str]:
    if row.present:
        forms = [f.key for f in verb_forms(row.form, row.present) if f.core]
    elif row.kind == "score":
        nouns = noun_forms(row.form)
        forms = [f.key for f in nouns if not f.bound]
        forms += [f.key + pronoun for f in nouns if f.bound or f.construct for pronoun in PRONOUNS]
    elif row.kind == "ordinal_head":
        forms = [f.key for f in noun_forms(row.form) if f.number == "sg" and f.definite]
        yield from (f"لل{key[2:]}" for key in forms)
    else:
        forms = [arabic.key(row.form)]
    fronts = ("",) if row.kind in _WHOLE else BEFORE_ARTICLE
    yield from (front + key for key in forms for front in fronts)
