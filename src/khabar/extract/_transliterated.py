"""The English name of an entity that no table knows, and how it came about."""

from khabar.extract import _english_bodies, _english_names
from khabar.lexicon import World
from khabar.records import EnglishHow, EntityType


def english(world: World, kind: EntityType, name: str) -> tuple[str | None, EnglishHow | None]:
    """Write a name in English: any person or place, an organisation only where its words are listed."""
    if kind == "PER":
        return _english_names.of(world).person(name), "transliteration"
    if kind == "LOC":
        return _english_bodies.of(world).place(name)
    body = _english_bodies.of(world).organisation(name)
    return body, "words" if body else None
