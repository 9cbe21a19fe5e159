"""What the world tables know by name: n-grams of token keys to entries, longest match first.

Tables: `countries.tsv`, `actors.tsv`, `persons.tsv`, `tenures.tsv`, and those of places. Where one name has
several entries they stand in this order of tables, places by falling population.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

import msgspec

from khabar import arabic, offices, places
from khabar.lexicon import World
from khabar.records import EntityType

_TENURES = "tenures.tsv"


class Known(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One row of a world table; `ident` is unique, `country` ISO 3166 alpha-2, `place` the row of a place."""

    ident: str
    name: str
    type: EntityType
    table: str
    name_en: str | None = None
    code: str | None = None
    wikidata: str | None = None
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    population: int = 0
    aliases: str = ""
    place: places.Place | None = None


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A match: letters cut off the first token, tokens matched, and the entries of that name."""

    cut: int
    length: int
    name: str
    known: tuple[Known, ...]


class _Country(msgspec.Struct, frozen=True):
    name: str
    iso3: str
    iso2: str
    name_en: str
    aliases: str = ""
    adjectives: str = ""
    news: int = 0


class _Actor(msgspec.Struct, frozen=True):
    name: str
    aliases: str = ""
    type: EntityType = "PER"
    name_en: str | None = None
    code: str | None = None
    wikidata: str | None = None


class Gazetteer:
    """Every name of the tables, ready for look-up by token keys."""

    def __init__(self, world: World) -> None:
        """Read the tables of a world; raises LexiconError."""
        self.places = places.of(world)
        self.iso3 = {row.iso2: row.iso3 for row in world.rows("countries.tsv", _Country)}
        self.iso2 = {iso3: iso2 for iso2, iso3 in self.iso3.items()}
        self.in_news = {row.iso2: row.news for row in world.rows("countries.tsv", _Country)}
        self.country_name = {row.iso3: row.name for row in world.rows("countries.tsv", _Country)}
        self.nationality = dict(_nationalities(world.rows("countries.tsv", _Country)))
        self._nations = frozenset(adjective.split(" ")[0] for adjective in self.nationality)
        self._entries: dict[str, tuple[Known, ...]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        for known in self._rows(world):
            names = (known.name, *known.aliases.split("|")) if known.aliases else (known.name,)
            for written in dict.fromkeys(chain.from_iterable(map(_written, names))):
                self._add(written, known)

    def _rows(self, world: World) -> Iterator[Known]:
        for row in world.rows("countries.tsv", _Country):
            yield Known(
                ident=f"country:{row.iso3}", name=row.name, type="LOC", table="countries.tsv",
                name_en=row.name_en, code=row.iso3, country=row.iso2, aliases=row.aliases,
                place=places.Place(name=row.name, kind="country", country=row.iso2, table="countries.tsv"),
            )  # fmt: skip
        for table in ("actors.tsv", "persons.tsv"):
            for actor in world.rows(table, _Actor):
                yield Known(
                    ident=f"{table[:-5]}:{actor.name}", name=actor.name, type=actor.type, table=table,
                    name_en=actor.name_en, code=actor.code, wikidata=actor.wikidata,
                    country=self.iso2.get((actor.code or "")[:3]), aliases=actor.aliases,
                )  # fmt: skip
        yield from self._holders(world)
        for place in sorted(self.places.rows, key=lambda p: -p.population):
            yield Known(
                ident=place.ident, name=place.name, type="LOC", table=place.table,
                name_en=place.name_en, code=self.iso3.get(place.country), geonames=place.geonames,
                lat=place.lat, lon=place.lon, country=place.country or None, population=place.population,
                aliases=place.aliases, place=place,
            )  # fmt: skip

    def _holders(self, world: World) -> Iterator[Known]:
        """Give who held an office and is in no other table; the code is of the last office."""
        listed = {row.name for row in world.rows("persons.tsv", _Actor)}
        known = offices.of(world)
        for person, tenures in known.by_person.items():
            if person not in listed:
                last = max(tenures, key=lambda t: t.since)
                code = known.rows[last.office].code if last.office in known.rows else None
                yield Known(
                    ident=f"person:{person}", name=person, type="PER", table=_TENURES, name_en=last.name_en,
                    code=code, country=self.iso2.get((code or "")[:3]),
                    aliases="|".join(known.names(person)),
                )  # fmt: skip

    def _add(self, written: str, known: Known) -> None:
        old = self._entries.get(written, ())
        self._entries[written] = (*old, known)
        if not old:
            first, length = written.split(" ", 1)[0], written.count(" ") + 1
            lengths = self._lengths.get(first, ())
            if length not in lengths:
                self._lengths[first] = tuple(sorted((*lengths, length), reverse=True))

    def first(self, word: str) -> bool:
        """Say whether any name begins with this word's key."""
        return word in self._lengths

    def famous(self, word: str) -> bool:
        """Say whether a key is a name by itself and no small place's."""
        known = self._entries.get(word, ())
        return bool(known) and (known[0].table not in places.TABLES or known[0].population >= places.LARGE)

    def named(self, name: str) -> tuple[Known, ...]:
        """Give the entries of a whole name, written as token keys with one space between."""
        return self._entries.get(name, ())

    def longest(self, keys: Sequence[str], at: int, refused: Callable[[str], bool]) -> Hit | None:
        """Give the longest name that begins at token `at`, the fewest letters cut off.

        Names that `refused` holds against are passed over.
        """
        best: Hit | None = None
        for cut, first in _readings(keys[at]):
            for length in self._lengths.get(first, ()):
                if best and length <= best.length:
                    break
                if at + length > len(keys):
                    continue
                name = first if length == 1 else " ".join((first, *keys[at + 1 : at + length]))
                if name in self._entries and not refused(name):
                    best = Hit(cut, length, name, self._entries[name])
                    break
        return best

    def nation_at(self, keys: Sequence[str], at: int) -> tuple[int, str] | None:
        """Give token count and ISO 3166 alpha-3 code of the definite nationality adjective at `at`."""
        if keys[at] not in self._nations:
            return None
        for length in (2, 1):
            code = self.nationality.get(" ".join(keys[at : at + length]))
            if code and at + length <= len(keys):
                return length, code
        return None


def _readings(word: str) -> Iterator[tuple[int, str]]:
    """Give a token's key as it may stand in a name: cut by its proclitics, «لل…» read as «ال…»."""
    for cut in arabic.proclitics(word):
        rest = word[cut:]
        yield cut, rest
        if rest.startswith("لل") and len(rest) > 3:
            yield cut, "ال" + rest[2:]


def _written(name: str) -> Iterator[str]:
    """Give the token keys of a name in the ways newspapers write it: عبد ال joined, أبو as أبي."""
    written = " ".join(key for _, _, _, key, _ in arabic.pieces(name))
    yield written
    if "عبد ال" in written:
        yield written.replace("عبد ال", "عبدال")
    if written.startswith("ابو "):
        yield "ابي" + written[3:]
        yield "ابا" + written[3:]


def _nationalities(countries: Sequence[_Country]) -> Iterator[tuple[str, str]]:
    for country in countries:
        for adjective in filter(None, country.adjectives.split("|")):
            words = arabic.key(adjective).split()
            yield " ".join("ال" + word for word in words), country.iso3
            yield " ".join("ال" + word + "ه" for word in words), country.iso3


@lru_cache(maxsize=4)
def of(world: World) -> Gazetteer:
    """Give the gazetteer of a world, built once."""
    return Gazetteer(world)
