"""The table of words and the weights behind it: one file, made by `scripts/train_words.py`, read once.

The table holds the common forms of raw news with their analysis, so that the model itself runs only where a
form is new, and looks at the neighbours only where a form can be read in two ways.
"""

import gzip
from functools import lru_cache
from pathlib import Path

import msgspec

from khabar.lexicon import BUILT_IN
from khabar.morphology._tags import TAGS

PATH = BUILT_IN / "models" / "words.json.gz"

Row = tuple[int, ...]


class Analysis(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """How a form can be read: cuts `(pre, post, score)` and tags `(tag, score)`, the best first.

    One cut, or one tag, means that the neighbours do not matter. The tags are those of the first cut.
    `common` is the logarithm of base 2 of the form's count in raw news.
    """

    common: int
    cuts: tuple[tuple[int, int, int], ...]
    tags: tuple[tuple[str, int], ...]


class Stored(msgspec.Struct):
    """The file: names are joined by line ends; `readings[i]` indexes the analysis of word `i`.

    Weights are those of the names in the same order: one for a cut, one of each tag for a tag.
    """

    analyses: list[Analysis]
    words: str
    readings: list[int]
    cut_names: str
    cut_weights: list[int]
    tag_names: str
    tag_weights: list[int]


class Table:
    """The forms and their analyses, and the weights for all other forms."""

    known: dict[str, Analysis]
    cut_weights: dict[str, int]
    tag_weights: dict[str, Row]
    """For each feature its weight for each of `_tags.TAGS`."""

    def __init__(self, known: dict[str, Analysis]) -> None:
        """Take the forms; the weights are set by who has them."""
        self.known = known
        self.cut_weights = {}
        self.tag_weights = {}

    def count(self, form: str) -> int:
        """Say how common a form is, as the logarithm of base 2 of its count."""
        found = self.known.get(form)
        return found.common if found else 0


def load(path: Path) -> Table:
    """Read a table from its file."""
    stored = msgspec.json.decode(gzip.decompress(path.read_bytes()), type=Stored)
    read = map(stored.analyses.__getitem__, stored.readings)
    table = Table(dict(zip(stored.words.split("\n"), read, strict=True)))
    table.cut_weights = dict(zip(stored.cut_names.split("\n"), stored.cut_weights, strict=True))
    rows = zip(*[iter(stored.tag_weights)] * len(TAGS), strict=True)
    table.tag_weights = dict(zip(stored.tag_names.split("\n"), rows, strict=True))
    return table


@lru_cache(maxsize=1)
def built_in() -> Table:
    """Give the table that ships with the package, read once in a process."""
    return load(PATH)
