"""Cardinals and ordinals: the number that starts at a token, over as many tokens as it takes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from khabar.extract._numerals import SCALES, Kind, Reading, digits
from khabar.records import Token


class Cardinal(NamedTuple):
    """A number read from tokens `[first, last)`; `scale` is the last scale word's value or 1."""

    last: int
    low: float
    high: float
    approx: bool
    scale: float
    ordinal: bool
    why: str


class Parser:
    """Reads cardinals and ordinals out of one document's tokens."""

    def __init__(self, tokens: Sequence[Token], words: Mapping[str, Reading]) -> None:
        """Take the tokens and the index of number words."""
        self.tokens = tokens
        self.words: list[Reading | None] = [words.get(t.key) if t.kind == "word" else None for t in tokens]

    def starts(self) -> Iterator[int]:
        """Give the indexes of tokens that a number may start at."""
        for i, token in enumerate(self.tokens):
            if token.kind == "number" or self.words[i] is not None:
                yield i

    def number(self, i: int) -> Cardinal | None:
        """Read the number that starts at token `i`, the longest there is."""
        word = self.words[i]
        if word is None:
            return self._cardinal(i) if self.tokens[i].kind == "number" else None
        if word.kind == "ordinal":
            return self._ordinal(i, word)
        if word.kind in ("vague", "scale_plural"):
            return self._vague(i, word)
        if word.kind == "fraction":
            return self._fraction(i, word)
        if word.article and word.kind in ("hundred", "scale", "scale_accusative", "scale_dual"):
            return None
        if word.article and word.value == 2:
            return None  # «الاثنين» is Monday
        return self._cardinal(i)

    def _word(self, i: int) -> Reading | None:
        return self.words[i] if i < len(self.words) else None

    def _plain(self, i: int, *kinds: Kind) -> Reading | None:
        word = self._word(i)
        return word if word and word.kind in kinds and word.cut == 0 else None

    def _joined(self, i: int) -> int | None:
        """Give where the component behind a و starts: at `i` («وخمسون») or after it («و 50»)."""
        if i >= len(self.tokens):
            return None
        word = self.words[i]
        if word is not None and word.joined and word.cut == 1:
            return i
        after = i + 1 < len(self.tokens) and self.tokens[i].key == "و"
        return i + 1 if after and (self.tokens[i + 1].kind == "number" or self._word(i + 1)) else None

    def _small(self, i: int) -> tuple[float, int] | None:
        """Read 1 to 99 in words at `i`; a bare «واحد» or «أحد» is none."""
        word = self._word(i)
        if word is None:
            return None
        if word.kind in ("ten", "ten10"):
            return word.value, i + 1
        if word.kind not in ("unit", "one"):
            return None
        if self._plain(i + 1, "ten10"):
            return word.value + 10, i + 2
        at = self._joined(i + 1)
        tens = self._word(at) if at is not None else None
        if at is not None and tens is not None and tens.kind == "ten":
            return word.value + tens.value, at + 1
        return (word.value, i + 1) if word.kind == "unit" else None

    def _group(self, i: int) -> tuple[float, int] | None:
        """Read what may stand before a scale word at `i`: digits, or words below a thousand."""
        token = self.tokens[i]
        if token.kind == "number":
            scale = self._plain(i + 1, *SCALES)
            value = digits(token.form, scale is not None and scale.value >= 10**6)
            return None if value is None else (value, i + 1)
        word = self.words[i]
        if word is None:
            return None
        if word.kind == "hundred":
            value, at = word.value, i + 1
        else:
            small = self._small(i)
            if small is None:
                return None
            value, at = small
            hundred = self._plain(at, "hundred")
            if not (3 <= value <= 9 and hundred and hundred.value == 100):
                return value, at
            value, at = value * 100, at + 1
        rest = self._joined(at)
        tail = None if rest is None else self._below_hundred(rest)
        return (value, at) if tail is None else (value + tail[0], tail[1])

    def _below_hundred(self, i: int) -> tuple[float, int] | None:
        if self.tokens[i].kind == "number":
            value = digits(self.tokens[i].form)
            return (value, i + 1) if value is not None and value < 100 else None
        return self._small(i)

    def _component(self, i: int) -> tuple[float, int, float] | None:
        """Read a group with its scale words, or a bare scale word: value, where it ends, its scale."""
        word = self._word(i)
        if word is not None and word.kind == "scale_dual":
            return word.value, i + 1, word.value / 2
        if word is not None and word.kind in ("scale", "scale_accusative"):
            double = 2 if word.kind == "scale_accusative" else 1  # «مليونا نسمة» is the dual
            group: tuple[float, int] | None = (word.value * double, i + 1)
            scale = word.value
        else:
            group, scale = self._group(i), 1.0
        if group is None:
            return None
        value, at = group
        while (next_scale := self._plain(at, *SCALES)) is not None and next_scale.value > scale:
            if next_scale.article and self.tokens[i].kind == "number":
                break
            value, at, scale = value * next_scale.value, at + 1, next_scale.value
        return value, at, scale

    def _cardinal(self, i: int) -> Cardinal | None:
        part = self._component(i)
        if part is None:
            return None
        total, at, scale = part
        while scale > 1:
            nxt = self._joined(at)
            if nxt is None:
                break
            word = self._word(nxt)
            if word is not None and word.kind == "fraction":
                total, at = total + word.value * scale, nxt + 1
                again = self._plain(at, "scale")
                at += 1 if again is not None and again.value == scale else 0
                break
            part = self._component(nxt)
            if part is None or part[0] >= scale:
                break
            total, at, scale = total + part[0], part[1], part[2]
        how = "digits" if self.tokens[i].kind == "number" else "number word"
        return Cardinal(at, total, total, False, scale, False, f"{how} «{self.tokens[i].form}»")

    def _vague(self, i: int, word: Reading) -> Cardinal:
        low, high, at = 2 * word.value, 10 * word.value - 1, i + 1
        scale = self._plain(at, "scale_plural")
        if scale is not None and word.kind == "vague":
            low, high, at = low * scale.value, (high + 1) * scale.value - 1, at + 1
        return Cardinal(at, low, high, True, word.value, False, f"vague plural «{word.form}»")

    def _fraction(self, i: int, word: Reading) -> Cardinal | None:
        scale = self._plain(i + 1, "scale", "scale_accusative")
        if word.article:
            return None
        value, at = (word.value * scale.value, i + 2) if scale else (word.value, i + 1)
        return Cardinal(at, value, value, False, 1, False, f"fraction word «{word.form}»")

    def _ordinal(self, i: int, word: Reading) -> Cardinal | None:
        value, at = word.value, i + 1
        nxt = self._joined(at)
        tens = self._word(nxt) if nxt is not None else None
        if self._plain(at, "ten10"):
            value, at = value + 10, at + 1
        elif nxt is not None and tens is not None and tens.kind == "ten":
            value, at = value + tens.value, nxt + 1
        elif word.form.startswith("حادي"):
            return None
        return Cardinal(at, value, value, False, 1, True, f"ordinal «{word.form}»")
