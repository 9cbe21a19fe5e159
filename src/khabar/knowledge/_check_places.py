"""Whether the tables of places are sound: kinds, units, parents, coordinates, rows of one thing."""

import math
from collections.abc import Iterator, Mapping, Sequence

from khabar import arabic
from khabar.answers import Problem
from khabar.places import CITIES, OWN, TABLES, distance

COLUMNS = (
    "name", "aliases", "kind", "admin1", "parent", "country", "lat", "lon", "population", "geonames",
    "name_en", "source", "example",
)  # fmt: skip
KINDS = frozenset(
    [
        "admin1", "admin2", "admin3", "city", "town", "village", "settlement", "quarter", "camp", "crossing",
        "base", "airport", "port", "mountain", "valley", "river", "lake", "sea", "strait", "island", "desert",
        "region", "road", "dam", "field", "prison", "square", "shrine", "border",
    ]
)  # fmt: skip
_AREAS = frozenset(["river", "sea", "strait", "island", "desert", "region", "mountain", "road", "lake"])
_FAR = 300.0  # km; the nearest GeoNames place of its country is never so far from what people live by
_NEIGHBOURS = 60  # of so many nearest GeoNames places one must lie in the same unit

Rows = Sequence[tuple[int, dict[str, str]]]
_Spot = tuple[float, float, str, str]  # latitude, longitude, country, unit


def problems(tables: Mapping[str, Rows]) -> Iterator[Problem]:
    """Give what is wrong with the rows of the places tables."""
    countries = {row.get("iso2") for _, row in tables["countries.tsv"]}
    units = {row.get("admin1") for name in TABLES for _, row in tables[name] if row.get("kind") == "admin1"}
    grid = _grid(tables[CITIES])
    for name in TABLES:
        for line, row in tables[name]:
            for message in (*_cells(row, countries, units), *_points(row)):
                yield Problem(file=name, line=line, message=message)
            if name != CITIES:
                for message in _surroundings(row, grid):
                    yield Problem(file=name, line=line, message=message)
    yield from _parents(tables)
    yield from _doubled(tables)


def _cells(row: dict[str, str], countries: set[str | None], units: set[str | None]) -> Iterator[str]:
    country, unit = row.get("country"), row.get("admin1")
    if country is not None and country not in countries:
        yield f"country {country} is unknown"
    if row.get("kind") not in KINDS:
        yield f"kind {row.get('kind')} is none of {', '.join(sorted(KINDS))}"
    if unit and not unit.startswith(f"{country}-"):
        yield f"unit {unit} is not of {country}"
    if unit and "source" in row and unit not in units:
        yield f"no admin-1 row has the unit {unit}"


def _points(row: dict[str, str]) -> Iterator[str]:
    for column, most in (("lat", 90.0), ("lon", 180.0)):
        try:
            within = -most <= float(row.get(column, "0")) <= most
        except ValueError:
            within = False
        if not within:
            yield f"{column} {row[column]} is not within {most:.0f}"


def _grid(rows: Rows) -> dict[tuple[int, int], list[_Spot]]:
    """Give the GeoNames places by the degree they lie in."""
    grid: dict[tuple[int, int], list[_Spot]] = {}
    for _, row in rows:
        if not any(_points(row)) and "lat" in row and "lon" in row:
            lat, lon = float(row["lat"]), float(row["lon"])
            spot = (lat, lon, row.get("country", ""), row.get("admin1", ""))
            grid.setdefault((math.floor(lat), math.floor(lon)), []).append(spot)
    return grid


def _surroundings(row: dict[str, str], grid: dict[tuple[int, int], list[_Spot]]) -> Iterator[str]:
    """Give that a place lies in another country or unit than all GeoNames places round it."""
    if "lat" not in row or "lon" not in row or row.get("kind") in _AREAS or any(_points(row)):
        return
    lat, lon = float(row["lat"]), float(row["lon"])
    reach = [
        spot
        for dy in range(-2, 3)
        for dx in range(-2, 3)
        for spot in grid.get((math.floor(lat) + dy, math.floor(lon) + dx), ())
    ]
    near = sorted(reach, key=lambda spot: distance((lat, lon), spot[:2]))[:_NEIGHBOURS]
    if len(near) < _NEIGHBOURS or distance((lat, lon), near[-1][:2]) > _FAR:
        return
    if row.get("country") and row["country"] not in {spot[2] for spot in near}:
        yield f"{lat}, {lon} has no place of {row['country']} round it"
    elif row.get("admin1") and row["admin1"] not in {spot[3] for spot in near}:
        known = sorted({spot[3] for spot in near if spot[3]})
        if row["admin1"] in {spot[3] for spots in grid.values() for spot in spots}:
            yield f"{lat}, {lon} has no place of {row['admin1']} round it, but of {', '.join(known)}"


def _parents(tables: Mapping[str, Rows]) -> Iterator[Problem]:
    districts = {(row.get("admin1"), row.get("name")) for _, row in tables[OWN[0]]}
    for name in OWN:
        for line, row in tables[name]:
            parent = row.get("parent")
            if parent and (row.get("admin1"), parent) not in districts:
                message = f"parent {parent} is no district of {row.get('admin1')}"
                yield Problem(file=name, line=line, message=message)


def _doubled(tables: Mapping[str, Rows]) -> Iterator[Problem]:
    """Give rows of our own that name one thing twice."""
    seen: dict[tuple[str, ...], tuple[str, int]] = {}
    for name in OWN:
        for line, row in tables[name]:
            same: list[tuple[str, ...]] = [("number", row["geonames"])] if "geonames" in row else []
            same.append(
                (
                    arabic.key(row.get("name", "")),
                    row.get("kind", ""),
                    row.get("admin1", ""),
                    row.get("country", ""),
                )
            )
            for key in same:
                first = seen.setdefault(key, (name, line))
                if first != (name, line):
                    message = f"{row.get('name')} is in {first[0]}:{first[1]} already"
                    yield Problem(file=name, line=line, message=message)
