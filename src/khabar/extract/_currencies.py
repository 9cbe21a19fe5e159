"""Which currency «دينار» or a bare «3 مليارات» is of: the countries named, or the sum beside it."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from khabar.extract._counted import Unit
from khabar.lexicon import World
from khabar.records import Entity


class CountryCode(msgspec.Struct, frozen=True):
    """The codes of a row of countries.tsv."""

    iso3: str
    iso2: str
    name: str


class Currency(NamedTuple):
    """A currency told by its country, and why."""

    unit: str
    why: str


class Currencies:
    """Tells the currencies of one document."""

    def __init__(self, entities: Sequence[Entity], world: World) -> None:
        """Keep the countries that the entities are of."""
        self.countries = {entity.code.split(":")[0] for entity in entities if entity.code}
        self.known = _by_country(world)

    def of(self, lemma: str) -> Currency | None:
        """Give the one currency called `lemma` whose country the text names; None where it names several."""
        fits = [
            (iso3, unit, name) for iso3, unit, name in self.known.get(lemma, ()) if iso3 in self.countries
        ]
        if len({unit for _, unit, _ in fits}) != 1:
            return None
        _, unit, name = fits[0]
        return Currency(unit, f"of the countries with a «{lemma}» the text names {name} alone")


@lru_cache(maxsize=4)
def _by_country(world: World) -> Mapping[str, tuple[tuple[str, str, str], ...]]:
    """Give for the first word of currencies their countries and units; ISO 4217 begins with ISO 3166."""
    countries = {c.iso2: c for c in world.rows("countries.tsv", CountryCode)}
    found: dict[str, list[tuple[str, str, str]]] = {}
    for row in world.rows("words/units.tsv", Unit):
        country = countries.get(row.unit[:2]) if row.unit else None
        if row.category == "money" and country is not None and " " in row.lemma:
            found.setdefault(row.lemma.split()[0], []).append((country.iso3, row.unit or "", country.name))
    return {word: tuple(rows) for word, rows in found.items()}
