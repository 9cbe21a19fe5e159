"""The cues of reported speech (words/cues.tsv) by every form that they take in text."""

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from khabar import arabic
from khabar.lexicon import World
from khabar.morphology.inflection import Form, noun_forms, verb_forms
from khabar.records import Token


class ClauseWord(msgspec.Struct, frozen=True):
    """A row of words/clause_words.tsv: a word or phrase and the part that it plays in a clause."""

    form: str
    kind: str
    example: str


class CueRow(msgspec.Struct, frozen=True):
    """A row of words/cues.tsv: a lemma with its principal parts (`present` of a verb and
    the `masdar` of one of measure I, `plural` of a noun;
    `silent` shapes whose letters are only another word, like «عادة», «تعد»); `takes` names the complements
    it may have, `weak` that its letters are also another common word."""

    lemma: str
    kind: str
    stance: str
    example: str
    present: str = ""
    masdar: str = ""
    silent: str = ""
    plural: str = ""
    takes: str = ""
    weak: str = ""


class Cue(msgspec.Struct, frozen=True):
    """One form of a cue: `shape` is past, present, participle, noun or formula; `weak` asks for a
    complement near by, of the plainest kind; gender and number are the speaker's, as far as a verb tells."""

    row: CueRow
    shape: str
    takes: frozenset[str]
    weak: bool
    passive: bool = False
    with_object: bool = False
    gender: str = ""
    number: str = ""


class CueAt(msgspec.Struct, frozen=True):
    """A cue found in the tokens `[first, last)`; `cut` proclitic letters stand before it."""

    cue: Cue
    first: int
    last: int
    cut: int
    particle: str


def _reports(form: Form) -> bool:
    """Say whether a form tells what somebody said, when it stands by itself in news prose.

    «قلت» and «قل» are somebody else's talk, «لم يقل» and «ليقل» no report. A participle reports as an
    adverb of state («مؤكدا», «مؤكدة», «مؤكدين»), not as a noun («المؤكد», «مؤكدو»).
    """
    if form.bound or not form.core or form.mood == "jussive":
        return False
    if form.kind == "participle":
        state = form.tanwin or form.gender == "f" or form.number in ("du", "pl")
        nominal = form.definite or form.construct or form.case == "nom"
        return form.voice != "passive" and state and not nominal
    # «تشددا» is the noun «تشدد» far oftener than «(أن) تشددا».
    return form.kind == "past" or (form.kind == "present" and (form.number, form.mood) != ("du", "short"))


def _verb(row: CueRow, objects: tuple[str, ...]) -> Iterator[tuple[str, Cue]]:
    takes = frozenset(row.takes.split())
    forms = verb_forms(row.lemma, row.present, (row.masdar,) if row.masdar else ())
    nouns = {form.key for form in forms if form.kind == "masdar" and form.tanwin}
    for form in filter(_reports, forms):
        passive = form.voice == "passive"
        if form.kind in row.silent.split() or (passive and (row.weak or "label" in takes)):
            continue
        if passive and form.key.startswith("وو"):  # «ووصل» is «و» and «وصل», not the passive of «واصل»
            continue
        # «ردّا» they two replied, «ردا» in reply: the noun is by far the commoner.
        weak = bool(row.weak) or passive or form.key in nouns
        yield form.key, Cue(row, form.kind, takes, weak, passive, False, form.gender, form.number)
        # Only labels («وصفها بأنها»، «ما تعتبره») keep their content behind an object pronoun.
        if "label" in takes and form.kind != "participle" and form.number == "sg":
            for pronoun in objects:
                yield form.key + pronoun, Cue(row, form.kind, takes, weak, with_object=True)


def _noun(row: CueRow, owners: tuple[str, ...]) -> Iterator[tuple[str, Cue]]:
    """A noun of saying has its speaker behind it: «تصريح فلان أن», or in its pronoun: «تصريحاته بأن»."""
    takes = frozenset(row.takes.split())
    cue = Cue(row, row.kind, takes, bool(row.weak))
    if row.kind == "formula" or " " in row.lemma or row.lemma[0] == "ب":
        yield arabic.key(row.lemma), cue
        return
    # «تصريحاته عن السوق» is a topic, «إعلانه عن خطة» a report; «قوله» leads to words far behind it.
    said = takes & {"anna", "direct"} if row.stance == "say" else takes
    owned = cue if "direct" in takes else Cue(row, row.kind, said, weak=True, with_object=True)
    for form in noun_forms(row.lemma, (row.plural,) if row.plural else ()):
        if form.definite or form.tanwin or form.number == "du":
            continue
        if not form.bound:
            yield form.key, cue
        for pronoun in owners:
            yield form.key + pronoun, owned


class CueIndex:
    """Finds cues at tokens."""

    __slots__ = ("_phrases", "_words")

    def __init__(self, rows: tuple[CueRow, ...], words: tuple[ClauseWord, ...]) -> None:
        """Index every form of every row; a shared form is the active's, then the row's further up."""
        self._words: dict[str, Cue] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
        objects = tuple(word.form for word in words if word.kind == "object")
        owners = tuple(word.form for word in words if word.kind in ("object", "owner"))
        forms: list[tuple[str, Cue]] = []
        for row in rows:
            forms.extend(_verb(row, objects) if row.kind == "verb" else _noun(row, owners))
        for key, cue in sorted(forms, key=lambda pair: pair[1].passive):
            head, *tail = key.split()
            if tail:
                self._phrases.setdefault(head, []).append((tuple(tail), cue))
            else:
                self._words.setdefault(head, cue)
        for phrases in self._phrases.values():
            phrases.sort(key=lambda p: -len(p[0]))

    def word(self, key: str) -> tuple[Cue, int] | None:
        """Give the one-word cue of a token's key and the number of proclitic letters before it."""
        cue = self._words.get(key)
        if cue is not None and not cue.passive:
            return cue, 0
        if len(key) > 2 and key[0] in "وفل":  # «ووفق» is «وفق», not the passive of «وافق»
            cut = self._words.get(key[1:])
            if cut is not None and (key[0] != "ل" or cut.shape == "present"):
                return cut, 1
        return None if cue is None else (cue, 0)

    def at(self, tokens: tuple[Token, ...], i: int, last: int) -> CueAt | None:
        """Give the cue that begins at token `i`, phrases first."""
        key = tokens[i].key
        for cut in (0, 1) if key[0] in "وف" else (0,):
            for tail, cue in self._phrases.get(key[cut:], ()):
                particle = _tail(tokens, i + 1, last, tail)
                if particle is not None:
                    return CueAt(cue, i, i + 1 + len(tail) - (particle == "ل"), cut, particle)
        found = self.word(key)
        if found is None:
            return None
        cue, cut = found
        return CueAt(cue, i, i + 1, cut, "")


def _tail(tokens: tuple[Token, ...], i: int, last: int, tail: tuple[str, ...]) -> str | None:
    """Match the rest of a phrase; a final ل is the proclitic of the next word. None where it differs."""
    for step, word in enumerate(tail):
        if i + step >= last:
            return None
        key = tokens[i + step].key
        if word == "ل" and step == len(tail) - 1:
            return "ل" if key[0] == "ل" and len(key) > 2 else None
        if key != word:
            return None
    return ""


@lru_cache(maxsize=4)
def index(world: World) -> CueIndex:
    """Give the cue index of a world, built once."""
    return CueIndex(world.rows("words/cues.tsv", CueRow), world.rows("words/clause_words.tsv", ClauseWord))
