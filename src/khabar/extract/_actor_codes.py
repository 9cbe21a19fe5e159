"""The parties of an act: noun phrases with their PLOVER codes."""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

import msgspec

from khabar import arabic
from khabar.extract import _gazetteer
from khabar.extract._lemma_rows import Keys, begun, by_first, noun_phrases, stem
from khabar.extract._office_reader import OfficeReader
from khabar.lexicon import World
from khabar.records import Mention, Range, Reading

TABLE = "words/actor_nouns.tsv"
_STATELESS = ("UAF",)
_LONE = ("CVL", "UAF")
_NEAR = 2
_BLOCS = ("IGO", "IMG", "NGO", "UNO", "EUR")


class ActorNoun(msgspec.Struct, frozen=True):
    """A row of words/actor_nouns.tsv: a noun and the sector of whom it names."""

    lemma: str
    sector: str
    plural: str = ""


class Party(msgspec.Struct, frozen=True):
    """One party of an act: a noun phrase with its codes, () where it is no actor."""

    span: Range
    codes: tuple[str, ...]
    entity: str | None
    why: str


@lru_cache(maxsize=4)
def nouns(world: World) -> Mapping[str, tuple[tuple[Keys, ActorNoun], ...]]:
    """Give the rows by the key of their first word, longer phrases first."""
    rows = world.rows(TABLE, ActorNoun)
    return by_first((keys, row) for row in rows for keys in noun_phrases(row.lemma, row.plural))


class ActorReader:
    """Reads the parties of one document."""

    def __init__(self, doc: Reading, world: World) -> None:
        """Look up the tables once."""
        self.doc = doc
        self.tokens = doc.tokens
        self.stems = [stem(token) for token in doc.tokens]
        self.nouns = nouns(world)
        self.gazetteer = _gazetteer.of(world)
        self.offices = OfficeReader(doc, world)
        self.codes = {e.id: e.code for e in doc.entities}
        self.types = {e.id: e.type for e in doc.entities}
        self.office_of = {r.entity: r.office for r in doc.roles if r.office}
        self.roles = {r.entity: r for r in doc.roles}
        self.begins: dict[str, list[str]] = {}
        """The organisations of the text with a code, by the first word of their names."""
        for entity in doc.entities:
            if entity.type == "ORG" and entity.code:
                self.begins.setdefault(arabic.key(entity.name).split()[0], []).append(entity.id)
        self.home = self._home()

    def _home(self) -> str | None:
        """Give the country that the article names most, None where two share it."""
        named: Counter[str] = Counter()
        for mention in self.doc.mentions:
            code = (self.codes[mention.entity] or "").partition(":")[0]
            if len(code) == 3 and code not in _BLOCS:
                named[code] += 1
        first = named.most_common(2)
        if not first or (len(first) == 2 and first[0][1] < 2 * first[1][1]):
            return None
        return first[0][0]

    def read(self, first: int, last: int) -> tuple[Party, ...]:
        """Give the parties that tokens `[first, last)` name, one for each noun phrase of a coordination."""
        parts: list[Range] = []
        start = first
        for k in range(first + 1, last):
            token = self.tokens[k]
            if not token.pre or token.key[0] != "و":
                continue
            if not any(m.start < token.start < m.end for m in self.doc.mentions):
                parts.append((start, k))
                start = k
        parts.append((start, last))
        return tuple(self._party(*part) for part in parts)

    def _party(self, first: int, last: int) -> Party:
        tokens = self.tokens[first:last]
        span = (tokens[0].start + (tokens[0].pre if tokens[0].end > tokens[0].start else 0), tokens[-1].end)
        inside = [m for m in self.doc.mentions if m.start < span[1] and m.end > tokens[0].start]
        entity = next((m.entity for m in inside if m.type != "LOC"), None)
        sector, why = self._sector(first, last)
        if entity is None:
            entity = self._again(first, last)
        if entity is not None:
            code = self.codes[entity] or self._by_office(entity)
            if code:
                whole = ":" not in code and len(code) == 3 and sector and code not in _BLOCS
                return Party(span, (f"{code}:{sector}" if whole else code,), entity, "name in the tables")
            if sector is None and entity in self.roles:
                served = self._served(entity)
                if served:
                    return Party(span, (served,), entity, "body that the person's title names")
                sector, why = "GOV", "title of the person"
        country = self._country(first, last, inside) or self._titled(entity)
        people = self._people(first, last) if sector is None else None
        if people is not None:
            return Party(span, (f"{people}:CVL",), None, "people of a country")
        if sector is None:
            place = self._place_alone(first, inside)
            return Party(span, (place,) if place else (), None, "country" if place else "no actor noun")
        office = self.offices.unnamed([t.key for t in tokens])
        if office is not None and office.office.code:
            return Party(
                span, (office.office.code,), entity or office.entity, f"office {office.office.office}"
            )
        if country is None and sector in _STATELESS:
            return Party(span, (sector,), entity, why)
        country = country or self.home
        if country is None:
            return Party(span, (sector,) if sector in _LONE else (), entity, why)
        return Party(
            span, (country if country in _BLOCS or ":" in country else f"{country}:{sector}",), entity, why
        )

    def _again(self, first: int, last: int) -> str | None:
        """Give the one organisation whose name begins so: «طائرات التحالف» behind «التحالف الدولي»."""
        for word in self.stems[first:last]:
            same = self.begins.get(word, ()) if word.startswith("ال") else ()
            if len(same) == 1:
                return same[0]
        return None

    def _served(self, entity: str) -> str | None:
        """«مبعوثة الأمم المتحدة»: give the body beside the states that a person's title names."""
        role = self.roles[entity]
        named = (m for m in self.doc.mentions if m.type == "ORG" and role.start <= m.start < role.end + _NEAR)
        codes = (self.codes[m.entity] or "" for m in named)
        return next((code for code in codes if code.startswith(_BLOCS)), None)

    def _by_office(self, entity: str) -> str | None:
        office = self.office_of.get(entity)
        if office is None:
            return None
        return self.offices.known.rows[office].code

    def _titled(self, entity: str | None) -> str | None:
        """Give whom the title of a person names elsewhere in the text: «المبعوث الأميركي كوهين»."""
        role = self.roles.get(entity or "")
        if role is None:
            return None
        at = [k for k, token in enumerate(self.tokens) if role.start <= token.start < role.end]
        inside = [m for m in self.doc.mentions if role.start <= m.start < role.end and m.entity != entity]
        return self._country(at[0], at[-1] + 1, inside) if at else None

    def _sector(self, first: int, last: int) -> tuple[str | None, str]:
        for k in range(first, last):
            for row in begun(self.nouns, self.stems, k):
                return row.sector, f"«{row.lemma}» ({TABLE})"
        return None, ""

    def _country(self, first: int, last: int, inside: list[Mention]) -> str | None:
        keys = self.stems[first:last]
        for at in range(len(keys)):
            nation = self.gazetteer.nation_at(keys, at) or self.gazetteer.nation_at([f"ال{keys[at]}"], 0)
            if nation is not None and at > 0:
                return nation[1]
        for mention in inside:
            code = self.codes[mention.entity]
            if code:
                return str(code) if code.startswith(_BLOCS) else str(code).partition(":")[0]
        return None

    def _people(self, first: int, last: int) -> str | None:
        """«العراقيين»: give the country whose people a plural of its adjective names."""
        for word in self.stems[first:last]:
            if not word.endswith(("ين", "ون")):
                continue
            one = word[:-2]
            nation = self.gazetteer.nation_at([one], 0) or self.gazetteer.nation_at([f"ال{one}"], 0)
            if nation is not None:
                return nation[1]
        return None

    def _place_alone(self, first: int, inside: list[Mention]) -> str | None:
        """Give the country that a place's name alone stands for: «واشنطن», «إيران»."""
        for mention in inside:
            if mention.start <= self.tokens[first].end and self.types[mention.entity] == "LOC":
                return self.codes[mention.entity]
        nation = self.gazetteer.nation_at(self.stems[first : first + 1], 0)
        return nation[1] if nation else None
