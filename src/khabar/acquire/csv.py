"""Tables: one row, one article, columns named by the header line.

UTF-8 with or without a byte order mark, UTF-16 with one (as spreadsheets write it), else windows-1256.
"""

import codecs
import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from khabar.acquire import _files, _rows
from khabar.records import Raw, Rejected
from khabar.settings import Settings

ACCEPTS: tuple[str, ...] = (".csv", ".tsv")
_DELIMITERS = ",;\t|"
_CHUNK = 1 << 16


class _TooLongError(Exception):
    """A line that is longer than an article may be."""


def read(source: str, settings: Settings) -> Iterator[Raw | Rejected]:
    """Read the table row by row; behind a row that cannot be ended nothing more is read."""
    file = _files.opened(source)
    if isinstance(file, Rejected):
        yield file
        return
    with file:
        try:
            encoding = _encoding(file)
            file.seek(0)
            if encoding is None:
                yield Rejected(
                    uri=source, reason="binary", detail="The file holds NUL bytes: no table of text."
                )
                return
            yield from _rows_of(io.TextIOWrapper(file, encoding, newline=""), source, settings)
        except OSError as error:
            yield _files.rejected(source, error)
        except UnicodeDecodeError as error:
            yield Rejected(uri=source, reason="undecodable", detail=f"The file is not {error.encoding}.")


def _rows_of(file: io.TextIOWrapper, source: str, settings: Settings) -> Iterator[Raw | Rejected]:
    head = file.readline(settings.max_bytes)
    file.seek(0)
    delimiter = max(_DELIMITERS, key=head.count)
    csv.field_size_limit(max(csv.field_size_limit(), settings.max_bytes))
    reader = csv.reader(_lines(file, settings.max_bytes), delimiter=delimiter)
    try:
        header = [name.strip() for name in next(reader, [])]
        if settings.columns.text not in header:
            names = ", ".join(header) or "none"
            detail = f"The table has no column «{settings.columns.text}»; its columns: {names}."
            yield Rejected(uri=source, reason="no_text", detail=detail)
            return
        line = reader.line_num
        for cells in reader:
            uri, line = f"{source}:{line + 1}", reader.line_num
            if cells:
                yield _rows.article(dict(zip(header, cells, strict=False)), uri, settings)
    except (_TooLongError, csv.Error) as error:
        uri = f"{source}:{reader.line_num + 1}"
        reason = "too_large" if isinstance(error, _TooLongError) or "limit" in str(error) else "bad_table"
        detail = f"The table cannot be read on from here: {error}."
        yield Rejected(uri=uri, reason=reason, detail=detail)


def _lines(file: io.TextIOWrapper, limit: int) -> Iterator[str]:
    while line := file.readline(limit + 1):
        if len(line) > limit:
            raise _TooLongError(f"a line is longer than {limit:,} characters")
        yield line


def _encoding(file: BinaryIO) -> str | None:
    """Tell the encoding by reading the file once in small pieces; None where it is no text."""
    head = file.read(_CHUNK)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if b"\0" in head:
        return None
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while head:
            decoder.decode(head)
            head = file.read(_CHUNK)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "windows-1256"
    return "utf-8-sig"
