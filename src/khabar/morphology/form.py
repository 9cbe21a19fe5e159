"""What one inflected form of a lemma is."""

from typing import Literal

import msgspec

Kind = Literal["past", "present", "imperative", "masdar", "participle", "noun"]
Voice = Literal["", "active", "passive"]
Mood = Literal["", "indicative", "short", "full", "jussive"]
Gender = Literal["", "m", "f"]
Number = Literal["", "sg", "du", "pl"]
Case = Literal["", "nom", "obl"]


class Form(msgspec.Struct, frozen=True, gc=False):
    """A folded key without proclitics and enclitics, and what it says; "" and 0 leave a feature open.

    Verbs: `kind` past, present or imperative with `person`, `gender`, `number`, `voice` ("" where the
    letters can be either) and, in the present, `mood`: "short" is subjunctive or jussive, "full"
    indicative or subjunctive, "" any. Nouns, masdars and participles: `definite` with «ال», `construct`
    only before a genitive or an enclitic («مسؤولو»), `bound` only before an enclitic («حكومت», «قالو»),
    `tanwin` with the accusative alef («قتيلا»), `case` where the letters tell.
    """

    key: str
    kind: Kind
    voice: Voice = ""
    person: int = 0
    gender: Gender = ""
    number: Number = ""
    mood: Mood = ""
    definite: bool = False
    construct: bool = False
    bound: bool = False
    tanwin: bool = False
    case: Case = ""

    @property
    def core(self) -> bool:
        """Say whether news prose uses the form: no first or second person, no imperative."""
        return self.person in (0, 3)
