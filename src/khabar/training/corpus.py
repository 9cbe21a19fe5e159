"""The corpus of our own annotated articles (`corpus/*.txt`, see its README) as records."""

import re
from collections.abc import Iterator
from pathlib import Path

from khabar.records import Record

_MARK = re.compile(r"\[([PLORSCQ])(\d+)(?:=(\d+))?:")
_HEAD = re.compile(r"(\d{4}-\d\d-\d\d) \| ([a-z-]+) \| ([A-Z]{3}) \| (.+)")


class Mark(Record, frozen=True):
    """A marked span of an article's text: `kind` P O L R S C Q, `number` ties, `shares` another's speaker."""

    kind: str
    number: int
    shares: int | None
    start: int
    end: int


class Article(Record, frozen=True):
    """An article of the corpus: its head, its text without marks, and the marks."""

    file: str
    published: str
    manner: str
    country: str
    topic: str
    text: str
    marks: tuple[Mark, ...]


def articles(path: Path) -> Iterator[Article]:
    """Read one file of the corpus; raises ValueError where head or marks are wrong."""
    for part in re.split(r"(?m)^## ", path.read_text(encoding="utf-8")):
        if not part.strip():
            continue
        first, _, body = part.strip().partition("\n")
        head = _HEAD.fullmatch(first.strip())
        if head is None:
            raise ValueError(f"{path.name}: no head of an article: {first}")
        text, marks = unmarked(body)
        yield Article(path.name, head[1], head[2], head[3], head[4], text, marks)


def unmarked(body: str) -> tuple[str, tuple[Mark, ...]]:
    """Take the marks out of a text; raises ValueError where they do not nest."""
    text: list[str] = []
    marks: list[Mark] = []
    still_open: list[tuple[str, int, int | None, int]] = []
    at = 0
    while at < len(body):
        if mark := _MARK.match(body, at):
            shares = int(mark[3]) if mark[3] else None
            still_open.append((mark[1], int(mark[2]), shares, len(text)))
            at = mark.end()
            continue
        if body[at] == "[" or (body[at] == "]" and not still_open):
            raise ValueError(f"a bracket that is no mark: {body[max(0, at - 20) : at + 20]}")
        if body[at] == "]":
            marks.append(Mark(*still_open.pop(), len(text)))
        else:
            text.append(body[at])
        at += 1
    if still_open:
        raise ValueError(f"a mark without its end: {still_open[-1][:2]}")
    return "".join(text), tuple(sorted(marks, key=lambda m: (m.start, -m.end)))
