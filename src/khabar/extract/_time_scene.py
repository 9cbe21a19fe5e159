"""What the readers of time expressions share: the lexicon, one document's tokens, and what they found."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import msgspec

from khabar import arabic
from khabar.extract import _calendar
from khabar.extract._numerals import BEFORE_ARTICLE
from khabar.lexicon import World
from khabar.records import Number, Reading, TimexType, Token

_LOOK_BACK = 10
_STOPS = frozenset(".!?؟؛")
_OPEN, _CLOSE = frozenset("«“"), frozenset("»”")


class Month(msgspec.Struct, frozen=True):
    """One row of words/months.tsv; `alone` says whether the name needs no context."""

    form: str
    month: int
    alone: str


class Weekday(msgspec.Struct, frozen=True):
    """One row of words/weekdays.tsv; `day` is the ISO weekday."""

    form: str
    day: int


class TimeUnit(msgspec.Struct, frozen=True):
    """One row of words/time_units.tsv."""

    form: str
    unit: str
    number: str


class TimeWord(msgspec.Struct, frozen=True):
    """One row of words/time_words.tsv."""

    form: str
    kind: str
    value: str = ""


class Entry(NamedTuple):
    """A lexicon entry under the key of its first word as written; `rest` are the keys of the others."""

    kind: str
    value: str
    extra: str
    rest: tuple[str, ...]
    cut: int
    definite: bool
    why: str


class Hit(NamedTuple):
    """An entry that stands in the text; `last` is the token behind it."""

    entry: Entry
    last: int


class Found(NamedTuple):
    """A time expression read from tokens `[first, last)`.

    `loose` names what another mention in the document may settle («4 حزيران» by «4 حزيران 2019»), `firm`
    whether this one settles it; `suffix` is the part of day.
    """

    first: int
    last: int
    start: int
    type: TimexType
    value: str | None
    why: str
    mod: str | None = None
    days: tuple[str | None, str | None] | None = None
    loose: tuple[str, int, int] | None = None
    firm: bool = False
    suffix: str = ""
    end: int | None = None


@lru_cache(maxsize=4)
def entries(world: World) -> Mapping[str, tuple[Entry, ...]]:
    """Index all time words, longest first, by the key of their first word with every proclitic."""
    found: dict[str, list[Entry]] = {}

    def add(form: str, kind: str, value: str, extra: str, table: str) -> None:
        first, *rest = arabic.key(form).split()
        definite = first.startswith("ال")
        why = f"«{form}» (words/{table}.tsv)"
        for front in BEFORE_ARTICLE:
            entry = Entry(kind, value, extra, tuple(rest), len(front), definite, why)
            found.setdefault(front + first, []).append(entry)
        if definite:
            for front in ("", "و", "ف"):
                whole = Entry(kind, value, extra, tuple(rest), len(front), True, why)
                found.setdefault(f"{front}لل{first[2:]}", []).append(whole)

    for month in world.rows("words/months.tsv", Month):
        add(month.form, "month", str(month.month), month.alone, "months")
    for weekday in world.rows("words/weekdays.tsv", Weekday):
        add(weekday.form, "weekday", str(weekday.day), "", "weekdays")
    for unit in world.rows("words/time_units.tsv", TimeUnit):
        add(unit.form, "unit", unit.unit, unit.number, "time_units")
        add(f"ال{unit.form}", "unit", unit.unit, unit.number, "time_units")
    for word in world.rows("words/time_words.tsv", TimeWord):
        add(word.form, word.kind, word.value, "", "time_words")
    return {key: tuple(sorted(them, key=lambda e: (-len(e.rest), e.cut))) for key, them in found.items()}


class Scene:
    """One document, seen by the readers of time expressions."""

    def __init__(self, doc: Reading, world: World) -> None:
        """Look every token up once."""
        index = entries(world)
        self.doc = doc
        self.text = doc.text
        self.tokens: tuple[Token, ...] = doc.tokens
        self.entries = [index.get(t.key) for t in doc.tokens]
        self.numbers: dict[int, Number] = {n.first: n for n in doc.numbers}
        self.said_year: int | None = None
        self.published: date | None = _calendar.parse(doc.published)
        self._not_future = tuple(
            arabic.key(w.form) for w in world.rows("words/time_words.tsv", TimeWord) if w.kind == "not_future"
        )

    def hit(self, i: int, *kinds: str, whole: bool = False) -> Hit | None:
        """Give the longest entry of one of the kinds at token `i`; `whole` allows no proclitic."""
        them = self.entries[i] if 0 <= i < len(self.tokens) else None
        for entry in them or ():
            if entry.kind not in kinds or (whole and entry.cut):
                continue
            last = i + 1 + len(entry.rest)
            if not entry.rest or tuple(t.key for t in self.tokens[i + 1 : last]) == entry.rest:
                return Hit(entry, last)
        return None

    def key(self, i: int) -> str:
        """Give the key of token `i`, "" outside the text."""
        return self.tokens[i].key if 0 <= i < len(self.tokens) else ""

    def start(self, i: int, entry: Entry | None = None) -> int:
        """Give the offset where an expression at token `i` starts, behind the entry's proclitics."""
        token = self.tokens[i]
        return arabic.after_letters(self.text, token.start, entry.cut) if entry and entry.cut else token.start

    def year(self, i: int, low: int = 1900) -> int | None:
        """Read token `i` as a Gregorian year from `low` to 2100."""
        token = self.tokens[i] if 0 <= i < len(self.tokens) else None
        if (
            token is None
            or token.kind != "number"
            or len(token.form) not in (3, 4)
            or not token.form.isdigit()
        ):
            return None
        year = int(token.form)
        return year if low <= year <= 2100 and self.key(i + 1) != "ه" else None

    def coming(self, i: int) -> bool:
        """Is there a word of the future («المقرر», «سيعقد») shortly before token `i` in its sentence?"""
        for k in range(i - 1, max(-1, i - 1 - _LOOK_BACK), -1):
            key = self.tokens[k].key
            if key in _STOPS or "\n" in self.text[self.tokens[k].end : self.tokens[k + 1].start]:
                return False
            if self.hit(k, "future"):
                return True
            word = key[1:] if key[:1] == "و" else key
            if (
                len(word) > 4
                and word[0] == "س"
                and word[1] in "يتن"
                and not word.startswith(self._not_future)
            ):
                return True
        return False

    def quoted(self, i: int) -> bool:
        """Does token `i` stand between quotation marks of its paragraph?"""
        depth, straight = 0, False
        for k in range(i - 1, -1, -1):
            key = self.tokens[k].key
            if "\n" in self.text[self.tokens[k].end : self.tokens[k + 1].start]:
                break
            depth += (key in _OPEN) - (key in _CLOSE)
            straight ^= key == '"'
        return depth > 0 or straight
