"""Numbers: digits, number words, approximators and bounds, ranges, vague plurals, ordinals.

The span of a number covers its approximator, bound, article and sign. A percent sign stands outside, in
`percent`. `use` tells scores and parts of dates, codes and lists from amounts.
"""

from collections.abc import Iterator
from typing import NamedTuple

from khabar import arabic
from khabar.extract._bounds import Bounds, approximator_before, bounds
from khabar.extract._cardinals import Parser
from khabar.extract._digits import touches
from khabar.extract._lookup import Cardinal
from khabar.extract._number_use import chained, is_score, opens_line, use
from khabar.extract._numerals import ARTICLES
from khabar.lexicon import World
from khabar.records import Number, Range, Reading

NEEDS: tuple[str, ...] = ("tokens",)
VERSION = 2

_HYPHENS = frozenset("-–−")
_MINUS = "−"
_LOOK_BACK = 7
_DECIMALS = 6
_NOISE = 1e-14
"""What floating point adds to a product like 256.1 times a thousand million, relatively."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


class _Amount(NamedTuple):
    """A number with its bounds, from token `first` and offset `start`."""

    first: int
    start: int
    low: float | None
    high: float | None
    approx: bool
    why: str


def extract(doc: Reading, world: World) -> Iterator[Number]:
    """Give the numbers of the text in its order; none overlaps another."""
    parser = Parser(doc, world)
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
    """Puts signs, approximators, ranges and percent signs around the parser's numbers."""

    def __init__(self, doc: Reading, parser: Parser, known: Bounds) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.parser = parser
        self.context = parser.context
        self.known = known

    def read(self, i: int) -> Number | None:
        """Read the number at token `i` with what belongs to it on both sides."""
        if self._glued(i):
            return None
        first, start = self._start(i)
        row = approximator_before(self.tokens, first, self.known)
        one = self.parser.number(i, row is not None)
        if one is None:
            return None
        both = None if one.ordinal else self._range(i, one)
        amount = _Amount(first, start, one.low, one.high, one.approx, one.why)
        last = one.last
        if both is not None:
            low = one.low
            if one.scale < both.scale and low < both.low / both.scale:
                low *= both.scale  # «بين 5 و10 آلاف»
            amount = amount._replace(low=low, high=both.high, why=f"range, {one.why}")
            last = both.last
        elif self._negative(i, last):
            amount = _Amount(
                i - 1, self.tokens[i - 1].start, -one.low, -one.low, False, f"negative, {one.why}"
            )
        if start == self.tokens[first].start or first == i - 1 or both is not None:
            amount = self._bounded(amount, last, max(one.scale, both.scale if both else 1))
        return self._number(amount, last, one, both is not None)

    def _number(self, amount: _Amount, last: int, one: Cardinal, is_range: bool) -> Number:
        ordinal = one.ordinal or self._ranked(last, amount.first)
        behind = self.context.sign_at(self.tokens, last)
        return Number(
            start=amount.start, end=self.tokens[last - 1].end, first=amount.first, last=last,
            low=_plain(amount.low), high=_plain(amount.high), approx=amount.approx, ordinal=ordinal,
            percent=self._percent(amount.first, last, behind), fraction=one.fraction and not is_range,
            use="amount" if is_range else use(self.parser, amount.first, last), why=amount.why,
        )  # fmt: skip

    def _percent(self, first: int, last: int, behind: int | None) -> Range | None:
        """Give where the percent sign of the number at tokens `[first, last)` stands, behind or before it."""
        if behind is not None:
            return self.tokens[last].start, self.tokens[behind - 1].end
        at = self.context.sign_before(self.tokens, first)
        if at is None or (at > 0 and self.parser.numeric(at - 1)):
            return None
        apart = self.tokens[at].kind == "mark" and not touches(self.tokens, first - 1)
        return None if apart else (self.tokens[at].start, self.tokens[first - 1].end)

    def _ranked(self, last: int, first: int) -> bool:
        """«الذكرى الـ17», «في الـ16 من عمره»: an ordinal in digits."""
        if self.tokens[first].key not in ARTICLES:
            return False
        if self.context.has("ordinal_head", self.parser.key(first - 1)):
            return True
        has, key = self.context.has, self.parser.key
        return has("of", key(last)) and has("age", key(last + 1))

    def _glued(self, i: int) -> bool:
        """Is token `i` digits that belong to a name, unit or address: «F16», «إس-300», «5G», «كم2»?"""
        token = self.tokens[i]
        if token.kind != "number":
            return False
        if touches(self.tokens, i) and self.tokens[i + 1].form.isascii() and self.parser.letter(i + 1):
            return True
        if i == 0 or not touches(self.tokens, i - 1):
            return False
        before = self.tokens[i - 1]
        if before.kind == "word":
            return before.form.isascii() or self.context.has("power", before.key)
        tight = i > 1 and touches(self.tokens, i - 2)
        if before.key == "=" or (before.key == "%" and tight):
            return True
        return tight and before.key in ("-", "–") and self.parser.is_name(i - 2)

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

    def _negative(self, i: int, last: int) -> bool:
        """Stands a minus before the digits: «-3 درجات»; a dash of a list, a range or a score is none."""
        if i == 0 or self.tokens[i].kind != "number" or self.tokens[i - 1].key not in _HYPHENS:
            return False
        apart = i == 1 or (not touches(self.tokens, i - 2) and self.tokens[i - 2].kind != "number")
        if not touches(self.tokens, i - 1) or not apart:
            return False
        alone = last == len(self.tokens) or opens_line(self.parser, last)
        return self.tokens[i - 1].key == _MINUS or alone or not opens_line(self.parser, i - 1)

    def _bounded(self, amount: _Amount, last: int, scale: float) -> _Amount:
        """Take in the approximators before a number, the nearest first."""
        first, start, low, high, approx, why = amount
        while start == self.tokens[first].start:
            found = approximator_before(self.tokens, first, self.known)
            if found is None:
                break
            row, at, cut = found
            measured = scale > 1 or self.context.sign_at(self.tokens, last) is not None
            if row.place == "before amount" and not measured:
                break
            first, before = at, self.tokens[at]
            start = arabic.after_letters(self.doc.text, before.start, cut) if cut else before.start
            why = f"{why}, «{row.form}»"
            if row.bound == "about":
                approx = True
            elif row.bound == "low":
                high = None
            elif row.bound == "high":
                low = None
        return _Amount(first, start, low, high, approx, why)

    def _range(self, i: int, one: Cardinal) -> Cardinal | None:
        """Read the upper end of a range that starts with `one`, if this is one."""
        sign = self.context.sign_at(self.tokens, one.last)
        at = sign or one.last
        nxt = self._upper(i, at) if at + 1 < len(self.tokens) else None
        upper = None if nxt is None or nxt >= len(self.tokens) else self.parser.number(nxt)
        if upper is None or upper.ordinal or upper.approx or one.approx or one.high is None:
            return None
        if sign is not None and self.context.sign_at(self.tokens, upper.last) is None:
            return None  # «بنحو 5% إلى 80 مليون دولار»: by how much, and to what
        if self._by_and_to(i, one, upper):
            return None
        of_year = _FIRST_YEAR <= one.low <= _LAST_YEAR < upper.low  # «1100 عام 2010 إلى 6500»
        return upper if upper.low > one.low and not of_year else None

    def _by_and_to(self, i: int, one: Cardinal, upper: Cardinal) -> bool:
        """«نزلت خمسة مليارات إلى 3,1 تريليون»: two scales and no «من» or «بين» are no range."""
        apart = one.scale > 1 and upper.scale > 1 and one.scale != upper.scale
        return (
            apart
            and self.context.has("to", self.tokens[one.last].key)
            and not self.context.has("opener", self.parser.key(i - 1))
        )

    def _upper(self, i: int, at: int) -> int | None:
        """Give the token where the upper end would start, behind what joins it at token `at`."""
        has, joint, opener = self.context.has, self.tokens[at], self.parser.key(i - 1)
        if joint.key in ("-", "–"):
            return at + 1 if self._hyphened(i, at) else None
        if has("or", joint.key):
            return at + 1
        if has("to", joint.key):
            return None if self._changed(i) else at + 1
        between = has("opener", opener) and opener.endswith("بين")
        return self.parser.joined(at) if between else None

    def _hyphened(self, i: int, at: int) -> bool:
        """Tell «15-20» and «15 – 20» from dates, scores and «2014 -3»."""
        if self.tokens[at + 1].kind != "number" or self.tokens[at - 1].kind == "mark":
            return False
        tight = touches(self.tokens, at - 1)
        if tight != touches(self.tokens, at) or self._line_ends(at):
            return False
        if chained(self.parser, i - 1) or chained(self.parser, at + 2):
            return False
        return not (tight and is_score(self.parser, i, at))

    def _line_ends(self, at: int) -> bool:
        return "\n" in self.doc.text[self.tokens[at - 1].end : self.tokens[at + 1].start]

    def _changed(self, i: int) -> bool:
        """Is «من 20 إلى 30» a change, not a range: «ارتفع … من 20 إلى 30»?"""
        if not self.context.has("opener", self.parser.key(i - 1)):
            return False
        near = range(max(0, i - _LOOK_BACK), i)
        return any(self.context.has("change", self.parser.key(k)) for k in near)


def _plain(value: float | None) -> float | int | None:
    if value is None:
        return None
    whole = round(value)
    if abs(value - whole) <= _NOISE * abs(value):
        return whole
    return round(value, _DECIMALS)
