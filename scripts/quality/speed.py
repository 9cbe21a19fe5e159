"""Speed: articles a second of each layer of language, in one process, over the project's samples.

For information only: speed belongs to the machine. `make bench` times all layers, over any articles.
"""

import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from khabar import clean, extract, pipeline
from khabar.lexicon import built_in
from khabar.records import Document, Raw, Reading
from khabar.settings import DEFAULT
from scripts.quality._score import Score

NEEDS = ""
LAYERS = ("tokens", "sentences", "numbers", "times", "figures")
SAMPLES = Path(__file__).parents[2] / "samples"
_ARTICLES = 200


def measure(data: Path) -> Iterator[Score]:  # noqa: ARG001  the contract of all measures
    """Give the articles a second of each layer, and of the layers together."""
    documents = _samples()
    rounds = max(1, _ARTICLES // len(documents))
    _timed(documents[0], Counter())
    spent: Counter[str] = Counter()
    for document in documents * rounds:
        _timed(document, spent)
    count = len(documents) * rounds
    words = sum(len(document.text.split()) for document in documents) / len(documents)
    spent["together"] = sum(spent[name] for name in LAYERS)
    for name in (*LAYERS, "together"):
        yield Score(name, count * 1e9 / spent[name], f"articles/s of {words:.0f} words", informs=True)


def _samples() -> list[Document]:
    raws = (raw for raw in pipeline.read([str(SAMPLES)], DEFAULT) if isinstance(raw, Raw))
    cleaned = [clean.clean(raw, DEFAULT) for raw in raws]
    return [document for document in cleaned if isinstance(document, Document)]


def _timed(document: Document, spent: Counter[str]) -> None:
    """Annotate a document, adding the nanoseconds of each layer to `spent`."""
    reading = Reading(**{name: getattr(document, name) for name in Document.__struct_fields__})
    for name, module in extract.extractors():
        started = time.perf_counter_ns()
        records = tuple(module.extract(reading, built_in()))
        spent[name] += time.perf_counter_ns() - started
        reading = msgspec.structs.replace(reading, **extract.fields(name, module, records))
