"""The cues of reported speech (words/cues.tsv) by every form that they take in text."""

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from khabar import arabic
from khabar.lexicon import World
from khabar.records import Token

_OBJECTS = ("ه", "ها", "هم")


class CueRow(msgspec.Struct, frozen=True):
    """A row of words/cues.tsv; `takes` names the complements it may have, `forms` more spellings of
    it, `weak` that its letters are also another common word."""

    form: str
    kind: str
    stance: str
    example: str
    present: str = ""
    participle: str = ""
    forms: str = ""
    takes: str = ""
    weak: str = ""


class Cue(msgspec.Struct, frozen=True):
    """One form of a cue: `shape` is past, present, participle, noun or formula."""

    row: CueRow
    shape: str
    takes: frozenset[str]
    plural: bool = False
    with_object: bool = False


class CueAt(msgspec.Struct, frozen=True):
    """A cue found in the tokens `[first, last)`; `cut` proclitic letters stand before it."""

    cue: Cue
    first: int
    last: int
    cut: int
    particle: str


def _pasts(past: str) -> Iterator[tuple[str, bool]]:
    """Give the forms of the past, third person, and whether they are plural."""
    weak = past[-1] in "ىا" and len(past) > 2
    stem = past[:-1] if weak else past
    yield from ((past, False), (stem + "ت", False), (stem + "وا", True))
    yield from ((past[:-1] + "يا" if weak else past + "ا", True), (stem + "تا", True))


def _presents(present: str) -> Iterator[tuple[str, bool]]:
    rest = present[1:]
    stem = rest[:-1] if rest[-1] in "ىيو" and len(rest) > 2 else rest
    yield from ((present, False), ("ت" + rest, False))
    yield from (("ي" + stem + "ون", True), ("ي" + stem + "وا", True), ("ي" + rest + "ان", True))


def _participles(participle: str) -> Iterator[tuple[str, bool]]:
    weak = participle[-1] == "ي"
    stem = participle[:-1] if weak else participle
    yield from ((participle + "ا", False), (participle + "ة", False))
    yield from ((stem + "ين", True), (stem + "ون", True), (participle + "ات", True))


def _forms(row: CueRow) -> Iterator[tuple[str, Cue]]:
    takes = frozenset(row.takes.split())
    extra = [form for form in row.forms.split("|") if form]
    if row.kind != "verb":
        for form in (row.form, *extra):
            yield form, Cue(row, row.kind, takes)
        return
    for shape, forms in (
        ("past", [*_pasts(row.form), *((form, False) for form in extra)]),
        ("present", _presents(row.present) if row.present else ()),
        ("participle", _participles(row.participle) if row.participle else ()),
    ):
        for form, plural in forms:
            yield form, Cue(row, shape, takes, plural)
            # Only labels («وصفها بأنها»، «ما تعتبره») keep their content behind an object pronoun.
            if "label" in takes and shape != "participle" and not plural:
                for pronoun in _OBJECTS:
                    yield form + pronoun, Cue(row, shape, takes, plural, with_object=True)


class CueIndex:
    """Finds cues at tokens."""

    __slots__ = ("_phrases", "_words")

    def __init__(self, rows: tuple[CueRow, ...]) -> None:
        """Index every form of every row; where two rows share a form, the row further up has it."""
        self._words: dict[str, Cue] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
        for row in rows:
            for form, cue in _forms(row):
                head, *tail = arabic.key(form).split()
                if tail:
                    self._phrases.setdefault(head, []).append((tuple(tail), cue))
                else:
                    self._words.setdefault(head, cue)
        for phrases in self._phrases.values():
            phrases.sort(key=lambda p: -len(p[0]))

    def word(self, key: str) -> tuple[Cue, int] | None:
        """Give the one-word cue of a token's key and the number of proclitic letters before it."""
        cue = self._words.get(key)
        if cue is not None:
            return cue, 0
        if len(key) < 3 or key[0] not in "وفل":
            return None
        cue = self._words.get(key[1:])
        if cue is None or (key[0] == "ل" and cue.shape != "present"):
            return None
        return cue, 1

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
    return CueIndex(world.rows("words/cues.tsv", CueRow))
