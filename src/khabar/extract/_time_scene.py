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

_LOOK_BACK = 14
_NEAR = 5
_NONE: frozenset[str] = frozenset()
_STOPS = frozenset(".!?؟؛")
_PRESENT = frozenset("يتن")
_LEADS_VERB = frozenset(("conj", "part", "pron"))
_BEFORE_VERB = _LEADS_VERB | {"mark"}
_NO_CLAUSE = frozenset(("prep", "mark", "num"))
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

    def coming(self, i: int, *kinds: str, behind: int | None = None) -> bool:
        """Is the time at token `i` told of the future, by «المقرر» or «سيعقد» before it in its sentence?

        The nearest word that tells decides, a verb of the past too; before all a verb of the future at token
        `behind`: «وفي أغسطس ستنطلق». `kinds` are further kinds of words that tell it.
        """
        if behind is not None and behind < len(self.tokens) and self._future(behind):
            return not self.breaks(behind - 1)
        return self._tense(i, kinds) is True

    def past(self, i: int) -> bool:
        """Is the time at token `i` told of the past, by a verb close before it?"""
        return self._tense(i, (), _NEAR) is False

    def _tense(self, i: int, kinds: tuple[str, ...], reach: int = _LOOK_BACK) -> bool | None:
        for k in range(i - 1, max(-1, i - 1 - reach), -1):
            if self.ends_line(k):
                return None
            if (k > i - 3 and self.hit(k, "since")) or (k > i - _NEAR and self.hit(k, "upon")):
                return False
            if (hit := self.hit(k, "future", *kinds)) is not None and not self._as_expected(k, hit):
                return True
            if self._future(k) or (self.hit(k, "postpone") and self._put_off(k, i)):
                return True
            if self._past(k):
                return False
        return None

    def _put_off(self, k: int, i: int) -> bool:
        """Does «إلى» or «حتى» stand between the verb at `k` and the time: «أرجئت الجلسة إلى 18 سبتمبر»?"""
        return any(self.hit(m, "until", whole=True) for m in range(k + 1, i))

    def _as_expected(self, k: int, hit: Hit) -> bool:
        """«أكبر من المتوقع في مارس» compares and tells no time."""
        after = self.tokens[hit.last].pos if hit.last < len(self.tokens) else "mark"
        return self.key(k - 1) == "من" and hit.entry.definite and after in _NO_CLAUSE

    def _future(self, k: int) -> bool:
        key = self.tokens[k].key
        word = key[1:] if key[:1] == "و" else key
        if len(word) < 5 or word[0] != "س" or word[1] not in "يتنا" or word.startswith(self.not_future):
            return False
        if self.tokens[k].start in self.named:
            return False
        led = k == 0 or self.ends_line(k - 1) or self.tokens[k - 1].pos in _LEADS_VERB
        return led or self.tokens[k].pos == "verb"

    def _past(self, k: int) -> bool:
        """Is token `k` a verb that no prefix of the present begins? «تراجعت» ends like no present.

        Three letters may be a noun too: then a particle or mark before it, or the table, has to agree.
        """
        token = self.tokens[k]
        stem = token.key[token.pre : len(token.key) - token.post]
        ended = len(stem) > 4 and stem[0] == stem[-1] == "ت"
        if token.pos != "verb" or (stem[:1] in _PRESENT and not ended) or self.hit(k, "be"):
            return False
        if k + 1 < len(self.tokens) and self.tokens[k + 1].pos == "adj":
            return False  # «بقصة شعر مختلفة»
        sure = len(stem) > 3 or token.pre > 0 or k == 0 or self.tokens[k - 1].pos in _BEFORE_VERB
        return sure or self.hit(k, "happen") is not None

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
