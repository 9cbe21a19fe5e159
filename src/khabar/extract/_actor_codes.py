"""The parties of an act: noun phrases with their PLOVER codes."""

import msgspec

from khabar.extract import _gazetteer
from khabar.lexicon import World
from khabar.records import Range, Reading


class Party(msgspec.Struct, frozen=True):
    """One party of an act: a noun phrase with its codes, () where it is no actor."""

    span: Range
    codes: tuple[str, ...]
    entity: str | None
    why: str


class ActorReader:
    """Reads the parties of one document."""

    def __init__(self, doc: Reading, world: World) -> None:
        """Look up the tables once."""
        self.doc = doc
        self.gazetteer = _gazetteer.of(world)
        self.entities = {e.id: e for e in doc.entities}

    def read(self, first: int, last: int) -> tuple[Party, ...]:
        """Give the parties that tokens `[first, last)` name, one for each noun phrase of a coordination."""
        tokens = self.doc.tokens[first:last]
        span = tokens[0].start, tokens[-1].end
        for m in self.doc.mentions:
            if m.start >= span[0] and m.end <= span[1]:
                code = self.entities[m.entity].code
                if code:
                    return (Party(span, (code,), m.entity, "name"),)
        keys = [t.key for t in tokens]
        for at in range(1, len(keys)):
            nation = self.gazetteer.nation_at(keys, at)
            if nation is not None:
                return (Party(span, (nation[1],), None, "nation"),)
        return (Party(span, (), None, "unknown"),)
