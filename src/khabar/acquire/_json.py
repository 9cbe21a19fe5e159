"""JSON objects out of a byte stream: one a line, or one document with an object or a list of them."""

from collections.abc import Iterator
from typing import Protocol

import msgspec

from khabar.acquire import _files, _rows
from khabar.records import Raw, Rejected
from khabar.settings import Settings

_CHUNK = 1 << 20
_BOM = b"\xef\xbb\xbf"


class Lines(Protocol):
    """Bytes that can be read line by line."""

    def readline(self, size: int, /) -> bytes:
        """Give the next line, or `size` bytes of it."""


def articles(file: Lines, source: str, settings: Settings, *, whole: bool) -> Iterator[Raw | Rejected]:
    """Read one article a line in constant memory; a bad line is Rejected as `source:line`, the rest goes on.

    With `whole`, a stream whose first line is no JSON by itself is read as one document, if it is one.
    """
    held = _held(file, settings) if whole else []
    if held and not _is_object(held[0]):
        document = _document(b"".join(held))
        if document is not None or not any(map(_is_object, held)):
            yield from _items(document, source, settings)
            return
    number = 0
    for number, line in enumerate(held, start=1):
        yield from _line(file, line, f"{source}:{number}", settings)
    while line := file.readline(settings.max_bytes + 1):
        number += 1
        yield from _line(
            file, line if number > 1 else line.removeprefix(_BOM), f"{source}:{number}", settings
        )


def _items(items: list[object] | None, source: str, settings: Settings) -> Iterator[Raw | Rejected]:
    if items is None:
        detail = "This is neither JSON lines nor one JSON document within the size limit."
        yield Rejected(uri=source, reason="not_json", detail=detail)
    for index, item in enumerate(items or (), start=1):
        yield _article(item, f"{source}#{index}" if len(items or ()) > 1 else source, settings)


def _held(file: Lines, settings: Settings) -> list[bytes]:
    """Read the first line, and where it is no JSON by itself all that `max_bytes` allow behind it."""
    held = [file.readline(settings.max_bytes + 1).removeprefix(_BOM)]
    if _is_object(held[0]) or not held[0]:
        return [line for line in held if line]
    size = len(held[0])
    while size <= settings.max_bytes and (line := file.readline(settings.max_bytes + 1)):
        held.append(line)
        size += len(line)
    return held


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(msgspec.json.decode(line), dict)
    except (ValueError, RecursionError):
        return False


def _document(body: bytes) -> list[object] | None:
    """Give the objects of one JSON document, or None where the bytes are no such document."""
    try:
        found = msgspec.json.decode(body)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, list) else [found]


def _line(file: Lines, line: bytes, uri: str, settings: Settings) -> Iterator[Raw | Rejected]:
    if len(line) > settings.max_bytes:
        while line and not line.endswith(b"\n"):
            line = file.readline(_CHUNK)
        yield _files.too_large(uri, settings)
    elif line.strip():
        try:
            yield _article(msgspec.json.decode(line), uri, settings)
        except UnicodeDecodeError:
            yield Rejected(uri=uri, reason="undecodable", detail="The line is not UTF-8, as JSON must be.")
        except RecursionError:
            yield Rejected(uri=uri, reason="not_json", detail="The line is nested too deep to be an article.")
        except msgspec.DecodeError as error:
            yield Rejected(uri=uri, reason="not_json", detail=f"The line is not JSON: {error}.")


def _article(item: object, uri: str, settings: Settings) -> Raw | Rejected:
    if isinstance(item, dict):
        return _rows.article(item, uri, settings)
    return Rejected(uri=uri, reason="not_json", detail="This is JSON, but not an object with named fields.")
