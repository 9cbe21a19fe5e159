"""The noun phrases beside numbers: what begins at a token, how far it goes, whether it is a noun at all."""

from typing import NamedTuple

from khabar.extract._counted import Counted, Measure, measure_at, takes_plural
from khabar.extract._numerals import PRONOUNS, readings
from khabar.lexicon import World
from khabar.records import Number, Range, Reading

_ARTICLE = ("ال", "وال", "بال", "لل", "فال")
_LONGEST_PHRASE = 4
_TEENS = 11


class Found(NamedTuple):
    """A number on its way to a figure: where it starts, the token behind it, and what it counts.

    The figure ends with the head noun, before token `head`; what else belongs to the noun, as the adjective
    in «3 طائرات مسيرة», goes on to token `last`.
    """

    start: int
    head: int
    last: int
    measure: Measure | None
    counted: Range | None
    why: str


class Phrases:
    """Reads the noun phrases of one document."""

    def __init__(self, doc: Reading, world: World, known: Counted) -> None:
        """Look up the indexes once."""
        self.text = doc.text
        self.tokens = doc.tokens
        self.known = known
        self.words = readings(world)
        self.names = {m.start: m.end for m in doc.mentions}

    def key(self, i: int) -> str:
        """Give the key of token `i`, "" outside the text."""
        return self.tokens[i].key if 0 <= i < len(self.tokens) else ""

    def span(self, first: int, last: int) -> Range:
        return self.tokens[first].start, self.tokens[last - 1].end

    def of(self, at: int) -> Range | None:
        """Give the noun phrase behind «من» at token `at`."""
        if self.key(at) != "من" or at + 1 >= len(self.tokens):
            return None
        noun = self.tokens[at + 1]
        if noun.kind != "word" or self.known.contexts.get(noun.key):
            return None
        definite = noun.key.startswith("ال") or measure_at(self.tokens, at + 1, self.known) is not None
        return self.phrase(at + 1) if definite or noun.start in self.names or noun.post else None

    def phrase(self, first: int, last: int = 0) -> Range:
        """Give the noun phrase that begins at token `first`: adjectives that agree, names that it is of."""
        at = last or first + 1
        definite = self.key(first).startswith("ال")
        while at < min(len(self.tokens), first + _LONGEST_PHRASE) and self.tokens[at].kind == "word":
            token = self.tokens[at]
            of_name = not definite and not last and token.start in self.names
            of_noun = not definite and not last and at == first + 1 and token.key.startswith("ال")
            agrees = token.pos == "adj" and token.key.startswith("ال") == definite and not token.pre
            if of_name:
                return self.tokens[first].start, self.names[token.start]
            if not (of_noun or agrees):
                break
            definite = definite or of_noun
            at += 1
        return self.span(first, at)

    def plain(self, at: int) -> Measure | None:
        """Give the noun at token `at`, also before a pronoun: «من سكانه»."""
        measure = measure_at(self.tokens, at, self.known, plural=True)
        token = self.tokens[at]
        if measure is not None or not token.post:
            return measure
        entries = self.known.measures.get(token.key[: -token.post], ())
        return next((e.measure._replace(last=at + 1) for e in entries if not e.rest), None)

    def stripped(self, at: int) -> Measure | None:
        """Give the noun at token `at` behind its «و»."""
        key = self.key(at)
        if not key.startswith("و"):
            return None
        entries = self.known.measures.get(key[1:], ())
        return next((e.measure._replace(last=at + 1) for e in entries if not e.rest), None)

    def noun_like(self, number: Number, at: int) -> bool:
        token = self.tokens[at] if at < len(self.tokens) else None
        if token is None or token.kind != "word" or len(token.key) < 3 or token.form.isascii():
            return False
        key = token.key
        if key in self.known.contexts or key in self.words or token.pos not in ("noun", "adj", "name"):
            return False
        spelt = number.low == number.high and takes_plural(number) and self.tokens[at - 1].kind == "word"
        if token.pre and not spelt:  # «خمس ورقات»: nothing is joined to a number in words that wants its noun
            return False
        if "\n" in self.text[self.tokens[at - 1].end : token.start]:
            return False
        plural = takes_plural(number)
        if token.form.startswith("ال"):
            return self.takes_definite(number)
        if plural is False and self._counts_singly(number):
            return key.endswith(("ا", "ه"))
        return True

    def _counts_singly(self, number: Number) -> bool:
        value = number.low if number.low is not None else number.high
        return value is not None and value % 100 >= _TEENS

    def takes_definite(self, number: Number) -> bool:
        """May a definite noun stand behind the number: «مئات المدنيين», «آلاف السكان»?"""
        return number.approx and number.low != number.high

    def definite(self, i: int) -> bool:
        token = self.tokens[i] if i >= 0 else None
        if token is None or token.kind != "word" or self.known.contexts.get(token.key):
            return False
        return token.key.startswith(_ARTICLE) or (len(token.key) > 4 and token.key.endswith(PRONOUNS))
