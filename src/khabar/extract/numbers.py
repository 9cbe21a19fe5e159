"""Numbers: digits, number words, approximators and bounds, ranges, vague plurals, ordinals."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

import msgspec

from khabar import arabic
from khabar.extract._cardinals import Cardinal, Parser
from khabar.extract._numerals import ARTICLES, BEFORE_ARTICLE, readings
from khabar.lexicon import World
from khabar.records import Number, Reading, Token

NEEDS: tuple[str, ...] = ("tokens",)
VERSION = 1

Bound = Literal["about", "low", "high", "several"]


class Approximator(msgspec.Struct, frozen=True):
    """One row of words/approximators.tsv: what the words do to the number beside them."""

    form: str
    bound: Bound
    place: Literal["before", "after"]


class Bounds(NamedTuple):
    """The approximators by the keys of their words; `ends` are the last words of those before a number."""

    before: Mapping[tuple[str, ...], tuple[Approximator, int]]
    after: Mapping[tuple[str, ...], Approximator]
    ends: frozenset[str]
    longest: int


@lru_cache(maxsize=4)
def bounds(world: World) -> Bounds:
    """Index the approximators, the first word of each with every proclitic it may carry."""
    before: dict[tuple[str, ...], tuple[Approximator, int]] = {}
    after: dict[tuple[str, ...], Approximator] = {}
    for row in world.rows("words/approximators.tsv", Approximator):
        first, *rest = arabic.key(row.form).split()
        if row.place == "after":
            after[first, *rest] = row
            continue
        for front in BEFORE_ARTICLE:
            before.setdefault((front + first, *rest), (row, len(front)))
    ends = frozenset(words[-1] for words in before)
    return Bounds(before, after, ends, max(len(words) for words in before))


def approximator_before(
    tokens: Sequence[Token], i: int, known: Bounds
) -> tuple[Approximator, int, int] | None:
    """Give the approximator whose words end at token `i`: its row, first token and letters to cut there."""
    if i == 0 or tokens[i - 1].key not in known.ends:
        return None
    for length in range(min(known.longest, i), 0, -1):
        found = known.before.get(tuple(t.key for t in tokens[i - length : i]))
        if found is not None:
            return found[0], i - length, found[1]
    return None


def extract(doc: Reading, world: World) -> Iterator[Number]:
    """Give the numbers of the text in its order; none overlaps another."""
    parser = Parser(doc.tokens, readings(world))
    reader = _Reader(doc, parser, bounds(world))
    done = 0
    for i in parser.starts():
        if i < done:
            continue
        number = reader.read(i)
        if number is not None:
            yield number
            done = number.last


class _Reader:
    """Puts approximators and ranges around the parser's numbers."""

    def __init__(self, doc: Reading, parser: Parser, known: Bounds) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.parser = parser
        self.known = known

    def read(self, i: int) -> Number | None:
        """Read the number at token `i` with what belongs to it on both sides."""
        if self._glued(i):
            return None
        one = self.parser.number(i)
        if one is None:
            return None
        both = None if one.ordinal else self._range(i, one)
        first, start = self._start(i)
        low: float | None = one.low
        high: float | None = one.high
        last, approx, why = one.last, one.approx, one.why
        if both is not None:
            low, high, last, why = one.low, both.high, both.last, f"range, {one.why}"
            if one.scale < both.scale and one.low < both.high / both.scale:
                low = one.low * both.scale  # «بين 5 و10 آلاف»
        if first == i or self.tokens[first].key in ARTICLES:
            first, start, low, high, approx, why = self._bounded(first, start, (low, high, approx, why))
        end = self.tokens[last - 1].end
        return Number(
            start=start, end=end, first=first, last=last, low=_plain(low), high=_plain(high), approx=approx,
            ordinal=one.ordinal or self._of_age(last, first), why=why,
        )  # fmt: skip

    def _of_age(self, last: int, first: int) -> bool:
        """«في الـ16 من عمره»: the sixteenth year, an ordinal."""
        rest = [t.key for t in self.tokens[last : last + 2]]
        return (
            len(rest) == 2
            and rest[0] == "من"
            and rest[1].startswith("عمر")
            and self.tokens[first].key in ARTICLES
        )

    def _glued(self, i: int) -> bool:
        """Is token `i` digits that belong to a name: «F16», «إس-300», «2-2-2024»'s inner parts are not?"""
        token = self.tokens[i]
        if token.kind != "number" or i == 0:
            return False
        before = self.tokens[i - 1]
        if before.end != token.start:
            return False
        if before.kind == "word":
            return before.form.isascii()
        hyphen = before.key in ("-", "–") and i > 1
        return hyphen and self.tokens[i - 2].kind == "word" and self.tokens[i - 2].end == before.start

    def _start(self, i: int) -> tuple[int, int]:
        """Give the first token and the offset where the number starts: «الـ14» with its article."""
        token, word = self.tokens[i], self.parser.words[i]
        if word is not None and word.cut:
            return i, arabic.after_letters(self.doc.text, token.start, word.cut)
        before = self.tokens[i - 1] if i else None
        if token.kind == "number" and before is not None and before.key in ARTICLES:
            cut = len(before.key) - 2
            return i - 1, arabic.after_letters(self.doc.text, before.start, cut) if cut else before.start
        return i, token.start

    def _bounded(
        self, first: int, start: int, read: tuple[float | None, float | None, bool, str]
    ) -> tuple[int, int, float | None, float | None, bool, str]:
        low, high, approx, why = read
        while start == self.tokens[first].start:
            found = approximator_before(self.tokens, first, self.known)
            if found is None:
                break
            row, first, cut = found
            before = self.tokens[first]
            start = arabic.after_letters(self.doc.text, before.start, cut) if cut else before.start
            why = f"{why}, «{row.form}» (words/approximators.tsv)"
            if row.bound == "about":
                approx = True
            elif row.bound == "low":
                high = None
            elif row.bound == "high":
                low = None
        return first, start, low, high, approx, why

    def _range(self, i: int, one: Cardinal) -> Cardinal | None:
        """Read the upper end of a range that starts with `one`, if this is one."""
        at = one.last
        if at + 1 >= len(self.tokens):
            return None
        joint = self.tokens[at]
        opener = self.tokens[i - 1].key if i else ""
        if joint.key in ("-", "–"):
            tight = joint.start == self.tokens[at - 1].end and joint.end == self.tokens[at + 1].start
            nxt = at + 1 if tight and self.tokens[at + 1].kind == "number" else None
        elif joint.key == "او":
            nxt = at + 1
        elif joint.key == "الي":
            nxt = at + 1 if opener in ("من", "بين") else None
        else:
            nxt = self._after_and(at) if opener.lstrip("وف") == "بين" else None
        upper = None if nxt is None else self.parser.number(nxt)
        if upper is None or upper.ordinal or upper.approx or one.approx or upper.low <= one.low:
            return None
        return upper

    def _after_and(self, at: int) -> int | None:
        word = self.parser.words[at]
        if word is not None and word.joined and word.cut == 1:
            return at
        return at + 1 if self.tokens[at].key == "و" else None


def _plain(value: float | None) -> float | int | None:
    if value is None:
        return None
    value = round(value, 6)
    return int(value) if value == int(value) else value
