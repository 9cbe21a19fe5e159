"""A source -> Raw articles. A reader is one module of this folder, found by scan:

    ACCEPTS: tuple[str, ...]    suffixes (`.html`), schemes (`https:`), `/` a folder, `-` standard input
    def read(source: str, settings: Settings) -> Iterator[Raw | Rejected]

A reader never raises for what it meets in a source: it gives a Rejected and goes on where it can. Files with
a suffix that no reader accepts are read as text.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from types import ModuleType

from khabar import stage
from khabar.records import Raw, Rejected
from khabar.settings import Settings

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+:)//", re.IGNORECASE)


@lru_cache(maxsize=1)
def readers() -> dict[str, ModuleType]:
    """Give the reader of every suffix, scheme and mark that one accepts."""
    found = stage.modules(__name__)
    return {accepted: module for module in found.values() for accepted in module.ACCEPTS}


def acquire(source: str, settings: Settings) -> Iterator[Raw | Rejected]:
    """Read a path, a folder, a URL or `-`: one Raw for each article, one Rejected for each failure."""
    reader = readers().get(_kind(source))
    if reader is None:
        scheme = _kind(source)
        yield Rejected(
            uri=source, reason="unknown_scheme", detail=f"Addresses that start with {scheme} are not read."
        )
    else:
        yield from reader.read(source, settings)


def _kind(source: str) -> str:
    """Name what a source is in the words of ACCEPTS."""
    if source == "-":
        return source
    if scheme := _SCHEME.match(source):
        return scheme[1].lower()
    path = Path(source)
    try:
        if path.is_dir():
            return "/"
    except (OSError, ValueError):
        return ".txt"  # a name no file can have; the reader of files says so
    suffix = path.suffix.lower()
    return suffix if suffix in readers() else ".txt"
