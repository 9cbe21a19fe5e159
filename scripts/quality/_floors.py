"""Floors: what a measure has reached and must not lose, in a TOML file with a table for each measure."""

import json
import math
import tomllib
from pathlib import Path

Floors = dict[str, dict[str, float]]

_STEP = 1000
_HEAD = """\
# What the measures of scripts/quality have reached, rounded down: `make quality` fails below.
# `python -m scripts.quality --data DATA --raise` lifts these; nothing lowers them but a hand and a reason.
"""


def read(path: Path) -> Floors:
    """Read the floors of each measure by score name; no file, no floors. Raises ValueError."""
    if not path.exists():
        return {}
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {measure: {name: float(value) for name, value in rows.items()} for measure, rows in tables.items()}


def risen(old: Floors, measured: Floors) -> Floors:
    """Give the floors lifted to what was measured, rounded down to a thousandth; none sinks."""
    new = {measure: dict(rows) for measure, rows in old.items()}
    for measure, rows in measured.items():
        for name, value in rows.items():
            floor = math.floor(value * _STEP + 1e-9) / _STEP
            table = new.setdefault(measure, {})
            table[name] = max(floor, table.get(name, 0.0))
    return new


def write(path: Path, floors: Floors) -> None:
    """Write the floors, sorted by measure and name."""
    lines = [_HEAD]
    for measure in sorted(floors):
        lines.append(f"[{measure}]")
        lines += [f"{_key(name)} = {value}" for name, value in sorted(floors[measure].items())]
        lines.append("")
    path.write_text("\n".join(lines), encoding="utf-8")


def _key(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)
