"""Offices and who held them when (`offices.tsv`, `tenures.tsv`): a person's office, an office's holder.

Days may be known to the month or the year only («2014», «2014-06»); such a bound holds for all of it, so
on a day of change both holders may fit. An open end means: in office when the row was last looked at.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from khabar import arabic
from khabar.lexicon import World


class Office(msgspec.Struct, frozen=True):
    """One row of offices.tsv: an office, its title without the country, the body it leads, its actor code.

    `alone` is "yes" where papers name the holders by the surname alone.
    """

    office: str
    title: str
    code: str
    name_en: str
    alone: str = ""
    aliases: str = ""
    country: str | None = None
    body: str | None = None

    @property
    def titles(self) -> tuple[str, ...]:
        """The ways to write the title."""
        return (self.title, *filter(None, self.aliases.split("|")))


class Tenure(msgspec.Struct, frozen=True, rename={"since": "from", "until": "to"}):
    """One row of tenures.tsv: who held an office from when to when, "" where open; `acting` for "yes"."""

    office: str
    person: str
    name_en: str
    since: str
    until: str = ""
    acting: str = ""
    aliases: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The ways to write the person's name."""
        return (self.person, *filter(None, self.aliases.split("|")))

    def holds(self, day: str) -> bool:
        """Say whether the person was in office on an ISO day; a bound known to the month covers all of it."""
        begun = day[: len(self.since)] >= self.since
        return begun and (not self.until or day[: len(self.until)] <= self.until)


class Offices:
    """The offices of a world by id and title, their tenures by office and person."""

    def __init__(self, world: World) -> None:
        """Index the tables of a world; raises LexiconError."""
        self.rows = {row.office: row for row in world.rows("offices.tsv", Office)}
        self.tenures: dict[str, list[Tenure]] = {}
        self.by_person: dict[str, list[Tenure]] = {}
        for tenure in world.rows("tenures.tsv", Tenure):
            self.tenures.setdefault(tenure.office, []).append(tenure)
            self.by_person.setdefault(tenure.person, []).append(tenure)
        self.by_title: dict[str, list[Office]] = {}
        for row in self.rows.values():
            for title in dict.fromkeys(_written(row.titles)):
                self.by_title.setdefault(title, []).append(row)
        self.longest = max(title.count(" ") + 1 for title in self.by_title)

    def holders(self, office: str, day: str) -> tuple[Tenure, ...]:
        """Give who held an office on an ISO day; two on a day of change, none where nobody is known."""
        return tuple(t for t in self.tenures.get(office, ()) if t.holds(day))

    def holder(self, office: str, day: str) -> Tenure | None:
        """Give the one holder of an office on a day; on a day of change the one who came."""
        found = self.holders(office, day)
        return max(found, key=lambda t: t.since) if found else None

    def held(self, person: str, day: str | None = None) -> tuple[Tenure, ...]:
        """Give the tenures of a person by table name, on a day where one is given."""
        return tuple(t for t in self.by_person.get(person, ()) if day is None or t.holds(day))

    def code(self, person: str, day: str) -> str | None:
        """Give the actor code of the newest office a person held on a day; of none the country alone.

        None for who is not in tenures.tsv, or held offices of several countries and none on that day.
        """
        held = self.held(person, day)
        if held:
            row = self.rows.get(max(held, key=lambda t: t.since).office)
            return row.code if row else None
        countries = {self.rows[t.office].country for t in self.held(person) if t.office in self.rows}
        return countries.pop() if len(countries) == 1 else None

    def names(self, person: str) -> tuple[str, ...]:
        """Give the other names of a person; a surname alone only where an office of theirs is `alone`."""
        tenures = self.by_person.get(person, ())
        alone = any(self.rows[t.office].alone for t in tenures if t.office in self.rows)
        names = dict.fromkeys(name for t in tenures for name in t.names if name != person)
        return tuple(name for name in names if alone or " " in name)

    def titled(self, keys: Iterable[str], country: str | None = None) -> tuple[Office, ...]:
        """Give the offices whose title the keys of a phrase begin with, the longest title.

        `country` is the ISO 3166 alpha-3 code that the phrase tells, as «العراقي» does; an office of no
        country fits any.
        """
        words = list(keys)[: self.longest]
        for length in range(len(words), 0, -1):
            found = self.by_title.get(" ".join(words[:length]), ())
            fits = tuple(row for row in found if country is None or row.country in (None, country))
            if fits:
                return fits
        return ()

    def length(self, keys: Iterable[str]) -> int:
        """Count the words of the longest title that the keys begin with."""
        words = list(keys)[: self.longest]
        lengths = range(len(words), 0, -1)
        return next((n for n in lengths if " ".join(words[:n]) in self.by_title), 0)


def _written(titles: Iterable[str]) -> Iterator[str]:
    """Give the keys of titles, «رئيس الوزراء» also before a country: «رئيس وزراء العراق»."""
    for title in titles:
        words = [token.key for token in arabic.tokens(title)]
        yield " ".join(words)
        if len(words) == 2 and words[1].startswith("ال"):
            yield f"{words[0]} {words[1][2:]}"


@lru_cache(maxsize=4)
def of(world: World) -> Offices:
    """Give the offices of a world, indexed once."""
    return Offices(world)
