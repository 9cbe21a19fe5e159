"""Mentions and entities: the names of a text, what each names, and which name the same.

Rules by falling authority: a title and the name behind it; the world tables; kind words of organisations
and places; a given name and what follows; a trained tagger where these see nothing or a part (`_proposed`); a
surname alone after the full name. The longest name wins.
Spans as in the guidelines: no title, no outer proclitic, kind words in or out as their table says.
"""

from collections.abc import Iterator, Sequence

import msgspec

from khabar import offices
from khabar.extract import _later, _proposed, _scan, _transliterated, _where
from khabar.extract._gazetteer import Known
from khabar.extract._naming import Candidate, Scene
from khabar.extract._same import Cast
from khabar.lexicon import World
from khabar.records import Entity, Mention, Reading

NEEDS: tuple[str, ...] = ("tokens",)
GIVES: tuple[str, ...] = ("mentions", "entities")
VERSION = 3


def extract(doc: Reading, world: World) -> Iterator[Mention | Entity]:
    """Give the mentions in the order of the text, then the entities in the order of their first mention."""
    scene = Scene(world, doc.text, doc.tokens)
    found = _proposed.joined(scene, world, list(_scan.names(scene)))
    found = list(_later.namesakes(scene, found))
    found += _later.short_names(scene, found)
    found.sort(key=lambda one: one.first)
    home = scene.gazetteer.iso2.get(doc.outlet.country or "") if doc.outlet else None
    groups = _groups(_where.settled(scene, found, home))
    entities: list[Entity] = []
    for group in groups:
        entity = _entity(scene, world, group, f"e{len(entities) + 1}")
        entities.append(_dated(entity, doc.published, world))
    numbered = ((one, entity) for group, entity in zip(groups, entities, strict=True) for one in group)
    for one, entity in sorted(numbered, key=lambda pair: pair[0].first):
        start, end = scene.units.span(one.first, one.cut, one.last)
        yield Mention(start=start, end=end, type=one.type, entity=entity.id, why=one.why)
    yield from entities


def _groups(found: Sequence[Candidate]) -> list[list[Candidate]]:
    """Give the candidates entity by entity, in the order of the first mention.

    Full names found groups before the short ones join them.
    """
    cast = Cast()
    for one in sorted(found, key=lambda one: (one.first - one.last, one.first)):
        cast.place(one)
    groups = [sorted(group, key=lambda one: one.first) for group in cast.groups]
    return sorted(groups, key=lambda group: group[0].first)


def _dated(entity: Entity, published: str | None, world: World) -> Entity:
    """Give a person the code of the office held on the article's day; who holds none then has no sector."""
    known = offices.of(world)
    if entity.type != "PER" or not published or not known.held(entity.name):
        return entity
    return msgspec.structs.replace(entity, code=known.code(entity.name, published[:10]))


def _entity(scene: Scene, world: World, group: Sequence[Candidate], number: str) -> Entity:
    known: Known | None = next((one.known[0] for one in group if one.known), None)
    if known is None:
        longest = max(group, key=lambda one: one.last - one.first)
        name = scene.units.written(scene.units.span(longest.first, longest.cut, longest.last))
        code = next((one.code for one in group if one.code), None)
        return _in_english(world, Entity(id=number, type=group[0].type, name=name, code=code))
    entity = Entity(
        id=number, type=group[0].type, name=known.name, name_en=known.name_en, code=known.code,
        wikidata=known.wikidata, geonames=known.geonames, lat=known.lat, lon=known.lon,
        kind=known.place.kind or None if known.place else None,
        admin1=known.place.admin1 or None if known.place else None,
    )  # fmt: skip
    return _in_english(world, entity)


def _in_english(world: World, entity: Entity) -> Entity:
    """Say how an entity's English name came about; give one where no table does."""
    if entity.name_en:
        return msgspec.structs.replace(entity, name_en_how="table")
    name, how = _transliterated.english(world, entity.type, entity.name)
    return msgspec.structs.replace(entity, name_en=name, name_en_how=how)
