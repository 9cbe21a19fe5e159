"""Approximators and bounds: what «نحو», «أكثر من», «لا يتجاوز» do to the number beside them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

import msgspec

from khabar import arabic
from khabar.extract._number_context import ContextWord
from khabar.extract._numerals import BEFORE_ARTICLE
from khabar.lexicon import World
from khabar.morphology.inflection import verb_forms
from khabar.records import Token

Bound = Literal["about", "low", "high", "several"]
Place = Literal["before", "before amount", "after"]
_OPPOSITE: Mapping[Bound, Bound] = {"low": "high", "high": "low", "about": "about", "several": "several"}


class Approximator(msgspec.Struct, frozen=True):
    """One row of words/approximators.tsv, or a form of a bounding verb: what it does to the number."""

    form: str
    bound: Bound
    place: Place


class BoundingVerb(msgspec.Struct, frozen=True):
    """One row of words/bounding_verbs.tsv; `links` may stand behind the verb, `|` between them."""

    lemma: str
    present: str
    bound: Bound
    links: str = ""


class Bounds(NamedTuple):
    """The approximators by the keys of their words; `ends` are the last words of those before a number."""

    before: Mapping[tuple[str, ...], tuple[Approximator, int]]
    after: Mapping[tuple[str, ...], Approximator]
    ends: frozenset[str]
    longest: int


@lru_cache(maxsize=4)
def bounds(world: World) -> Bounds:
    """Index the approximators, the first word of each with every proclitic it may carry."""
    before: dict[tuple[str, ...], tuple[Approximator, int]] = {}
    after: dict[tuple[str, ...], Approximator] = {}
    rows = [
        (r, tuple(arabic.key(r.form).split())) for r in world.rows("words/approximators.tsv", Approximator)
    ]
    for row, (first, *rest) in (*rows, *_verbs(world)):
        if row.place == "after":
            after[first, *rest] = row
            continue
        for front in BEFORE_ARTICLE:
            before.setdefault((front + first, *rest), (row, len(front)))
    ends = frozenset(words[-1] for words in before)
    return Bounds(before, after, ends, max(len(words) for words in before))


def _verbs(world: World) -> Iterator[tuple[Approximator, tuple[str, ...]]]:
    """Give the bounding verbs in every form, also behind «ما» and negated, which turns the bound round."""
    particles = world.rows("words/number_context.tsv", ContextWord)
    negations = [arabic.key(p.form) for p in particles if p.kind == "negation"]
    relatives = [arabic.key(p.form) for p in particles if p.kind == "relative"]
    for row in world.rows("words/bounding_verbs.tsv", BoundingVerb):
        plain = Approximator(row.present, row.bound, "before")
        turned = Approximator(f"لا {row.present}", _OPPOSITE[row.bound], "before")
        keys = {
            f.key
            for f in verb_forms(row.lemma, row.present)
            if f.core and f.kind in ("past", "present") and f.voice != "passive"
        }
        for key in sorted(keys):
            for link in row.links.split("|"):
                words = (key, *arabic.key(link).split())
                yield plain, words
                yield from ((plain, (relative, *words)) for relative in relatives)
                for negation in negations:
                    yield turned, (negation, *words)
                    yield from ((turned, (relative, negation, *words)) for relative in relatives)


def approximator_before(
    tokens: Sequence[Token], i: int, known: Bounds
) -> tuple[Approximator, int, int] | None:
    """Give the approximator whose words end at token `i`: its row, first token and letters to cut there."""
    if i == 0 or tokens[i - 1].key not in known.ends:
        return None
    for length in range(min(known.longest, i), 0, -1):
        found = known.before.get(tuple(t.key for t in tokens[i - length : i]))
        if found is not None:
            return found[0], i - length, found[1]
    return None
