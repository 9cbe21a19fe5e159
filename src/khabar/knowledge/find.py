"""What a name stands for in the world tables: every entry of that name, its office on a day, and why."""

from collections.abc import Iterator
from pathlib import Path

from khabar import arabic, offices
from khabar.answers import Held, WorldRow
from khabar.extract import _gazetteer
from khabar.extract._gazetteer import Gazetteer, Known
from khabar.lexicon import with_own
from khabar.offices import Offices, Tenure
from khabar.places import Place


def find(
    name: str, *, day: str | None = None, country: str | None = None, own: Path | None = None
) -> tuple[WorldRow, ...]:
    """Give what a name or a title stands for, in the order in which the readers of names try it.

    `day` is an ISO day: persons are shown with their office on it, titles with their holder on it; without
    one, with all of them. `country` is an ISO 3166 code of two or three letters that the entry must have.
    `own` is a folder of the user's own rows. Raises LexiconError.
    """
    known = with_own(own)
    gazetteer, held = _gazetteer.of(known), offices.of(known)
    wanted = gazetteer.iso3.get(country.upper(), country.upper()) if country else None
    rows = [
        *_names(name, day, gazetteer, held),
        *_holders(name, day, gazetteer, held),
        *_titles(name, day, gazetteer, held),
    ]
    kept = [row for row in rows if wanted is None or row.country == wanted]
    return tuple(dict.fromkeys(kept))


def _keys(name: str) -> tuple[str, ...]:
    return tuple(token.key for token in arabic.tokens(name))


def _names(name: str, day: str | None, gazetteer: Gazetteer, held: Offices) -> Iterator[WorldRow]:
    for known in gazetteer.named(" ".join(_keys(name))):
        how = _how(name, known.name)
        rank = f"; {known.population:,} people" if known.population else ""
        yield WorldRow(
            name=known.name,
            kind=_kind(known),
            within=_within(known.place, gazetteer) if known.place else None,
            name_en=known.name_en,
            code=known.code,
            country=gazetteer.iso3.get(known.country or ""),
            lat=known.lat,
            lon=known.lon,
            offices=tuple(_told(t, held) for t in held.held(known.name, day)) if known.type == "PER" else (),
            why=f"{how} in {known.table}{rank}",
        )


def _within(place: Place, gazetteer: Gazetteer) -> str | None:
    unit = gazetteer.places.unit(place.admin1)
    names = dict.fromkeys(filter(None, (place.parent, unit.name if unit else None)))
    return " / ".join(names) or None


def _kind(known: Known) -> str:
    if known.table == "countries.tsv":
        return "country"
    if known.place and known.place.kind:
        return known.place.kind
    return {"PER": "person", "ORG": "organisation", "LOC": "place"}[known.type]


def _how(asked: str, name: str) -> str:
    return "the name" if arabic.key(asked) == arabic.key(name) else f"another name of «{name}»"


def _holders(name: str, day: str | None, gazetteer: Gazetteer, held: Offices) -> Iterator[WorldRow]:
    """Give the persons of tenures.tsv of that name who are in no table of names."""
    sought = " ".join(_keys(name))
    listed = {known.name for known in gazetteer.named(sought)}
    for person, tenures in held.by_person.items():
        if person in listed or not any(" ".join(_keys(n)) == sought for t in tenures for n in t.names):
            continue
        shown = [t for t in tenures if day is None or t.holds(day)]
        office = held.rows.get(max(shown or tenures, key=lambda t: t.since).office)
        yield WorldRow(
            name=person,
            kind="person",
            name_en=tenures[0].name_en,
            code=office.code if office else None,
            country=office.country if office else None,
            offices=tuple(_told(t, held) for t in shown),
            why=f"{_how(name, person)} in tenures.tsv" + ("" if shown else f"; no office on {day}"),
        )


def _titles(name: str, day: str | None, gazetteer: Gazetteer, held: Offices) -> Iterator[WorldRow]:
    """Give the offices that a title names, its country told by the adjective or the name behind it."""
    keys = _keys(name)
    for length in range(min(len(keys), held.longest), 0, -1):
        rest = keys[length:]
        nation = gazetteer.nation_at(rest, 0) if rest else None
        behind = gazetteer.named(" ".join(rest)) if rest and not nation else ()
        code = nation[1] if nation else behind[0].code if behind else None
        if rest and not (nation and nation[0] == len(rest)) and not (behind and code in gazetteer.iso2):
            continue
        title = " ".join(keys[:length])
        fits = [row for row in held.by_title.get(title, ()) if code is None or row.country == code]
        for row in fits:
            told = held.holders(row.office, day) if day else held.tenures.get(row.office, ())
            yield WorldRow(
                name=row.title,
                kind="office",
                name_en=row.name_en,
                code=row.code,
                country=row.country,
                offices=tuple(_span(t, t.person) for t in told),
                why=f"title of {row.office} in offices.tsv"
                + (f"; «{' '.join(rest)}» is {code}" if code else ""),
            )
        if fits:
            return


def _told(tenure: Tenure, held: Offices) -> Held:
    office = held.rows.get(tenure.office)
    return _span(tenure, office.name_en if office else tenure.office)


def _span(tenure: Tenure, name: str) -> Held:
    return Held(name=name, since=tenure.since, until=tenure.until or None, acting=bool(tenure.acting))
