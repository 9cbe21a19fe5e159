"""What a figure is of: unit and category from its noun, its governor, its total, the figure beside it."""

from typing import NamedTuple

from khabar.extract._counted import Measure, measure_at
from khabar.extract._counting import Counting, counting
from khabar.extract._currencies import Currencies
from khabar.extract._figure_clause import Clause
from khabar.extract._governing import Asked, Governed, governed
from khabar.extract._governors import TABLE
from khabar.extract._noun_phrases import Found
from khabar.records import Figure, Number, Range, Reading

_MILLION = 1_000_000
_MOVING = ("fighters", "personnel")
"""Who flees or is driven out is displaced, but for the armed."""


class Meaning(NamedTuple):
    """What a figure is of; `category` "other" where nothing tells."""

    unit: str | None
    category: str
    counted: Range | None
    why: str


class Before(NamedTuple):
    """The figure before a number and the token behind it."""

    figure: Figure
    last: int
    sum: Figure | None
    """The last sum of money in the same sentence that stands in no brackets."""


class Meanings:
    """Says what the figures of one document are of."""

    def __init__(self, doc: Reading, clause: Clause, currencies: Currencies) -> None:
        """Keep what the text tells."""
        self.numbers = doc.numbers
        self.tokens = doc.tokens
        self.clause = clause
        self.currencies = currencies

    def of(self, number: Number, found: Found, before: Before | None) -> Meaning | None:
        """Give what a number is of, None where it is no figure: a bare number that nothing governs."""
        measure = found.measure
        if measure is not None and (measure.is_unit or measure.own):
            return self._by_noun(found, measure)
        unit = measure.unit if measure is not None else None
        under = governed(self.clause, Asked(number, found.last, unit, found.counted is None))
        if under is not None:
            meaning = _by_governor(found, under)
            money = self._by_sum(number, found, before) if meaning.category == "money" else None
            return money or meaning
        total = counting(self.clause, number) if unit in (None, "person") else None
        if total is not None and (total.measure is not None or measure is None):
            return self._by_total(found, total)
        if (
            before is not None
            and self.clause.among(number)
            and self._same_sentence(before.last, number.first)
        ):
            return _by_whole(found, before.figure)
        if measure is None:
            return None
        return self._by_sum(number, found, before) or _plain(found)

    def _by_noun(self, found: Found, measure: Measure) -> Meaning:
        if measure.category == "money" and measure.unit is None:
            currency = self.currencies.of(measure.lemma)
            if currency is not None:
                return Meaning(currency.unit, "money", None, f"{found.why}, {currency.why}")
        return Meaning(measure.unit, measure.category, found.counted, found.why)

    def _by_total(self, found: Found, total: Counting) -> Meaning:
        """«عدد القتلى» gives unit and category to the number that it comes to."""
        token, noun = self.tokens[total.at], total.measure
        if noun is None:
            return Meaning(None, "other", None, f"{found.why}, «{token.form}» before it")
        why = f"{found.why}, the number of «{token.form}» ({noun.why})"
        return Meaning(noun.unit, noun.category, found.counted or (token.start, token.end), why)

    def _by_sum(self, number: Number, found: Found, before: Before | None) -> Meaning | None:
        """«من 2.9 مليار دولار إلى 3.1 مليار»: a large bare number has the currency of the sum beside it."""
        large = (number.low or number.high or 0) >= _MILLION
        if found.measure is None or found.measure.unit is not None or found.counted or not large:
            return None
        sum_ = before.sum if before is not None else None
        if before is not None and sum_ is not None and self._same_sentence(before.last, number.first):
            return Meaning(sum_.unit, "money", None, f"{found.why}, money as {sum_.id}")
        after = next((n for n in self.numbers if n.start >= number.end), None)
        if after is None or not self._same_sentence(number.first, after.first):
            return None
        money = measure_at(self.tokens, after.last, self.clause.known)
        if money is None or money.category != "money":
            return None
        return Meaning(money.unit, "money", None, f"{found.why}, money as the sum behind it")

    def _same_sentence(self, first: int, last: int) -> bool:
        return not any(self.clause.ends(k) for k in range(first, last))


def _plain(found: Found) -> Meaning:
    """Take what the noun gives; what a noun of no list counts are things."""
    if found.measure is None:
        return Meaning(None, "other", found.counted, found.why)
    unit = found.measure.unit or ("item" if found.counted is not None else None)
    return Meaning(unit, found.measure.category, found.counted, found.why)


def _by_whole(found: Found, whole: Figure) -> Meaning:
    """«22 قتيلا بينهم 7 أطفال»: a part has the fate of the whole."""
    plain = _plain(found)
    unit = plain.unit if found.measure is not None else whole.unit
    if unit != whole.unit or whole.category == "other":
        return plain._replace(unit=unit)
    return Meaning(unit, whole.category, found.counted, f"{found.why}, a part of {whole.id}")


def _by_governor(found: Found, under: Governed) -> Meaning:
    """The governor decides where the noun leaves unit and category open."""
    row, both, plain = under.governor.row, under.both, _plain(found)
    unit = (found.measure.unit if found.measure is not None else None) or row.unit or plain.unit
    why = f"{found.why}, «{row.lemma}» governs it ({TABLE})"
    if both is not None:
        return Meaning(unit, "other", found.counted, f"{why} together with «{both.row.lemma}»")
    kept = row.category == "other" or (row.category == "displaced" and plain.category in _MOVING)
    return Meaning(unit, plain.category if kept else row.category, found.counted, why)
