"""Which place a name means: told by the countries of the text, its units, its other places, kind word, size.

Every row of a name is weighed; the best one is taken where it is clearly best. Otherwise, and where the
only row is a small place of a country that the text does not speak of, the name stays a name: without
coordinates, and `why` lists what it may be. A name that is an everyday word too («الزاوية», «مشهد») is none
at all unless something round it says so. The weights are our own, set on articles read by eye.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from khabar import places
from khabar.extract._gazetteer import Known
from khabar.extract._naming import Candidate, Scene
from khabar.extract._surroundings import (
    Surroundings,
    homograph,
    idents,
    key_of,
    placed,
    rows_of,
    surroundings,
)
from khabar.extract._vocabulary import any_of
from khabar.places import Place

_COUNTRY, _UNIT, _KIND, _NEWS = 3.0, 2.0, 2.0, 0.4
_NEAR = ((50.0, 1.5), (150.0, 0.75))  # km, and what being so near is worth
_CLEARLY = 0.4  # by so much the best row must be better than the next
_SAME = 30.0  # km; a town, its district and its castle are one answer
_FAMOUS = 400_000
_COUNTRY_PEOPLE = 100_000_000  # as well known as a city of so many
_MANY = 4  # candidates that `why` lists
_POPULATED = frozenset(["city", "town", "village", "settlement"])
_POINT = _POPULATED | {"", "quarter", "admin2", "admin3", "camp"}


class Judged(NamedTuple):
    """A row with its weight and the words for it."""

    row: Known
    place: Place
    weight: float
    reasons: tuple[str, ...]


def settled(scene: Scene, found: Sequence[Candidate], home: str | None) -> list[Candidate]:
    """Give the candidates with each place name bound to the row it means, or to none.

    `home` is the outlet's country (alpha-2). All mentions of one name in a text mean one place.
    """
    around = surroundings(scene, found, home)
    kept = [one for at, one in enumerate(found) if not placed(one) or _is_name(scene, found, at, around)]
    named: dict[tuple[str, ...], list[Candidate]] = {}
    kinds: dict[tuple[str, ...], set[str]] = {}
    for at, one in enumerate(kept):
        if placed(one):
            named.setdefault(idents(one), []).append(one)
            kinds.setdefault(idents(one), set()).update(scene.kind_word(one.first), _company(kept, at))
    meant = {idents: _meant(scene, group[0], around, kinds[idents]) for idents, group in named.items()}
    return [_bound(one, meant[idents(one)]) if placed(one) else one for one in kept]


def _is_name(scene: Scene, found: Sequence[Candidate], at: int, around: Surroundings) -> bool:
    """Say whether a place's name is one here and not the everyday word that is written the same."""
    one = found[at]
    row, alike = one.known[0], homograph(scene, one)
    if _acts(scene, one):
        return False  # «سرت شائعات»
    own, ambiguous = row.table in places.OWN, key_of(scene, one) in scene.words.ambiguous
    if row.table not in places.TABLES or scene.kind_word(one.first):
        return True
    if not alike:
        return not _out_of_nowhere(scene, found, at, around)
    if own and (one.last - one.first > 1 or (row.country is None and not ambiguous)):
        return True  # «رأس العين», «الخليج»
    if alike == "stop":
        return False
    if not ambiguous and row.population >= _FAMOUS:
        return True
    countries = around.told(frozenset(idents(one)))
    told = any(other.country in countries for other in rows_of(one))
    led = _led(scene, one) or bool(_company(found, at))
    if alike == "cut" and not ambiguous:
        return told or led
    return told and (led or not (ambiguous or own))


def _out_of_nowhere(scene: Scene, found: Sequence[Candidate], at: int, around: Surroundings) -> bool:
    """Say whether the one word of a small place stands where nothing speaks of a place there: «زلة لسان»."""
    one = found[at]
    listed = one.known[0].table in places.OWN and not one.cut  # «كريمة» is not «ريمة» with a proclitic
    if one.last - one.first > 1 or listed or any(_known_widely(row) for row in rows_of(one)):
        return False
    countries = around.told(frozenset(idents(one)))
    told = any(other.country in countries for other in rows_of(one))
    return not (told or _led(scene, one) or _company(found, at))


def _known_widely(row: Known) -> bool:
    """Say whether a row is a country, a unit, a large town or another place that needs no sign."""
    place = row.place
    return place is None or not place.country or _people(place) >= places.LARGE


def _acts(scene: Scene, one: Candidate) -> bool:
    """Say whether the one word of a name stands as a verb, with nothing before it that leads to a place."""
    verb = one.last - one.first == 1 and scene.units.tokens[one.first].pos == "verb"
    return (
        verb and one.known[0].table in places.TABLES and not (_led(scene, one) or scene.kind_word(one.first))
    )


def _led(scene: Scene, one: Candidate) -> bool:
    """Say whether a preposition of place stands before a name or is joined to it."""
    if one.cut:
        return scene.units.keys[one.first][one.cut - 1] in "بل"
    return one.first > 0 and any_of(scene.units.keys[one.first - 1], scene.words.place_leads) is not None


def _company(found: Sequence[Candidate], at: int) -> tuple[str, ...]:
    """Give what kinds of place a name stands in a list with: «منبج والباب», «مصر وعمان والسودان»."""
    one = found[at]
    beside = [other for other in found[max(at - 1, 0) : at + 2] if other is not one and other.type == "LOC"]
    near = [other for other in beside if 0 <= max(one.first - other.last, other.first - one.last) <= 1]
    rows = [
        other.known[0] for other in near if other.known and len({row.country for row in other.known}) == 1
    ]
    kinds = {row.place.kind for row in rows if row.place}
    return tuple(kinds if kinds <= {"country"} else _POPULATED)


def _meant(scene: Scene, one: Candidate, around: Surroundings, kinds: set[str]) -> tuple[Known | None, str]:
    """Give the row that a name means, and why; None where it cannot be told."""
    told = around.told(frozenset(idents(one)))
    judged = [_judged(scene, row, (around, told), kinds) for row in rows_of(one)]
    judged.sort(key=lambda one: (-one.weight, one.row.ident))
    best, rest = judged[0], [one for one in judged[1:] if not _one_place(judged[0].place, one.place)]
    reasons = ", ".join(best.reasons) or ("the largest" if rest else "")
    if rest and best.weight - rest[0].weight < _CLEARLY:
        return None, f"not clear which of {_listed(scene, judged)}"
    if _strange(best, told):
        return None, f"the text does not speak of {_listed(scene, judged)}"
    if not rest:
        return best.row, ""
    return best.row, f"{reasons}, of {len(rest) + 1} so called: {_shown(scene, best.place)}"


def _judged(
    scene: Scene, row: Known, around: tuple[Surroundings, dict[str, float]], kinds: set[str]
) -> Judged:
    (text, countries), place = around, row.place or Place(name=row.name)
    weight = 0.5 * math.log10(max(_people(place), 1000) / 1000)
    weight += _NEWS * math.log10(1 + scene.gazetteer.in_news.get(place.country, 0))
    reasons: list[str] = []
    if place.country in countries:
        weight += _COUNTRY * countries[place.country] / max(countries.values())
        reasons.append(f"the text speaks of {_country(scene, place)}")
    if above := _above(scene, place, text):
        weight += _UNIT
        reasons.append(f"it names {above}")
    others = [point for ident, point in text.points if ident != row.ident]
    away = places.nearest(place.point, others) if place.point else None
    if away is not None and (worth := next((w for most, w in _NEAR if away <= most), 0.0)):
        weight += worth
        reasons.append(f"{away:.0f} km from another place of the text")
    if kinds:
        weight += _KIND if place.kind in kinds else -_KIND / 2
        reasons += ["it fits the words round it"] if place.kind in kinds else []
    return Judged(row, place, weight, tuple(reasons))


def _above(scene: Scene, place: Place, around: Surroundings) -> str | None:
    """Give the name of the district or the unit that holds a place, if the text names it too."""
    if place.parent in around.names and place.parent != place.name:
        return place.parent
    unit = scene.gazetteer.places.unit(place.admin1)
    if unit and unit.ident != place.ident and unit.name != place.name and unit.ident in around.idents:
        return unit.name
    return None


def _people(place: Place) -> int:
    """Give how many people count for a place: a unit or a sea is as well known as a big town."""
    if place.kind == "country":
        return _COUNTRY_PEOPLE
    if place.kind == "admin1":  # «دمشق» alone is the city
        return places.LARGE
    return max(place.population, 0 if place.kind in _POINT else places.LARGE)


def _one_place(one: Place, other: Place) -> bool:
    near = one.point and other.point and places.distance(one.point, other.point) < _SAME
    if one.country != other.country:  # «معبر رفح» has two sides
        return bool(near) and one.kind == other.kind
    return one.admin1 == other.admin1 or bool(near)


def _strange(best: Judged, told: dict[str, float]) -> bool:
    """Say whether a small place is nowhere near what the text speaks of."""
    if best.place.table in places.OWN or best.reasons or not told:
        return False
    return _people(best.place) < places.LARGE


def _country(scene: Scene, place: Place) -> str:
    return scene.gazetteer.country_name.get(scene.gazetteer.iso3.get(place.country, ""), place.country)


def _shown(scene: Scene, place: Place) -> str:
    unit = scene.gazetteer.places.unit(place.admin1)
    return "، ".join(dict.fromkeys(filter(None, (unit.name if unit else None, _country(scene, place)))))


def _listed(scene: Scene, judged: Sequence[Judged]) -> str:
    shown = [f"{one.place.name} ({_shown(scene, one.place)})" for one in judged[:_MANY]]
    return "; ".join(dict.fromkeys(shown)) + ("; …" if len(judged) > _MANY else "")


def _bound(one: Candidate, meant: tuple[Known | None, str]) -> Candidate:
    row, why = meant
    told = f"{one.why}, {why}" if why else one.why
    if row:
        return one._replace(ident=row.ident, why=told, known=(row,))
    codes = {other.code for other in rows_of(one)}
    return one._replace(
        ident=f"LOC:{one.known[0].name}", why=told, known=(), code=codes.pop() if len(codes) == 1 else None
    )
