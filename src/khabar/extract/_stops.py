"""What stands around a stop: abbreviations, spelled letters, domains, and words that carry a sentence on."""

import re
from functools import lru_cache
from typing import Literal

import msgspec

from khabar import arabic
from khabar.extract import _cues
from khabar.lexicon import World

Kind = Literal["short", "era", "letter", "domain", "quoted", "pausing"]

_MARKS = "\u064b-\u065f\u0670\u0640"
_WORD_BEFORE = re.compile(rf"(?:(?<=[\s.(\[«\"“])|^)[^\W\d_][\w{_MARKS}]*$")
_NEXT_WORD = re.compile(rf"[\s\u200e\u200f]*([^\W\d_][\w{_MARKS}]*)")
_YEAR = re.compile(r"\d\s*$")
_WINDOW = 24  # no abbreviation is longer


class StopRow(msgspec.Struct, frozen=True):
    """A row of words/sentence_stops.tsv.

    `kind`: `short` an abbreviation; `era` one that ends a sentence behind a year; `letter` the name of a
    Latin letter; `domain` the last part of an Arabic web name; `quoted` and `pausing` words that carry a
    sentence on behind «….» and behind an ellipsis.
    """

    form: str
    kind: Kind
    example: str


class Guards:
    """The words that keep a stop from ending a sentence, or make it end one."""

    __slots__ = ("_cues", "_words")

    def __init__(self, rows: tuple[StopRow, ...], cues: _cues.CueIndex) -> None:
        """Index the rows by kind."""
        self._words: dict[Kind, set[str]] = {}
        for row in rows:
            self._words.setdefault(row.kind, set()).add(arabic.key(row.form))
        self._cues = cues

    def has(self, kind: Kind, key: str) -> bool:
        """Say whether a word stands in the table under a kind."""
        return key in self._words.get(kind, ())

    def reports(self, key: str) -> bool:
        """Say whether a word is «و» and a past verb of speech, as a new report begins."""
        found = self._cues.word(key) if key.startswith("و") else None
        return found is not None and found[0].shape == "past"

    def carries_on(self, key: str) -> bool:
        """Say whether a word behind «….» belongs to the sentence of the quotation."""
        return self.has("quoted", key) or self.adds(key)

    def adds(self, key: str) -> bool:
        """Say whether a word is a participle of speech: «مضيفا» begins no sentence."""
        found = self._cues.word(key)
        return found is not None and found[0].shape == "participle"

    def abbreviated(self, text: str, start: int, at: int) -> bool:
        """Say whether the word before the full stop at `at` is an initial or an abbreviation."""
        window = text[max(start, at - _WINDOW) : at]
        word = _WORD_BEFORE.search(window)
        if word is None:
            return False
        key = arabic.key(word[0])
        if len(key) == 2 and key[0] == "و":  # «د. سامي وم. هدى»
            key = key[1:]
        if self.has("era", key):  # «سنة 2015 م.» and «عام 1440 هـ.» end, «م. سامي» does not
            return not _YEAR.search(window[: word.start()])
        return self.has("short", key) or len(key) == 1

    def spelled(self, text: str, start: int, at: int, end: int) -> bool:
        """Say whether the full stop at `at` stands inside «سي.إن.إن» or «العربية.نت»."""
        after = _NEXT_WORD.match(text, at + 1, min(end, at + _WINDOW))
        if after is None:
            return False
        glued, key = after.start(1) == at + 1, arabic.key(after[1])
        if glued and self.has("domain", key):
            return True
        window = text[max(start, at - _WINDOW) : at]
        word = _WORD_BEFORE.search(window)
        if word is None or not self.has("letter", key) or not self._is_letter(arabic.key(word[0])):
            return False
        chained = text[after.end() : after.end() + 1] == "." or window[: word.start()].rstrip()[-1:] == "."
        return glued or chained

    def _is_letter(self, key: str) -> bool:
        return self.has("letter", key) or (key[:1] in "وبل" and self.has("letter", key[1:]))


def word_after(text: str, at: int, end: int) -> str:
    """Give the key of the next word from `at`, empty where something else comes first."""
    word = _NEXT_WORD.match(text, at, min(end, at + _WINDOW))
    return arabic.key(word[1]) if word else ""


@lru_cache(maxsize=4)
def guards(world: World) -> Guards:
    """Give the guards of a world, built once."""
    return Guards(world.rows("words/sentence_stops.tsv", StopRow), _cues.index(world))
