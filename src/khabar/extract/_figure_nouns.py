"""What a number counts: the noun, unit or phrase that goes with it, and how far the figure reaches."""

from khabar.extract._counted import Counted, Measure, measure_at, takes_plural
from khabar.extract._governors import governors
from khabar.extract._noun_phrases import Found, Phrases
from khabar.extract._numerals import ARTICLES, readings
from khabar.lexicon import World
from khabar.records import Number, Range, Reading

_ORIGIN = ("يين", "يون", "يا")
"""Endings of adjectives of origin, which count people: «14 إيرانيًا»."""
_PEOPLE = ("ين", "ون")
_FEW = (3, 10)
_OF_SOMETHING = ("area", "distance", "share")


class NounReader:
    """Reads what the numbers of one document count."""

    def __init__(self, doc: Reading, world: World, known: Counted) -> None:
        """Look up the indexes once."""
        self.text = doc.text
        self.tokens = doc.tokens
        self.known = known
        self.words = readings(world)
        self.governors = governors(world)
        self.phrases = Phrases(doc, world, known)

    def read(self, number: Number) -> Found | None:
        """Give what the number counts; None where it is a share of nothing."""
        if number.percent is not None:
            return self._percent(number, number.percent)
        if number.fraction:
            return self._share(number)
        found = self._sign_before(number) or self._behind(number) or self._among(number)
        if found is None and self._postposed(number):
            found = self._before(number)
        return found or self._others(number) or self._unlisted(number) or self._alone(number)

    def _percent(self, number: Number, sign: Range) -> Found:
        last = number.last
        while last < len(self.tokens) and self.tokens[last].end <= sign[1]:
            last += 1
        measure = Measure(last, "percent", "share", True, True, "a percent sign")
        return Found(min(number.start, sign[0]), last, last, measure, self.phrases.of(last), measure.why)

    def _share(self, number: Number) -> Found | None:
        """Read «ثلث السكان», «ثلثاهما من المدنيين»: a fraction of something definite."""
        at = number.last
        measure = Measure(at, "percent", "share", True, True, "a fraction of what follows")
        if self.phrases.key(at) == "من":
            counted = self.phrases.of(at)
            return Found(number.start, at, at, measure, counted, measure.why) if counted else None
        of_it = self.phrases.key(at + 1).startswith("ال") or (
            at + 1 < len(self.tokens) and self.tokens[at + 1].start in self.phrases.names
        )
        of_what = self.phrases.key(at).startswith("ال") or (of_it and self.phrases.noun_like(number, at))
        measured = measure_at(self.tokens, at, self.known)
        if (
            not of_what
            or self.known.contexts.get(self.phrases.key(at))
            or (measured is not None and measured.is_unit)
        ):
            return None
        return Found(number.start, at + 1, at + 1, measure, self.phrases.phrase(at), measure.why)

    def _sign_before(self, number: Number) -> Found | None:
        """Read «$25 مليون», «€3»: a sign of currency before the number."""
        at = number.first - 1
        if at < 0 or (self.tokens[at].kind == "word" and not self.tokens[at].form.isascii()):
            return None
        measure = measure_at(self.tokens, at, self.known)
        if (
            measure is None
            or measure.category != "money"
            or self.tokens[at].end != self.tokens[number.first].start
        ):
            return None
        return Found(self.tokens[at].start, number.last, number.last, measure, None, measure.why)

    def _behind(self, number: Number) -> Found | None:
        """Read a listed unit or noun right behind the number, «قتيلا وجريحا» together."""
        measure = measure_at(self.tokens, number.last, self.known, takes_plural(number))
        if measure is None:
            return None
        definite = self.tokens[number.last].form.startswith("ال")
        if definite and not measure.is_unit and not self.phrases.takes_definite(number):
            return None
        if measure.is_unit:
            counted = (
                self.phrases.of(measure.last) if measure.category in ("area", "distance", "share") else None
            )
            return Found(number.start, measure.last, measure.last, measure, counted, measure.why)
        second = self._with_second(number, measure)
        head = number.last + 1 if second.last == measure.last else second.last
        counted = self.phrases.phrase(number.last, second.last)
        return Found(number.start, head, second.last, second, counted, second.why)

    def _with_second(self, number: Number, measure: Measure) -> Measure:
        """Take in the second of two nouns counted together: «12 قتيلا وجريحا», «عشرات القتلى والجرحى»."""
        at = measure.last
        if (
            not self.phrases.key(at).startswith("و")
            or self.tokens[at].pre != 1
            or not self._alike(number, at)
        ):
            hurt = measure.unit == "person" and self._dead_or_hurt(at)
            return measure._replace(category="other", own=True) if hurt else measure
        happens = any(not g.finite for g in self.governors.get(self.phrases.key(at)[1:], ()))
        second = None if happens else self.phrases.stripped(at)
        if second is None or second.is_unit or second.unit != measure.unit:
            return measure
        same = second.category == measure.category
        why = f"{measure.why} and {second.why}"
        return measure._replace(
            last=at + 1,
            category=measure.category if same else "other",
            own=measure.own if same else True,
            why=why,
        )

    def _alike(self, number: Number, at: int) -> bool:
        """Has the noun at token `at` the form of the one before: singular accusative, or definite?"""
        key, before = self.phrases.key(at)[1:], self.phrases.key(at - 1)
        if key.startswith("ال") or before.startswith("ال"):
            return key.startswith("ال") and before.startswith("ال") and takes_plural(number) is True
        return takes_plural(number) is False and key[-1:] in "اه" and before[-1:] in "اه"

    def _dead_or_hurt(self, at: int) -> bool:
        """«30 شخصا بين قتيل وجريح»: some of one, some of the other."""
        if self.phrases.key(at) != "بين" or at + 2 >= len(self.tokens):
            return False
        one, other = measure_at(self.tokens, at + 1, self.known), self.phrases.stripped(at + 2)
        return one is not None and other is not None and one.category != other.category

    def _among(self, number: Number) -> Found | None:
        """Read «10 آلاف من المقاتلين»; the phrase stays outside the figure."""
        noun = self.phrases.of(number.last)
        if noun is None:
            return None
        measure = self.phrases.plain(number.last + 1)
        if measure is None:
            unit = "person" if self.phrases.key(number.last + 1).endswith(_ORIGIN) else None
            measure = Measure(number.last, unit, "other", False, False, "a phrase with «من» behind it")
        elif measure.category == "population":
            measure = measure._replace(category="other")  # «أربعة من سكان غزة»
        elif measure.unit == "item":
            measure = measure._replace(unit=None)  # «عشرون من ميليشيا» are people where they are killed
        return Found(number.start, number.last, number.last, measure, noun, measure.why)

    def _others(self, number: Number) -> Found | None:
        """Read «60 آخرين»: more of those named before, outside the figure."""
        at = number.last
        if self.known.contexts.get(self.phrases.key(at)) != "others":
            return None
        measure = Measure(at, "person", "other", False, False, f"«{self.phrases.key(at)}» behind it")
        return Found(number.start, at, at + 1, measure, self.phrases.span(at, at + 1), measure.why)

    def _unlisted(self, number: Number) -> Found | None:
        """Read a noun of no list where number and ending agree: «46 كهفا», «مئات المؤيدين»."""
        at = number.last
        if not self.phrases.noun_like(number, at):
            return None
        key = self.phrases.key(at)
        measure = Measure(at + 1, None, "other", False, False, "a noun of no list behind it")
        if key.endswith(_ORIGIN) and len(key) > 4:
            measure = measure._replace(unit="person", why="an adjective of origin behind it")
        elif key.endswith(_PEOPLE) and takes_plural(number) and key[2:3] != "ا":
            measure = measure._replace(unit="person", why="a sound masculine plural behind it")
        return Found(number.start, at + 1, at + 1, measure, self.phrases.phrase(at), measure.why)

    def _postposed(self, number: Number) -> bool:
        key, value = self.phrases.key(number.first), number.low
        definite = key.startswith("ال") and number.last == number.first + 1 and value == number.high
        return key in ARTICLES or (definite and value is not None and _FEW[0] <= value <= _FEW[1])

    def _before(self, number: Number) -> Found | None:
        """Read a number behind what it counts: «المحافظات الثلاث», «شركاءها الـ14»."""
        at = number.first - 1
        measure = measure_at(self.tokens, at, self.known)
        if at < 0 or not self.phrases.definite(at):
            return None
        head = measure_at(self.tokens, at - 1, self.known)
        further = self.phrases.definite(at - 1) or (head is not None and head.unit == "person")
        if measure is None and self.phrases.key(at).startswith("ال") and further:
            at -= 1  # «الدول الآسيوية الثلاث», «وزراء الدفاع الثلاثة»
            measure = measure_at(self.tokens, at, self.known)
        measure = measure or Measure(0, None, "other", False, False, "a definite noun before it")
        noun = self.tokens[at]
        start = self.text.index(noun.form[noun.pre], noun.start) if self._cut(at) else noun.start
        return Found(start, number.last, number.last, measure, (start, noun.end), measure.why)

    def _cut(self, at: int) -> bool:
        noun = self.tokens[at]
        return noun.pre > 0 and not noun.key.startswith("لل")

    def _alone(self, number: Number) -> Found:
        """Keep a number with no noun; only the wording says whether it is an amount at all."""
        why = "a number with no noun"
        word = self.words.get(self.phrases.key(number.last - 1))
        measure = None
        if self._dead_or_hurt(number.last):
            measure = Measure(number.last, "person", "other", True, False, "some killed, some wounded")
        elif self.known.contexts.get(self.phrases.key(number.last)) == "among":
            measure = Measure(
                number.last, "person", "other", False, False, f"«{self.phrases.key(number.last)}» behind it"
            )
        elif word is not None and word.article and word.kind in ("vague", "scale_plural") and number.approx:
            measure = Measure(number.last, "person", "other", False, False, "a vague number by itself")
        elif (
            number.approx or number.low != number.high or (word is not None and word.kind.startswith("scale"))
        ):
            measure = Measure(number.last, None, "other", False, False, why)
        return Found(number.start, number.last, number.last, measure, None, why)
