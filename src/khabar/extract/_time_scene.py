"""What the readers of times share: one document's tokens and words of time, and what they found."""

from bisect import bisect_left
from datetime import date
from functools import cached_property
from typing import NamedTuple

from khabar import arabic
from khabar.extract import _calendar
from khabar.extract._digits import touches
from khabar.extract._time_lexicon import Entry, Hit, TimeWord, entries, kinds_of
from khabar.lexicon import World
from khabar.records import Number, Reading, TimexType, Token

_NONE: frozenset[str] = frozenset()
_STOPS = frozenset(".!?؟؛")
_OPEN, _CLOSE = frozenset("«“"), frozenset("»”")


class Found(NamedTuple):
    """A time expression read from tokens `[first, last)`.

    `loose` names what another mention in the document may settle («4 حزيران» by «4 حزيران 2019»), `firm`
    whether this one settles it; `suffix` is what stands behind the day in the value: the part of the day or
    the time of the clock; with `dayless` the day itself is still to be found.
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
    dayless: bool = False
    hijri: bool = False
    end: int | None = None


def _entries(token: Token, them: tuple[Entry, ...]) -> tuple[Entry, ...] | None:
    """Leave out what the hamza excludes («ألان» is no «الآن», «أب» no «آب») and «أمس» in the verb «لامس»."""
    if token.pos == "verb" and not token.pre:
        them = tuple(e for e in them if not e.cut)
    if token.form[0] in "أإ":
        them = tuple(e for e in them if not e.definite)
    return them or None


class Scene:
    """One document, seen by the readers of time expressions."""

    def __init__(self, doc: Reading, world: World) -> None:
        """Look every token up once."""
        index, kinds = entries(world), kinds_of(world)
        found = [index.get(t.key) for t in doc.tokens]
        self.kinds = [kinds[t.key] if them else _NONE for t, them in zip(doc.tokens, found, strict=True)]
        """The kinds of entries at each token, before the hamza is looked at."""
        self.doc = doc
        self.world = world
        self.text = doc.text
        self.tokens: tuple[Token, ...] = doc.tokens
        self.entries = [
            _entries(t, them) if them else None for t, them in zip(doc.tokens, found, strict=True)
        ]
        self.numbers: dict[int, Number] = {n.first: n for n in doc.numbers}
        self.before: Found | None = None
        """What was found last before the token that is read."""
        self.said: Found | None = None
        """The last date told before the token that is read."""
        self.published: date | None = _calendar.parse(doc.published)

    @cached_property
    def named(self) -> frozenset[int]:
        """Where the words of names start that a mention covers: «سيدني» is no verb of the future."""
        spans = [(m.start, m.end) for m in self.doc.mentions]
        starts = [t.start for t in self.tokens]
        return frozenset(s for a, b in spans for s in starts[bisect_left(starts, a) : bisect_left(starts, b)])

    @cached_property
    def not_future(self) -> tuple[str, ...]:
        """How words begin that look like a verb of the future and are none."""
        rows = self.world.rows("words/time_words.tsv", TimeWord)
        return tuple(arabic.key(w.form) for w in rows if w.kind == "not_future")

    @cached_property
    def hijri(self) -> bool:
        """Does the document date by the Hijri calendar: a year with هـ, a number and a Hijri month?"""
        for i, token in enumerate(self.tokens):
            if token.kind == "number" and (
                self.hit(i + 1, "hijri_era") or self.hit(i + 1, "hijri", whole=True)
            ):
                return True
        return False

    @property
    def said_year(self) -> int | None:
        """The year of the last date told."""
        value = self.said.value if self.said else None
        return int(value[:4]) if value and value[:4].isdigit() else None

    def hit(self, i: int, *kinds: str, whole: bool = False) -> Hit | None:
        """Give the longest entry of one of the kinds at token `i`; `whole` allows no proclitic."""
        them = self.entries[i] if 0 <= i < len(self.entries) else None
        if them is None:
            return None
        for entry in them:
            if entry[0] not in kinds or (whole and entry.cut):  # [0] is `kind`: the hottest test of the layer
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
        return self.behind(i, entry.cut if entry else 0)

    def behind(self, i: int, cut: int) -> int:
        """Give the offset behind the first `cut` letters of token `i`."""
        start = self.tokens[i].start
        return arabic.after_letters(self.text, start, cut) if cut else start

    def tight(self, i: int) -> bool:
        """Does token `i` touch the one before it?"""
        return touches(self.tokens, i - 1)

    def digits(self, i: int) -> int | None:
        """Read token `i` as a whole number in digits."""
        token = self.tokens[i] if 0 <= i < len(self.tokens) else None
        return int(token.form) if token and token.kind == "number" and token.form.isdigit() else None

    def year(self, i: int, low: int = 1900) -> int | None:
        """Read token `i` as a Gregorian year from `low` to 2100."""
        year = self.digits(i)
        if year is None or len(self.tokens[i].form) not in (3, 4):
            return None
        return year if low <= year <= 2100 and not self.hit(i + 1, "hijri_era") else None

    def era(self, last: int) -> int:
        """Give the token behind «م», «ميلادي» where one stands at `last`."""
        hit = self.hit(last, "era", whole=True)
        return hit.last if hit else last

    def ends_line(self, i: int) -> bool:
        """Does a sentence or line end between token `i` and the next?"""
        return self.tokens[i].key in _STOPS or self.breaks(i)

    def breaks(self, i: int) -> bool:
        """Does a line end between token `i` and the next?"""
        return i + 1 < len(self.tokens) and "\n" in self.text[self.tokens[i].end : self.tokens[i + 1].start]

    def stops(self, at: int) -> bool:
        """Does the phrase end before token `at`: the end, a mark, a preposition or «و» follows?"""
        token = self.tokens[at] if at < len(self.tokens) else None
        if token is None or token.kind == "mark" or self.breaks(at - 1):
            return True
        return self.hit(at, "in", "since", "until", "prep", "ago", "from", "between", whole=True) is not None

    def same_sentence(self, i: int, k: int) -> bool:
        """Do tokens `i` and `k` stand in one sentence?"""
        return not any(self.ends_line(j) for j in range(min(i, k), max(i, k)))

    def quoted(self, i: int) -> bool:
        """Does token `i` stand between quotation marks of its paragraph?"""
        depth, straight = 0, False
        for k in range(i - 1, -1, -1):
            key = self.tokens[k].key
            if self.breaks(k):
                break
            depth += (key in _OPEN) - (key in _CLOSE)
            straight ^= key == '"'
        return depth > 0 or straight
