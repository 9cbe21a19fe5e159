"""The inflection table: what forms a lemma has, and which lemma a form is of.

A lexicon row is a lemma with its principal parts, never a list of forms; its loader asks here:

    verb_forms("قال", "يقول", masdars=("قول",))   every form of a verb, with masdars and participles
    noun_forms("مصدر", ("مصادر",))                every form of a noun
    index((row, verb_forms(...)) for row in ...)  folded key -> the rows and forms that it can be

All keys are folded (`arabic.key`), so misspelt hamzas, «ى» for «ي» and «ه» for «ة» match; hamza seats
that fold apart («مسؤول», «مسئول») are forms of their own.

Which forms a loader takes is its choice. Measured on 2,000 news articles, the forms of first and second
person, imperatives and apocopated ones are mostly other words («يجب» is no «أجاب», «جدا» no «وجد», «نشر» no
«أشار», «اسم» no «سمّى»): `Form.core` leaves out the former, `mood == "jussive"` tells the latter.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import TypeVar

from khabar.morphology import nouns, verbs
from khabar.morphology.form import Form

__all__ = ["Form", "in_words", "index", "noun_forms", "verb_forms"]

RowType = TypeVar("RowType")


@lru_cache(maxsize=4096)
def verb_forms(
    past: str, present: str, masdars: tuple[str, ...] = (), participles: tuple[str, ...] = ()
) -> tuple[Form, ...]:
    """Give the forms of a verb, given its third person masculine singular, past and present.

    Derived measures need no masdar; measure I has those that are given. `participles` are irregular ones
    and, with `masdars`, tell measures that share their letters (see `_measure`).
    """
    return tuple(dict.fromkeys(verbs.conjugate(past, present, masdars, participles)))


@lru_cache(maxsize=4096)
def noun_forms(singular: str, plurals: tuple[str, ...] = (), feminine: str | None = None) -> tuple[Form, ...]:
    """Give the forms of a noun, given its singular, its plurals («ون» and «ات» included) and its feminine."""
    return tuple(dict.fromkeys(nouns.decline(singular, plurals, feminine)))


def index(
    lemmas: Iterable[tuple[RowType, tuple[Form, ...]]],
) -> dict[str, tuple[tuple[RowType, Form], ...]]:
    """Give for every key the rows and forms that it can be, rows in the order given."""
    found: dict[str, list[tuple[RowType, Form]]] = {}
    for row, forms in lemmas:
        for form in forms:
            found.setdefault(form.key, []).append((row, form))
    return {key: tuple(readings) for key, readings in found.items()}


_NAMES = {
    "sg": "singular", "du": "dual", "pl": "plural", "m": "masculine", "f": "feminine",
    "short": "subjunctive or jussive", "full": "indicative or subjunctive",
    "nom": "nominative", "obl": "oblique",
}  # fmt: skip
_PERSONS = {1: "first person", 2: "second person", 3: "third person"}


def in_words(form: Form) -> str:
    """Say what a form is, for people: «past, passive, third person, masculine, plural»."""
    features = (form.kind, form.voice, form.mood, form.gender, form.number, form.case)
    kind, voice, mood, *agreement = (_NAMES.get(feature, feature) for feature in features)
    flags = (
        ("definite", form.definite), ("construct", form.construct),
        ("before an enclitic", form.bound), ("accusative alef", form.tanwin),
    )  # fmt: skip
    said = [
        kind,
        mood,
        voice,
        _PERSONS.get(form.person, ""),
        *agreement,
        *(name for name, is_so in flags if is_so),
    ]
    return ", ".join(filter(None, said))
