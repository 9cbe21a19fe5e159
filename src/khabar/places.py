"""Places and what they lie in: GeoNames' cities, our own administrative units and sites.

Three tables give one kind of row: `places.tsv.gz` (GeoNames), `districts.tsv` (admin-1 and admin-2 units)
and `sites.tsv` (camps, crossings, bases, mountains, rivers, quarters …). A row of our own with the number of
a GeoNames place stands in its place and keeps its other names. Units are ISO 3166-2 codes (IQ-NI).
"""

import math
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeAlias

import msgspec

from khabar import arabic
from khabar.lexicon import World

OWN = ("districts.tsv", "sites.tsv")
CITIES = "places.tsv.gz"
TABLES = (*OWN, CITIES)
LARGE = 100_000
"""From so many people on a place is known by itself."""

_EARTH = 6371.0  # mean radius in km


Point: TypeAlias = tuple[float, float]
"""Latitude and longitude in degrees (WGS84)."""


class Place(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One place; `country` is ISO 3166 alpha-2, `admin1` the ISO 3166-2 unit, `parent` a district's name."""

    name: str
    kind: str = ""
    aliases: str = ""
    country: str = ""
    admin1: str = ""
    parent: str = ""
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    geonames: int | None = None
    name_en: str | None = None
    table: str = ""

    @property
    def ident(self) -> str:
        """A name for the place that no other place has."""
        if self.geonames:
            return f"place:{self.geonames}"
        return f"place:{self.admin1 or self.country}:{self.kind}:{self.name}"

    @property
    def names(self) -> tuple[str, ...]:
        """The ways to write the name."""
        return (self.name, *filter(None, self.aliases.split("|")))

    @property
    def point(self) -> Point | None:
        """Latitude and longitude, None where either is unknown."""
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)


class Places:
    """The places of a world in the order of their tables, and the admin-1 units by code."""

    def __init__(self, world: World) -> None:
        """Read the tables; raises LexiconError."""
        self.rows = tuple(_rows(world))
        self.units = {row.admin1: row for row in reversed(self.rows) if row.kind == "admin1" and row.admin1}

    def unit(self, code: str | None) -> Place | None:
        """Give the admin-1 unit of an ISO 3166-2 code."""
        return self.units.get(code or "")


def _rows(world: World) -> Iterator[Place]:
    cities = {row.geonames: row for row in world.rows(CITIES, Place)}
    for table in OWN:
        for row in world.rows(table, Place):
            city = cities.pop(row.geonames, None) if row.geonames else None
            yield msgspec.structs.replace(_over(row, city) if city else row, table=table)
    for city in cities.values():
        yield msgspec.structs.replace(city, table=CITIES)


def _over(own: Place, city: Place) -> Place:
    """Give our row with what GeoNames alone knows: other names, how many people, where; a district's seat."""
    spelt = {arabic.key(name): name for name in reversed((*own.names, *city.names))}
    others = [name for name in reversed(spelt.values()) if name != own.name]
    return msgspec.structs.replace(
        own,
        kind=city.kind if own.kind in ("admin2", "admin3") else own.kind,
        aliases="|".join(others),
        population=own.population or city.population,
        admin1=own.admin1 or city.admin1,
        lat=city.lat if own.lat is None else own.lat,
        lon=city.lon if own.lon is None else own.lon,
    )


def distance(one: Point, other: Point) -> float:
    """Give the great-circle distance in km of two points (latitude, longitude in degrees); haversine."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(math.radians, point)) for point in (one, other))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * _EARTH * math.asin(math.sqrt(half))


def nearest(point: Point, others: Iterable[Point]) -> float | None:
    """Give the distance in km to the nearest of other points, None where there is none."""
    return min((distance(point, other) for other in others), default=None)


@lru_cache(maxsize=4)
def of(world: World) -> Places:
    """Give the places of a world, read once."""
    return Places(world)
