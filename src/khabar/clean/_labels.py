"""Lines of a text that are no prose: «تاريخ النشر: …», a date by itself, «المصدر: …»."""

import re
from functools import lru_cache
from typing import Literal

import msgspec

from khabar import arabic
from khabar.clean import _calendar
from khabar.lexicon import World

_HEAD_LINES = 8
_TAIL_LINES = 6
_MAX_LINE = 90
_MAX_NAME = 60
_WORD = re.compile(r"[^\W\d_]+")
_PARTS = re.compile("[,،;؛|]")
_LEAD = re.compile(r"^[\W_]*")
_QUOTES = re.compile('[«»"“”]')
_AROUND = " \t\r\u00a0.،,:؛;-–—|()[]{}«»\"'"


class _Dateline(msgspec.Struct, frozen=True):
    form: str
    part: Literal["label", "beside"]


class _Source(msgspec.Struct, frozen=True):
    form: str
    colon: Literal["yes", "no"]


class _Weekday(msgspec.Struct, frozen=True):
    form: str


def read(text: str, world: World) -> tuple[str | None, str | None]:
    """Give the day that a dateline of the text names, and the outlet that a source line names."""
    lines = [line for line in text.splitlines() if line.strip()]
    head, tail = lines[:_HEAD_LINES], lines[_HEAD_LINES:][-_TAIL_LINES:]
    short = [line for line in (*head, *tail) if len(line) <= _MAX_LINE]
    day = next((day for line in short if (day := _dated(line, world))), None)
    source = next((name for line in reversed(short) if (name := _source(line, world))), None)
    return day, source


def same(one: str, other: str) -> bool:
    """Whether two names are written alike, marks and spaces apart."""
    return _bare(one) == _bare(other)


def begins(text: str, head: str) -> bool:
    """Whether a text begins with another, marks and spaces apart."""
    return bool(_bare(head)) and _bare(text).startswith(_bare(head))


def parts(listed: str | None) -> list[str]:
    """Cut a written list at its commas."""
    return [part.strip() for part in _PARTS.split(listed or "") if part.strip()]


def _bare(text: str) -> str:
    return "".join(_WORD.findall(arabic.key(text))).lower()


@lru_cache(maxsize=4)
def _datelines(world: World) -> tuple[tuple[str, ...], frozenset[str]]:
    """Give the labels of a dateline, longest first, and the words that may stand beside its date."""
    rows = world.rows("words/dateline_cues.tsv", _Dateline)
    labels = {arabic.key(row.form) for row in rows if row.part == "label"}
    beside = {arabic.key(row.form).lower() for row in rows if row.part == "beside"}
    beside.update(arabic.key(row.form) for row in world.rows("words/weekdays.tsv", _Weekday))
    return tuple(sorted(labels, key=lambda label: (-len(label), label))), frozenset(beside)


def _dated(line: str, world: World) -> str | None:
    """Give the day of a line that is a dateline: nothing but a date, with or without a label."""
    if not any(mark.isdigit() for mark in line):
        return None
    found = _calendar.written(line, world)
    if found is None:
        return None
    labels, beside = _datelines(world)
    rest = _LEAD.sub("", found.rest)
    label = next((lab for lab in labels if rest.startswith(lab) and not rest[len(lab) :][:1].isalpha()), "")
    return found.day if all(word.lower() in beside for word in _WORD.findall(rest[len(label) :])) else None


@lru_cache(maxsize=4)
def _sources(world: World) -> re.Pattern[str]:
    """Give the pattern of a source line, on the folded line."""
    rows = world.rows("words/source_cues.tsv", _Source)
    cues = [re.escape(arabic.key(row.form)) + (r"\s*:" if row.colon == "yes" else r"\b\s*:?") for row in rows]
    return re.compile(rf"[\W_]*(?:{'|'.join(cues)})\s*", re.IGNORECASE)


def _source(line: str, world: World) -> str | None:
    """Give the name in a source line, without the marks that it is typed with."""
    folded = arabic.fold(line).form
    found = _sources(world).match(arabic.key(line))  # a key is as long as its form
    if found is None:
        return None
    name = " ".join(_QUOTES.sub(" ", folded[found.end() :]).split()).strip(_AROUND)
    return name if 0 < len(name) <= _MAX_NAME else None
