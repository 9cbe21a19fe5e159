"""Time near-duplicates by our sketches, rensa and datasketch side by side, with recall of exact pairs.

usage: python -m scripts.bench_links DATA     rensa and datasketch are timed where they are installed

The words are folded before the clock starts. Candidates of all three are counted as found where their exact
Jaccard index is above 0.5, so that recall is that of the bands, and precision is 1 for all.
"""

import importlib
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from khabar.link import _passages, _sketch
from scripts.quality import _near, links

_PERMUTATIONS = 128
_KEYS = 8
Texts = Sequence[tuple[str, ...]]


def sketches(texts: Texts) -> Iterator[tuple[int, str]]:
    for number, words in enumerate(texts):
        for key in _sketch.smallest(_sketch.sketch(words), _KEYS):
            yield number, key


def rensa(texts: Texts) -> Iterator[tuple[int, str]]:
    module = importlib.import_module("rensa")
    for number, words in enumerate(texts):
        made = module.RMinHash(num_perm=_PERMUTATIONS, seed=1)
        made.update(_runs(words))
        yield from _bands(number, made.digest())


def datasketch(texts: Texts) -> Iterator[tuple[int, str]]:
    module = importlib.import_module("datasketch")
    for number, words in enumerate(texts):
        made = module.MinHash(num_perm=_PERMUTATIONS)
        made.update_batch([run.encode() for run in _runs(words)])
        yield from _bands(number, made.hashvalues)


def _runs(words: tuple[str, ...]) -> list[str]:
    return [" ".join(words[at : at + 5]) for at in range(max(1, len(words) - 4))]


def _bands(number: int, values: Sequence[int]) -> Iterator[tuple[int, str]]:
    for at in range(0, _PERMUTATIONS, 4):
        yield number, f"{at}:{tuple(int(value) for value in values[at : at + 4])}"


def candidates(keyed: Iterator[tuple[int, str]]) -> set[tuple[int, int]]:
    """Give the pairs that share a key, each compared with the 32 first of it."""
    found: dict[str, list[int]] = {}
    pairs: set[tuple[int, int]] = set()
    for number, key in keyed:
        sharing = found.setdefault(key, [])
        pairs.update((other, number) for other in sharing[: _passages.WINDOW] if other != number)
        sharing.append(number)
    return pairs


def main(data: str) -> None:
    rows = links.rows(Path(data) / links.NEEDS)
    texts = [words for row in rows if (words := _passages.words(row["content"] or ""))]
    exact = {pair[:2] for pair in _near.pairs([_near.runs(words) for words in texts], 0.5)}
    print(f"{len(texts)} articles, {len(exact)} pairs above 0.5")
    ways: tuple[Callable[[Texts], Iterator[tuple[int, str]]], ...] = (sketches, rensa, datasketch)
    for way in ways:
        started = time.process_time()
        try:
            pairs = candidates(way(texts))
        except ImportError:
            print(f"{way.__name__:>12} is not installed")
            continue
        spent = time.process_time() - started
        recall = len(pairs & exact) / len(exact)
        print(f"{way.__name__:>12} {spent:7.1f} s  recall {recall:.4f}  {len(pairs)} candidates")


if __name__ == "__main__":
    main(sys.argv[1])
