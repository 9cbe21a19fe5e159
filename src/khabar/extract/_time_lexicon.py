"""The words of time: the rows of the tables and one index of them all by the key of their first word."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import msgspec

from khabar import arabic
from khabar.extract._numerals import BEFORE_ARTICLE
from khabar.lexicon import World
from khabar.morphology.inflection import noun_forms, verb_forms


class Month(msgspec.Struct, frozen=True):
    """One row of words/months.tsv.

    `alone` says whether the name needs no context (`yes`, `no`), or a day and a year (`dated`).
    """

    form: str
    month: int
    family: str
    alone: str


class Weekday(msgspec.Struct, frozen=True):
    """One row of words/weekdays.tsv; `day` is the ISO weekday."""

    form: str
    day: int


class TimeUnit(msgspec.Struct, frozen=True):
    """One row of words/time_units.tsv: a noun with its plurals, `|` between them, and its TIMEX3 unit."""

    singular: str
    plurals: str
    unit: str


class TimeAdjective(msgspec.Struct, frozen=True):
    """One row of words/time_adjectives.tsv: what shifts a unit from publication by `value`."""

    masculine: str
    feminine: str
    kind: str
    value: str


class TimeVerb(msgspec.Struct, frozen=True):
    """One row of words/time_verbs.tsv.

    `change` verbs take a quantity from one number to another; `expect` verbs tell of the future by their
    passive participle («المقرر», «مقررا») and present, `reach` verbs tell an age by their present and
    participle, `die` verbs by their past before «عن», `intend` verbs tell of what is planned by their
    present alone, `live` verbs what is so nowadays by their present, `become` and `turn` verbs by their
    past («بات», «واليوم أصبح»); `be` verbs leave the tense to what follows; `happen` verbs in the past tell
    that «اليوم» beside them is a day, also inside a quotation; `travel` verbs let a number be a day,
    past `postpone` verbs a day behind «إلى» lie ahead.
    """

    past: str
    present: str
    kind: str


class TimeWord(msgspec.Struct, frozen=True):
    """One row of words/time_words.tsv."""

    form: str
    kind: str
    value: str = ""


class EventDay(msgspec.Struct, frozen=True):
    """One row of words/event_days.tsv: what is known by its day or month, under the words before it."""

    form: str
    month: int
    year: int
    day: int | None = None


class Holiday(msgspec.Struct, frozen=True):
    """One row of words/holidays.tsv: a day of a calendar; with `nth` the nth ISO weekday `day` of a month."""

    form: str
    calendar: str
    month: int | None = None
    day: int | None = None
    nth: int | None = None


class Entry(NamedTuple):
    """A lexicon entry under the key of its first word as written; `rest` are the keys of the others."""

    kind: str
    value: str
    extra: str
    rest: tuple[str, ...]
    cut: int
    definite: bool
    why: str


class Hit(NamedTuple):
    """An entry that stands in the text; `last` is the token behind it."""

    entry: Entry
    last: int


class _Index(dict[str, list[Entry]]):
    def add(self, form: str, kind: str, value: str, extra: str, table: str) -> None:
        """Enter a form of a table as it stands there."""
        self.put(arabic.key(form), kind, value, extra, f"«{form}» (words/{table}.tsv)")

    def put(self, key: str, kind: str, value: str, extra: str, why: str) -> None:
        """Enter a folded form under its first word with every proclitic that it may carry."""
        first, *rest = key.split()
        definite = first.startswith("ال") and len(first) > 3
        # a short month takes no proclitic but و: «باب» is no «ب» and «آب»
        for front in ("", "و") if kind == "month" and len(first) < 4 else BEFORE_ARTICLE:
            entry = Entry(kind, value, extra, tuple(rest), len(front), definite, why)
            self.setdefault(front + first, []).append(entry)
        if definite:
            for front in ("", "و", "ف"):
                whole = Entry(kind, value, extra, tuple(rest), len(front), True, why)
                self.setdefault(f"{front}لل{first[2:]}", []).append(whole)


_VERB_KINDS = {"expect": "future", "intend": "future"}
_NUMBERS = {"sg": "singular", "du": "dual", "pl": "plural"}


def _add_unit(index: _Index, unit: TimeUnit) -> None:
    """Enter the forms of a unit; of those before a genitive only «عامي 2011 و2014»."""
    why = f"«{unit.singular}» (words/time_units.tsv)"
    for form in noun_forms(unit.singular, tuple(unit.plurals.split("|"))):
        number = _NUMBERS[form.number]
        if form.construct:
            if (form.number, form.case, unit.unit) != ("du", "obl", "Y"):
                continue
            number = "construct"
        if not form.bound:
            index.put(form.key, "unit", unit.unit, number, why)


def _add_verb(index: _Index, verb: TimeVerb) -> None:
    why = f"«{verb.past}» (words/time_verbs.tsv)"
    for form in verb_forms(verb.past, verb.present):
        told = form.kind == "present" and form.person == 3 and not form.bound
        if verb.kind == "expect":
            told = told or (form.kind == "participle" and (form.definite or form.tanwin))
        elif verb.kind == "change":
            told = told or (form.kind == "past" and form.person == 3 and not form.bound)
        elif verb.kind == "reach":
            told = told or form.kind == "participle"
        elif verb.kind in ("die", "be", "become", "turn", "postpone"):
            told = form.kind == "past" and form.person == 3 and not form.bound
        elif verb.kind == "happen":
            told = form.kind == "past" and not form.bound
        elif verb.kind == "travel":
            told = form.kind in ("past", "present") and not form.bound
            if told and form.kind == "present":
                index.put(f"س{form.key}", verb.kind, form.kind, str(form.person), why)
        if told:
            index.put(form.key, _VERB_KINDS.get(verb.kind, verb.kind), form.kind, str(form.person), why)


def _add_days(index: _Index, world: World) -> None:
    for number, day in enumerate(world.rows("words/holidays.tsv", Holiday)):
        index.add(day.form, "holiday", str(number), day.calendar, "holidays")
    for event in world.rows("words/event_days.tsv", EventDay):
        for head in event.form.split("|"):
            index.add(head, "event", f"{event.month}-{event.day}", str(event.year), "event_days")


@lru_cache(maxsize=4)
def entries(world: World) -> Mapping[str, tuple[Entry, ...]]:
    """Index all time words, longest first, by the key of their first word with every proclitic."""
    index = _Index()
    for month in world.rows("words/months.tsv", Month):
        kind = {"hijri": "hijri", "libya": "libya"}.get(month.family, "month")
        index.add(month.form, kind, str(month.month), month.alone, "months")
    for weekday in world.rows("words/weekdays.tsv", Weekday):
        index.add(weekday.form, "weekday", str(weekday.day), "", "weekdays")
        index.add(weekday.form.removeprefix("ال"), "bare_weekday", str(weekday.day), "", "weekdays")
    for unit in world.rows("words/time_units.tsv", TimeUnit):
        _add_unit(index, unit)
    for adjective in world.rows("words/time_adjectives.tsv", TimeAdjective):
        why = f"«{adjective.masculine}» (words/time_adjectives.tsv)"
        for form in noun_forms(adjective.masculine, (), adjective.feminine):
            if form.definite:
                index.put(form.key, adjective.kind, adjective.value, "", why)
    for verb in world.rows("words/time_verbs.tsv", TimeVerb):
        _add_verb(index, verb)
    _add_days(index, world)
    for word in world.rows("words/time_words.tsv", TimeWord):
        index.add(word.form, word.kind, word.value, "", "time_words")
        if word.kind == "decade":
            index.add(f"ال{word.form}", word.kind, word.value, "", "time_words")
    return {key: tuple(sorted(them, key=lambda e: (-len(e.rest), e.cut))) for key, them in index.items()}


@lru_cache(maxsize=4)
def kinds_of(world: World) -> Mapping[str, frozenset[str]]:
    """Give the kinds of entries under each key."""
    return {key: frozenset(entry.kind for entry in them) for key, them in entries(world).items()}
