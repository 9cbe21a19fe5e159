"""Numbers: own case lists by value, and the Arabic specifications of Recognizers-Text by span and value.

A case of the specifications counts where upstream enables it (no NotSupported mark names dotnet or all)
and tests/cases/numbers_against.tsv does not say why our definitions give something else; those are told
apart as `against`.
"""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from khabar.extract import numbers, tokens
from khabar.lexicon import built_in
from khabar.records import Number, Reading
from scripts.quality._score import Score

NEEDS = "nlp-cases/numbers.json data/recognizers-text/Number/Arabic"
_AGAINST = Path(__file__).parents[2] / "tests" / "cases" / "numbers_against.tsv"
_MODELS = ("NumberModel", "OrdinalModel", "PercentModel", "NumberRangeModel")
_OFF = ("dotnet", "all")
_RELATIVE = 1e-4

Case = dict[str, Any]


class Told(NamedTuple):
    """A number as a case tells it: its text and value, or both ends."""

    text: str
    low: float | None
    high: float | None


class Outcome(NamedTuple):
    """How one case went."""

    name: str
    against: bool
    span: bool
    value: bool
    line: str


def measure(data: Path) -> Iterator[Score]:
    """Give the share of cases right in each list."""
    own = list(_own(data))
    right = sum(o.value for o in own)
    yield Score("cases value", right / len(own), f"{right} of {len(own)} by value")
    for model in _MODELS:
        every = list(_model(data, model))
        judged = [o for o in every if not o.against]
        apart = len(every) - len(judged)
        for name, right in (("exact", sum(o.span for o in judged)), ("value", sum(o.value for o in judged))):
            all_right = sum(o.span if name == "exact" else o.value for o in every)
            detail = f"{right} of {len(judged)}; with {apart} against: {all_right} of {len(every)}"
            yield Score(f"{model} {name}", right / len(judged), detail)


def misses(data: Path) -> Iterator[str]:
    """Give every case whose value or span is not the expected one."""
    outcomes = [*_own(data), *(o for model in _MODELS for o in _model(data, model))]
    yield from (o.line for o in outcomes if not (o.span and o.value))


def _read(text: str) -> list[Number]:
    doc = Reading(id="case", text=text)
    doc = msgspec.structs.replace(doc, tokens=tuple(tokens.extract(doc, built_in())))
    return list(numbers.extract(doc, built_in()))


def _own(data: Path) -> Iterator[Outcome]:
    for case in json.loads((data / "nlp-cases/numbers.json").read_text(encoding="utf-8")):
        ends = [(n.low if n.low is not None else n.high, n.high) for n in _read(case["text"])]
        low, high = case["value"], case.get("value_hi")
        if low is None:
            right = not ends
        else:
            right = any(_same(a, low) and (high is None or _same(b, high)) for a, b in ends)
        yield Outcome(case["id"], False, right, right, f"{case['id']} «{case['text']}» {low} {high}: {ends}")


def _model(data: Path, model: str) -> Iterator[Outcome]:
    path = data / "data/recognizers-text/Number/Arabic" / f"{model}.json"
    against = _against(model)
    for index, case in enumerate(json.loads(path.read_text(encoding="utf-8"))):
        if any(off in case[k] for k in case if k.startswith("NotSupported") for off in _OFF):
            continue
        wanted = [_wanted(result) for result in case["Results"]]
        given = [g for n in _read(case["Input"]) for g in _given(case["Input"], n, model)]
        value = len(wanted) == len(given) and all(
            _same(w.low, g.low) and _same(w.high, g.high) for w, g in zip(wanted, given, strict=True)
        )
        span = value and all(w.text == g.text for w, g in zip(wanted, given, strict=True))
        line = f"{model} {index} «{case['Input']}» wanted {wanted}, given {given}"
        yield Outcome(f"{model} {index}", index in against, span, value, line)


def _against(model: str) -> set[int]:
    with _AGAINST.open(encoding="utf-8", newline="") as file:
        return {int(row["case"]) for row in csv.DictReader(file, delimiter="\t") if row["model"] == model}


def _wanted(result: Case) -> Told:
    value = (result.get("Resolution") or {}).get("value", "")
    if value[:1] in ("[", "("):
        low, high = value[1:-1].split(",")
        return Told(result["Text"], _number(low), _number(high))
    return Told(result["Text"], _number(value), _number(value))


def _given(text: str, number: Number, model: str) -> Iterator[Told]:
    """Give a number as the model would tell it, or nothing where it is not of the model's sort."""
    value = number.low if number.low is not None else number.high
    start, end = number.start, number.end
    if model == "NumberRangeModel":
        if number.low != number.high and not number.approx:
            yield Told(text[start:end], number.low, number.high)
    elif model == "OrdinalModel":
        if number.ordinal:
            yield Told(text[start:end], value, value)
    elif model == "PercentModel":
        if number.percent is not None:
            whole = text[min(start, number.percent[0]) : max(end, number.percent[1])]
            yield Told(whole, value, value)
    elif not number.ordinal:
        yield Told(text[start:end], value, value)


def _number(text: str) -> float | None:
    try:
        return float(text.rstrip("%"))
    except ValueError:
        return None


def _same(left: float | None, right: float | None) -> bool:
    if left is None or right is None:
        return left is right
    return abs(left - right) <= _RELATIVE * max(abs(left), abs(right), 1e-9)
