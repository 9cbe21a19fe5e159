"""Time every layer over the sample articles, in one process; prints ms an article and each layer's share.

Before, what a fresh process needs to load everything: the best of three, with the most memory it held (where
the system tells; Windows does not).

usage: bench.py [JSONL…]     articles to time on; the samples where none are named
"""

import subprocess
import sys
import time
from collections import Counter
from itertools import islice
from pathlib import Path

import msgspec

from khabar import clean, extract, pipeline
from khabar.lexicon import built_in
from khabar.records import Document, Raw, Reading
from khabar.settings import DEFAULT

SAMPLES = str(Path(__file__).parent.parent / "samples")
ARTICLES = 2_000
LOADING = """
import sys, time
started = time.perf_counter()
from khabar import extract
from khabar.lexicon import built_in
from khabar.records import Document
extract.annotate(Document(id="first", text=sys.stdin.buffer.read().decode()), built_in())
print(time.perf_counter() - started)
try:
    import resource
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10))
except ImportError:
    print("nan")
"""


def articles(sources: list[str]) -> list[Document]:
    """Read the articles of the sources."""
    raws = (raw for raw in pipeline.read(sources, DEFAULT) if isinstance(raw, Raw))
    cleaned = (clean.clean(raw, DEFAULT) for raw in islice(raws, ARTICLES))
    return [document for document in cleaned if isinstance(document, Document)]


def loading(document: Document) -> tuple[float, float]:
    """Give the seconds from the first import to the first article annotated, and the megabytes held."""
    runs = [
        subprocess.run(  # noqa: S603 - our own interpreter on our own lines
            [sys.executable, "-c", LOADING], input=document.text.encode(), capture_output=True, check=True
        )
        for _ in range(3)
    ]
    seconds, megabytes = zip(*(map(float, run.stdout.split()) for run in runs), strict=True)
    return min(seconds), max(megabytes)


def passes(documents: list[Document], rounds: int) -> list[Counter[str]]:
    """Annotate all documents again and again; give the nanoseconds of each layer in each pass."""
    _timed(documents[0], Counter())
    spent: list[Counter[str]] = [Counter() for _ in range(rounds)]
    for one in spent:
        for document in documents:
            _timed(document, one)
    return spent


def _timed(document: Document, spent: Counter[str]) -> None:
    reading = Reading(**{name: getattr(document, name) for name in Document.__struct_fields__})
    for name, module in extract.extractors():
        started = time.perf_counter_ns()
        records = tuple(module.extract(reading, built_in()))
        spent[name] += time.perf_counter_ns() - started
        reading = msgspec.structs.replace(reading, **extract.fields(name, module, records))


def main(sources: list[str]) -> None:
    """Print the layers, the slowest first."""
    documents = articles(sources or [SAMPLES])
    seconds, megabytes = loading(min(documents, key=lambda d: len(d.text)))
    print(f"{'loading':>12} {seconds:8.2f} s  {megabytes:6.0f} MB, fresh process, no stored state")
    rounds = max(1, 500 // len(documents))
    spent = sum(passes(documents, rounds), Counter[str]())
    count, whole = rounds * len(documents), sum(spent.values())
    words = sum(len(d.text.split()) for d in documents) / len(documents)
    print(f"{count} articles of {words:.0f} words, one process")
    for name, nanoseconds in spent.most_common():
        print(f"{name:>12} {nanoseconds / count / 1e6:8.3f} ms {nanoseconds / whole:6.1%}")
    print(f"{'all':>12} {whole / count / 1e6:8.3f} ms {1e9 * count / whole:6.0f} articles/s")


if __name__ == "__main__":
    main(sys.argv[1:])
