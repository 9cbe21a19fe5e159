"""The gates: what is no Arabic article is refused, with a reason."""

from khabar import arabic
from khabar.settings import Settings

_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x89PNG", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
)
_CONTROLS = bytes((*range(9), *range(14, 27), *range(28, 32), 127))
_MAX_CONTROLS = 0.01
# Letters of Persian, Urdu and Kurdish that Arabic does not have: in most Arabic articles there is none, in
# some a foreign name with one or two; Persian prose, which has the fewest of the three, has over 2 %.
_OTHER_LETTERS = "پچژگٹڈڑںےێۆەڕڵۋۇ"
_MAX_OTHER = 0.015
_MIN_JUDGED = 200  # characters; below, one foreign name decides


class RefusedError(Exception):
    """An input that is no article: `reason` is the code of the Rejected, `detail` its sentence."""

    def __init__(self, reason: str, detail: str) -> None:
        """Keep both."""
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


def binary_bytes(body: bytes) -> None:
    """Refuse nothing at all, and files whose first bytes name a format that is not text."""
    if not body.strip():
        raise RefusedError(
            "empty", "There is nothing but white space." if body else "There is nothing in it."
        )
    for signature, name in _SIGNATURES:
        if body.startswith(signature):
            raise RefusedError("binary", f"This is {name}, not text.")


def binary_text(text: str) -> None:
    """Refuse a text that holds NUL, or other control characters beyond an accident."""
    encoded = text.encode()
    controls = len(encoded) - len(encoded.translate(None, _CONTROLS))
    if "\0" in text or controls > _MAX_CONTROLS * len(text):
        raise RefusedError("binary", "The bytes are control characters, not text.")


def empty_text(text: str) -> None:
    """Refuse a text of white space, byte order marks and the like."""
    if not text.strip("\ufeff\u200b\u200e\u200f \t\r\n\v\f\u00a0"):
        raise RefusedError("empty", "There is nothing but white space.")


def language(text: str, settings: Settings) -> str | None:
    """Give `ar` for an Arabic text, None for another where `any_language` lets it pass; else refuse it."""
    share = arabic.arabic_share(text)
    if share < settings.min_arabic:
        detail = f"{share:.0%} of the letters are Arabic; {settings.min_arabic:.0%} are asked for."
    elif _is_other(text):
        detail = "The letters are those of Persian, Urdu or Kurdish."
    else:
        return "ar"
    if settings.any_language:
        return None
    raise RefusedError("not_arabic", detail)


def _is_other(text: str) -> bool:
    found = sum(map(text.count, _OTHER_LETTERS))  # a fifth of the time of a pattern
    return len(text) >= _MIN_JUDGED and found > _MAX_OTHER * len(text)
