"""The words that name an act (words/triggers.tsv), by every form that they take in text."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

import msgspec

from khabar import arabic
from khabar.extract._lemma_rows import Keys, listed, noun_phrases, tails
from khabar.lexicon import World
from khabar.morphology.inflection import Form, verb_forms

TABLE = "words/triggers.tsv"
Shape = Literal["verb", "participle", "masdar", "noun"]

_TATWEEL = "\u0640"
_PREPOSITIONS = frozenset(("من", "الي", "علي", "عن", "في", "مع"))


class TriggerRow(msgspec.Struct, frozen=True, gc=False):
    """One row of words/triggers.tsv: a lemma, the act it names, and where the parties of the act stand.

    `actor` and `recipient` name positions (subject, object, gen, prepositions), the likeliest first; a
    `light` row has no type and lends its parties to the noun that it carries («شنّ هجوما»).
    """

    lemma: str
    kind: Literal["verb", "noun", "light"]
    type: str = ""
    mode: str = ""
    present: str = ""
    masdar: str = ""
    plural: str = ""
    actor: str = ""
    recipient: str = ""
    reciprocal: str = ""
    passive: str = ""
    status: str = ""
    guard: str = ""
    weight: Literal["strong", "weak"] = "strong"

    @property
    def guards(self) -> tuple[str, ...]:
        """What must hold or the row tells no act."""
        return listed(self.guard)

    @property
    def transitive(self) -> bool:
        """Does the verb have the acted-on for its object?"""
        return "object" in listed(self.recipient)


class Entry(NamedTuple):
    """One form of a row: the keys behind its first word, its shape, and the ب or ل that must follow."""

    row: TriggerRow
    rest: Keys
    shape: Shape
    form: Form | None
    led: str
    number: int
    """The row's place in the table."""

    @property
    def leads(self) -> str:
        """The preposition that the row ends with and that may stand far behind its word, "" if none."""
        if self.led:
            return self.led
        return self.rest[0] if len(self.rest) == 1 and self.rest[0] in _PREPOSITIONS else ""


@lru_cache(maxsize=4)
def entries(world: World) -> Mapping[str, tuple[Entry, ...]]:
    """Give the entries by the key of their first word, longer phrases first."""
    found: dict[str, dict[tuple[object, ...], Entry]] = {}
    for number, row in enumerate(world.rows(TABLE, TriggerRow)):
        for key, entry in _of(row, number):
            # The number stands for the row, whose many fields are slow to hash.
            found.setdefault(key, {}).setdefault(entry[1:], entry)
    return {key: tuple(sorted(them.values(), key=lambda e: -len(e.rest))) for key, them in found.items()}


def _of(row: TriggerRow, number: int) -> Iterator[tuple[str, Entry]]:
    words = row.lemma.split()
    led = words.pop().rstrip(_TATWEEL) if words[-1].endswith(_TATWEEL) else ""
    lemma = " ".join(words)
    if not row.present:
        for first, *rest in noun_phrases(lemma, row.plural):
            yield first, Entry(row, tuple(rest), "noun", None, arabic.key(led), number)
        return
    head, *behind = words
    fixed = tuple(tails(behind))
    preposition = arabic.key(led)
    named = [masdar.split() for masdar in listed(row.masdar)]
    own = tuple(tuple(map(arabic.key, rest)) for _, *rest in named if rest) or fixed
    for form in verb_forms(head, row.present.split()[0], tuple(dict.fromkeys(one[0] for one in named))):
        shape = _shape(form, row)
        if shape is not None:
            for tail in own if shape == "masdar" else fixed:
                yield form.key, Entry(row, tail, shape, form, preposition, number)


def _shape(form: Form, row: TriggerRow) -> Shape | None:
    """Say what a form is as a trigger, None where it is none.

    Masdars count where the row gives them: a measure makes some that no paper writes, or writes for
    something else. A participle acts only as an adverb of state («متهما إياها»), never as a noun.
    """
    if form.kind == "masdar" and form.number == "du" and form.construct:
        return None  # «قتلى» is no dual of «قتل»
    if form.kind == "masdar":
        return "masdar" if row.masdar and "verb_only" not in row.guards else None
    if form.kind == "participle":
        state = form.tanwin or (form.gender == "f" and form.number == "sg") or form.number in ("du", "pl")
        nominal = form.definite or form.construct or form.bound or form.case == "nom"
        return "participle" if form.voice != "passive" and state and not nominal else None
    if "past_only" in row.guards and form.kind == "present":
        return None
    if "noun_only" in row.guards or form.mood == "jussive":
        return None
    if form.kind == "imperative" or form.person == 2:
        return None
    return "verb" if form.person == 3 or (form.person == 1 and form.number == "pl") else None
