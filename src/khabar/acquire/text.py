"""Plain text files: one file, one article; suffixes nobody else reads land here too."""

from collections.abc import Iterator
from pathlib import Path

from khabar.acquire import _files, _sniff
from khabar.records import Raw, Rejected
from khabar.settings import Settings

ACCEPTS: tuple[str, ...] = (".txt",)


def read(source: str, settings: Settings) -> Iterator[Raw | Rejected]:
    """Read the file's bytes; only a file that is not called `.txt` may turn out to be a page."""
    body = _files.body(source, settings)
    if isinstance(body, Rejected):
        yield body
        return
    media = "text" if Path(source).suffix.lower() in ACCEPTS else _sniff.media(body)
    yield Raw(uri=source, body=body, media=media)
