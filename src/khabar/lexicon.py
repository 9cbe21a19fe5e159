"""What we know of the language and the world: tables on disk, loaded typed, checked and fingerprinted.

A lexicon is a TSV file of `world/words/` with a header; its first column is the entry, and every row has
the columns `source` (where the fact comes from) and `example` (a sentence that shows it; a test annotates
it). A lexicon module reads its rows with `World.rows`. Lines that start with `#` are comments.
"""

import csv
import gc
import gzip
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec

from khabar.settings import Settings

BUILT_IN = Path(__file__).parent / "world"

Row = TypeVar("Row", bound=msgspec.Struct)


class LexiconError(ValueError):
    """A table is missing, or a row of it cannot be read; the message names file and line."""


class World:
    """The tables under one folder, and a user's own rows and model; equal folders give equal worlds."""

    def __init__(
        self, folder: Path = BUILT_IN, own: Path | None = None, names_model: Path | None = None
    ) -> None:
        """Take the folder, and one whose tables of the same names are appended; nothing is read yet.

        `names_model` is the folder of a model that proposes names in the place of the built-in one.
        """
        self.folder, self.own, self.names_model = folder, own, names_model
        self._tables: dict[tuple[str, type], tuple[msgspec.Struct, ...]] = {}
        self._built = False

    @contextmanager
    def building(self) -> Iterator[None]:
        """Pause the collector of cycles during the first use of a world, which builds what is looked up.

        The hundreds of thousands of small records that stay for good would be searched again and again.
        """
        pauses = not self._built and gc.isenabled()
        if pauses:
            gc.disable()
        try:
            yield
        finally:
            if pauses:
                gc.enable()
        self._built = True

    def rows(self, name: str, row: type[Row]) -> tuple[Row, ...]:
        """Give the rows of table `name` (`words/cues.tsv`, `places.tsv.gz`) as records of type `row`.

        Columns are matched to fields by name; columns that the type does not have are left out; an empty
        cell takes the field's default. A row of the user's own folder stands in the place of built-in rows
        whose first column it repeats. Raises LexiconError.
        """
        if (name, row) not in self._tables:
            own = self._own_rows(name, row)
            first = row.__struct_fields__[0]
            repeated = {getattr(mine, first) for mine in own}
            built = (r for r in _typed(self.folder / name, row) if getattr(r, first) not in repeated)
            self._tables[name, row] = (*built, *own)
        return self._tables[name, row]  # type: ignore[return-value]

    def _own_rows(self, name: str, row: type[Row]) -> tuple[Row, ...]:
        path = self.own / name.removesuffix(".gz") if self.own else None
        return tuple(_typed(path, row)) if path and path.exists() else ()

    @cached_property
    def fingerprint(self) -> str:
        """A digest of every table and model, so that stored layers can tell which world made them."""
        digest = hashlib.blake2b(digest_size=8)
        for path in sorted([*self.folder.rglob("*.tsv*"), *self.folder.glob("models/*.gz")]):
            digest.update(path.relative_to(self.folder).as_posix().encode())
            digest.update(path.read_bytes())
        for path in sorted(self.own.rglob("*.tsv")) if self.own else ():
            digest.update(b"own " + path.relative_to(self.own or path).as_posix().encode())
            digest.update(path.read_bytes())
        for path in model_files(self.names_model) if self.names_model else ():
            digest.update(b"model " + path.name.encode())
            with path.open("rb") as file:  # may be larger than the memory
                digest.update(hashlib.file_digest(file, "blake2b").digest())
        return digest.hexdigest()


def model_files(folder: Path) -> list[Path]:
    """Give the files of a model's folder that decide what it says; weights may lie beside `model.onnx`."""
    wanted = ("config.json", "tokenizer.json", "model.onnx*", "*.data")
    return sorted({path for pattern in wanted for path in folder.glob(pattern) if path.is_file()})


def with_own(own: Path | None, names_model: Path | None = None) -> World:
    """Give the world that ships with the package, a user's rows and model, loaded once in a process.

    Raises LexiconError where a folder is none.
    """
    return _loaded(own, names_model)


@lru_cache(maxsize=4)
def _loaded(own: Path | None, names_model: Path | None) -> World:
    for folder in (own, names_model):
        if folder is not None and not folder.is_dir():
            raise LexiconError(f"{folder}: no such folder")
    return World(own=own, names_model=names_model)


def of_run(settings: Settings) -> World:
    """Give the world that a run is told to read with; raises LexiconError where a folder is none."""
    return with_own(settings.world, settings.names_model)


def built_in() -> World:
    """Give the world that ships with the package alone."""
    return with_own(None)


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


def _typed(path: Path, row: type[Row]) -> list[Row]:
    try:  # all at once is faster, and cells that the type does not have are passed over
        return msgspec.convert([cells for _, cells in lines(path)], list[row], strict=False)  # type: ignore[valid-type]
    except msgspec.ValidationError as error:
        raise _located(path, row) from error


def _located(path: Path, row: type[msgspec.Struct]) -> LexiconError:
    """Give the error of the first row that cannot be read."""
    for number, cells in lines(path):
        try:
            msgspec.convert(cells, row, strict=False)
        except msgspec.ValidationError as error:
            return LexiconError(f"{path.name}:{number}: {error}")
    return LexiconError(f"{path.name}: changed while it was read")
