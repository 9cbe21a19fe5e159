"""Figures: numbers that count or measure something, with unit, category, what is counted, and claimant."""

from bisect import bisect_right
from collections.abc import Iterator

from khabar.extract._counted import Governor, measure_at
from khabar.extract._figure_nouns import Found, NounReader, is_fraction
from khabar.extract.numbers import Bounds, bounds
from khabar.lexicon import World
from khabar.records import Figure, Number, Range, Reading

NEEDS: tuple[str, ...] = ("blocks", "tokens", "numbers", "times", "statements", "mentions")
VERSION = 1

_REACH = 8
_AHEAD = 3
_STOPS = frozenset(".!?؟")
_INNER_MARKS = ("-", "–", ":", "/", "\\")
_LIST_MARKS = ("-", "–", ".", ")", "/", "_")
_GROUPED = ("person", "state")
_LONGEST_COUNT = 7
"""Digits without separators; longer runs are telephone or account numbers."""


def extract(doc: Reading, world: World) -> Iterator[Figure]:
    """Give the figures of the text in its order, with ids f1, f2, …"""
    reader = _Reader(doc, world)
    count, done = 0, 0
    for number in doc.numbers:
        figure = reader.figure(number, f"f{count + 1}") if number.start >= done else None
        if figure is not None:
            count, done = count + 1, figure.end
            yield figure


class _Reader:
    def __init__(self, doc: Reading, world: World) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.nouns = NounReader(doc, world)
        self.known = self.nouns.known
        self.key = self.nouns.key
        self.bounds: Bounds = bounds(world)
        self.times = sorted((t.start, t.end) for t in doc.times)
        self.mentions = sorted((m.start, m.end) for m in doc.mentions)

    def figure(self, number: Number, name: str) -> Figure | None:
        """Make the figure of a number, None where it counts nothing."""
        if number.ordinal or _inside(self.times, number) or self._is_name(number) or self._is_counter(number):
            return None
        found = self.nouns.read(number)
        if found is None:
            return None
        governor = self._governor(found, number)
        if found.measure is None and governor is None and not self._claimed(number):
            return None
        low, high, approx, end = self._bounded(number, found)
        unit, category, why = _meaning(found, governor)
        if is_fraction(number) and low is not None:
            low = high = round(low * 100, 2)
        return Figure(
            id=name, start=found.start, end=end, low=low, high=high, approx=approx,
            unit=unit, category=category, counted=found.counted,
            statement=self._statement(found.start, end), why=f"{number.why}, {why}",
        )  # fmt: skip

    def _is_name(self, number: Number) -> bool:
        """Tell phone numbers, scores, list numbers, «المادة 140», numbers inside names."""
        first, last = number.first, number.last
        before = self.key(first - 1)
        if _inside(self.mentions, number):
            return True
        if self.tokens[last - 1].kind == "number":
            form = self.tokens[last - 1].form
            long = form.isdigit() and (len(form) > _LONGEST_COUNT or (form[0] == "0" and len(form) > 1))
            tight = first > 0 and self.tokens[first - 1].end == self.tokens[first].start
            listed = self._opens_line(first) and self.key(last) in _LIST_MARKS
            if long or listed or before in ("+", "#") or self._tight_mark(last):
                return True
            if tight and before in (*_INNER_MARKS, ".") and self._marked(first - 1):
                return True
        contexts = self.known.contexts
        label = contexts.get(before) == "label" or contexts.get(before[1:]) == "label"
        return label and measure_at(self.doc, last, self.known) is None

    def _marked(self, i: int) -> bool:
        """Does the mark at token `i` touch what stands before it, as in scores, unlike a dash?"""
        return i > 0 and self.tokens[i - 1].end == self.tokens[i].start

    def _tight_mark(self, i: int) -> bool:
        """Stands a mark at token `i` with digits on both sides: a score, a clock, a path?"""
        if i + 1 >= len(self.tokens) or self.key(i) not in _INNER_MARKS:
            return False
        mark, after = self.tokens[i], self.tokens[i + 1]
        return self.tokens[i - 1].end == mark.start and after.kind == "number" and mark.end == after.start

    def _opens_line(self, i: int) -> bool:
        return i == 0 or self._line_end(i - 1)

    def _line_end(self, k: int) -> bool:
        return "\n" in self.doc.text[self.tokens[k].end : self.tokens[k + 1].start]

    def _is_counter(self, number: Number) -> bool:
        """«12 تعليقاً»: the site counts its readers, not the world."""
        if self.known.contexts.get(self.key(number.last)) != "counter":
            return False
        roles = [b.role for b in self.doc.blocks if b.start <= number.start < b.end]
        return not roles or roles[0] in ("furniture", "meta") or self._opens_line(number.first)

    def _bounded(self, number: Number, found: Found) -> tuple[float | None, float | None, bool, int]:
        """Apply «على الأقل» and its like behind the noun; give low, high, approx and the end."""
        low, high, approx, last = number.low, number.high, number.approx, found.last
        for length in (3, 2, 1):
            words = tuple(t.key for t in self.tokens[last : last + length])
            row = self.bounds.after.get(words)
            if row is not None:
                approx = approx or row.bound == "about"
                low = None if row.bound == "high" else low
                high = None if row.bound == "low" else high
                last += len(words)
                break
        return low, high, approx, self.tokens[last - 1].end

    def _governor(self, found: Found, number: Number) -> Governor | None:
        """Give the nearest word that says what happened to the counted, before the number or right behind."""
        if found.measure is not None and (found.measure.is_unit or found.measure.weight == "own"):
            return None
        unit = found.measure.unit if found.measure is not None else None
        for k in range(number.first - 1, max(-1, number.first - 1 - _REACH), -1):
            if self.key(k) in _STOPS or self._line_end(k):
                break
            row = self.known.governors.get(self.key(k))
            if row is not None and _fits(row, unit):
                return row
        for k in range(found.last, min(len(self.tokens), found.last + _AHEAD)):
            row = self.known.governors.get(self.key(k))
            if row is not None and self.key(k).endswith("وا") and unit in (None, "person"):
                return row
        return None

    def _claimed(self, number: Number) -> bool:
        """Does a bare number answer «عدد», «بلغ»: it counts something named elsewhere."""
        near = range(max(0, number.first - 4), number.first)
        return any(self.known.contexts.get(self.key(k)) == "count" for k in near)

    def _statement(self, start: int, end: int) -> str | None:
        around = [s for s in self.doc.statements if s.start <= start and end <= s.end]
        return min(around, key=lambda s: (s.end - s.start, s.start)).id if around else None


def _inside(spans: list[Range], number: Number) -> bool:
    at = bisect_right(spans, (number.end - 1, 1 << 60)) - 1
    return at >= 0 and spans[at][1] > number.start


def _fits(governor: Governor, unit: str | None) -> bool:
    if governor.scope == "group":
        return unit is None or unit in _GROUPED
    return unit is None or governor.scope == unit


def _meaning(found: Found, governor: Governor | None) -> tuple[str | None, str, str]:
    """Give unit, category and why: the governor decides where the noun leaves it open."""
    unit = found.measure.unit if found.measure is not None else None
    category = found.measure.category if found.measure is not None else "other"
    if governor is None:
        return unit, category, found.why
    if unit is None and governor.scope != "group":
        unit = governor.scope
    if governor.category != "other":
        category = governor.category
    return unit, category, f"{found.why}, «{governor.lemma}» beside it (words/quantity_verbs.tsv)"
