"""Arabic writing: folding with a way back, digits, tokens, clitics, the script test.

Two folds, in this order:

1. `fold` (the *form*): compatibility forms decomposed (presentation forms, ligatures, superscripts), then
   tashkeel, tatweel, bidi controls and other invisible characters dropped; Arabic-Indic and Persian digits
   to ASCII; Persian and Urdu letters that look Arabic to their Arabic letter; `_` to a space (hashtags).
   Lost: vowels and how the page was typed. Used by tokens and for display forms.
2. `key`: on top of it, one code point for one: all alefs and hamza seats to the bare letter, ى to ي, ة to ه.
   Lost: distinctions that Arabic newspapers do not keep (إن/أن, على/علي). Used only to match.

Every folded letter knows the code points of the original text that it came from.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from khabar.records import Token, TokenKind

_DIGITS = {ord(c): str(i % 10) for i, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
_LETTERS = str.maketrans("یېکڪہھەٱ_", "ييككههها ")
_FORM = _DIGITS | _LETTERS
_KEY = str.maketrans("أإآؤئىة", "اااويي" + "ه")
_DROPPED = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
_INVISIBLE = "\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\ufe00-\ufe0f"
_COMPATIBLE = "\ufb50-\ufdff\ufe70-\ufefc\u00b2\u00b3\u00b9\u2070-\u2079\uff01-\uff5e"
_DROP = re.compile(f"[{_DROPPED}{_INVISIBLE}]")
_UNEVEN = re.compile(f"[{_DROPPED}{_INVISIBLE}{_COMPATIBLE}]")
_MARKS = re.compile(f"[{_DROPPED}]*")
_TOKEN = re.compile(r"(?P<number>\d+(?:[.,٫٬]\d+)*)|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)|(?P<mark>\S)")
_ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]+")
_LETTERS_RUN = re.compile(r"[^\W\d_]+")
_PROCLITICS = ("و", "ف", "ب", "ل", "ك", "س")


class Folded:
    """A text folded to its form, and the code points of the original behind each folded one."""

    __slots__ = ("_ends", "_starts", "form")

    def __init__(self, form: str, starts: list[int] | None, ends: list[int] | None) -> None:
        """Keep the form; `starts` and `ends` are None where form and original agree one to one."""
        self.form = form
        self._starts = starts
        self._ends = ends

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the original `[start, end)` of the folded `[start, end)`, with the marks its letters carry."""
        if self._starts is None or self._ends is None or start >= end:
            return start, end
        return self._starts[start], self._ends[end - 1]


def fold(text: str) -> Folded:
    """Fold a text to its form (step 1 of the module's page) and keep the way back."""
    if not _UNEVEN.search(text):
        return Folded(text.translate(_FORM), None, None)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for odd in _UNEVEN.finditer(text):
        pieces.append(text[at : odd.start()])
        starts.extend(range(at, odd.start()))
        ends.extend(range(at + 1, odd.start() + 1))
        at = odd.end()
        if _MARKS.fullmatch(odd[0]):
            if ends and ends[-1] == odd.start():
                ends[-1] = at
        elif not _DROP.match(odd[0]):
            kept = _DROP.sub("", unicodedata.normalize("NFKC", odd[0])).strip(" ")
            pieces.append(kept)
            starts.extend([odd.start()] * len(kept))
            ends.extend([at] * len(kept))
    pieces.append(text[at:])
    starts.extend(range(at, len(text)))
    ends.extend(range(at + 1, len(text) + 1))
    return Folded("".join(pieces).translate(_FORM), starts, ends)


def key(text: str) -> str:
    """Fold a text all the way, for matching; the length follows the form, not the original."""
    return fold(text).form.translate(_KEY)


@lru_cache(maxsize=65536)
def _key_of_form(form: str) -> str:
    return form.translate(_KEY)


def tokens(text: str) -> Iterator[Token]:
    """Cut a text into words, numbers and single marks, with their original offsets."""
    folded = fold(text)
    for found in _TOKEN.finditer(folded.form):
        kind: TokenKind = found.lastgroup  # type: ignore[assignment]
        start, end = folded.span(*found.span())
        form = found[0]
        yield Token(start=start, end=end, form=form, key=_key_of_form(form), kind=kind)


def after_letters(text: str, start: int, letters: int) -> int:
    """Give the offset in the original behind the first `letters` letters from `start` and their marks."""
    at = start
    while letters and at < len(text):
        letters -= 0 if _DROP.match(text[at]) else 1
        at += 1
    while at < len(text) and _DROP.match(text[at]):
        at += 1
    return at


def proclitics(word: str) -> Iterator[int]:
    """Give the ways to cut proclitics off a word's key as counts of letters, 0 first.

    و and ف may stand before one of ب ل ك س; what is left has at least two letters. The caller accepts a
    cut only where the rest is a word it knows. «لل…» is no cut: the article is written into it.
    """
    yield 0
    if len(word) > 2 and word[0] in _PROCLITICS:
        yield 1
        if len(word) > 3 and word[0] in "وف" and word[1] in _PROCLITICS[2:]:
            yield 2


def arabic_share(text: str) -> float:
    """Give the share of a text's letters that are Arabic, 0.0 where it has no letters."""
    letters = sum(map(len, _LETTERS_RUN.findall(text)))
    return sum(map(len, _ARABIC.findall(text))) / letters if letters else 0.0
