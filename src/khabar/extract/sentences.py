"""Sentences: stretches of a block that end at a stop, with quotations and brackets kept whole."""

import re
from collections.abc import Iterator

from khabar.extract import _quotes
from khabar.extract._stops import Guards, guards, word_after
from khabar.lexicon import World
from khabar.records import Block, Range, Reading

NEEDS: tuple[str, ...] = ("blocks", "tokens")
VERSION = 2

_STOP = re.compile(r"[.؟!?…｡۔]+")
_TAIL = re.compile(r"(?:\s*[.؟!?…｡۔]+|[»”“\"’')\]\u200e\u200f])*")
_LETTER = re.compile(r"[^\W_]")
_SPACES = re.compile(r"\s*")
_LATIN = re.compile(r"[A-Za-z0-9@/]")
_CLOSERS = frozenset('»”“"')
_FULL = frozenset(".｡۔")
_LONGEST_LIST_NUMBER = 3


def extract(doc: Reading, world: World) -> Iterator[Range]:
    """Give the sentences of each block, without outer white space."""
    known = guards(world)
    for block in doc.blocks:
        start = block.start
        for end in _Cutter(doc.text, block, known).ends():
            stretch = doc.text[start:end]
            first = start + len(stretch) - len(stretch.lstrip())
            last = start + len(stretch.rstrip())
            if first < last:
                yield first, last
            start = end


class _Cutter:
    """Finds the ends of the sentences of one block."""

    def __init__(self, text: str, block: Block, known: Guards) -> None:
        self.text = text
        self.start, self.end = block.start, block.end
        self.title = block.role == "title"
        self.known = known
        self.quotes = _quotes.find(text, block.start, block.end)

    def ends(self) -> Iterator[int]:
        """Give the offsets behind the ends of sentences, the last one included.

        A sentence has a letter or digit; marks and a bracketed source behind the last stop belong to it.
        """
        text, last = self.text, self._last_letter()
        done, first = self.start, _LETTER.search(text, self.start, self.end)
        for stop in _STOP.finditer(text, self.start, self.end):
            if first is None or stop.start() > last:
                break
            if stop.start() <= first.start() or self._numbers_a_list(first.start(), stop.start()):
                continue
            end = self._end_at(stop)
            if end is not None and end > done:
                yield end
                done, first = end, _LETTER.search(text, end, self.end)
        yield self.end

    def _last_letter(self) -> int:
        """Give the offset of the last letter, outside a bracket that closes the block behind a stop."""
        at = self._letter_before(self.end)
        around = self.quotes.around(at) if at >= self.start else None
        if around is None or not around.bracket:
            return at
        before = self.text[self.start : around.start].rstrip()[-1:]
        return self._letter_before(around.start) if before and _STOP.match(before) else at

    def _letter_before(self, at: int) -> int:
        while at > self.start and not self.text[at - 1].isalnum():
            at -= 1
        return at - 1

    def _numbers_a_list(self, start: int, at: int) -> bool:
        """Is «1.» all that the sentence has so far?"""
        return at - start <= _LONGEST_LIST_NUMBER and self.text[start:at].isdigit()

    def _end_at(self, stop: re.Match[str]) -> int | None:
        """Give the end of the sentence that a stop ends, None where it ends none."""
        tail = _TAIL.match(self.text, stop.end(), self.end)
        behind = tail.end() if tail else stop.end()
        around = self.quotes.around(stop.start())
        if around is not None:
            if behind < around.end:
                return None
            closes = self._bracket_ends if around.bracket else self._quotation_ends
            return max(around.end, behind) if closes(stop, around.end) else None
        if not self._is_end(stop):
            return None
        return stop.end() if self.quotes.opening(stop.end()) else behind

    def _bracket_ends(self, stop: re.Match[str], at: int) -> bool:
        """«(… .)» ends a sentence, «(...)» and «(أ. ف. ب.)» do not."""
        spaced = _SPACES.match(self.text, at, self.end)
        ends = stop[0] in _FULL and spaced is not None and spaced.end() > at
        return ends and not self.known.abbreviated(self.text, self.start, stop.start())

    def _quotation_ends(self, stop: re.Match[str], at: int) -> bool:
        """«… .» ends a sentence unless the next word carries on; «…؟» does only before a new report."""
        if not self.text[at : at + 1].isspace():
            return False
        key = word_after(self.text, at, self.end)
        if stop[0] not in _FULL:
            return self.known.reports(key)
        return key != "" and not self.known.carries_on(key)

    def _is_end(self, stop: re.Match[str]) -> bool:
        """Say whether a stop outside marks ends a sentence."""
        mark, at = stop[0], stop.start()
        if mark == "..":  # headlines and tabloids pause with two dots
            return False
        before = self.text[max(self.start, at - 1) : at]
        after = self.text[stop.end() : min(self.end, stop.end() + 1)]
        if after and (after in "،,;؛:" or (len(mark) == 1 and _LATIN.match(after) and _LATIN.match(before))):
            return False
        if after.isdigit() and before.isdigit():
            return False
        if mark == ".":
            known = self.known
            return not (
                known.abbreviated(self.text, self.start, at)
                or known.spelled(self.text, self.start, at, self.end)
                or (before in _CLOSERS and known.adds(word_after(self.text, stop.end(), self.end)))
            )
        return self._ellipsis_ends(stop, before) if set(mark) <= {".", "…"} else True

    def _ellipsis_ends(self, stop: re.Match[str], before: str) -> bool:
        """An ellipsis ends a sentence before a report, or where it hangs on a word and nothing carries on."""
        key = word_after(self.text, stop.end(), self.end)
        if self.known.reports(key):
            return True
        hangs = not before.isspace() and self.text[stop.end() : stop.end() + 1].isspace()
        return hangs and not self.title and not self.known.has("pausing", key)
