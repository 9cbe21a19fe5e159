"""What we know of the language and the world: tables on disk, loaded typed, checked and fingerprinted.

A lexicon is a TSV file of `world/words/` with a header; its first column is the entry, and every row has
the columns `source` (where the fact comes from) and `example` (a sentence that shows it; a test annotates
it). A lexicon module reads its rows with `World.rows`. Lines that start with `#` are comments.
"""

import csv
import gzip
import hashlib
from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec

BUILT_IN = Path(__file__).parent / "world"

Row = TypeVar("Row", bound=msgspec.Struct)


class LexiconError(ValueError):
    """A table is missing, or a row of it cannot be read; the message names file and line."""


class World:
    """The tables under one folder; equal folders give equal worlds."""

    def __init__(self, folder: Path = BUILT_IN) -> None:
        """Take the folder; nothing is read before it is asked for."""
        self.folder = folder
        self._tables: dict[tuple[str, type], tuple[msgspec.Struct, ...]] = {}

    def rows(self, name: str, row: type[Row]) -> tuple[Row, ...]:
        """Give the rows of table `name` (`words/cues.tsv`, `places.tsv.gz`) as records of type `row`.

        Columns are matched to fields by name; columns that the type does not have are left out; an empty
        cell takes the field's default. Raises LexiconError.
        """
        if (name, row) not in self._tables:
            self._tables[name, row] = tuple(_typed(self.folder / name, row))
        return self._tables[name, row]  # type: ignore[return-value]

    @cached_property
    def fingerprint(self) -> str:
        """A digest of every table and model, so that stored layers can tell which world made them."""
        digest = hashlib.blake2b(digest_size=8)
        for path in sorted([*self.folder.rglob("*.tsv*"), *self.folder.glob("models/*.gz")]):
            digest.update(path.relative_to(self.folder).as_posix().encode())
            digest.update(path.read_bytes())
        return digest.hexdigest()


@lru_cache(maxsize=1)
def built_in() -> World:
    """Give the world that ships with the package, loaded once in a process."""
    return World()


def lines(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Read a table line by line: the line's number and its non-empty cells by column name."""
    opener = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rt", encoding="utf-8", newline="") as file:
            header: list[str] | None = None
            for number, cells in enumerate(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE), start=1):
                if not cells or cells[0].startswith("#"):
                    continue
                if header is None:
                    header = cells
                    continue
                if len(cells) != len(header):
                    raise LexiconError(f"{path.name}:{number}: {len(cells)} cells, {len(header)} columns")
                yield number, {name: cell for name, cell in zip(header, cells, strict=True) if cell}
    except OSError as error:
        raise LexiconError(f"{path}: {error.strerror}") from error


def _typed(path: Path, row: type[Row]) -> Iterator[Row]:
    fields = set(row.__struct_encode_fields__)
    for number, cells in lines(path):
        try:
            yield msgspec.convert({k: v for k, v in cells.items() if k in fields}, row, strict=False)
        except msgspec.ValidationError as error:
            raise LexiconError(f"{path.name}:{number}: {error}") from error
