"""The written forms of a lemma row of one or several words, as tuples of keys."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import TypeVar

from khabar import arabic
from khabar.extract._numerals import PRONOUNS
from khabar.morphology.inflection import Form, noun_forms, verb_forms
from khabar.records import Token

Keys = tuple[str, ...]
Row = TypeVar("Row")


@lru_cache(maxsize=4096)
def listed(cell: str) -> tuple[str, ...]:
    """Give the entries of a table cell, `|` between them."""
    return tuple(filter(None, cell.split("|")))


def noun_phrases(lemma: str, plural: str = "", feminine: str = "", alias: str = "") -> dict[Keys, bool]:
    """Give the forms of a noun or noun phrase, and whether each is a plural.

    Behind the head, adjectives agree and genitives stay. Which of the two a word is, the row does not
    say, so both are made; nobody writes the wrong one.
    """
    plurals = listed(plural)
    found: dict[Keys, bool] = {}
    head, *rest = lemma.split()
    if not rest:
        for form in noun_forms(head, plurals, feminine or None):
            found.setdefault((form.key,), form.number == "pl")
    else:
        for keys in _phrase(head, [arabic.key(word) for word in rest]):
            found.setdefault(keys, False)
        for written in plurals:
            first, *behind = written.split()
            for keys in _phrase(first, [arabic.key(word) for word in behind]):
                found.setdefault(keys, True)
    for written in listed(alias):
        found.setdefault(tuple(token.key for token in arabic.tokens(written)), False)
    return found


def _phrase(head: str, rest: list[str]) -> Iterator[Keys]:
    plain, defined = tuple(rest), tuple(word if word.startswith("ال") else f"ال{word}" for word in rest)
    for form in noun_forms(head):
        if form.number == "pl":
            continue
        if form.definite:
            yield (form.key, *defined)
        elif form.tanwin:
            yield (form.key, *(word if word[-1] in "هاي" else f"{word}ا" for word in plain))
            yield (form.key, *(f"{word}ا" for word in plain))
        elif form.number == "du":
            yield (form.key, *plain)
            yield (form.key, *(_feminine_stem(word) + form.key[-2:] for word in plain))
        else:
            yield (form.key, *plain)
            yield (form.key, *plain[:-1], defined[-1])


def _feminine_stem(word: str) -> str:
    return word[:-1] + "ت" if word.endswith("ه") else word


def verb_phrases(lemma: str, present: str, masdar: str = "") -> Iterator[tuple[Form, Keys]]:
    """Give the forms of a verb with the fixed words behind it, in news prose.

    Left out are first and second person, imperatives, participles and apocopated forms, which in news
    are other words (see `inflection`). A pronoun at the end of a fixed word agrees: «لقوا مصرعهم».
    """
    head, *rest = lemma.split()
    behind = tuple(tails(rest))
    for form in verb_forms(head, present.split()[0], listed(masdar)):
        if form.core and form.kind not in ("imperative", "participle") and form.mood != "jussive":
            yield from ((form, (form.key, *tail)) for tail in behind)


def tails(words: list[str]) -> Iterator[Keys]:
    """Give the ways to write the fixed words behind a verb, a pronoun at the end of one in every person."""
    return product(*map(_agreeing, words))


def _agreeing(word: str) -> tuple[str, ...]:
    if not word.endswith("ه"):
        return (arabic.key(word),)
    return tuple(arabic.key(word[:-1]) + pronoun for pronoun in PRONOUNS)


def fixed_phrases(lemma: str, plural: str = "") -> Iterator[Keys]:
    """Give the forms of a noun of action, or of a phrase whose first noun alone inflects."""
    head, *rest = lemma.split()
    behind = tuple(arabic.key(word) for word in rest)
    for form in noun_forms(head, listed(plural)):
        yield (form.key, *behind)


def by_first(forms: Iterable[tuple[Keys, Row]]) -> Mapping[str, tuple[tuple[Keys, Row], ...]]:
    """Give the keys behind the first, with what they belong to, by that first; longer phrases first."""
    found: dict[str, dict[tuple[Keys, Row], None]] = {}
    for (first, *rest), row in forms:
        found.setdefault(first, {})[tuple(rest), row] = None
    return {key: tuple(sorted(them, key=lambda pair: -len(pair[0]))) for key, them in found.items()}


def begun(known: Mapping[str, tuple[tuple[Keys, Row], ...]], words: Sequence[str], k: int) -> Iterator[Row]:
    """Give the rows of an index by first word whose phrases begin at word `k`, longer ones first."""
    for rest, row in known.get(words[k], ()):
        if tuple(words[k + 1 : k + 1 + len(rest)]) == rest:
            yield row


def stem(token: Token) -> str:
    """Give the key of a token without clitics, «لل» as «ال»."""
    if token.pre and token.key.startswith("لل", token.pre - 1):
        return f"ا{token.key[token.pre - 1 :]}"
    return token.key[token.pre : len(token.key) - token.post]
