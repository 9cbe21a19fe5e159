"""Events: single sentences of news that several people judged to tell an assault or a protest, or not.

The data are the gold standard records of the Open Event Data Alliance for PLOVER in Arabic. A sentence
that tells one is recalled by any event of its type; one that tells none is quiet if no event of the type
is news in it: not earlier history, not denied, planned or only possible. Sentences of the second half are
never printed by `misses`, so that nobody mends rules by them.
"""

import csv
import json
import re
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
_REAL = ("occurred", "ongoing")
_LABELS = ("yes", "easy no", "difficult no")


class Judged(NamedTuple):
    """A sentence, the label that people gave it for a type, and whether the type was found, and as news."""

    type: str
    label: str
    text: str
    found: bool
    news: bool


def measure(data: Path) -> Iterator[Score]:
    """Give recall on sentences that tell an event, and how many of the others stay quiet."""
    judged = _judged(data)
    for label in ("spans", *_LABELS):
        for kind in _TYPES:
            group = [one for one in judged if one.label == label and one.type == kind.upper()]
            hits, news = sum(one.found for one in group), sum(one.news for one in group)
            if label.endswith("no"):
                share = 1 - news / len(group)
                detail = f"{news} of {len(group)} told as news, {hits} found at all"
                yield Score(f"quiet on {label}, {kind}", share, detail)
            else:
                yield Score(f"recall on {label}, {kind}", hits / len(group), f"{hits} of {len(group)}")


def misses(data: Path) -> Iterator[str]:
    """Give the sentences of the first half that were missed (-) or told wrongly (+)."""
    judged = _judged(data)
    for one in judged[: len(judged) // 2]:
        wanted = not one.label.endswith("no")
        if (one.found if wanted else one.news) != wanted:
            yield f"{'-' if wanted else '+'} {one.type} {one.label}: {one.text}"


@lru_cache(maxsize=1)
def _judged(data: Path) -> list[Judged]:
    found = {(text, kind, label): day for kind, label, text, day in _sentences(data / NEEDS)}
    return [
        Judged(kind, label, text, kind in _types(text, day)[0], kind in _types(text, day)[1])
        for (text, kind, label), day in sorted(found.items())
    ]


def _sentences(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """Give type, label, text and the day of the paper, which stands in the sentence's source."""
    for kind in _TYPES:
        with (folder / f"{kind}_gsr.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["label"] in _LABELS:
                    yield kind.upper(), row["label"], row["text"], _day(row["id"])
        for record in json.loads((folder / f"{kind}_spans.json").read_text(encoding="utf-8")):
            yield kind.upper(), "spans", record["text"], _day(record["source"])


def _day(source: str) -> str:
    found = re.search(r"_ARB_(\d{4})(\d\d)(\d\d)", source)
    return "-".join(found.groups()) if found else ""


@lru_cache(maxsize=8192)
def _types(text: str, day: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give the types of all events of a sentence, and of those that it tells as news."""
    doc = extract.annotate(Document(id="s", text=text, published=day or None), built_in())
    news = [e.type for e in doc.events if not e.background and e.status in _REAL]
    return frozenset(e.type for e in doc.events), frozenset(news)
