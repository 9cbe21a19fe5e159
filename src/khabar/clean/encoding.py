"""Bytes -> text: byte order marks, UTF-8, what the page declares, then what reads as Arabic."""

import codecs
import re

from khabar.clean.refuse import RefusedError, binary_text
from khabar.records import Raw

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]+)|<\?xml[^>]*?encoding=[\"']([\w:.-]+)", re.I
)
_HEAD = 4096
_SINGLE = ("cp1256", "iso8859-6", "mac-arabic", "cp864", "cp720")
_WESTERN = ("cp1252", "iso8859-1", "iso8859-15")
_FOUND_BY_LOOK = ("cp1256", "iso8859-6")
_BARE_UTF16 = ("utf-16-le", "utf-16-be")
# What Arabic news is written with beyond ASCII: letters, tashkeel, punctuation, quotation marks, controls.
_EXPECTED = re.compile("[\u0621-\u0652\u060c\u061b\u061f\u00ab\u00bb\u00a0\u2010-\u201f\u2026\u200c-\u200f]")
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_ENOUGH = 0.85  # UTF-8 read as windows-1256 reaches 0.6, ISO-8859-6 read so 0.75
_MAX_BROKEN = 0.01


def decode(raw: Raw) -> str:
    """Give the text of the bytes, byte order marks kept; raises RefusedError `undecodable` or `binary`.

    UTF-8 comes before what is declared: Arabic in another encoding is never valid UTF-8 by accident.
    """
    body = raw.body
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return _strict(body, encoding) or _give_up(raw)
    if b"\0" in body:
        text = _by_look(body, _BARE_UTF16)
        if text or raw.media == "text":
            return text or _give_up(raw)
        body = body.replace(b"\0", b"")  # as browsers do
    if (text := _strict(body, "utf-8")) is not None:
        return text
    declared = _known(raw.encoding) or (_declared(body) if raw.media == "html" else None)
    if declared in _WESTERN:  # often declared by servers that were never told; believed last
        order: tuple[str, ...] = (*_FOUND_BY_LOOK, declared)
    else:
        order = (declared, *_FOUND_BY_LOOK) if declared else _FOUND_BY_LOOK
    return _by_look(body, order) or _western(body, declared) or _patched(raw) or _give_up(raw)


def _known(label: str | None) -> str | None:
    """Give the codec behind a label, where it is one that pages of newspapers come in."""
    if not label:
        return None
    try:
        name = codecs.lookup(label.lower().removeprefix("x-")).name
    except (LookupError, ValueError):
        return None
    return name if name in (*_SINGLE, *_WESTERN) else None


def _declared(body: bytes) -> str | None:
    found = _META.search(body[:_HEAD])
    return _known((found[1] or found[2]).decode("ascii", "replace")) if found else None


def _strict(body: bytes, encoding: str) -> str | None:
    try:
        return body.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _by_look(body: bytes, encodings: tuple[str, ...]) -> str | None:
    """Give the reading with the most of what Arabic is written with; the first of equal ones."""
    best: tuple[float, str] = (0.0, "")
    for encoding in encodings:
        text = _strict(body, encoding)
        if text and (share := _expected_share(text)) > best[0]:
            best = share, text
    return best[1] if best[0] >= _ENOUGH else None


def _expected_share(text: str) -> float:
    beyond = len(_BEYOND_ASCII.findall(text))
    return len(_EXPECTED.findall(text)) / beyond if beyond else 0.0


def _western(body: bytes, declared: str | None) -> str | None:
    """Read what is declared as Western, where it reads as no Arabic: a page in another language."""
    return _strict(body, declared) if declared in _WESTERN else None


def _patched(raw: Raw) -> str | None:
    """Read a page that is UTF-8 but for a few bytes, as sites cut strings; plain text must be exact."""
    if raw.media != "html":
        return None
    text = raw.body.decode("utf-8", "replace")
    beyond = len(_BEYOND_ASCII.findall(text))
    return text if text.count("\ufffd") <= _MAX_BROKEN * beyond else None


def _give_up(raw: Raw) -> str:
    binary_text(raw.body.decode("latin-1"))
    raise RefusedError("undecodable", "The bytes are no UTF-8 and no Arabic in an encoding we know.")
