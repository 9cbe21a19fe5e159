"""Events: single sentences of news that several people judged to tell an assault or a protest, or not.

The data are the gold standard records of the Open Event Data Alliance for PLOVER in Arabic. Sentences of
the second half are never printed by `misses`, so that nobody mends rules by them.
"""

import csv
import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from khabar import extract
from khabar.lexicon import built_in
from khabar.records import Document
from scripts.quality._score import Score

NEEDS = "data/arabic-event-gsr"
_TYPES = ("assault", "protest")
_LABELS = ("yes", "easy no", "difficult no")


class Judged(NamedTuple):
    """A sentence, the label that people gave it for a type, and whether the type was found."""

    type: str
    label: str
    text: str
    found: bool


def measure(data: Path) -> Iterator[Score]:
    """Give recall on sentences that tell an event, and how many of the others stay quiet."""
    judged = _judged(data)
    for label in ("spans", *_LABELS):
        for kind in _TYPES:
            group = [one for one in judged if one.label == label and one.type == kind.upper()]
            hits = sum(one.found for one in group)
            if label.endswith("no"):
                share = 1 - hits / len(group)
                yield Score(f"quiet on {label}, {kind}", share, f"{hits} of {len(group)} told as one")
            else:
                yield Score(f"recall on {label}, {kind}", hits / len(group), f"{hits} of {len(group)}")


def misses(data: Path) -> Iterator[str]:
    """Give the sentences of the first half that were missed (-) or told wrongly (+)."""
    judged = _judged(data)
    for one in judged[: len(judged) // 2]:
        wanted = not one.label.endswith("no")
        if one.found != wanted:
            yield f"{'-' if wanted else '+'} {one.type} {one.label}: {one.text}"


@lru_cache(maxsize=1)
def _judged(data: Path) -> list[Judged]:
    sentences = sorted(set(_sentences(data / "data/arabic-event-gsr")), key=lambda s: (s[2], s[0], s[1]))
    return [Judged(kind, label, text, kind in _types(text)) for kind, label, text in sentences]


def _sentences(folder: Path) -> Iterator[tuple[str, str, str]]:
    for kind in _TYPES:
        with (folder / f"{kind}_gsr.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["label"] in _LABELS:
                    yield kind.upper(), row["label"], row["text"]
        for record in json.loads((folder / f"{kind}_spans.json").read_text(encoding="utf-8")):
            yield kind.upper(), "spans", record["text"]


@lru_cache(maxsize=8192)
def _types(text: str) -> frozenset[str]:
    doc = extract.annotate(Document(id="s", text=text, published="2007-07-01"), built_in())
    return frozenset(event.type for event in doc.events)
