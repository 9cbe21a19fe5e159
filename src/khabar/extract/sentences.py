"""Sentences: stretches of a block that end at a stop, with quotations and brackets kept whole."""

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from khabar import arabic
from khabar.extract import _cues, _quotes
from khabar.lexicon import World
from khabar.records import Range, Reading

NEEDS: tuple[str, ...] = ("blocks", "tokens")
VERSION = 1

_MARKS = "\u064b-\u065f\u0670\u0640"
_STOP = re.compile(r"[.؟!?…｡]+")
_TAIL = re.compile(r"[»”“\"’')\]\u200e\u200f]*")
_WORD_BEFORE = re.compile(rf"(?:(?<=[\s.(\[«\"“]))[^\W\d_][\w{_MARKS}]*$|^[^\W\d_][\w{_MARKS}]*$")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]\w*)")
_LATIN = re.compile(r"[A-Za-z0-9@/]")
_WINDOW = 24  # no abbreviation is longer
_ERAS = ("م", "ه")
_YEAR = re.compile(r"\d\s*$")


class StopRow(msgspec.Struct, frozen=True):
    """A row of words/sentence_stops.tsv: an abbreviation that its stop belongs to."""

    form: str
    example: str


class _Guards(msgspec.Struct, frozen=True):
    """What keeps a stop from ending a sentence, or makes it end one."""

    short: frozenset[str]
    verbs: _cues.CueIndex


@lru_cache(maxsize=4)
def _guards(world: World) -> _Guards:
    rows = world.rows("words/sentence_stops.tsv", StopRow)
    return _Guards(frozenset(arabic.key(row.form) for row in rows), _cues.index(world))


def extract(doc: Reading, world: World) -> Iterator[Range]:
    """Give the sentences of each block, without outer white space."""
    guards = _guards(world)
    for block in doc.blocks:
        start = block.start
        for end in _ends(doc.text, block.start, block.end, guards):
            stretch = doc.text[start:end]
            first = start + len(stretch) - len(stretch.lstrip())
            last = start + len(stretch.rstrip())
            if first < last:
                yield first, last
            start = end


def _ends(text: str, start: int, end: int, guards: _Guards) -> Iterator[int]:
    """Give the offsets behind the ends of sentences of `text[start:end]`, the last one included."""
    quotes = _quotes.find(text, start, end)
    for stop in _STOP.finditer(text, start, end):
        around = quotes.around(stop.start())
        if around is not None:
            # Only «….» with a new report behind it ends here: … ." وأضاف: " …
            behind = _TAIL.match(text, stop.end(), end)
            closed = behind is not None and behind.end() == around.end and not around.bracket
            if closed and _reports(text, around.end, end, guards.verbs):
                yield around.end
            continue
        if _is_end(text, (start, end), stop, guards.short):
            tail = _TAIL.match(text, stop.end(), end)
            opens = quotes.opening(stop.end())
            yield tail.end() if tail and not opens else stop.end()
    yield end


def _reports(text: str, at: int, end: int, verbs: _cues.CueIndex) -> bool:
    word = _NEXT_WORD.match(text, at, min(end, at + _WINDOW))
    if word is None:
        return False
    key = arabic.key(word[1])
    found = verbs.word(key) if key[0] in "وف" else None
    return found is not None and found[0].shape == "past"


def _is_end(text: str, block: Range, stop: re.Match[str], short: frozenset[str]) -> bool:
    """Say whether a stop outside marks ends a sentence."""
    start, end = block
    mark = stop[0]
    if mark == "..":  # headlines and tabloids pause with two dots
        return False
    before = text[max(start, stop.start() - 1) : stop.start()]
    after = text[stop.end() : min(end, stop.end() + 1)]
    if not before or mark != ".":
        return bool(before) or mark[0] not in "."
    if after and not after.isspace():
        if _LATIN.match(after) and (_LATIN.match(before) or before.isdigit()):
            return False
        if after.isdigit() and before.isdigit():
            return False
        if after in "،,;؛:":
            return False
    return not _abbreviated(text, start, stop.start(), short)


def _abbreviated(text: str, start: int, at: int, short: frozenset[str]) -> bool:
    """Say whether the word before a full stop is an initial or an abbreviation."""
    window = text[max(start, at - _WINDOW) : at]
    word = _WORD_BEFORE.search(window)
    if word is None:
        return False
    key = arabic.key(word[0])
    if len(key) == 2 and key[0] == "و":  # «د. سامي وم. هدى»
        key = key[1:]
    if key not in short and len(key) != 1:
        return False
    # «سنة 2015 م.» and «عام 1440 هـ.»: the era behind a year, not an initial.
    return key not in _ERAS or not _YEAR.search(window[: word.start()])
