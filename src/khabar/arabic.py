"""Arabic writing: folding with a way back, digits, tokens, clitics, the script test.

Two folds, one on top of the other; each step works on what the one before it left:

1. `fold` gives the *form*, a text as if one hand had typed it:
   a. compatibility characters become their letters: presentation forms, lam-alef and word ligatures (ﷲ ﷺ),
      full-width and small forms, raised digits. Lost: how the page was typed. One character may give several.
   b. dropped: tashkeel in any order, Koranic marks, tatweel, and what nobody sees (bidi controls, zero-width
      joiners, variation selectors, soft hyphens). Lost: vowels, so عَلِمَ and عُلِمَ are one.
   c. one for one: Arabic-Indic and Persian digits to ASCII; Persian, Urdu and Kurdish shapes of Arabic
      letters to these (ی ک ە ے ۀ); ٪ to %; `_` to a space (hashtags). Lost: the keyboard.
   Users: tokens (`Token.form`), display forms of names, the head line of a page (clean).
2. `key` adds, one for one, so that key and form have equal lengths:
   d. أ إ آ to ا; ؤ to و; ئ and ى to ي; ة to ه. Lost: what newspapers do not keep apart (إن/أن, على/علي,
      هذة/هذه, الماضى/الماضي, إتفاق/اتفاق, الإعلام/الاعلام), or leave out (a missing hamza).
   Users: every table of words/ and every rule, through `Token.key`; the store's search terms; the linkers.

Left alone, with what 8.2 million words of news say of it:
- The seats of hamza beyond step d: مسؤول and مسئول have two keys (1,822 to 3), and a bare ء stays. Step d
  makes 346 forms ambiguous (1,646 words); ؤ, ئ and ء as one letter would make it 513 (2,306). Who inflects
  a word gives each of its seats.
- Drawn-out words (جدااا): 115, half of them slips of the key. To cut three equal letters to one would break
  سيئين and بيئية, whose keys have three, and a key would no longer be its own key.
- Doubled spaces and line ends: white space is the tokens' matter.

Every folded letter knows the code points of the original text that it came from: its own, and the dropped
ones behind it that a reader sees as part of it (tashkeel, tatweel).
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from khabar.records import Token, TokenKind

_DIGITS = {ord(c): str(i % 10) for i, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
_LETTERS = str.maketrans("یېۍےۓکڪہھەۀۂۿۃٱٲٳٵٶٸ٪_", "ييييئككههههههةااااؤئ% ")
_FORM = _DIGITS | _LETTERS
_TO_FORM = re.compile(f"[{''.join(map(chr, _FORM))}]")
_KEY = str.maketrans("أإآؤئىة", "اااويي" + "ه")
_FORM_AND_KEY: dict[int, int | str] = {
    **_KEY,
    **{letter: chr(letter).translate(_FORM).translate(_KEY) for letter in _FORM},
}
_DROPPED = (
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u0898-\u089f\u08ca-\u08e1\u08e3-\u08ff"
)
_INVISIBLE = "\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u034f\u180e\ufe00-\ufe0f\ufff9-\ufffb"
_COMPATIBLE = "\ufb50-\ufdff\ufe50-\ufe6b\ufe70-\ufefc\u00b2\u00b3\u00b9\u2070-\u2079\uff01-\uff5e"
_DROP = re.compile(f"[{_DROPPED}{_INVISIBLE}]")
_UNEVEN = re.compile(f"[{_DROPPED}{_INVISIBLE}{_COMPATIBLE}]")
_MARKS = re.compile(f"[{_DROPPED}]")
_TOKEN = re.compile(r"(?P<number>\d+(?:[.,٫٬]\d+)*)|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)|(?P<mark>\S)")
_ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]+")
_LETTERS_RUN = re.compile(r"[^\W\d_]+")
_KEPT = 65536
_PROCLITICS = ("و", "ف", "ب", "ل", "ك", "س")


class Folded:
    """A text folded to its form, and the code points of the original behind each folded one."""

    __slots__ = ("_ends", "_starts", "form")

    def __init__(self, form: str, starts: list[int] | None, ends: list[int] | None) -> None:
        """Keep the form; `starts` and `ends` are None where form and original agree one to one."""
        self.form = form
        self._starts = starts
        self._ends = ends

    @property
    def origins(self) -> tuple[list[int] | None, list[int] | None]:
        """The original start and end of every folded letter, None and None where nothing was dropped."""
        return self._starts, self._ends

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the original `[start, end)` of a folded `[start, end)` that is not empty."""
        if self._starts is None or self._ends is None:
            return start, end
        return self._starts[start], self._ends[end - 1]


def fold(text: str) -> Folded:
    """Fold a text to its form (step 1 of the module's page) and keep the way back."""
    if not _UNEVEN.search(text):
        return Folded(_to_form(text), None, None)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    carries = False  # does a letter stand right before, with nothing but dropped ones between?
    for odd in _UNEVEN.finditer(text):
        first, last = odd.span()
        if first > at:
            pieces.append(text[at:first])
            starts.extend(range(at, first))
            ends.extend(range(at + 1, first + 1))
            carries = True
        at = last
        kept = _kept(odd[0])
        if kept:
            pieces.append(kept)
            starts.extend([first] * len(kept))
            ends.extend([last] * len(kept))
            carries = True
        elif carries and not _is_invisible(odd[0]):
            ends[-1] = last
    pieces.append(text[at:])
    starts.extend(range(at, len(text)))
    ends.extend(range(at + 1, len(text) + 1))
    return Folded(_to_form("".join(pieces)), starts, ends)


def _to_form(text: str) -> str:
    return text.translate(_FORM) if _TO_FORM.search(text) else text


@lru_cache(maxsize=4096)
def _kept(odd: str) -> str:
    """Give what an uneven character leaves in the form."""
    return _DROP.sub("", unicodedata.normalize("NFKC", odd)).strip(" ")


@lru_cache(maxsize=4096)
def _is_invisible(odd: str) -> bool:
    return _DROP.match(odd) is not None and not _MARKS.match(odd)


def key(text: str) -> str:
    """Fold a text all the way, for matching; the length follows the form, not the original."""
    if not _UNEVEN.search(text):
        return text.translate(_FORM_AND_KEY)
    return fold(text).form.translate(_KEY)


class _Keys(dict[str, str]):
    """The keys of forms met before: a plain look-up for nearly every token of a text."""

    def __missing__(self, form: str) -> str:
        if len(self) >= _KEPT:
            self.clear()
        self[form] = key = form.translate(_KEY)
        return key


_keys = _Keys()


def tokens(text: str) -> Iterator[Token]:
    """Cut a text into words, numbers and single marks, with their original offsets."""
    for start, end, form, key, kind in pieces(text):
        yield Token(start=start, end=end, form=form, key=key, kind=kind)


def pieces(text: str) -> Iterator[tuple[int, int, str, str, TokenKind]]:
    """Give what `tokens` are made of, for who adds to it: start, end, form, key and kind."""
    folded = fold(text)
    starts, ends = folded.origins
    for found in _TOKEN.finditer(folded.form):
        kind: TokenKind = found.lastgroup  # type: ignore[assignment]
        form = found[0]
        start, end = found.span()
        if starts is not None and ends is not None:
            start, end = starts[start], ends[end - 1]
        yield start, end, form, _keys[form], kind


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
