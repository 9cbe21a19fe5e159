"""What a text tells of where it happens: its countries, the names of its places, its sure points."""

import math
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from khabar import places
from khabar.extract._gazetteer import Known
from khabar.extract._naming import Candidate, Scene
from khabar.extract._vocabulary import uncut
from khabar.places import Point


class Surroundings(NamedTuple):
    """What a text tells of where it happens: countries (alpha-2), names of places, sure points.

    `countries` gives the weight that each name or adjective, by its ident, adds to a country.
    """

    countries: dict[str, dict[str, float]]
    names: frozenset[str]
    idents: frozenset[str]
    points: tuple[tuple[str, Point], ...]

    def told(self, but: frozenset[str]) -> dict[str, float]:
        """Give the weight of each country, without what the names `but` add themselves."""
        sums = {
            country: sum(weight for ident, weight in by.items() if ident not in but)
            for country, by in self.countries.items()
        }
        return {country: 1 + math.log2(max(1.0, weight)) for country, weight in sums.items() if weight}


def surroundings(scene: Scene, found: Sequence[Candidate], home: str | None) -> Surroundings:
    """Give what the names and nationality adjectives of a text tell of where it happens."""
    counts: dict[str, dict[str, float]] = {home: {"": 1.0}} if home else {}
    for country, ident, weight in chain(_told(scene, found), _adjectives(scene)):
        by = counts.setdefault(country, {})
        by[ident] = by.get(ident, 0.0) + weight
    sure = [
        (row.ident, row.place.point)
        for one in found
        for row in rows_of(one)[:1]
        if row.table in places.TABLES and len(one.known) == 1 and row.place and row.place.point
        and (row.population >= places.LARGE or row.country in counts)
    ]  # fmt: skip
    return Surroundings(
        counts,
        frozenset(row.name for one in found for row in rows_of(one)),
        frozenset(row.ident for one in found for row in rows_of(one)),
        tuple(dict.fromkeys(sure)),
    )


def _told(scene: Scene, found: Sequence[Candidate]) -> Iterator[tuple[str, str, float]]:
    """Give the countries of names: those named, those of persons and bodies, those of sure places."""
    for one in found:
        row = one.known[0] if one.known else None
        if row is None or row.country is None:
            continue
        if row.table not in places.TABLES:
            if not placed(one):
                yield row.country, row.ident, 2.0 if row.table == "countries.tsv" else 0.5
        elif len({other.country for other in rows_of(one)}) == 1 and not homograph(scene, one):
            yield row.country, row.ident, 1.0 if row.population >= places.LARGE else 0.5


def _adjectives(scene: Scene) -> Iterator[tuple[str, str, float]]:
    for at in range(len(scene.units)):
        nation = scene.gazetteer.nation_at(scene.units.keys, at)
        if nation and nation[1] in scene.gazetteer.iso2:
            yield scene.gazetteer.iso2[nation[1]], "", 1.0


def placed(one: Candidate) -> bool:
    """Say whether a name is a place's, or a country's and also a place's of another country («عمان»)."""
    rows = rows_of(one)
    if not rows or one.known[0] is not rows[0]:
        return False
    return rows[0].table in places.TABLES or len({row.country for row in rows}) > 1


def rows_of(one: Candidate) -> tuple[Known, ...]:
    """Give the rows of a name that are places, countries among them."""
    return tuple(row for row in one.known if row.place)


def idents(one: Candidate) -> tuple[str, ...]:
    """Give what tells the places of a name from others."""
    return tuple(row.ident for row in rows_of(one))


def key_of(scene: Scene, one: Candidate) -> str:
    """Give the key of a name's first word without proclitics."""
    return uncut(scene.units.keys[one.first], one.cut)


def homograph(scene: Scene, one: Candidate) -> str:
    """Say how all words of a name are everyday words too (`Vocabulary.homograph`), "" where one is none."""
    words = (key_of(scene, one), *scene.units.keys[one.first + 1 : one.last])
    alike = [scene.words.homograph(word) for word in words]
    return alike[0] if len(alike) == 1 else "" if "" in alike else "word"
