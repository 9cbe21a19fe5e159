"""The number words of one document, looked up once, and what can be read at a token without its group."""

from collections.abc import Iterator
from typing import NamedTuple

from khabar.extract._number_context import Context, context
from khabar.extract._numerals import SCALES, UNITS, Kind, Reading, readings, small_fractions
from khabar.lexicon import World
from khabar.records import Reading as Document

_FATHATAN = "\u064b"


class Cardinal(NamedTuple):
    """A number read from tokens `[first, last)`; `scale` is the last scale word's value or 1."""

    last: int
    low: float
    high: float | None
    approx: bool
    scale: float
    ordinal: bool
    why: str
    fraction: bool = False


class Lookup:
    """The tokens of a document and how each reads as a number word."""

    def __init__(self, doc: Document, world: World) -> None:
        """Look every word of the document up once."""
        self.text = doc.text
        self.tokens = doc.tokens
        self.context: Context = context(world)
        self.small = small_fractions(world)
        words = readings(world)
        no_numbers = self.context.kinds["no_number"]
        self.words: list[Reading | None] = [
            _apart(words.get(t.key), t.form) if t.kind == "word" and t.key not in no_numbers else None
            for t in doc.tokens
        ]

    def starts(self) -> Iterator[int]:
        """Give the indexes of tokens that a number may start at."""
        for i, token in enumerate(self.tokens):
            if token.kind == "number" or self.words[i] is not None:
                yield i

    def key(self, i: int) -> str:
        """Give the key of token `i`, "" outside the text."""
        return self.tokens[i].key if 0 <= i < len(self.tokens) else ""

    def word(self, i: int) -> Reading | None:
        """Give how token `i` reads as a number word."""
        return self.words[i] if 0 <= i < len(self.words) else None

    def numeric(self, i: int) -> bool:
        """Is token `i` digits or a number word?"""
        return self.tokens[i].kind == "number" or self.words[i] is not None

    def is_name(self, i: int) -> bool:
        """Is token `i` a word that is no number word?"""
        return self.tokens[i].kind == "word" and self.words[i] is None

    def letter(self, i: int) -> bool:
        """Is token `i` a single letter?"""
        return self.tokens[i].kind == "word" and len(self.tokens[i].form) == 1

    def plain(self, i: int, *kinds: Kind) -> Reading | None:
        """Give the number word at token `i` if it is of one of the kinds and carries no proclitic."""
        word = self.word(i)
        return word if word and word.kind in kinds and word.cut == 0 else None

    def joined(self, i: int) -> int | None:
        """Give where the component behind a و starts: at `i` («وخمسون») or after it («و 50»)."""
        if i >= len(self.tokens):
            return None
        word = self.words[i]
        if word is not None and word.joined and word.cut == 1:
            return i
        after = i + 1 < len(self.tokens) and self.tokens[i].key == "و"
        return i + 1 if after and (self.tokens[i + 1].kind == "number" or self.word(i + 1)) else None

    def fraction_tail(self, at: int) -> tuple[float, int] | None:
        """Read «ونصف», «وثلاثة أخماس» at `at`; not «ونصف السكان», which is a share of its own."""
        nxt = self.joined(at)
        word = self.word(nxt) if nxt is not None else None
        if nxt is None or word is None or word.article:
            return None
        if word.kind == "fraction":
            signed = self.context.sign_at(self.tokens, nxt + 1) is not None
            again = None if signed else self.word(nxt + 1)
            scale = again is not None and again.kind in SCALES and self.plain(at - 1, *SCALES, "scale_dual")
            if (self.key(nxt + 1).startswith("ال") or self.key(nxt + 1) == "من" or again) and not scale:
                return None
            return word.value, nxt + 1
        if word.kind in UNITS and (parts := self.plain(nxt + 1, "fraction_plural")) is not None:
            return word.value * parts.value, nxt + 2
        return None

    def over_tail(self, at: int) -> int | None:
        """Give the token behind «ونيف» at `at`."""
        nxt = self.joined(at)
        word = self.word(nxt) if nxt is not None else None
        return nxt + 1 if nxt is not None and word is not None and word.kind == "over" else None

    def small_fraction(self, i: int, word: Reading) -> Cardinal | None:
        """Read «خمس الدول»: a unit before a definite noun is a fraction."""
        value = self.small.get(self.tokens[i].key[word.cut :])
        behind = self.tokens[i + 1].form if i + 1 < len(self.tokens) else ""
        if value is None or not behind.startswith("ال") or len(behind) < 4 or self.word(i + 1) is not None:
            return None  # «عشر ألبومات» counts: its alef has a hamza
        return Cardinal(i + 1, value, value, False, 1, False, f"fraction word «{self.tokens[i].form}»", True)

    def fraction(self, i: int, word: Reading, bounded: bool) -> Cardinal | None:
        """Read a fraction word, with the scale behind it: «نصف مليون»; none in «نصف النهائي»."""
        if self.context.has("no_share", self.key(i + 1)):
            return None
        if word.article and not bounded and not self.context.has("share_before", self.key(i - 1)):
            return None
        scale = self.plain(i + 1, "scale", "scale_accusative")
        value, at = (word.value * scale.value, i + 2) if scale else (word.value, i + 1)
        why = f"fraction word «{self.tokens[i].form}»"
        return Cardinal(at, value, value, False, scale.value if scale else 1, False, why, scale is None)

    def zero(self, i: int, word: Reading) -> Cardinal | None:
        """Read «صفر»; none where it is the month."""
        year = i + 1 < len(self.tokens) and self.tokens[i + 1].kind == "number"
        if word.article or self.context.has("month", self.key(i - 1)) or year:
            return None
        return Cardinal(i + 1, 0, 0, False, 1, False, f"number word «{word.form}»")

    def is_dual(self, i: int) -> bool:
        """«مليونا نسمة» is the dual; «مليونا و300 ألف» and «بلغ ألفا في العام» are not."""
        token, after = self.tokens[i], i + 1
        if _FATHATAN in self.text[token.start : token.end] or after >= len(self.tokens):
            return False
        behind = self.tokens[after]
        if behind.kind != "word" or self.joined(after) is not None:
            return False
        if "\n" in self.text[token.end : behind.start]:
            return False
        return behind.key[0] not in "ول" and not self.context.has("function", behind.key)


def _apart(word: Reading | None, form: str) -> Reading | None:
    """Tell «وأحد» (and one) from «واحد» (one), which fold to the same key."""
    if word is not None and word.kind == "one" and not word.cut and form.startswith("وأ"):
        return word._replace(cut=1, joined=True)
    return word
