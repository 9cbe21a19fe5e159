"""An Arabic word in Latin letters as news agencies write names: «الدغفلي» al-Daghfali, «كلاينمان» Klainman.

Vowels that are not written come from the shape of the word (words/vowel_patterns.tsv) or, where it has none
that we know, from what can be spoken. Letters do not tell p from b or v from f in names from abroad.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Literal

import msgspec

from khabar.lexicon import World

Origin = Literal["arab", "world"]

_Allowed = Callable[[list[str], bool, bool], bool]
"""Says of consonants in a row, at a word's head or not, at its end or not, whether one can speak them."""

_NO_SLOT = "اىةآإ"
_WEAK = "وي"
_ARABIC_ONLY = frozenset("عحضظصقذة")
_VOWELS = frozenset("aeiou")
_BEFORE_LIQUID = frozenset(("b", "c", "d", "f", "g", "k", "p", "s", "sh", "t", "th", "v"))
_LIQUIDS = frozenset(("r", "l", "w"))
_SONORANTS = frozenset(("r", "l", "n", "m", "s"))
_SOFT = frozenset(("r", "l", "n", "m"))
_NEVER_LAST = frozenset(("r", "l", "n", "m", "w", "y", "h"))
_BEFORE_T = frozenset(("f", "k", "s", "kh", "p"))
_BEHIND_S = frozenset(("p", "t", "k", "m", "n"))


class _Letter(msgspec.Struct, frozen=True):
    form: str
    arab: str
    abroad: str


class _Shape(msgspec.Struct, frozen=True):
    form: str
    kind: Literal["pattern", "ending", "abroad"]
    english: str


class Romaniser:
    """Writes words of names in Latin letters; made from the tables of a world."""

    def __init__(self, world: World) -> None:
        """Read letters and shapes; raises LexiconError."""
        letters = world.rows("words/letters_english.tsv", _Letter)
        self._letters: dict[Origin, dict[str, str]] = {
            "arab": {row.form: row.arab.strip("-") for row in letters},
            "world": {row.form: row.abroad.strip("-") for row in letters},
        }
        shapes = world.rows("words/vowel_patterns.tsv", _Shape)
        self._patterns = [
            (row.form, _compiled(row.form), row.english) for row in shapes if row.kind == "pattern"
        ]
        self._endings = _by_length(shapes, "ending")
        self._abroad = _by_length(shapes, "abroad")
        self.word = lru_cache(maxsize=16384)(self._word)

    def origin(self, word: str) -> Origin:
        """Guess where a word without article is from: Arabic shapes and letters tell it."""
        if any(letter in _ARABIC_ONLY for letter in word) or word.endswith("اوي"):
            return "arab"
        return "arab" if self.pattern(word) else "world"

    def _word(self, word: str, origin: Origin) -> str:
        """Write a word without article, capitalised; Latin letters stay as they are."""
        if not any(letter in self._letters["arab"] for letter in word):
            return word
        latin = self._arab(word) if origin == "arab" else self._world(word)
        return latin[:1].upper() + latin[1:]

    def _arab(self, word: str) -> str:
        shaped = self._shaped(word)
        for ending, english in self._endings if shaped is None else ():
            stem = word.removesuffix(ending)
            if word.endswith(ending) and len(stem) > 2:
                shaped = (self._shaped(stem) or self._spelt(stem)) + english
                break
        return _throat(shaped if shaped is not None else self._spelt(word))

    def pattern(self, word: str) -> str | None:
        """Give the first pattern of words/vowel_patterns.tsv that a word without article has."""
        return next((form for form, pattern, _ in self._patterns if pattern.fullmatch(word)), None)

    def _shaped(self, word: str) -> str | None:
        """Fill the vowels of a word's pattern."""
        for _, pattern, english in self._patterns:
            found = pattern.fullmatch(word)
            if found:
                letters = self._letters["arab"]
                roots = {name[1:]: letters.get(letter, letter) for name, letter in found.groupdict().items()}
                return "".join(roots.get(char, char) for char in english.lower())
        return None

    def _spelt(self, word: str) -> str:
        """Write a word that has no pattern, with «a» where consonants cannot stand together."""
        units = _units(word, self._letters["arab"], {"و": "ou", "ي": "i"})
        return "".join(_voiced(units, "a", _arab_cluster))

    def _world(self, word: str) -> str:
        for ending, english in self._abroad:
            stem = word.removesuffix(ending)
            if word.endswith(ending) and len(stem) > 1:
                return self._spelt_abroad(stem, english) + english
        return self._spelt_abroad(word, "")

    def _spelt_abroad(self, word: str, ending: str) -> str:
        """Write a word from abroad, or the stem before an ending, with «e» where it needs a vowel."""
        units = _units(word, self._letters["world"], {"و": "o", "ي": "i"})
        follows = ["a"] if ending[:1] in _VOWELS else ["s", "a"]
        spoken = _voiced([*units, *follows] if ending else units, "e", _cluster_abroad)
        return "".join(spoken).removesuffix("".join(follows) if ending else "")


def _by_length(shapes: tuple[_Shape, ...], kind: str) -> list[tuple[str, str]]:
    rows = [(row.form, row.english.strip("-")) for row in shapes if row.kind == kind]
    return sorted(rows, key=lambda row: -len(row[0]))


def _compiled(form: str) -> re.Pattern[str]:
    """Make the pattern of a shape: a digit is a consonant, و and ي only where a vowel letter must follow."""
    parts = []
    for at, char in enumerate(form):
        weak = at == 0 or form[at + 1 : at + 2] == "ا"
        slot = f"(?P<c{char}>[^{_NO_SLOT if weak else _NO_SLOT + _WEAK}])"
        parts.append(slot if char.isdigit() else char)
    return re.compile("".join(parts))


def _units(word: str, letters: dict[str, str], long: dict[str, str]) -> list[str]:
    """Cut a word into sounds; و and ي are vowels between consonants and consonants before a vowel."""
    units: list[str] = []
    at = 0
    while at < len(word):
        units = [unit for unit in units if unit]
        pair, letter = word[at : at + 2], word[at]
        if len(pair) == 2 and pair in letters:
            units.append(letters[pair])
            at += 2
            continue
        behind = word[at + 1 : at + 2]
        vowel_before = bool(units) and _is_vowel(units[-1])
        consonant = at == 0 or (behind in tuple("اوىية") and not (letter == "ي" and behind != "ي")) or (
            vowel_before and letter == "و" and behind
        )  # fmt: skip
        if letter in long and at and not (consonant and behind != letter):
            units.append("i" if letter == "ي" and vowel_before else long[letter])
        else:
            units.append(letters.get(letter, letter))
        at += 1
    return [unit for unit in units if unit]


def _is_vowel(unit: str) -> bool:
    return unit[0] in _VOWELS


def _voiced(units: list[str], vowel: str, allowed: _Allowed) -> list[str]:
    """Put a vowel where the consonants between two vowels, or at an edge, cannot be spoken together."""
    spoken: list[str] = []
    at = 0
    while at < len(units):
        end = at
        while end < len(units) and not _is_vowel(units[end]):
            end += 1
        run = units[at:end]
        while run and not allowed(run, at == 0, end == len(units)):
            cut = 1 if at == 0 or len(run) < 3 or run[1] in _SOFT else 2
            spoken += [*run[:cut], vowel]
            run, at = run[cut:], at + cut
        spoken += run
        if end < len(units):
            spoken.append(units[end])
        at = end + 1
    return spoken


def _arab_cluster(run: list[str], head: bool, tail: bool) -> bool:
    return len(run) < 2 if head or tail else len(run) < 3


def _cluster_abroad(run: list[str], head: bool, tail: bool) -> bool:
    if len(run) < 2:
        return True
    if tail and not head:
        return (len(run) == 2 or (len(run) == 3 and run[2] == "s")) and _may_end(run)
    begins = _may_begin(run[-2:])
    if len(run) == 3:
        return (begins and run[0] == "s") if head else (begins or _may_end(run[:2]))
    return len(run) == 2 and (begins or not head)


def _may_end(run: list[str]) -> bool:
    hard = run[0] in _BEFORE_T and run[1] == "t"
    return (hard or run[0] in _SONORANTS) and run[1] not in _NEVER_LAST


def _may_begin(pair: list[str]) -> bool:
    return (pair[0] in _BEFORE_LIQUID and pair[1] in _LIQUIDS) or (pair[0] == "s" and pair[1] in _BEHIND_S)


def _throat(latin: str) -> str:
    """Write ع as nothing, but a long vowel before a consonant and at the end: Saadi, Jaafar, Sharaa."""
    return re.sub("a'(?![aeiou])", "aa", latin).replace("'", "")
