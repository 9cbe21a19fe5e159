"""English names: what is written for Arabic names without their rows, against what tables give.

Persons of persons.tsv and tenures.tsv are written from the words of names and by letters alone. The pairs of
single words mined from Wikipedia spell one name in many ways, so that few of them have one right answer.
"""

import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

import msgspec

from khabar.extract import _english_names
from khabar.lexicon import built_in
from scripts.quality._score import Score

NEEDS = "data/translit-google-ar2en/ar2en-test.txt"
_CLOSE = 0.8


class _Person(msgspec.Struct, frozen=True):
    name: str
    name_en: str = ""


class _Holder(msgspec.Struct, frozen=True):
    person: str
    name_en: str = ""


def measure(data: Path) -> Iterator[Score]:
    """Give likeness by letters, the share that is equal but for marks and capitals, and that is close."""
    for name, pairs in (("tables", _tables()), ("words", _words(data))):
        likeness = [_likeness(_written(arabic), latin) for arabic, latin in pairs]
        count = f"{len(pairs)} names"
        yield Score(f"{name} likeness", sum(likeness) / len(likeness), count)
        yield Score(f"{name} exact", sum(one == 1 for one in likeness) / len(likeness), count)
        yield Score(f"{name} close", sum(one >= _CLOSE for one in likeness) / len(likeness), count)


def misses(data: Path) -> Iterator[str]:
    """Give the names that are not close, the farthest first."""
    pairs = [*_tables(), *_words(data)]
    found = [(_likeness(_written(arabic), latin), arabic, latin) for arabic, latin in pairs]
    for likeness, arabic, latin in sorted(one for one in found if one[0] < _CLOSE):
        yield f"{likeness:.2f} {arabic} wants {latin}, has {_written(arabic)}"


def _written(arabic: str) -> str:
    return _english_names.of(built_in()).person(arabic)


def _likeness(one: str, other: str) -> float:
    """Give twice the letters that two names share in order, over all their letters."""
    return SequenceMatcher(None, _letters(one), _letters(other), autojunk=False).ratio()


def _letters(name: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", name.lower()) if char.isalpha())


def _tables() -> list[tuple[str, str]]:
    world = built_in()
    persons = {row.name: row.name_en for row in world.rows("persons.tsv", _Person) if row.name_en}
    holders = {row.person: row.name_en for row in world.rows("tenures.tsv", _Holder) if row.name_en}
    return sorted((holders | persons).items())


def _words(data: Path) -> list[tuple[str, str]]:
    """Give the pairs of single words without punctuation."""
    lines = (data / NEEDS).read_text(encoding="utf-8").splitlines()
    pairs = [tuple(line.split("\t")) for line in lines]
    return [(a, b) for a, b in pairs if a.isalpha() and b.isalpha()]
