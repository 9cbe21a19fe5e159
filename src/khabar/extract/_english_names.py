"""A person's name in English as news agencies write it: from the tables of names, and by letters.

«محمد شياع السوداني» Mohammed Shayaa al-Sudani, «عبد الرحمن الدغفلي» Abdulrahman al-Daghfali.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

import msgspec

from khabar import arabic
from khabar.extract._romanised import Origin, Romaniser
from khabar.lexicon import World

ARTICLE = "ال"
_FAMILY = "ي"


class _Row(msgspec.Struct, frozen=True):
    form: str
    english: str = ""
    joins: Literal["", "before", "behind", "article"] = ""
    origin: Origin = "arab"


class Writer:
    """Writes names of persons; made from the tables of a world."""

    def __init__(self, world: World) -> None:
        """Read the tables of names; raises LexiconError."""
        self.letters = Romaniser(world)
        self._given = _by_key(world, "given_names")
        self._surnames = _by_key(world, "surnames")
        self._others = _by_key(world, "names_english")
        self._particles = _by_key(world, "name_particles")

    def person(self, name: str) -> str:
        """Write a whole name; `name` is Arabic words with one space between."""
        words = _joined(name.split(" "), self._given)
        origin = self._origin(words)
        written: list[str] = []
        sticks = ""
        for at, word in enumerate(words):
            row = self._particles.get(arabic.key(word)) or self._others.get(arabic.key(word))
            latin = self._word(word, origin, family=at > 0)
            if row and row.joins == "before" and written:
                written[-1] = written[-1].removesuffix(latin[0]) + latin
            elif sticks == "behind" or (sticks == "article" and word.startswith(ARTICLE)):
                written[-1] += latin if sticks == "behind" else latin.removeprefix("al-").lower()
            elif sticks == "article":
                written[-1:] = [_alone(written[-1]), latin]
            else:
                written.append(latin)
            sticks = row.joins if row and row.joins != "before" else ""
        return " ".join(written)

    def word(self, word: str) -> str:
        """Write one word of an Arabic name, of a person or not: listed, or by its letters."""
        return self._word(word, None, family=False)

    def _origin(self, words: list[str]) -> Origin | None:
        """Give where a name is from: from where its first listed word is, else None where words differ."""
        for word in words:
            key = arabic.key(word)
            if key in self._given:
                return self._given[key].origin
            if key in self._particles or key in self._surnames:
                return "arab"
        origins = {self.letters.origin(word) for word in words}
        return origins.pop() if len(origins) == 1 else None

    def _word(self, word: str, origin: Origin | None, *, family: bool) -> str:
        listed = self._listed(arabic.key(word), origin, family=family)
        if listed:
            return listed
        if word.startswith(ARTICLE) and len(word) > 4:
            return f"al-{self._bare(word[len(ARTICLE) :])}"
        return self._of_family(word) or self.letters.word(word, origin or self.letters.origin(word))

    def _bare(self, word: str) -> str:
        """Write what stands behind the article: a listed name, one with a family's ending, or letters."""
        for table in (self._given, self._others):
            row = table.get(arabic.key(word))
            if row:
                return row.english
        return self._of_family(word) or self.letters.word(word, "arab")

    def _of_family(self, word: str) -> str | None:
        """Write a given name with the ending of families: «الجابري»."""
        row = self._given.get(arabic.key(word.removesuffix(_FAMILY))) if word.endswith(_FAMILY) else None
        if row and row.origin == "arab" and row.english[-1] not in "aeiou":
            return f"{row.english}i"
        return None

    def _listed(self, key: str, origin: Origin | None, *, family: bool) -> str | None:
        """Give the English form of a listed word; behind the first word families come before given names."""
        tables = [self._given, self._surnames, self._others]
        if origin == "world":
            tables = [self._others, self._given, self._surnames]
        elif family:
            tables = [self._surnames, self._given, self._others]
        for table in (self._particles, *tables):
            row = table.get(key)
            if row:
                return row.english
        row = self._surnames.get(arabic.key(ARTICLE) + key)
        return row.english.removeprefix("al-") if row else None


def _joined(words: list[str], given: dict[str, _Row]) -> list[str]:
    """Write two words that are one listed name as one: «عبد الله», «صلاح الدين»."""

    def pairs() -> Iterator[str]:
        at = 0
        while at < len(words):
            both = "".join(words[at : at + 2])
            joined = at + 1 < len(words) and arabic.key(both) in given
            yield both if joined else words[at]
            at += 1 + joined

    return list(pairs())


def _alone(particle: str) -> str:
    """Write «عبد» before a word without article: Abd Rabbo."""
    return particle.removesuffix("ul")


def _by_key(world: World, table: str) -> dict[str, _Row]:
    """Give the rows of a table by key; of two rows of one key the first."""
    rows: dict[str, _Row] = {}
    for row in world.rows(f"words/{table}.tsv", _Row):
        if row.english:
            rows.setdefault(arabic.key(row.form), row)
    return rows


@lru_cache(maxsize=4)
def of(world: World) -> Writer:
    """Give the writer of a world, made once."""
    return Writer(world)
