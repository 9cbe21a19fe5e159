"""Right to left on a terminal: logical order for those that turn it themselves, visual order for the rest.

The visual order is that of the Unicode Bidirectional Algorithm (UAX #9) for one line of a right-to-left
paragraph without explicit embeddings, with letters in their joined shapes, mark clusters kept together and
brackets mirrored.
"""

import os
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import groupby

from arabic_reshaper import ArabicReshaper
from rich.console import Console, ConsoleOptions
from rich.measure import Measurement
from rich.text import Text

_ISOLATE, _POP = "\u2067", "\u2069"
_MIRRORED = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))
_TURNS = ("VTE_VERSION", "KONSOLE_VERSION", "MLTERM")
_NUMBERS = ("EN", "AN")


def visual(*, terminal: bool, environment: Mapping[str, str]) -> bool:
    """Say whether lines must be put in visual order: `KHABAR_BIDI` (visual, logical) or what is known.

    Files and pipes get logical order; so do terminals known to turn text themselves.
    """
    asked = environment.get("KHABAR_BIDI", "auto")
    if asked in ("visual", "logical"):
        return asked == "visual"
    turns = any(environment.get(name) for name in _TURNS)
    return terminal and not turns and environment.get("TERM_PROGRAM") != "Apple_Terminal"


class Arabic:
    """A text that wraps to its column and reads from the right."""

    def __init__(self, text: Text | str | None) -> None:
        """Take the text; None is an empty one."""
        self.text = text if isinstance(text, Text) else Text(" ".join((text or "").split()))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterable[Text]:
        """Give the lines, each against the right edge."""
        for line in self.text.wrap(console, options.max_width):
            line.rstrip()
            shown = turned(console, line)
            shown.pad_left(max(0, options.max_width - line.cell_len))
            shown.no_wrap, shown.overflow = True, "ignore"
            yield shown

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Measure as the text itself."""
        return Measurement.get(console, options, self.text)


def turned(console: Console, line: Text | str | None) -> Text:
    """Give one line as the console needs it: in visual order, or isolated from what stands beside it."""
    text = line if isinstance(line, Text) else Text(" ".join((line or "").split()))
    if not text.plain or not visual(terminal=console.is_terminal, environment=os.environ):
        return Text.assemble(_ISOLATE, text, _POP) if text.plain else text
    shaped = text.copy()
    joined = _shaper().reshape(text.plain)
    if len(joined) == len(text.plain):
        shaped.plain = joined
    return Text("").join(_mirrored(shaped[start:end], level) for start, end, level in order(text.plain))


def order(line: str) -> list[tuple[int, int, int]]:
    """Give the clusters of a line as `(start, end, level)` in the order in which the eye meets them."""
    levels = _levels(line)
    clusters: list[tuple[int, int, int]] = []
    for at, letter in enumerate(line):
        if clusters and unicodedata.combining(letter):
            start, _, level = clusters.pop()
            clusters.append((start, at + 1, level))
        else:
            clusters.append((at, at + 1, levels[at]))
    for level in (2, 1):
        runs = (list(run) for _, run in groupby(clusters, key=lambda c: c[2] >= level))
        clusters = [c for run in runs for c in (run[::-1] if run[0][2] >= level else run)]
    return clusters


def _levels(line: str) -> list[int]:
    """Give the embedding level of each letter: 1 reads from the right, 2 (Latin, numbers) from the left."""
    types = [_simple(unicodedata.bidirectional(letter)) for letter in line]
    for at, kind in enumerate(types):
        before, after = types[at - 1] if at else "", types[at + 1] if at + 1 < len(types) else ""
        inside = kind == "CS" and before == after and before in _NUMBERS
        if inside or (kind == "ET" and "EN" in (before, after)):
            types[at] = "EN"
    strong = ["L" if kind == "L" else "" if kind in ("N", "CS", "ET") else "R" for kind in types]
    levels = [2 if kind in ("L", *_NUMBERS) else 1 for kind in types]
    for at, kind in enumerate(strong):
        if not kind and _next(strong[at::-1]) == _next(strong[at:]) == "L":
            levels[at] = 2
    return levels


def _simple(kind: str) -> str:
    return {"AL": "R", "ES": "CS", "NSM": "N"}.get(
        kind, kind if kind in ("L", "R", "EN", "AN", "CS", "ET") else "N"
    )


def _next(kinds: list[str]) -> str:
    return next((kind for kind in kinds if kind), "R")


def _mirrored(cluster: Text, level: int) -> Text:
    if level == 1 and cluster.plain in _MIRRORED:
        cluster.plain = _MIRRORED[cluster.plain]
    return cluster


@lru_cache(maxsize=1)
def _shaper() -> ArabicReshaper:
    # no ligatures: one shape a letter keeps the styles of spans on their letters
    return ArabicReshaper({"delete_harakat": False, "support_ligatures": False})
