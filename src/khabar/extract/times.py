"""Times: TIMEX3 expressions of Arabic news, resolved against the day of publication."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from khabar.extract import (
    _calendar,
    _time_clock,
    _time_cycles,
    _time_days,
    _time_digits,
    _time_fractions,
    _time_hijri,
    _time_holidays,
    _time_months,
    _time_named,
    _time_parts,
    _time_relative,
    _time_sets,
    _time_short,
    _time_spans,
    _time_years,
)
from khabar.extract._counted import counts_something, is_label
from khabar.extract._time_lexicon import Hit
from khabar.extract._time_scene import Found, Scene
from khabar.lexicon import World
from khabar.records import Reading, Time

NEEDS: tuple[str, ...] = ("tokens", "numbers", "mentions")
VERSION = 4
_DAY_BEHIND = 8
"""How many tokens behind a time of the clock the day may stand that it belongs to."""

_Read: TypeAlias = Callable[[Scene, int], Found | None]

_WORDS: tuple[tuple[_Read, frozenset[str]], ...] = (
    (_time_parts.led, frozenset({"lead"})),
    (_time_relative.from_reference, frozenset({"ref", "ref_until"})),
    (_time_sets.repeated, frozenset({"set", "times", "every", "daypart"})),
    (_time_holidays.from_holiday, frozenset({"holiday", "first"})),
    (_time_clock.clock, frozenset({"clock", "hour", "half"})),
    (_time_days.week_day, frozenset({"this", "unit"})),
    (_time_days.week_with, frozenset({"unit"})),
    (_time_days.this_weekday, frozenset({"this"})),
    (_time_relative.remainder, frozenset({"rest"})),
    (_time_parts.day_part, frozenset({"daypart", "point", "night", "this", "partadv", "partname", "noon"})),
    (_time_cycles.from_cycle, frozenset({"cycle", "unit"})),
    (_time_named.named_span, _time_named.OPENERS),
    (_time_fractions.weekday_nth, frozenset({"weekday"})),
    (_time_days.from_weekday, frozenset({"weekday"})),
    (_time_days.from_said, frozenset({"that", "unit"})),
    (_time_spans.throughout, frozenset({"unit"})),
    (_time_days.from_day_word, frozenset({"day"})),
    (_time_short.numbered_day, frozenset({"dated"})),
    (_time_months.from_day, frozenset({"first"})),
    (_time_months.from_month, frozenset({"month"})),
    (_time_months.month_of, frozenset({"unit"})),
    (_time_hijri.from_hijri, frozenset({"hijri", "unit"})),
    (_time_years.from_year, frozenset({"unit"})),
    (_time_relative.shifted, frozenset({"this", "unit"})),
    (_time_spans.counted, frozenset({"unit"})),
    (_time_spans.uncounted, frozenset({"unit"})),
)
"""The readers at a word with the kinds of entries that open them, the more telling ones first."""


@lru_cache(maxsize=1024)
def _readers(kinds: frozenset[str]) -> tuple[_Read, ...]:
    """Give the readers that the kinds of a word open."""
    return tuple(read for read, openers in _WORDS if openers & kinds)


def extract(doc: Reading, world: World) -> Iterator[Time]:
    """Give the time expressions of the text in its order; none overlaps another."""
    scene = Scene(doc, world)
    reader = _Reader(scene, world)
    found: list[Found] = []
    done = 0
    names = _in_names(doc)
    for i in reader.openings():
        if i < done or i in names:
            continue
        one = reader.read(i)
        if one is None:
            continue
        while found and found[-1].last > one.first:
            found.pop()
        found.append(one)
        scene.before = one
        done = one.last
        if one.type in ("DATE", "TIME") and one.value is not None and one.value[:4].isdigit():
            scene.said = one
    for one in _dated(scene, list(_settled(found))):
        yield _time(scene, one)


def _in_names(doc: Reading) -> frozenset[int]:
    """Give the tokens inside a person's name: «دي مايو» is no month."""
    spans = [(m.start, m.end) for m in doc.mentions if m.type == "PER"]
    starts = [token.start for token in doc.tokens]
    return frozenset(i for s, e in spans for i in range(bisect_left(starts, s), bisect_left(starts, e)))


class _Reader:
    """Tries the readers at a token, the more telling ones first."""

    def __init__(self, scene: Scene, world: World) -> None:
        self.scene = scene
        self.world = world

    def openings(self) -> list[int]:
        """Give the tokens at which a time expression can start."""
        scene = self.scene
        worded = {i for i, kinds in enumerate(scene.kinds) if kinds and (_readers(kinds) or "part" in kinds)}
        digits = {i for i, token in enumerate(scene.tokens) if token.kind == "number"}
        return sorted(worded | digits | scene.numbers.keys())

    def read(self, i: int) -> Found | None:
        """Read the time at token `i`, with its part («أواخر») and its day in the other calendar."""
        scene = self.scene
        part = scene.hit(i, "part") or _end_of(scene, i)
        if part is not None and not scene.hit(i, "point"):
            core = self._core(part.last) or _time_relative.current(scene, part.last)
            core = core or _time_parts.bare_part(scene, part.last)
            if core is not None and core.start == scene.tokens[core.first].start and core.first == part.last:
                why = f"{part.entry.why}, {core.why}"
                return core._replace(
                    first=i, start=scene.start(i, part.entry), mod=part.entry.value or "END", why=why
                )
            if scene.hit(i, "part") and not scene.hit(i, "weekend"):
                return None
        found = self._core(i)
        return self._doubled(found) if found is not None and found.type == "DATE" else found

    def _core(self, i: int) -> Found | None:
        scene = self.scene
        if i >= len(scene.tokens):
            return None
        if i in scene.numbers or scene.tokens[i].kind == "number":
            found = self._at_number(i)
            if found is not None:
                return found
        for read in _readers(scene.kinds[i]):
            found = read(scene, i)
            if found is not None:
                return found
        return None

    def _at_number(self, i: int) -> Found | None:
        scene = self.scene
        digits = scene.tokens[i].kind == "number"
        found = _time_digits.numeric(scene, i) if digits else _time_holidays.from_holiday(scene, i)
        found = found or _time_clock.clock(scene, i) or _time_months.from_day(scene, i)
        found = found or _time_short.travelled_day(scene, i) or _time_short.day_of_said(scene, i)
        found = found or _time_sets.repeated(scene, i) or _time_spans.counted(scene, i)
        if found is None and not digits:
            return _time_years.worded_year(scene, i)
        if found is None:
            counts = counts_something(scene.doc, i + 1, self.world) or is_label(scene.key(i - 1), self.world)
            found = _time_years.bare_year(scene, i, counts)
        return found

    def _doubled(self, found: Found) -> Found:
        """Join the same day of the other calendar: «28 شوال 1436هـ الموافق 13 أغسطس 2015م»."""
        scene, at = self.scene, found.last
        at += scene.key(at) in ("،", ",")
        equals = scene.hit(at, "equals", whole=True)
        bracket = scene.key(at) == "("
        at = equals.last if equals else at + (bracket or scene.key(at) in ("/", "-", "–", "="))
        if at == found.last or at >= len(scene.tokens) or found.value is None:
            return found
        other = _time_days.day_like(scene, at)
        if other is None or other.hijri == found.hijri or other.start != scene.tokens[at].start:
            return found
        closed = bracket and scene.key(other.last) == ")"
        if other.value is None or (bracket and not closed) or not _near(found, other):
            return found
        civil = other if found.hijri else found
        why = f"{found.why}; {other.why}"
        return found._replace(last=other.last + closed, value=civil.value, why=why, hijri=False, loose=None)


def _end_of(scene: Scene, i: int) -> Hit | None:
    """Give «آخر» before a month or «الشهر», «العام»: the end of it, not the last of several."""
    last = scene.hit(i, "last")
    if last is None or scene.hit(last.last, "month", whole=True):
        return last
    unit = scene.hit(last.last, "unit", whole=True)
    fits = unit is not None and unit.entry.definite and unit.entry.extra == "singular"
    return last if fits and unit is not None and unit.entry.value in ("Y", "M", "W") else None


def _near(one: Found, other: Found) -> bool:
    """Are two days at most two apart, as the sighting of the moon may differ from the tables?"""
    days = [_calendar.parse(f.value) for f in (one, other) if f.value is not None and len(f.value) == 10]
    first, second = days if len(days) == 2 else (None, None)
    return first is not None and second is not None and abs((first - second).days) <= 2


def _settled(found: Sequence[Found]) -> Iterator[Found]:
    """Give one day to a date or weekday that the document leaves open here and settles elsewhere."""
    firm = {f.loose: f.value for f in found if f.loose is not None and f.firm and f.value is not None}
    for one in found:
        settled = firm.get(one.loose) if one.loose is not None and not one.firm else None
        if settled is not None and settled != one.value:
            yield one._replace(value=settled, why=f"{one.why}, as elsewhere in the text")
        else:
            yield one


def _dated(scene: Scene, found: Sequence[Found]) -> Iterator[Found]:
    """Give a time without day the nearest day of its sentence; a clock time else that of publication."""
    days = [f for f in found if not f.dayless and _calendar.parse(f.value) and len(f.value or "") == 10]
    for one in found:
        if not one.dayless:
            yield one
            continue
        near = [f for f in days if scene.same_sentence(f.first, one.first)]
        habit = any(f.type == "SET" and scene.same_sentence(f.first, one.first) for f in found)
        near = [f for f in near if f.first - one.last < _DAY_BEHIND]
        if near:
            day = min(near, key=lambda f: abs(f.first - one.first))
            yield one._replace(value=day.value, why=f"{one.why}, the day told in its sentence")
        elif one.suffix[1:2].isdigit() and scene.published is not None and not habit:
            day_ = scene.published.isoformat()
            yield one._replace(value=day_, why=f"{one.why}, the day of publication, as no other is told")
        else:
            yield one._replace(value="", why=f"{one.why}, of no told day")


def _time(scene: Scene, one: Found) -> Time:
    days = one.days if one.days is not None else _calendar.interval(one.value)
    value = f"{one.value or ''}{one.suffix}" if one.value is not None else None
    if value is not None and "/T" in value:  # both ends of a stretch of hours have the day
        value = value.replace("/T", f"/{one.value}T")
    end = scene.tokens[one.last - 1].end
    return Time(
        start=one.start, end=end, type=one.type, value=value, mod=one.mod,
        begin=days[0], finish=days[1], why=one.why,
    )  # fmt: skip
