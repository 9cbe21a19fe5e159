"""Folders: every file below, in alphabetical order of its path; hidden files and folders are left out."""

from collections.abc import Iterator
from pathlib import Path

from khabar import acquire
from khabar.acquire import _files
from khabar.records import Raw, Rejected
from khabar.settings import Settings

ACCEPTS: tuple[str, ...] = ("/",)


def read(source: str, settings: Settings) -> Iterator[Raw | Rejected]:
    """Read every file of a folder and of the folders in it, each with the reader of its suffix."""
    yield from _walk(Path(source), settings, frozenset())


def _walk(folder: Path, settings: Settings, above: frozenset[Path]) -> Iterator[Raw | Rejected]:
    """Read a folder; one that leads back to a folder above it is passed over."""
    try:
        here = folder.resolve()
        paths = sorted(folder.iterdir())
    except OSError as error:
        yield _files.rejected(str(folder), error)
        return
    for path in paths:
        if path.name.startswith("."):
            continue
        if not path.is_dir():
            yield from acquire.acquire(str(path), settings)
        elif path.resolve() not in above | {here}:
            yield from _walk(path, settings, above | {here})
