"""Cut a text at the bounds of its spans, so that a page can wrap each of them in properly nested elements.

Spans may nest and cross. Of two that cross, the one that starts first stays whole and the other goes on as
a second element behind its end. Put back together, the cut pieces are the text, code point for code point.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from khabar.records import Block, BlockRole, Document, Range, Record


class Mark(Record, frozen=True):
    """A span to show: its layer becomes the colour, its anchor the place that links lead to."""

    start: int
    end: int
    layer: str
    anchor: str | None = None
    why: str = ""


class Opening(Record, frozen=True):
    """A mark that begins, or goes on, in front of a piece; it goes on without its anchor."""

    layer: str
    anchor: str | None
    why: str


class Piece(Record, frozen=True):
    """A stretch of text: the marks that open in front of it and how many close behind it."""

    opens: tuple[Opening, ...]
    text: str
    closes: int


class Line(Record, frozen=True):
    """One block of the article, cut into pieces."""

    role: BlockRole
    why: str
    pieces: tuple[Piece, ...]


def marks_of(document: Document) -> Iterator[Mark]:
    """Give what an article page shows of a document: every span of every layer, each with its anchor."""
    for number, mention in enumerate(document.mentions, start=1):
        yield Mark(mention.start, mention.end, mention.type.lower(), f"m{number}", mention.why)
    for number, time in enumerate(document.times, start=1):
        yield Mark(time.start, time.end, "time", f"t{number}", time.why)
    for figure in document.figures:
        yield Mark(figure.start, figure.end, "figure", figure.id, figure.why)
    for statement in document.statements:
        yield Mark(statement.start, statement.end, "statement", statement.id, statement.why)
        yield Mark(*statement.cue, "cue")


def lines(document: Document, marks: Iterable[Mark]) -> tuple[Line, ...]:
    """Cut each block of a document along the marks; a document without blocks is one body block."""
    text = document.text
    blocks = document.blocks or (Block(start=0, end=len(text), role="body"),)
    starts = [block.start for block in blocks]
    inside: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        at = max(bisect_right(starts, mark.start) - 1, 0)
        while at < len(blocks) and blocks[at].start < mark.end:
            inside[at].append(mark)
            at += 1
    return tuple(
        Line(block.role, block.why, tuple(pieces(text, (block.start, block.end), inside[at])))
        for at, block in enumerate(blocks)
    )


def pieces(text: str, within: Range, marks: Iterable[Mark]) -> Iterator[Piece]:
    """Cut `text[within]` at every bound of the marks; marks outside of it, and empty ones, are left out."""
    first, last = max(within[0], 0), min(within[1], len(text))
    starting: dict[int, list[Mark]] = defaultdict(list)
    cuts = {first, last}
    for mark in marks:
        start, end = max(mark.start, first), min(mark.end, last)
        if start < end:
            anchor = mark.anchor if start == mark.start else None
            starting[start].append(Mark(start, end, mark.layer, anchor, mark.why))
            cuts |= {start, end}
    bounds = sorted(cut for cut in cuts if first <= cut <= last)
    open_marks: list[Mark] = []
    resumed: list[Mark] = []
    for start, end in pairwise(bounds):
        opening = sorted([*resumed, *starting[start]], key=lambda mark: -mark.end)
        open_marks += opening
        closed = _closed(open_marks, end)
        resumed = [Mark(m.start, m.end, m.layer, None, m.why) for m in closed if m.end > end]
        shown = tuple(Opening(mark.layer, mark.anchor, mark.why) for mark in opening)
        yield Piece(shown, text[start:end], len(closed))


def _closed(open_marks: list[Mark], end: int) -> list[Mark]:
    """Take off the stack all marks down to the lowest that ends here; those that do not end come back."""
    ending = [depth for depth, mark in enumerate(open_marks) if mark.end == end]
    if not ending:
        return []
    closed = open_marks[ending[0] :]
    del open_marks[ending[0] :]
    return closed
