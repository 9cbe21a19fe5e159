"""Figures: numbers that count or measure something, with unit, category, what is counted, and claimant."""

from bisect import bisect_right
from collections.abc import Iterator

from khabar.extract._bounds import Bounds, bounds
from khabar.extract._counted import index, measure_at
from khabar.extract._currencies import Currencies
from khabar.extract._figure_clause import Clause
from khabar.extract._figure_meaning import Before, Meanings
from khabar.extract._figure_nouns import NounReader
from khabar.extract._noun_phrases import Found
from khabar.lexicon import World
from khabar.records import Figure, Number, Range, Reading

NEEDS: tuple[str, ...] = ("blocks", "tokens", "numbers", "times", "statements", "mentions")
VERSION = 2

_OPENING = frozenset("\"“«„‘'")
_LONGEST_MODEL = 4
"""Letters of a model as papers write them before its number: «إس9», «ميغ29»."""


def extract(doc: Reading, world: World) -> Iterator[Figure]:
    """Give the figures of the text in its order, with ids f1, f2, …"""
    reader = _Reader(doc, world)
    for number in doc.numbers:
        figure = reader.figure(number)
        if figure is not None:
            yield figure


class _Reader:
    def __init__(self, doc: Reading, world: World) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.known = index(world)
        self.nouns = NounReader(doc, world, self.known)
        self.clause = Clause(doc, world, self.known)
        self.meanings = Meanings(doc, self.clause, Currencies(doc.entities, world))
        self.bounds: Bounds = bounds(world)
        self.times = sorted((t.start, t.end) for t in doc.times)
        self.mentions = sorted((m.start, m.end) for m in doc.mentions)
        self.before: Before | None = None
        self.count = 0

    def figure(self, number: Number) -> Figure | None:
        """Make the figure of a number, None where it counts nothing."""
        if self._is_none(number) or (self.before is not None and number.start < self.before.figure.end):
            return None
        found = self.nouns.read(number)
        meaning = self.meanings.of(number, found, self.before) if found is not None else None
        if found is None or meaning is None:
            return None
        low, high, approx, last = self._bounded(number, found)
        if number.fraction:
            low, high = _percent(low), _percent(high)
        start, end = found.start, self.tokens[(last if last > found.last else found.head) - 1].end
        self.count += 1
        figure = Figure(
            id=f"f{self.count}", start=start, end=end, low=low, high=high, approx=approx,
            unit=meaning.unit, category=meaning.category, counted=meaning.counted,
            statement=self._statement(start, end), why=f"{number.why}, {meaning.why}",
        )  # fmt: skip
        self.before = Before(figure, last, self._sum(figure, number, last))
        return figure

    def _sum(self, figure: Figure, number: Number, last: int) -> Figure | None:
        """Give the last sum of money in the sentence, «4 مليارات جنيه (80 مليون دولار)» the first of two."""
        if figure.category == "money" and self.clause.key(last) != ")":
            return figure
        before = self.before
        if before is None or any(self.clause.ends(k) for k in range(before.last, number.first)):
            return None
        return before.sum

    def _is_none(self, number: Number) -> bool:
        """Tell ordinals, scores, parts of codes, times, names, labels and page counters."""
        if number.ordinal or number.use != "amount":
            return True
        if _inside(self.times, number) or _inside(self.mentions, number) or self._is_counter(number):
            return True
        if self._is_glued(number) or self._is_noted(number):
            return True
        opened = self.clause.key(number.first - 1) in _OPENING  # «حزب "5 نجوم"»
        labelled = self.clause.has("label", number.first - 1 - opened)  # «المادة 140», «قناة 24»
        if opened and labelled:
            return True
        return labelled and measure_at(self.tokens, number.last, self.known) is None

    def _is_glued(self, number: Number) -> bool:
        """Are the digits written to a word that leads to no number: «إس9»?"""
        at = number.first - 1
        if at < 0 or self.tokens[at].end != self.tokens[number.first].start:
            return False
        word = self.tokens[at]
        leads = word.key in self.known.contexts or word.key in self.bounds.ends
        return word.kind == "word" and not leads and 1 < len(word.key) <= _LONGEST_MODEL

    def _is_noted(self, number: Number) -> bool:
        """Stand digits alone in brackets: a minute of a match, a note?"""
        key = self.clause.key
        return key(number.first - 1) == "(" and key(number.last) == ")" and number.last == number.first + 1

    def _is_counter(self, number: Number) -> bool:
        """«12 تعليقاً»: the site counts its readers, not the world."""
        if self.known.contexts.get(self.clause.key(number.last)) != "counter":
            return False
        roles = [b.role for b in self.doc.blocks if b.start <= number.start < b.end]
        return roles[:1] in (["furniture"], ["meta"]) or self.clause.ends(number.first - 1)

    def _bounded(self, number: Number, found: Found) -> tuple[float | None, float | None, bool, int]:
        """Apply «على الأقل» and its like behind the noun; give low, high, approx and the token behind."""
        low, high, approx, last = number.low, number.high, number.approx, found.last
        for length in (3, 2, 1):
            words = tuple(t.key for t in self.tokens[last : last + length])
            row = self.bounds.after.get(words)
            if row is not None:
                approx = approx or row.bound == "about"
                low = None if row.bound == "high" else low
                high = None if row.bound == "low" else high
                return low, high, approx, last + len(words)
        return low, high, approx, last

    def _statement(self, start: int, end: int) -> str | None:
        around = [s for s in self.doc.statements if s.start <= start and end <= s.end]
        return min(around, key=lambda s: (s.end - s.start, s.start)).id if around else None


def _inside(spans: list[Range], number: Number) -> bool:
    at = bisect_right(spans, (number.end - 1, 1 << 60)) - 1
    return at >= 0 and spans[at][1] > number.start


def _percent(share: float | None) -> float | None:
    return None if share is None else round(share * 100, 2)
