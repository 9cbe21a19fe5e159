"""Standard input: JSON lines, a page or a plain text, told apart by how it begins."""

import io
import sys
from collections.abc import Iterator
from typing import BinaryIO

from khabar.acquire import _files, _json, _sniff
from khabar.records import Raw, Rejected
from khabar.settings import Settings

ACCEPTS: tuple[str, ...] = ("-",)
_URI = "-"


def read(source: str, settings: Settings) -> Iterator[Raw | Rejected]:  # noqa: ARG001  as all readers
    """Read standard input; JSON lines are read as they come, anything else to its end."""
    stream = sys.stdin.buffer
    head = b""
    while not head.strip(b"\xef\xbb\xbf \t\r\n") and len(head) <= settings.max_bytes:
        line = stream.readline(settings.max_bytes + 1)
        if not line:
            break
        head += line
    if _sniff.is_json(head):
        yield from _json.articles(_Rejoined(head, stream), _URI, settings, whole=True)
        return
    body = head + stream.read(max(0, settings.max_bytes + 1 - len(head)))
    if len(body) > settings.max_bytes:
        yield _files.too_large(_URI, settings)
    else:
        yield Raw(uri=_URI, body=body, media=_sniff.media(body))


class _Rejoined:
    """A stream whose head was read already, as if it had not been."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest

    def readline(self, size: int, /) -> bytes:
        """Give the next line, or `size` bytes of it."""
        line = self._head.readline(size)
        whole = line.endswith(b"\n") or len(line) >= size
        return line if whole else line + self._rest.readline(size - len(line))
