"""Number words: what one token says by itself, in every case, gender and spelling."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

import msgspec

from khabar import arabic
from khabar.lexicon import World
from khabar.morphology.inflection import noun_forms

Kind = Literal[
    "zero",
    "one",
    "two",
    "unit",
    "ten10",
    "ten",
    "hundred",
    "scale",
    "scale_accusative",
    "scale_plural",
    "scale_dual",
    "vague",
    "fraction",
    "third",
    "small_fraction",
    "fraction_plural",
    "ordinal",
    "several",
    "over",
    "minus",
    "portion",
]
SCALES: tuple[Kind, ...] = ("scale", "scale_accusative", "scale_plural")
UNITS: tuple[Kind, ...] = ("two", "unit")
BEFORE_ARTICLE = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")
ARTICLES = frozenset(("ال", "وال", "بال", "لل", "فال", "كال", "وبال", "ولل"))
_PLURAL: Mapping[Kind, Kind] = {
    "scale": "scale_plural",
    "hundred": "vague",
    "fraction": "fraction_plural",
    "third": "fraction_plural",
    "small_fraction": "fraction_plural",
}
PRONOUNS = ("ه", "ها", "هم", "هن", "هما")


class NumberWord(msgspec.Struct, frozen=True):
    """One row of words/number_words.tsv.

    `other` is the second principal part: feminine of a unit or ordinal, oblique of a ten, plural of a
    hundred, scale or fraction.
    """

    form: str
    value: float
    kind: Kind
    other: str = ""


class Reading(NamedTuple):
    """How a token's key reads as a number word: proclitic letters to cut, و before it, article on it."""

    value: float
    kind: Kind
    cut: int
    joined: bool
    article: bool
    form: str


class _Inflected(NamedTuple):
    key: str
    value: float
    kind: Kind


@lru_cache(maxsize=4)
def readings(world: World) -> Mapping[str, Reading]:
    """Index every number word under each key that it is written as, with proclitics and article."""
    found: dict[str, Reading] = {}
    for row, word in _inflected(world):
        for front in BEFORE_ARTICLE:
            if front.endswith("ك"):  # «كميات» is no «ك + مئات»
                continue
            joined = front[:1] in ("و", "ف") and bool(front)
            bare = Reading(word.value, word.kind, len(front), joined, False, row.form)
            definite = bare._replace(article=True)
            for written, reading in ((front + word.key, bare), (f"{front}ال{word.key}", definite)):
                if written not in found or reading.cut < found[written].cut:
                    found[written] = reading
            if front in ("", "و", "ف"):
                found.setdefault(f"{front}لل{word.key}", definite)
    return found


@lru_cache(maxsize=4)
def small_fractions(world: World) -> Mapping[str, float]:
    """Give the fractions that are written like a unit: «خمس», «سبع»."""
    rows = world.rows("words/number_words.tsv", NumberWord)
    return {arabic.key(row.form): row.value for row in rows if row.kind == "small_fraction"}


def _inflected(world: World) -> Iterator[tuple[NumberWord, _Inflected]]:
    rows = world.rows("words/number_words.tsv", NumberWord)
    hundreds = [row for row in rows if row.kind == "hundred" and row.value == 100]
    for row in rows:
        for word in _forms(row):
            yield row, word
        if row.kind == "unit":
            for hundred in hundreds:
                key = arabic.key((row.other or row.form) + hundred.form)
                yield row, _Inflected(key, row.value * 100, "hundred")


def _forms(row: NumberWord) -> Iterator[_Inflected]:
    """Give the forms of one row by its kind."""
    yield from _singulars(row)
    if row.other:
        kind = _PLURAL.get(row.kind, row.kind)
        yield _Inflected(arabic.key(row.other), row.value, kind)
        if row.kind in ("unit", "ten10", "several"):
            yield _Inflected(arabic.key(f"{row.other}ا"), row.value, kind)
    if row.kind in ("scale", "hundred", "third", "two"):
        yield from _duals(row)


def _singulars(row: NumberWord) -> Iterator[_Inflected]:
    key = arabic.key(row.form)
    if row.kind == "small_fraction":
        return
    kind: Kind = "fraction" if row.kind == "third" else row.kind
    yield _Inflected(key, row.value, kind)
    if row.kind == "scale" and key[-1] != "ه":
        yield _Inflected(f"{key}ا", row.value, "scale_accusative")
    elif row.kind in ("over", "fraction"):
        yield _Inflected(f"{key}ا", row.value, kind)
    if kind == "fraction":
        for pronoun in PRONOUNS:
            yield _Inflected(key + pronoun, row.value, "fraction")


def _duals(row: NumberWord) -> Iterator[_Inflected]:
    """Give «مئتا», «ألفي», «ثلثاهم», and the cases of «اثنان»."""
    if row.kind == "two":
        for stem in (row.form, row.other):
            for ending in ("ا", "ي", "ين"):
                yield _Inflected(arabic.key(stem)[:-2] + ending, row.value, "two")
        return
    kind: Kind = {"scale": "scale_dual", "third": "fraction"}.get(row.kind, row.kind)  # type: ignore[assignment]
    for form in noun_forms(row.form):
        if form.number != "du" or form.definite or form.bound:
            continue
        if row.kind == "scale" and form.key == f"{arabic.key(row.form)}ا":
            continue  # «ألفا» is the accusative too, the parser tells them apart
        yield _Inflected(form.key, row.value * 2, kind)
        if kind == "fraction" and form.construct:
            for pronoun in PRONOUNS:
                yield _Inflected(form.key + pronoun, row.value * 2, kind)
