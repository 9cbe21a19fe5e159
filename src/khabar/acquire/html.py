"""Saved pages: one file, one article."""

from collections.abc import Iterator

from khabar.acquire import _files
from khabar.records import Raw, Rejected
from khabar.settings import Settings

ACCEPTS: tuple[str, ...] = (".html", ".htm", ".xhtml")


def read(source: str, settings: Settings) -> Iterator[Raw | Rejected]:
    """Read the page's bytes."""
    body = _files.body(source, settings)
    yield body if isinstance(body, Rejected) else Raw(uri=source, body=body, media="html")
