"""What a number in digits is for: an amount, half of a score, or a part of a date, clock, code or list."""

from khabar.extract._cardinals import Parser
from khabar.extract._digits import touches
from khabar.records import NumberUse

_HYPHENS = frozenset("-–")
_CHAINS = frozenset("-–/:\\")
_LIST_MARKS = frozenset("-–.)/")
_DIAL = frozenset("+#")
_HIGHEST_SCORE = 150
_LOOK_BACK, _LOOK_AHEAD = 14, 8
_LONGEST = 9
_LONGEST_LIST = 2


def use(parser: Parser, first: int, last: int) -> NumberUse:
    """Tell the use of the number at tokens `[first, last)`."""
    marks = {parser.key(at) for at in (first - 1, last) if chained(parser, at)}
    if marks:
        return "score" if marks <= _HYPHENS and is_score(parser, first, last) else "part"
    form = parser.tokens[first].form
    if parser.tokens[first].kind != "number" or last != first + 1:
        return "amount"
    if form.isdigit() and (len(form) > _LONGEST or (form[0] == "0" and len(form) > 1)):
        return "part"
    if parser.key(first - 1) in _DIAL and touches(parser.tokens, first - 1):
        return "part"
    listed = opens_line(parser, first) and len(form) <= _LONGEST_LIST and parser.key(last) in _LIST_MARKS
    return "part" if listed else "amount"


def is_score(parser: Parser, first: int, last: int) -> bool:
    """Stands a word of sports near, and are both sides small: «فاز 2-1», «2-صفر»?"""
    sides = [_value(parser, at) for at in (first - 2, first, last + 1) if 0 <= at < len(parser.tokens)]
    if any(side is not None and side > _HIGHEST_SCORE for side in sides):
        return False
    near = range(max(0, first - _LOOK_BACK), min(len(parser.tokens), last + _LOOK_AHEAD))
    return any(parser.context.has("score", parser.key(k)) for k in near)


def opens_line(parser: Parser, i: int) -> bool:
    """Is token `i` the first of its line?"""
    return i == 0 or "\n" in parser.text[parser.tokens[i - 1].end : parser.tokens[i].start]


def chained(parser: Parser, at: int) -> bool:
    """Is token `at` a mark between two numbers that touch it?"""
    if not 0 < at < len(parser.tokens) - 1 or parser.key(at) not in _CHAINS:
        return False
    tight = touches(parser.tokens, at - 1) and touches(parser.tokens, at)
    return tight and _value(parser, at - 1) is not None and _value(parser, at + 1) is not None


def _value(parser: Parser, i: int) -> float | None:
    token, word = parser.tokens[i], parser.word(i)
    if token.kind == "number":
        return float(token.form) if token.form.isdigit() else -1
    return 0 if word is not None and word.kind == "zero" else None
