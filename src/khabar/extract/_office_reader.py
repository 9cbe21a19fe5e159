"""Which office a title names, by its country and the person's tenures; and who holds it on the day."""

from collections.abc import Sequence
from typing import NamedTuple

from khabar import offices
from khabar.extract import _gazetteer
from khabar.lexicon import World
from khabar.offices import Office, Tenure
from khabar.records import Reading

_ISO_DAY = 10


class Held(NamedTuple):
    """An office that a title names, its holder on the article's day, and that person's entity in the text."""

    office: Office
    holder: Tenure | None
    entity: str | None


class OfficeReader:
    """Reads the titles of one document."""

    def __init__(self, doc: Reading, world: World) -> None:
        """Look up the tables once."""
        self.known = offices.of(world)
        self.gazetteer = _gazetteer.of(world)
        self.day = (doc.published or "")[:_ISO_DAY] or None
        self.names = {entity.id: entity.name for entity in doc.entities if entity.type == "PER"}
        self.entity_of = {name: entity for entity, name in self.names.items()}
        self.held: dict[str, str] = {role.office: role.entity for role in doc.roles if role.office}

    def of_person(self, keys: Sequence[str], entity: str) -> Office | None:
        """Give the office that a person's title names, None where it may be several.

        The title tells, with its country; among offices of one title those that the person held.
        """
        found = self._titled(keys)
        if len(found) < 2:
            return found[0] if found else None
        tenures = self.known.held(self.names.get(entity, ""))
        today = {t.office for t in tenures if self.day is None or t.holds(self.day)}
        for held in (today, {t.office for t in tenures}):
            own = [office for office in found if office.office in held]
            if len(own) == 1:
                return own[0]
        return None

    def unnamed(self, keys: Sequence[str]) -> Held | None:
        """Give the office of a title that stands without a name, None where it may be several.

        The person is the one to whom the text gives the same office, else its holder on the article's day.
        """
        found = self._titled(keys)
        told = [office for office in found if office.office in self.held]
        if len(told) == 1:
            return Held(told[0], self._holder(told[0]), self.held[told[0].office])
        if len(found) != 1:
            return None
        holder = self._holder(found[0])
        return Held(found[0], holder, self.entity_of.get(holder.person) if holder else None)

    def _holder(self, office: Office) -> Tenure | None:
        return self.known.holder(office.office, self.day) if self.day else None

    def _titled(self, keys: Sequence[str]) -> tuple[Office, ...]:
        return self.known.titled(keys, self._country(keys))

    def _country(self, keys: Sequence[str]) -> str | None:
        """Give the country that a title tells: «الأميركي», «العراق»."""
        for at in range(1, len(keys)):
            nation = self.gazetteer.nation_at(keys, at)
            if nation is not None:
                return nation[1]
            named = self.gazetteer.named(keys[at])
            if named and named[0].table == "countries.tsv":
                return named[0].code
        return None
