"""Cardinals and ordinals: the number that starts at a token, over as many tokens as it takes."""

from khabar.extract._digits import Digits, digits, grouped, ratio
from khabar.extract._lookup import Cardinal, Lookup
from khabar.extract._numerals import SCALES, UNITS, Reading


class Parser(Lookup):
    """Reads cardinals and ordinals out of one document's tokens."""

    def number(self, i: int, bounded: bool = False) -> Cardinal | None:
        """Read the number that starts at token `i`, the longest there is.

        `bounded` says that a bound stands before it, which allows the article: «أكثر من المليون».
        """
        word = self.words[i]
        if word is None:
            return self._divided(i) or self._cardinal(i) if self.tokens[i].kind == "number" else None
        match word.kind:
            case "ordinal":
                return self._ordinal(i, word)
            case "vague" | "scale_plural":
                return self._vague(i, word)
            case "fraction":
                return self.fraction(i, word, bounded)
            case "several" | "over":
                return self._several(i, word)
            case "minus":
                return self._negative(i)
            case "fraction_plural":
                return None
            case "portion":
                return self._portion(i)
            case "zero":
                return self.zero(i, word)
        if word.article:
            return self._definite(i, word, bounded)
        if word.kind == "two" and self.context.has("weekday", self.key(i - 1)):
            return None
        small = self.small_fraction(i, word)
        return small or self._divided(i) or self._cardinal(i)

    def _definite(self, i: int, word: Reading, bounded: bool) -> Cardinal | None:
        """Read a number word with the article: «الثلاث», «القرن العشرين», «نحو المليون», never «الاثنين»."""
        ranked = self.context.has("ordinal_head", self.key(i - 1))
        whole = self._cardinal(i)
        pair = word.kind in ("one", "two")
        compound = whole is not None and pair and whole.last > i + 1
        if whole is None or (pair and not compound):
            return None
        if (word.kind in ("hundred", *SCALES, "scale_dual")) and not (bounded or ranked):
            return None
        if ranked or (word.kind == "one" and compound):
            return whole._replace(ordinal=True, why=f"ordinal, {whole.why}")
        return whole

    def _small(self, i: int) -> tuple[float, int] | None:
        """Read 1 to 99 in words at `i`; a bare «واحد» or «أحد» only before a scale or percent sign."""
        word = self.word(i)
        if word is None:
            return None
        if word.kind in ("ten", "ten10"):
            return word.value, i + 1
        if word.kind not in (*UNITS, "one"):
            return None
        if self.plain(i + 1, "ten10"):
            return word.value + 10, i + 2
        at = self.joined(i + 1)
        tens = self.word(at) if at is not None else None
        if at is not None and tens is not None and tens.kind == "ten":
            return word.value + tens.value, at + 1
        if word.kind in UNITS or self.plain(i + 1, "scale") or self.fraction_tail(i + 1):
            return word.value, i + 1
        return (word.value, i + 1) if self.context.sign_at(self.tokens, i + 1) else None

    def _group(self, i: int) -> tuple[float, int] | None:
        """Read what may stand before a scale word at `i`: digits, or words below a thousand."""
        if self.tokens[i].kind == "number":
            read = self._digits(i)
            if read is None:
                return None
            value, at = read.value, read.last
        else:
            word = self.words[i]
            if word is None:
                return None
            if word.kind == "hundred":
                return self._with_rest(word.value, i + 1)
            small = self._small(i)
            if small is None:
                return None
            value, at = small
        hundred = self.plain(at, "hundred")
        if not (3 <= value <= 9 and hundred and hundred.value == 100 and not hundred.article):
            return value, at
        return self._with_rest(value * 100, at + 1)

    def _with_rest(self, value: float, at: int) -> tuple[float, int]:
        rest = self.joined(at)
        tail = None if rest is None or self.fraction_tail(at) else self._below_hundred(rest)
        return (value, at) if tail is None else (value + tail[0], tail[1])

    def _digits(self, i: int) -> Digits | None:
        share = ratio(self.tokens, i)
        if share is not None:
            return share if not self.context.has("opener", self.key(i - 1)) else None
        form, at = grouped(self.text, self.tokens, i)
        mixed = ratio(self.tokens, at) if at == i + 1 and form.isdigit() and at < len(self.tokens) else None
        if mixed is not None and self.tokens[at].start - self.tokens[i].end == 1:
            return Digits(int(form) + mixed.value, mixed.last)
        scale = self.plain(at, *SCALES)
        share_next = self.context.sign_at(self.tokens, at) is not None
        value = digits(form, share_next or (scale is not None and scale.value >= 10**6 and "," not in form))
        return None if value is None else Digits(value, at)

    def _below_hundred(self, i: int) -> tuple[float, int] | None:
        if self.tokens[i].kind == "number":
            value = digits(self.tokens[i].form)
            return (value, i + 1) if value is not None and value < 100 else None
        word = self.word(i)
        if word is not None and word.kind == "one" and not self.plain(i + 1, "scale"):
            return self._small(i) or (word.value, i + 1)
        return self._small(i)

    def _component(self, i: int) -> tuple[float, int, float] | None:
        """Read a group with its scale words, or a bare scale word: value, where it ends, its scale."""
        word = self.word(i)
        if word is not None and word.kind == "scale_dual":
            return word.value, i + 1, word.value / 2
        if word is not None and word.kind in ("scale", "scale_accusative"):
            double = 2 if word.kind == "scale_accusative" and self.is_dual(i) else 1
            group: tuple[float, int] | None = (word.value * double, i + 1)
            scale = word.value
        else:
            group, scale = self._group(i), 1.0
        if group is None:
            return None
        value, at = group
        while (next_scale := self.plain(at, *SCALES)) is not None and next_scale.value > scale:
            if next_scale.article and self.tokens[i].kind == "number":
                break
            value, at, scale = value * next_scale.value, at + 1, next_scale.value
        return value, at, scale

    def _cardinal(self, i: int) -> Cardinal | None:
        part = self._component(i)
        if part is None:
            return None
        total, at, scale = part
        first_scale = scale
        while scale > 1:
            nxt = self.joined(at)
            if nxt is None or self.fraction_tail(at):
                break
            part = self._component(nxt) or self._one(nxt)
            if part is None or part[0] >= scale:
                break
            total, at, scale = total + part[0], part[1], part[2]
        how = "digits" if self.tokens[i].kind == "number" else "number word"
        return self._with_fraction(i, Cardinal(at, total, total, False, scale or first_scale, False, how))

    def _one(self, i: int) -> tuple[float, int, float] | None:
        """Read the bare «واحد» that ends a longer number."""
        word = self.word(i)
        return (word.value, i + 1, 1.0) if word is not None and word.kind == "one" else None

    def _with_fraction(self, i: int, read: Cardinal) -> Cardinal:
        """Add «ونصف المليون», «وثلاثة أرباع», «أخماس», «ونيف» behind a cardinal."""
        total, at, how = read.low, read.last, f"{read.why} «{self.tokens[i].form}»"
        share = False
        parts = self.plain(at, "fraction_plural")
        if parts is not None and not parts.article and self.tokens[i].kind == "word":
            total, at, share = total * parts.value, at + 1, True
            how = f"fraction words «{self.tokens[i].form} {self.tokens[at - 1].form}»"
        elif (tail := self.fraction_tail(at)) is not None:
            total, at = total + tail[0] * read.scale, tail[1]
            again = self.plain(at, *SCALES)
            at += 1 if again is not None and read.scale > 1 and again.value == read.scale else 0
        elif (over := self.over_tail(at)) is not None:
            return Cardinal(over, total, None, True, read.scale, False, f"{how}, «نيف» behind it")
        elif self.tokens[i].kind == "number" and self.key(i + 1) == "/" and total < 1:
            share, how = True, f"fraction in digits «{self.tokens[i].form}»"
        return Cardinal(at, total, total, False, read.scale, False, how, share and total < 1)

    def _vague(self, i: int, word: Reading) -> Cardinal | None:
        low, high, at = 2 * word.value, 10 * word.value - 1, i + 1
        scale = self.word(at)
        if scale is not None and scale.kind in SCALES and scale.cut == 0 and word.kind == "vague":
            low, high, at = low * scale.value, (high + 1) * scale.value - 1, at + 1
        return Cardinal(at, low, high, True, word.value, False, f"vague plural «{word.form}»")

    def _several(self, i: int, word: Reading) -> Cardinal | None:
        """Read «بضع وعشرون» (23 to 29) and «نيف وثلاثون»."""
        at = self.joined(i + 1)
        tens = self.word(at) if at is not None else None
        if at is None or tens is None or tens.kind not in ("ten", "hundred"):
            return None
        high = tens.value + 9 if word.kind == "several" else None
        low = tens.value + word.value if word.kind == "several" else tens.value
        return Cardinal(at + 1, low, high, True, 1, False, f"vague number word «{word.form}»")

    def _negative(self, i: int) -> Cardinal | None:
        if i + 1 >= len(self.tokens):
            return None
        one = self.plain(i + 1, "one")
        read = Cardinal(i + 2, 1, 1, False, 1, False, "number word «واحد»") if one else self._cardinal(i + 1)
        if read is None or self.words[i] is None or self.tokens[i + 1].key.startswith("ال"):
            return None
        over = self._divided(i + 1) if one else None
        value = over.low if over is not None else read.low
        last = over.last if over is not None else read.last
        return Cardinal(last, -value, -value, False, 1, False, f"negative, {read.why}")

    def _divided(self, i: int) -> Cardinal | None:
        """Read «واحد من كل خمسة» and «واحد على ثلاثة»; digits too."""
        word = self.word(i)
        if not (word is not None and word.kind == "one") and self.tokens[i].form != "1":
            return None
        has = self.context.has
        if has("of", self.key(i + 1)) and has("of_each", self.key(i + 2)):
            at = i + 3
        elif has("over", self.key(i + 1)):
            at = i + 2
        elif (part := self.word(i + 1)) is not None and part.kind == "portion":
            return self._portion(i + 1)
        else:
            return None
        return self._share(at)

    def _portion(self, i: int) -> Cardinal | None:
        """Read «جزء من مئة»."""
        return self._share(i + 2) if self.context.has("of", self.key(i + 1)) else None

    def _share(self, at: int) -> Cardinal | None:
        """Give one part of the number that starts at token `at`."""
        whole = self._cardinal(at) if at < len(self.tokens) else None
        if whole is None or whole.low <= 1:
            return None
        share = 1 / whole.low
        return Cardinal(whole.last, share, share, False, 1, False, f"fraction, one of {whole.low:g}", True)

    def _ordinal(self, i: int, word: Reading) -> Cardinal | None:
        value, at = word.value, i + 1
        nxt = self.joined(at)
        tens = self.word(nxt) if nxt is not None else None
        if self.plain(at, "ten10"):
            value, at = value + 10, at + 1
        elif nxt is not None and tens is not None and tens.kind == "ten":
            value, at = value + tens.value, nxt + 1
        elif word.form.startswith("حادي"):
            return None
        return Cardinal(at, value, value, False, 1, True, f"ordinal «{word.form}»")
