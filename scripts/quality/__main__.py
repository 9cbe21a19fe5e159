"""Measure the product against evaluation data and hold it to its floors.

usage: python -m scripts.quality --data DATA [--only NAME…] [--misses] [--raise]

Prints a table of every score with its floor. Exits 1 where a score is under its floor, or where a floor
stands for a score that no measure gives; a measure whose data DATA lacks is skipped, and said to be.
"""

import argparse
import importlib
import pkgutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType

from scripts import quality
from scripts.quality import _floors
from scripts.quality._score import Score

FLOORS = Path(__file__).parents[2] / "tests" / "floors.toml"


def names() -> list[str]:
    """Give the names of all measures, sorted."""
    return sorted(m.name for m in pkgutil.iter_modules(quality.__path__) if not m.name.startswith("_"))


def lacking(measure: ModuleType, data: Path) -> list[str]:
    """Give what a measure needs and the data folder does not have."""
    return [need for need in measure.NEEDS.split() if not (data / need).exists()]


def row(name: str, score: Score, floor: float | None) -> str:
    """Write one line of the table."""
    held = "" if floor is None else f"{floor:.3f}"
    mark = "UNDER" if floor is not None and score.value < floor else ""
    value = f"{score.value:.3f}" if score.value < 10 else f"{score.value:.0f}"
    return f"{name + ' ' + score.name:40} {value:>8} {held:>8} {mark:5} {score.detail}".rstrip()


def unmet(name: str, scores: Sequence[Score], floors: dict[str, float]) -> Iterator[str]:
    """Give a sentence for each floor of a measure that its scores do not reach, or do not know."""
    values = {score.name: score.value for score in scores}
    for score, floor in sorted(floors.items()):
        if score not in values:
            yield f"{name} {score}: a floor stands for it, but it was not measured"
        elif values[score] < floor:
            yield f"{name} {score}: {values[score]:.4f} is under its floor {floor:.3f}"


def run(data: Path, chosen: Sequence[str], floors: _floors.Floors) -> tuple[_floors.Floors, list[str]]:
    """Print the table of the chosen measures; give what was measured and what failed."""
    measured: _floors.Floors = {}
    failed: list[str] = []
    print(f"{'measure':40} {'value':>8} {'floor':>8}       detail")
    for name in chosen:
        module = importlib.import_module(f"scripts.quality.{name}")
        missing = lacking(module, data)
        if missing:
            print(f"{name:40}  skipped: {data} has no {', '.join(missing)}")
            continue
        scores = list(module.measure(data))
        held = floors.get(name, {})
        for score in scores:
            print(row(name, score, held.get(score.name)))
        failed += unmet(name, scores, held)
        measured[name] = {score.name: score.value for score in scores if not score.informs}
    return {name: rows for name, rows in measured.items() if rows}, failed


def show_misses(data: Path, chosen: Sequence[str]) -> None:
    """Print each case that went wrong, for the measures that can tell."""
    for name in chosen:
        module = importlib.import_module(f"scripts.quality.{name}")
        if hasattr(module, "misses") and not lacking(module, data):
            for line in module.misses(data):
                print(f"{name}: {line}")


def options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line; exits 2 where it cannot be read."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.quality", description="Measure the product against evaluation data."
    )
    parser.add_argument("--data", type=Path, required=True, help="the folder of evaluation data")
    parser.add_argument("--only", nargs="+", choices=names(), help="these measures alone")
    parser.add_argument("--misses", action="store_true", help="print what went wrong instead of the table")
    parser.add_argument(
        "--raise", dest="lift", action="store_true", help="lift the floors to what is measured"
    )
    parser.add_argument("--floors", type=Path, default=FLOORS, help="the file of floors")
    chosen = parser.parse_args(arguments)
    if not chosen.data.is_dir():
        parser.error(f"--data {chosen.data} is no folder")
    return chosen


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give its exit code."""
    asked = options(arguments)
    chosen = asked.only or names()
    if asked.misses:
        show_misses(asked.data, chosen)
        return 0
    floors = _floors.read(asked.floors)
    measured, failed = run(asked.data, chosen, floors)
    if not asked.only:
        failed += [
            f"{name}: floors stand for it, but no such measure" for name in sorted(set(floors) - set(names()))
        ]
    if asked.lift:
        _floors.write(asked.floors, _floors.risen(floors, measured))
        print(f"floors lifted in {asked.floors}")
    for sentence in failed:
        print(f"FAILED {sentence}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
