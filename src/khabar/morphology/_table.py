"""The table of words and the weights behind it: one file, made by `scripts/train_words.py`, read once.

The table holds the common forms of raw news with their analysis, so that the model itself runs only where a
form is new, and looks at the neighbours only where a form can be read in two ways.
"""

import gzip
from functools import lru_cache
from pathlib import Path

import msgspec

from khabar.lexicon import BUILT_IN

PATH = BUILT_IN / "models" / "words.json.gz"


class Analysis(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """How a form can be read: cuts `(pre, post, score)` and tags `(tag, score)`, the best first.

    One cut, or one tag, means that the neighbours do not matter. The tags are those of the first cut.
    `common` is the logarithm of base 2 of the form's count in raw news.
    """

    common: int
    cuts: tuple[tuple[int, int, int], ...]
    tags: tuple[tuple[str, int], ...]


class Stored(msgspec.Struct):
    """The file: `words` is joined by line ends; `readings[i]` indexes the analysis of word `i`."""

    analyses: list[Analysis]
    words: str
    readings: list[int]
    cut_weights: dict[str, int]
    tag_weights: dict[str, int]


class Table:
    """The forms and their analyses, and the weights for all other forms."""

    def __init__(self, stored: Stored) -> None:
        """Index a stored table."""
        analyses = stored.analyses
        self.known = dict(zip(stored.words.split("\n"), [analyses[i] for i in stored.readings], strict=True))
        self.cut_weights = stored.cut_weights
        self.tag_weights = stored.tag_weights

    def count(self, form: str) -> int:
        """Say how common a form is, as the logarithm of base 2 of its count."""
        found = self.known.get(form)
        return found.common if found else 0


def load(path: Path) -> Table:
    """Read a table from its file."""
    return Table(msgspec.json.decode(gzip.decompress(path.read_bytes()), type=Stored))


@lru_cache(maxsize=1)
def built_in() -> Table:
    """Give the table that ships with the package, read once in a process."""
    return load(PATH)
