"""What a number can count: units, nouns, the verbs and nouns that govern a quantity."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import msgspec

from khabar import arabic
from khabar.extract._numerals import BEFORE_ARTICLE
from khabar.lexicon import World
from khabar.records import Reading


class Unit(msgspec.Struct, frozen=True):
    """One row of words/units.tsv; `forms` are its written forms, `|` between them."""

    lemma: str
    forms: str
    category: str
    unit: str | None = None


class Noun(msgspec.Struct, frozen=True):
    """One row of words/counted_nouns.tsv; with weight `weak` a governing verb decides the category."""

    lemma: str
    forms: str
    unit: str
    category: str
    weight: str


class Governor(msgspec.Struct, frozen=True):
    """One row of words/quantity_verbs.tsv; `scope` is the unit that its object has, or any."""

    lemma: str
    forms: str
    category: str
    scope: str


class Context(msgspec.Struct, frozen=True):
    """One row of words/figure_context.tsv: words that are no counted noun, labels, page counters."""

    form: str
    kind: str


class Measure(NamedTuple):
    """What stands behind a number: a unit or noun with its row, up to token `last`."""

    last: int
    unit: str | None
    category: str
    weight: str
    is_unit: bool
    why: str


class Counted(NamedTuple):
    """The indexes: first key to the other keys and the measure; governors and contexts by key."""

    measures: Mapping[str, tuple[tuple[tuple[str, ...], Measure], ...]]
    governors: Mapping[str, Governor]
    contexts: Mapping[str, str]


@lru_cache(maxsize=4)
def index(world: World) -> Counted:
    """Index units, nouns, governors and context words of a world by key."""
    measures: dict[str, list[tuple[tuple[str, ...], Measure]]] = {}

    def add(forms: str, measure: Measure) -> None:
        for form in forms.split("|"):
            first, *rest = (t.key for t in arabic.tokens(form))
            measures.setdefault(first, []).append((tuple(rest), measure))
            if not rest and not first.startswith("ال"):
                measures.setdefault(f"ال{first}", []).append(((), measure))

    for unit in world.rows("words/units.tsv", Unit):
        why = f"unit «{unit.lemma}» (words/units.tsv)"
        add(unit.forms, Measure(0, unit.unit, unit.category, "own", True, why))
    for noun in world.rows("words/counted_nouns.tsv", Noun):
        why = f"counts «{noun.lemma}» (words/counted_nouns.tsv)"
        add(noun.forms, Measure(0, noun.unit, noun.category, noun.weight, False, why))
    governors: dict[str, Governor] = {}
    for row in world.rows("words/quantity_verbs.tsv", Governor):
        for form in row.forms.split("|"):
            for front in BEFORE_ARTICLE:
                governors.setdefault(front + arabic.key(form), row)
    contexts: dict[str, str] = {}
    for context in world.rows("words/figure_context.tsv", Context):
        contexts.setdefault(arabic.key(context.form), context.kind)
    sorted_ = {key: tuple(sorted(them, key=lambda m: -len(m[0]))) for key, them in measures.items()}
    return Counted(sorted_, governors, contexts)


def measure_at(doc: Reading, i: int, known: Counted) -> Measure | None:
    """Give the unit or noun that starts at token `i`, the longest form."""
    if i >= len(doc.tokens):
        return None
    for rest, measure in known.measures.get(doc.tokens[i].key, ()):
        last = i + 1 + len(rest)
        if not rest or tuple(t.key for t in doc.tokens[i + 1 : last]) == rest:
            return measure._replace(last=last)
    return None


def counts_something(doc: Reading, i: int, world: World) -> bool:
    """Is token `i` a noun or unit that a number before it would count?"""
    return measure_at(doc, i, index(world)) is not None


def is_label(key: str, world: World) -> bool:
    """Does a word name what the digits behind it are the name of: «المادة 140», «رؤية 2030»?"""
    return index(world).contexts.get(key) == "label"
