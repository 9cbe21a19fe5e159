"""The words that tell the role of a block (words/block_cues.tsv), and where in a line they must stand."""

import re
from functools import lru_cache
from typing import Literal

import msgspec

from khabar import arabic
from khabar.extract._line import Line
from khabar.lexicon import World
from khabar.records import BlockRole

_EARLY = 9  # words of a line in which an early cue must stand
Where = Literal[
    "start", "label", "anywhere", "whole", "end", "tail", "short", "early", "counter", "word", "opening"
]


class BlockCue(msgspec.Struct, frozen=True):
    """A row of words/block_cues.tsv: the form, the role it tells and where in the line it must stand."""

    form: str
    role: BlockRole | Literal["recent"]
    where: Where
    example: str


class Month(msgspec.Struct, frozen=True):
    """The name of a month, from words/months.tsv."""

    form: str


class BlockCues:
    """The block cues of a world, ready to be asked."""

    __slots__ = ("_background", "_day", "_early", "_news", "_opening", "_plain", "_recent")

    def __init__(self, rows: tuple[BlockCue, ...], months: tuple[Month, ...]) -> None:
        """Fold the forms."""
        name = (
            "(?:" + "|".join(sorted({arabic.key(m.form) for m in months}, key=lambda n: (-len(n), n))) + ")"
        )
        self._day = re.compile(rf"\b\d{{1,2}} {name}\b(?! ?(?:/ ?{name})? ?(?:عام |سنه )?\(?\d{{4}})")
        folded = [(arabic.key(row.form).lower(), row) for row in rows]
        self._plain = [(f, r) for f, r in folded if r.role in ("furniture", "meta", "caption", "title")]
        self._background = [(f, r) for f, r in folded if r.role == "background" and r.where == "start"]
        self._early = [(f, r) for f, r in folded if r.role == "background" and r.where == "early"]
        self._news = [f for f, r in folded if r.role == "body"]
        self._opening = [(f, r) for f, r in folded if r.where == "opening"]
        self._recent = re.compile(
            r"\b[وفبل]?(?:" + "|".join(f for f, r in folded if r.role == "recent") + r")\b"
        )

    def recent(self, key: str) -> bool:
        """Say whether the line names a day of this week, or a day and month and leaves the year out."""
        return bool(self._recent.search(key) or self._day.search(key))

    def news(self, line: Line) -> bool:
        """Say whether the line opens as this article's news goes on («من جانبه»)."""
        bare = line.bare[1:] if line.bare[:1] in "وف" else line.bare
        return any(_starts(line.bare, form) or _starts(bare, form) for form in self._news)

    def furniture(self, line: Line) -> tuple[BlockRole, str] | None:
        """Give the role that a furniture, meta or caption cue tells."""
        for form, row in self._plain:
            if form in line.bare and _stands(form, row.where, line):
                return row.role, _why(row)  # type: ignore[return-value]  # «recent» is not among them
        return None

    def opening(self, line: Line) -> tuple[BlockRole, str] | None:
        """Tell background by first words that leave no doubt, whatever day the line names."""
        for form, row in self._opening:
            if _starts(line.bare, form) or (line.bare[:1] in "وف" and _starts(line.bare[1:], form)):
                return "background", _why(row)
        return None

    def background(self, line: Line) -> tuple[BlockRole, str] | None:
        """Tell background by the line's first words."""
        for form, row in self._background:
            if _starts(line.bare, form) or (line.bare[:1] in "وف" and _starts(line.bare[1:], form)):
                return "background", _why(row)
        opening = " ".join(line.bare.split(" ", _EARLY)[:_EARLY])
        for form, row in self._early:
            if form in opening:
                return "background", _why(row)
        return None


def _why(row: BlockCue) -> str:
    return f"«{row.form}» (words/block_cues.tsv, {row.where})"


def _starts(bare: str, form: str) -> bool:
    return bare.startswith(form) and not bare[len(form) : len(form) + 1].isalnum()


def _stands(form: str, where: Where, line: Line) -> bool:
    bare = line.bare
    if where == "start":
        return bare.startswith(form)
    if where == "whole":
        return bare == form
    if where == "counter":
        return line.words <= 3 and re.fullmatch(rf"\d+ {form}", bare) is not None
    if where == "label":
        return re.match(rf"\W*{form}\s*(?::|\.\.|-|–|\|)", line.key) is not None
    if where in ("end", "tail"):
        bracketed = where == "end" or line.key.rstrip(" .").endswith((")", "]"))
        return bracketed and bare.endswith(form) and not line.stopped and line.words <= 40
    return where == "anywhere" or line.words <= 30


@lru_cache(maxsize=4)
def block_cues(world: World) -> BlockCues:
    """Give the block cues of a world, built once."""
    return BlockCues(world.rows("words/block_cues.tsv", BlockCue), world.rows("words/months.tsv", Month))
