"""JSON lines: one article a line; a file `.json` may also be one object or one list of them."""

from collections.abc import Iterator

from khabar.acquire import _files, _json
from khabar.records import Raw, Rejected
from khabar.settings import Settings

ACCEPTS: tuple[str, ...] = (".jsonl", ".ndjson", ".json")


def read(source: str, settings: Settings) -> Iterator[Raw | Rejected]:
    """Read the file line by line, however large it is; only a line has a limit."""
    file = _files.opened(source)
    if isinstance(file, Rejected):
        yield file
        return
    with file:
        try:
            yield from _json.articles(file, source, settings, whole=source.lower().endswith(".json"))
        except OSError as error:
            yield _files.rejected(source, error)
