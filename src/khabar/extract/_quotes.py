"""Quotation marks and brackets: which mark closes which, in any of the shapes that Arabic pages use."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

import msgspec

_MARK = re.compile(r"''|[«»\"“”„‟‘’<>()\[\]{}＂❝❞‹›]|(?<![^\W_])'|'(?![^\W_])")
_FAMILY = {"«": "«", "»": "«", "‹": "‹", "›": "‹", '"': '"', "＂": '"', "''": "''", "'": "'"}
_FAMILY |= dict.fromkeys("“”„‟❝❞", "“") | dict.fromkeys("‘’", "‘")
_BRACKETS = {"(": "(", ")": "(", "[": "[", "]": "[", "{": "{", "}": "{"}
_ENDS_WORD = re.compile(r"[\w.؟!…»)]")
_STOPS = ".,،؛;:!؟…"
_OPENERS = "«‹([{"
_CLOSERS = "»›)]}"
_DEEPEST = 40  # marks left open beyond this are noise: a page of stray brackets must not cost more


class Quote(msgspec.Struct, frozen=True, gc=False):
    """A pair of marks: `[start, end)` with them, `[inner, outer)` between them.

    `closed` is False where the partner is missing and the quotation was taken to the end of the text given.
    """

    start: int
    end: int
    inner: int
    outer: int
    bracket: bool = False
    closed: bool = True


class Quotes:
    """The pairs of one stretch of text, in text order, with look-ups by position."""

    __slots__ = ("_ends", "_starts", "outermost", "pairs", "quotations")

    def __init__(self, pairs: list[Quote]) -> None:
        """Index the pairs."""
        self.pairs = sorted(pairs, key=lambda p: (p.start, -p.end))
        self.quotations = [p for p in self.pairs if not p.bracket]
        self.outermost: list[Quote] = []
        for pair in self.pairs:
            if pair.closed and (not self.outermost or pair.start >= self.outermost[-1].end):
                self.outermost.append(pair)
        self._starts = [p.start for p in self.outermost]
        self._ends = {p.end: p for p in self.quotations}

    def opening(self, at: int) -> Quote | None:
        """Give the quotation whose first mark stands at `at`."""
        index = bisect_left(self.quotations, at, key=lambda p: p.start)
        found = index < len(self.quotations) and self.quotations[index].start == at
        return self.quotations[index] if found else None

    def closing(self, at: int) -> Quote | None:
        """Give the quotation whose last mark ends at `at`."""
        return self._ends.get(at)

    def around(self, at: int) -> Quote | None:
        """Give the outermost closed pair, quotation or bracket, that holds the position."""
        index = bisect_right(self._starts, at) - 1
        found = index >= 0 and self.outermost[index].start < at < self.outermost[index].end
        return self.outermost[index] if found else None

    def within(self, start: int, end: int) -> list[Quote]:
        """Give the quotations that begin in `[start, end)`."""
        first = bisect_left(self.quotations, start, key=lambda p: p.start)
        last = bisect_left(self.quotations, end, key=lambda p: p.start)
        return self.quotations[first:last]


def _opens(mark: str, family: str, before: str, after: str, stack: list[tuple[str, int, int]]) -> bool:
    if mark in _OPENERS or mark in _CLOSERS:
        return mark in _OPENERS
    if family not in [open_[0] for open_ in stack]:
        # «… العمل". وأضاف "…»: a mark between a word and a stop closes what an earlier line opened.
        left_over = family == '"' and _ENDS_WORD.match(before) and after in _STOPS
        return not (after == "" or after.isspace() or left_over)
    # One of its family is open. The same shape may nest only where it hangs on the word behind it: “ … “.
    return (
        mark in "“„‘" and (before.isspace() or before in "([:") and not (after.isspace() or after in ".,،؛:")
    )


def find(text: str, start: int, end: int) -> Quotes:
    """Pair the marks of `text[start:end]`; a quotation that nothing closes runs to `end`."""
    return _find(text[start:end], start)


@lru_cache(maxsize=256)
def _find(piece: str, base: int) -> Quotes:
    pairs: list[Quote] = []
    stack: list[tuple[str, int, int]] = []
    for found in _MARK.finditer(piece):
        mark = found[0]
        family = _FAMILY.get(mark) or _BRACKETS.get(mark)
        if family is None:
            continue
        before = piece[found.start() - 1 : found.start()]
        after = piece[found.end() : found.end() + 1]
        if _opens(mark, family, before, after, stack):
            if len(stack) < _DEEPEST:
                stack.append((family, base + found.start(), base + found.end()))
        elif any(open_[0] == family for open_ in stack):
            while stack[-1][0] != family:
                stack.pop()
            _, opened, inner = stack.pop()
            outer, closed = base + found.start(), base + found.end()
            pairs.append(Quote(opened, closed, inner, outer, family in "([{"))
    last = base + len(piece)
    for family, opened, inner in stack:
        if family not in "([{":
            pairs.append(Quote(opened, last, inner, last, closed=False))
    return Quotes(pairs)
