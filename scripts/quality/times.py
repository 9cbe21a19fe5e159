"""Times: the date cases of the evaluation data, and the Arabic specifications of Recognizers-Text (MIT).

Cases that go against the project's definitions stand with their reason in times_conflicts.tsv; scores are
given over all enabled cases and, apart, without those.
"""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from khabar import lexicon
from khabar.extract import numbers, times, tokens
from khabar.records import Reading, Time
from scripts.quality import _timex
from scripts.quality._score import Score

DATES = "nlp-cases/dates.json"
SPECS = "data/recognizers-text/DateTime/Arabic"
NEEDS = f"{DATES} {SPECS}"
CONFLICTS = Path(__file__).with_name("times_conflicts.tsv")
KINDS = ("Date", "DatePeriod", "Duration", "Time", "TimePeriod", "Holiday")
_REFERENCE = "2016-11-07"
"""The day that a case without one is read against: that of most other cases."""


def read(text: str, published: str | None) -> list[Time]:
    """Give the times of a text by the layers that they need, without names."""
    doc = Reading(id="case", text=text, published=published)
    doc = msgspec.structs.replace(doc, tokens=tuple(tokens.extract(doc, lexicon.built_in())))
    doc = msgspec.structs.replace(doc, numbers=tuple(numbers.extract(doc, lexicon.built_in())))
    return list(times.extract(doc, lexicon.built_in()))


def _dates(data: Path) -> Iterator[tuple[bool, str]]:
    for case in json.loads((data / DATES).read_text(encoding="utf-8")):
        accepted = [[case["start"], case["end"]], *(case.get("accept") or [])]
        found = read(case["text"], case["pub"])
        right = any([t.begin, t.finish] in accepted for t in found)
        yield right, f"{case['id']} {case['text']}: {[(t.value, t.begin, t.finish) for t in found]}"


def _spec(data: Path, name: str) -> Iterator[tuple[int, bool, str]]:
    cases: list[dict[str, Any]] = json.loads((data / SPECS / f"{name}.json").read_text(encoding="utf-8-sig"))
    for index, case in enumerate(cases):
        if case.get("NotSupported"):
            continue
        text = case["Input"]
        published = (case.get("Context") or {}).get("ReferenceDateTime", _REFERENCE)[:10]
        found = read(text, published)
        right = _timex.right(text, found, case["Results"], name.endswith("Parser"))
        expected = [(r["Text"], (r.get("Value") or {}).get("Timex", "")) for r in case["Results"]]
        ours = [(text[t.start : t.end], t.value) for t in found]
        yield index, right, f"{name} {index} {text} | {expected} | {ours}"


def conflicts() -> dict[tuple[str, int], str]:
    """Give the cases that go against the definitions, with the reason."""
    with CONFLICTS.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return {(row["file"], int(row["index"])): row["reason"] for row in rows}


def measure(data: Path) -> Iterator[Score]:
    """Give the share of date cases resolved, and of specification cases right, by file and in all."""
    dates = [right for right, _ in _dates(data)]
    yield Score("dates", sum(dates) / len(dates), f"{sum(dates)} of {len(dates)} expressions to their days")
    against = conflicts()
    total = {"all": [0, 0], "clear": [0, 0]}
    for kind in KINDS:
        for name in (f"{kind}Extractor", f"{kind}Parser"):
            rows = list(_spec(data, name))
            hits = sum(right for _, right, _ in rows)
            clear = [right for index, right, _ in rows if (name, index) not in against]
            total["all"][0] += hits
            total["all"][1] += len(rows)
            total["clear"][0] += sum(clear)
            total["clear"][1] += len(clear)
            detail = f"{hits} of {len(rows)}; without conflicts {sum(clear)} of {len(clear)}"
            yield Score(name, hits / len(rows), detail)
    for name, (hits, count) in total.items():
        what = "enabled cases" if name == "all" else "enabled cases without conflicts"
        yield Score(f"recognizers {name}", hits / count, f"{hits} of {count} {what}")


def misses(data: Path) -> Iterator[str]:
    """Give each case that went wrong, with the reason where it goes against the definitions."""
    yield from (line for right, line in _dates(data) if not right)
    against = conflicts()
    for kind in KINDS:
        for name in (f"{kind}Extractor", f"{kind}Parser"):
            for index, right, line in _spec(data, name):
                if not right:
                    reason = against.get((name, index))
                    yield f"{line} | CONFLICT: {reason}" if reason else line
