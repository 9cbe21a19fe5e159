"""What a number can count: units of measure and counted nouns, in every form."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from khabar import arabic
from khabar.extract._lemma_rows import Keys, noun_phrases
from khabar.lexicon import World
from khabar.records import Number, Reading, Token

_NOUNS, _UNITS = "words/counted_nouns.tsv", "words/units.tsv"


class Unit(msgspec.Struct, frozen=True):
    """One row of words/units.tsv; without `unit` the word is of several units, as «دينار» is."""

    lemma: str
    category: str
    unit: str | None = None
    plural: str = ""
    alias: str = ""


class Noun(msgspec.Struct, frozen=True):
    """One row of words/counted_nouns.tsv; with weight `weak` what happened to the counted decides first."""

    lemma: str
    unit: str
    weight: str
    category: str = "other"
    plural: str = ""
    feminine: str = ""
    alias: str = ""


class Context(msgspec.Struct, frozen=True):
    """One row of words/figure_context.tsv: a word and its part around numbers."""

    form: str
    kind: str


class Measure(NamedTuple):
    """What stands beside a number: a unit or noun with its row, up to token `last`."""

    last: int
    unit: str | None
    category: str
    own: bool
    is_unit: bool
    why: str
    lemma: str = ""


class Entry(NamedTuple):
    """One form of a measure: the keys behind the first, whether it is a plural."""

    rest: Keys
    plural: bool
    measure: Measure


class Counted(NamedTuple):
    """The forms of all measures by their first key, and the kinds of context words by key."""

    measures: Mapping[str, tuple[Entry, ...]]
    contexts: Mapping[str, str]


@lru_cache(maxsize=4)
def index(world: World) -> Counted:
    """Index units, nouns and context words of a world by key; longer forms first, then units."""
    measures: dict[str, list[Entry]] = {}

    def add(forms: Mapping[Keys, bool], measure: Measure) -> None:
        for (first, *rest), plural in forms.items():
            measures.setdefault(first, []).append(Entry(tuple(rest), plural, measure))

    for unit in world.rows(_UNITS, Unit):
        why = f"unit «{unit.lemma}» ({_UNITS})"
        measure = Measure(0, unit.unit, unit.category, True, True, why, unit.lemma)
        add(noun_phrases(unit.lemma, unit.plural, "", unit.alias), measure)
    for noun in world.rows(_NOUNS, Noun):
        why = f"counts «{noun.lemma}» ({_NOUNS})"
        measure = Measure(0, noun.unit, noun.category, noun.weight == "own", False, why, noun.lemma)
        add(noun_phrases(noun.lemma, noun.plural, noun.feminine, noun.alias), measure)
    contexts: dict[str, str] = {}
    for context in world.rows("words/figure_context.tsv", Context):
        contexts.setdefault(arabic.key(context.form), context.kind)
    by_length = {key: tuple(sorted(them, key=lambda e: -len(e.rest))) for key, them in measures.items()}
    return Counted(by_length, contexts)


def measure_at(tokens: Sequence[Token], i: int, known: Counted, plural: bool | None = None) -> Measure | None:
    """Give the unit or noun that starts at token `i`: the longest form, of these one that agrees."""
    if not 0 <= i < len(tokens):
        return None
    best: Entry | None = None
    for entry in known.measures.get(tokens[i].key, ()):
        if best is not None and len(entry.rest) < len(best.rest):
            break
        if entry.rest and tuple(t.key for t in tokens[i + 1 : i + 1 + len(entry.rest)]) != entry.rest:
            continue
        if best is None or (entry.plural == plural and best.plural != plural):
            best = entry
    return None if best is None else best.measure._replace(last=i + 1 + len(best.rest))


def takes_plural(number: Number) -> bool | None:
    """Say whether the noun behind a number is plural: behind 3 to 10 and vague ones; None if unknown."""
    value = number.high if number.high is not None else number.low
    if value is None or value != int(value):
        return None
    if number.approx and number.low != number.high:
        return True
    return 3 <= value % 100 <= 10


def counts_something(doc: Reading, i: int, world: World) -> bool:
    """Is token `i` a noun or unit that a number before it would count?"""
    definite = i < len(doc.tokens) and doc.tokens[i].form.startswith("ال")  # «في 2017 التحقيق»
    return not definite and measure_at(doc.tokens, i, index(world)) is not None


def is_label(key: str, world: World) -> bool:
    """Does a word name what the digits behind it are the name of: «المادة 140», «رؤية 2030»?"""
    return index(world).contexts.get(key) == "label"
