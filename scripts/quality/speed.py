"""Speed: articles a second of each layer of language, in one process, over the project's samples.

For information only: speed belongs to the machine. `make bench` times all layers, over any articles.
"""

from collections.abc import Iterator
from pathlib import Path

from scripts import bench
from scripts.quality._score import Score

NEEDS = ""
LAYERS = ("tokens", "sentences", "numbers", "times", "figures")
_PASSES = 40


def measure(data: Path) -> Iterator[Score]:  # noqa: ARG001  the contract of all measures
    """Give the articles a second of each layer, and of the layers together, in the fastest pass."""
    documents = bench.articles([bench.SAMPLES])
    passes = bench.passes(documents, _PASSES)
    words = sum(len(document.text.split()) for document in documents) / len(documents)
    for name in (*LAYERS, "together"):
        layers = LAYERS if name == "together" else (name,)
        fastest = min(sum(spent[layer] for layer in layers) for spent in passes)
        detail = f"articles/s of {words:.0f} words, the fastest of {_PASSES} passes"
        yield Score(name, len(documents) * 1e9 / fastest, detail, informs=True)
