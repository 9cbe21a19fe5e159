"""Gold: whole articles annotated by people, layer by layer, by the scorer that comes with the data."""

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from khabar import extract, records
from khabar.lexicon import built_in
from khabar.records import Document
from scripts.quality._score import Score

NEEDS = "gold score.py"
_LAYERS = ("blocks", "entities", "roles", "statements", "figures", "times", "events")

Record = dict[str, Any]  # an article in the exchange format


def measure(data: Path) -> Iterator[Score]:
    """Give one score for each line of the scorer's report: F1, or accuracy."""
    gold, predicted = _both(data)
    report, _ = _scorer(data).score(gold, predicted)
    for name, line in sorted(report.items()):
        if line.get("accuracy") is not None:
            yield Score(name, line["accuracy"], f"accuracy over {line['n']}")
        elif line.get("gold"):
            yield Score(
                name,
                line["f1"],
                f"F1; P {line['p']:.3f} R {line['r']:.3f}, {line['gold']} wanted, {line['pred']} given",
            )


def misses(data: Path) -> Iterator[str]:
    """Give what was missed (-) and what was too much (+), layer by layer."""
    gold, predicted = _both(data)
    scorer = _scorer(data)
    for layer in _LAYERS:
        for error in scorer.score(gold, predicted, layer)[1]:
            yield f"{layer} {error}"


def _both(data: Path) -> tuple[list[Record], list[Record]]:
    """Read the gold articles, and annotate their bare texts."""
    gold = _scorer(data).load(data / "gold")
    return gold, [json.loads(records.encode(_annotated(article))) for article in gold]


def _annotated(article: Record) -> Document:
    bare = Document(
        id=article["id"], text=article["text"], title=article.get("title"), published=article.get("published")
    )
    return extract.annotate(bare, built_in())


def _scorer(data: Path) -> Any:
    """Load the scorer of the data folder: `load(path)` and `score(gold, predicted, layer)`."""
    spec = importlib.util.spec_from_file_location("evaluation_scorer", data / "score.py")
    if spec is None or spec.loader is None:
        raise ImportError(f"{data / 'score.py'} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
