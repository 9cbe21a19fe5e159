"""What a number counts: the noun, unit or phrase that goes with it, and how far the figure reaches."""

from typing import NamedTuple

from khabar.extract._counted import Counted, Measure, index, measure_at
from khabar.extract._numerals import ARTICLES, readings
from khabar.lexicon import World
from khabar.records import Number, Range, Reading

_PRONOUNS = ("ها", "هم", "نا", "هن")
_DEFINITE = ("ال", "وال", "بال", "لل", "فال")
_YEARS = ("سنه", "سنوات", "عام", "عاما", "اعوام", "ربيعا")
_PEOPLE = ("يين", "يون", "يا")
"""Endings of adjectives of origin, which count people: «14 إيرانيًا»."""


class Found(NamedTuple):
    """A number on its way to a figure: where it starts, the token behind it, and what it counts."""

    start: int
    last: int
    measure: Measure | None
    counted: Range | None
    why: str


class NounReader:
    """Reads what the numbers of one document count."""

    def __init__(self, doc: Reading, world: World) -> None:
        """Look up the indexes once."""
        self.doc = doc
        self.tokens = doc.tokens
        self.known: Counted = index(world)
        self.words = readings(world)

    def read(self, number: Number) -> Found | None:
        """Give what the number counts; None where it is a fraction or a definite number of nothing."""
        if self.key(number.last) in _YEARS:
            measure = Measure(number.last + 1, "year", "other", "own", True, "age in years")
            return Found(number.start, number.last + 1, measure, None, measure.why)
        if self.key(number.first - 1) in ("%", "٪"):
            percent = measure_at(self.doc, number.first - 1, self.known)
            start = self.tokens[number.first - 1].start
            return Found(start, number.last, percent, None, percent.why if percent else "")
        if is_fraction(number):
            return self._share(number)
        found = self._behind(number) or self._among(number)
        if found is None and self._postposed(number):
            return self._before(number)
        return found or self._unlisted(number) or self._alone(number)

    def key(self, i: int) -> str:
        """Give the key of token `i`, "" outside the text."""
        return self.tokens[i].key if 0 <= i < len(self.tokens) else ""

    def _span(self, first: int, last: int) -> Range:
        return self.tokens[first].start, self.tokens[last - 1].end

    def _behind(self, number: Number) -> Found | None:
        """Read a listed unit or noun right behind the number."""
        measure = measure_at(self.doc, number.last, self.known)
        if measure is None:
            return None
        if not measure.is_unit:
            counted: Range | None = self._span(number.last, measure.last)
        else:
            counted = self._of(measure.last) if measure.category != "money" else None
        return Found(number.start, measure.last, measure, counted, measure.why)

    def _among(self, number: Number) -> Found | None:
        """Read «10 آلاف من المقاتلين»; the phrase stays outside the figure."""
        noun = self._of(number.last)
        if noun is None:
            return None
        measure = measure_at(self.doc, number.last + 1, self.known)
        if measure is None:
            unit = "person" if self.key(number.last + 1).endswith(_PEOPLE) else None
            measure = Measure(number.last, unit, "other", "weak", False, "a phrase with «من» behind it")
        elif measure.category == "population":
            measure = measure._replace(category="other")  # «أربعة من سكان غزة»
        return Found(number.start, number.last, measure, noun, measure.why)

    def _of(self, at: int) -> Range | None:
        """Give the noun behind «من» at token `at`."""
        if self.key(at) != "من" or at + 1 >= len(self.tokens):
            return None
        noun = self.tokens[at + 1]
        if noun.kind != "word" or self.known.contexts.get(noun.key):
            return None
        plural = noun.key.startswith("ال") or measure_at(self.doc, at + 1, self.known) is not None
        return (noun.start, noun.end) if plural else None

    def _share(self, number: Number) -> Found | None:
        """Read «ثلث السكان», «ثلثاهما من المدنيين»: a fraction of something definite."""
        at = number.last
        measure = Measure(at, "percent", "share", "own", True, "a fraction of what follows")
        if self.key(at) == "من":
            counted = self._of(at)
            return Found(number.start, at, measure, counted, measure.why) if counted else None
        known = measure_at(self.doc, at, self.known)
        if not self.key(at).startswith("ال") or known is None:
            return None
        return Found(number.start, at + 1, measure, self._span(at, at + 1), measure.why)

    def _unlisted(self, number: Number) -> Found | None:
        """Read a noun of no list where number and ending agree: «46 كهفا», «مئات المؤيدين»."""
        at = number.last
        if not self._noun_like(number, at):
            return None
        key = self.key(at)
        measure = Measure(at + 1, "item", "other", "weak", False, "a noun of no list behind it")
        if key.endswith(_PEOPLE) and len(key) > 4:
            measure = measure._replace(unit="person", why="an adjective of origin behind it")
        elif key.startswith("ال") and key.endswith(("ين", "ون")):
            measure = measure._replace(unit="person", why="a sound masculine plural behind it")
        return Found(number.start, at + 1, measure, self._span(at, at + 1), measure.why)

    def _noun_like(self, number: Number, at: int) -> bool:
        token = self.tokens[at] if at < len(self.tokens) else None
        if token is None or token.kind != "word" or len(token.key) < 3 or token.form.isascii():
            return False
        key = token.key
        if key in self.known.contexts or key in self.known.governors or key in self.words:
            return False
        if "\n" in self.doc.text[self.tokens[at - 1].end : token.start]:
            return False
        vague = number.approx and number.low != number.high
        if key.startswith(_DEFINITE):
            return vague and key.startswith("ال")
        value = number.low if number.low is not None else number.high
        if value is not None and value % 100 >= 11:
            return key.endswith(("ا", "ه"))
        return key[0] not in "ويسفبل"

    def _postposed(self, number: Number) -> bool:
        word = self.words.get(self.key(number.first))
        definite = word is not None and word.article and word.kind in ("unit", "ten10")
        return definite or self.key(number.first) in ARTICLES

    def _before(self, number: Number) -> Found | None:
        """Read a number behind what it counts: «المحافظات الثلاث», «شركاءها الـ14»."""
        at = number.first - 1
        if at < 0 or not self._definite(at):
            return None
        measure = measure_at(self.doc, at, self.known)
        if measure is None and at > 0 and measure_at(self.doc, at - 1, self.known) and self._definite(at - 1):
            at -= 1  # «الدول الآسيوية الثلاث»
            measure = measure_at(self.doc, at, self.known)
        measure = measure or Measure(0, "item", "other", "weak", False, "a definite noun before it")
        noun = self.tokens[at]
        start = noun.start + (1 if noun.key[:1] in "وفب" and noun.key[1:3] == "ال" else 0)
        return Found(start, number.last, measure._replace(last=number.last), (start, noun.end), measure.why)

    def _definite(self, i: int) -> bool:
        token = self.tokens[i]
        if token.kind != "word" or self.known.contexts.get(token.key):
            return False
        return token.key.startswith(_DEFINITE) or (len(token.key) > 4 and token.key.endswith(_PRONOUNS))

    def _alone(self, number: Number) -> Found:
        """Keep a number with no noun; only the wording says whether it is an amount at all."""
        why = "a number with no noun"
        word = self.words.get(self.key(number.last - 1))
        measure = None
        if self.key(number.last) == "منهم":
            measure = Measure(number.last, "person", "other", "weak", False, "«منهم» behind it")
        elif word is not None and word.article and word.kind in ("vague", "scale_plural") and number.approx:
            measure = Measure(number.last, "person", "other", "weak", False, "a vague number by itself")
        elif (
            number.approx or number.low != number.high or (word is not None and word.kind.startswith("scale"))
        ):
            measure = Measure(number.last, None, "other", "weak", False, why)
        return Found(number.start, number.last, measure, None, why)


def is_fraction(number: Number) -> bool:
    """Is the number a fraction word by itself: «ثلث», «ثلثاهما»?"""
    return number.why.startswith("fraction word") and number.low is not None and number.low < 1
