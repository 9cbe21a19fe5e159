"""What bytes without a name look like."""

import re
from typing import Literal

_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = 4096


def media(body: bytes) -> Literal["text", "html"]:
    """Tell markup from plain text by how the bytes begin."""
    return "html" if _MARKUP.match(body[:_HEAD]) else "text"


def is_json(body: bytes) -> bool:
    """Whether the bytes begin as a JSON object does."""
    return body[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"
