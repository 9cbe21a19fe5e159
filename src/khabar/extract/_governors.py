"""The verbs, nouns and phrases that say what happened to the counted (words/quantity_verbs.tsv)."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

import msgspec

from khabar.extract._lemma_rows import Keys, fixed_phrases, verb_phrases
from khabar.lexicon import World
from khabar.records import Token

Kind = Literal["verb", "noun", "state", "count"]
TABLE = "words/quantity_verbs.tsv"

_SCOPES: Mapping[str, frozenset[str | None]] = {
    "person": frozenset(("person", None)),
    "group": frozenset(("person", "state", None)),
    "thing": frozenset(("item", None)),
    "money": frozenset((None,)),
    "any": frozenset(),
}


class GovernorRow(msgspec.Struct, frozen=True):
    """One row of words/quantity_verbs.tsv: a verb with its `present`, a noun, a `state` behind the counted.

    `patient` says whether the counted is the verb's subject or object, `takes` which prepositions lead to
    it, `scope` the unit it has; a `count` verb («بلغ») has a number for its object, of whatever.
    """

    lemma: str
    kind: Kind
    scope: str
    category: str = "other"
    present: str = ""
    masdar: str = ""
    plural: str = ""
    patient: str = ""
    takes: str = ""

    @property
    def unit(self) -> str | None:
        """The unit of a number that has no noun: people, or unknown."""
        return "person" if self.scope == "person" else None

    def fits(self, unit: str | None) -> bool:
        """Say whether the row can be about what has this unit."""
        return unit in _SCOPES[self.scope]


class Governor(NamedTuple):
    """One form of a row: the keys behind the first, whether it is a finite verb, and what it tells."""

    row: GovernorRow
    rest: Keys
    finite: bool
    undergone: bool
    """May what stands before the verb be what it happened to: «12 شخصا قتلوا», «12 شخصا غرقوا»?"""


@lru_cache(maxsize=4)
def governors(world: World) -> Mapping[str, tuple[Governor, ...]]:
    """Give the governors by their first key, longer phrases first."""
    found: dict[str, dict[Governor, None]] = {}
    for row in world.rows(TABLE, GovernorRow):
        for (first, *rest), finite, undergone in _forms(row):
            one = Governor(row, tuple(rest), finite, undergone)
            found.setdefault(first, {})[one] = None
    return {key: tuple(sorted(them, key=lambda g: -len(g.rest))) for key, them in found.items()}


def _forms(row: GovernorRow) -> Iterator[tuple[Keys, bool, bool]]:
    if not row.present:
        yield from ((keys, False, False) for keys in fixed_phrases(row.lemma, row.plural))
        return
    for form, keys in verb_phrases(row.lemma, row.present, row.masdar):
        finite = form.kind in ("past", "present")
        yield keys, finite, finite and (row.patient == "subject" or form.voice != "active")


def stems(token: Token) -> Iterator[str]:
    """Give the keys under which a token may be listed: whole, without proclitics, without enclitics."""
    key = token.key
    yield key
    if key.startswith("لل"):
        yield f"ال{key[2:]}"
    if token.pre:
        yield key[token.pre :]
        if key.startswith("لل", 1):
            yield f"ال{key[3:]}"
    if token.post:
        yield key[token.pre : len(key) - token.post]
