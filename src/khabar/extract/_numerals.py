"""Number words and digit groups: what one token says by itself."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

import msgspec

from khabar import arabic
from khabar.lexicon import World

Kind = Literal[
    "one",
    "unit",
    "ten10",
    "ten",
    "hundred",
    "scale",
    "scale_accusative",
    "scale_plural",
    "scale_dual",
    "vague",
    "fraction",
    "ordinal",
]
SCALES: tuple[Kind, ...] = ("scale", "scale_accusative", "scale_plural")
BEFORE_ARTICLE = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")
ARTICLES = frozenset(("ال", "وال", "بال", "لل", "فال", "كال", "وبال", "ولل"))
_SEPARATOR = re.compile(r"[.,٫٬]")


class NumberWord(msgspec.Struct, frozen=True):
    """One row of words/number_words.tsv."""

    form: str
    value: float
    kind: Kind


class Reading(NamedTuple):
    """How a token's key reads as a number word: proclitic letters to cut, و before it, article on it."""

    value: float
    kind: Kind
    cut: int
    joined: bool
    article: bool
    form: str


@lru_cache(maxsize=4)
def readings(world: World) -> Mapping[str, Reading]:
    """Index every number word under each key that it is written as, with proclitics and article."""
    found: dict[str, Reading] = {}
    for row in world.rows("words/number_words.tsv", NumberWord):
        key = arabic.key(row.form)
        for front in BEFORE_ARTICLE:
            if front.endswith("ك"):  # «كميات» is no «ك + مئات»
                continue
            joined = front[:1] in ("و", "ف") and bool(front)
            bare = Reading(row.value, row.kind, len(front), joined, False, row.form)
            definite = Reading(row.value, row.kind, len(front), joined, True, row.form)
            for written, reading in ((front + key, bare), (front + "ال" + key, definite)):
                if written not in found or reading.cut < found[written].cut:
                    found[written] = reading
            if front in ("", "و", "ف"):
                whole = Reading(row.value, row.kind, len(front), joined, True, row.form)
                found.setdefault(front + "لل" + key, whole)
    return found


def digits(form: str, scaled: bool = False) -> float | None:
    """Read a digit token: three digits behind `.` or `,` are thousands, others decimals; None if neither.

    `scaled` says that a word like مليون follows; then «2.125» is a decimal.
    """
    if form.isdigit():
        return int(form)
    groups = _SEPARATOR.split(form)
    marks = _SEPARATOR.findall(form)
    last_differs = marks.count(marks[-1]) == 1 and len(set(marks)) == 2
    decimal = (
        groups.pop() if marks[-1] == "٫" or last_differs or _lone_decimal(groups, marks, scaled) else None
    )
    if any(len(g) != 3 for g in groups[1:]) or (len(groups) > 1 and len(groups[0]) > 3):
        return None
    whole = "".join(groups)
    return float(f"{whole}.{decimal}") if decimal is not None else int(whole)


def _lone_decimal(groups: list[str], marks: list[str], scaled: bool) -> bool:
    if len(marks) != 1 or marks[0] == "٬":
        return False
    thousands = len(groups[1]) == 3 and len(groups[0]) <= 3 and groups[0] != "0"
    return not thousands or (scaled and marks[0] == ".")
