"""Blocks: the part that each line plays in the article, by its place, its shape and its first words."""

from collections.abc import Iterator

from khabar.extract import _lines
from khabar.extract._line import Line
from khabar.lexicon import World
from khabar.records import Block, BlockRole, Reading

NEEDS: tuple[str, ...] = ()
VERSION = 1

_HEADLINE_WORDS = 25
_LABEL_WORDS = 4
_SUBHEAD_WORDS = 6
_TEASER_WORDS = 16


def extract(doc: Reading, world: World) -> Iterator[Block]:
    """Give one block for each line that holds more than white space."""
    page = _lines.read(doc, world)
    role: BlockRole = "body"
    for number, line in enumerate(page.lines):
        previous = role
        role, why = _judge(page, number, previous)
        yield Block(start=line.start, end=line.end, role=role, why=why)


def _judge(page: _lines.Page, number: int, previous: BlockRole) -> tuple[BlockRole, str]:
    """Ask the rules in their order of certainty."""
    line = page.lines[number]
    if line.key and line.key == page.title:
        return "title", "equals the title that the source gives"
    hit = page.cues.furniture(line)
    if hit:
        return hit
    if line.key in page.repeated:
        return ("title", "repeats the headline") if line.key == page.headline else _repeated(line)
    return (
        _head(page, number)
        or _between(page, number)
        or _background(page, number, previous)
        or ("body", "no other rule fits")
    )


def _repeated(line: Line) -> tuple[BlockRole, str]:
    if line.words >= _lines.LONG and not line.stopped:
        return "caption", "the same line stands twice, with no stop"
    return (
        ("body", "no other rule fits") if line.words > _SUBHEAD_WORDS else ("title", "a label that repeats")
    )


def _head(page: _lines.Page, number: int) -> tuple[BlockRole, str] | None:
    """Judge the lines before the first paragraph: labels, the headline, sub-headlines, the byline."""
    line = page.lines[number]
    if number >= page.first_paragraph or line.words > _HEADLINE_WORDS:
        return None
    if page.headline_at is None:
        return None
    if number == page.headline_at:
        return "title", "first line of headline shape before the first paragraph"
    if number < page.headline_at:
        return ("title", "label above the headline") if line.words <= _LABEL_WORDS else None
    if page.dated(line):
        return "meta", "date line under the headline"
    if line.words <= _LABEL_WORDS and not line.stopped:
        return "meta", "line of a few words under the headline, as bylines are"
    return None if line.stopped else ("title", "sub-headline before the first paragraph")


def _between(page: _lines.Page, number: int) -> tuple[BlockRole, str] | None:
    """Judge short lines with no stop among paragraphs: sub-headlines and headlines of other articles."""
    line = page.lines[number]
    if number <= page.first_paragraph or line.stopped or not line.words or line.opens_quotation:
        return None
    if page.dated(line):
        return "meta", "a date and nothing else"
    before_paragraph = any(later.words >= _lines.LONG for later in page.lines[number + 1 : number + 3])
    if line.words <= _SUBHEAD_WORDS and not line.colon:
        return ("title", "short line with no stop before a paragraph") if before_paragraph else None
    if line.words <= _TEASER_WORDS and page.stops_kept and not line.cue_first:
        return (
            "furniture",
            "short line with no stop where the paragraphs have one: headline of another article",
        )
    return None


def _background(page: _lines.Page, number: int, previous: BlockRole) -> tuple[BlockRole, str] | None:
    """Judge paragraphs that explain rather than tell: by opening, by their years, by what stands before."""
    line = page.lines[number]
    if number <= page.first_paragraph:
        return None
    hit = page.cues.opening(line)
    if hit:
        return hit
    if line.recent or page.cues.news(line):
        return None
    hit = page.cues.background(line)
    if hit:
        return hit
    if line.was_already and page.old(line):
        return "background", "«كان … قد» with a year before the article's"
    reports = line.cue_first and not line.cue_carries
    if not reports and page.old(line):
        return "background", f"its years ({', '.join(map(str, line.years))}) lie before the article's"
    if not reports and line.since and line.years:
        return "background", "«منذ» with a year, no day of this week"
    if previous == "background" and not reports and (line.cue_carries or not line.speaks):
        return "background", "goes on from a background paragraph"
    return None
