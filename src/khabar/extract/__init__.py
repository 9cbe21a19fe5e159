"""Document -> layers. An extractor is one module of this folder, found by scan:

    NEEDS: tuple[str, ...]      the layers it reads, named like their modules
    VERSION: int                raised when its output changes
    GIVES: tuple[str, ...]      only where it fills other fields of the Reading than the one named like it
    def extract(doc: Reading, world: World) -> Iterator[Record]

Where GIVES names several fields, each record goes to the field of its type.
"""

from functools import lru_cache
from types import ModuleType

import msgspec

from khabar import stage
from khabar.lexicon import World
from khabar.records import Document, Entity, Event, Figure, Mention, Reading, Record

_FIELD_OF: dict[type, str] = {
    Mention: "mentions",
    Entity: "entities",
    Event: "events",
    Figure: "figures",
}


@lru_cache(maxsize=1)
def extractors() -> tuple[tuple[str, ModuleType], ...]:
    """Give the extractors in the order in which they run."""
    return stage.ordered(stage.modules(__name__))


def annotate(document: Document, world: World) -> Document:
    """Fill every layer of a document; what stood in them before is replaced."""
    blank = {name: getattr(document, name) for name in Document.__struct_fields__}
    reading = Reading(**blank)
    with world.building():
        for name, module in extractors():
            records = tuple(module.extract(reading, world))
            reading = msgspec.structs.replace(reading, **fields(name, module, records))
    return reading.document()


def fields(name: str, module: ModuleType, records: tuple[Record, ...]) -> dict[str, tuple[Record, ...]]:
    """Give the fields of a Reading that an extractor's records go to."""
    given: tuple[str, ...] = getattr(module, "GIVES", (name,))
    if len(given) == 1:
        return {given[0]: records}
    return {field: tuple(r for r in records if _FIELD_OF[type(r)] == field) for field in given}
