"""The parties of an act: from the words where they stand to codes, and what stands for them unsaid."""

from typing import NamedTuple

from khabar.extract._actor_codes import ActorReader, Party
from khabar.extract._event_positions import Stand
from khabar.extract._event_scene import Scene
from khabar.extract._trigger_rows import TriggerRow
from khabar.lexicon import World
from khabar.records import Range

UNKNOWN, CIVILIANS = "UNK", "CVL"
_HARMS = ("ASSAULT", "COERCE")
_PARTS = ("من", "في")
_STOPS = frozenset(".،,؛:!؟?")
_WIDER, _BEHIND, _NEAR = 7, 2, 3


class Side(NamedTuple):
    """One side of an act: its codes without repetition, the spans of its parties, and why."""

    codes: tuple[str, ...] = ()
    spans: tuple[Range, ...] = ()
    entities: tuple[str, ...] = ()
    why: str = ""
    guessed: bool = False

    @property
    def coded(self) -> bool:
        """Does the text say who that is?"""
        return not self.guessed and any(code != UNKNOWN for code in self.codes)


class PartyReader:
    """Codes the parties of one document."""

    def __init__(self, scene: Scene, world: World) -> None:
        """Take the scene and the reader of actors."""
        self.scene = scene
        self.actors = ActorReader(scene.doc, world)
        self._read: dict[Range, tuple[Party, ...]] = {}

    def side(self, ranges: tuple[Range, ...], *, whom: bool = False) -> Side:
        """Code the parties in token ranges; a place stands for its country only as the acted-on."""
        codes: dict[str, None] = {}
        spans: list[Range] = []
        entities: list[str] = []
        why: list[str] = []
        for at in ranges:
            for party in self.parties(at):
                found = party.codes or self.owners(at, places=whom)
                if not whom and party.why.startswith("«"):
                    found = self._members(at) or found
                if whom and all(code.endswith(CIVILIANS) for code in found):
                    found = self._fighters(at) or found
                if not found:
                    continue
                codes.update(dict.fromkeys(found))
                spans.append(party.span)
                why.append(party.why)
                if party.entity:
                    entities.append(party.entity)
        return Side(tuple(codes), tuple(spans), tuple(entities), "; ".join(dict.fromkeys(why)))

    def parties(self, at: Range) -> tuple[Party, ...]:
        """Give the parties of one token range, read once."""
        first, last = at
        while first < last and self.scene.tokens[first].kind == "mark":
            first += 1
        if first >= last:
            return ()
        if (first, last) not in self._read:
            nation = self.scene.nation(first) if last - first == 1 else None
            span = self.scene.offsets(first, last)
            self._read[first, last] = (
                (Party(span, (nation,), None, "adjective of origin"),)
                if nation
                else self.actors.read(first, last)
            )
        return self._read[first, last]

    def owners(self, at: Range, *, places: bool) -> tuple[str, ...]:
        """Give whose a noun phrase is by its name or its adjective: «محافظة نينوى», «أهدافا إيرانية»."""
        for k in range(at[0], self._wider(at[1]) if places else at[1]):
            mention = self.scene.mention_of.get(k)
            code = self.scene.entities[mention.entity].code if mention is not None else None
            if mention is not None and code and (places or mention.type == "ORG"):
                return (code.partition(":")[0] if mention.type == "LOC" else code,)
            nation = self.scene.nation(k) if k > at[0] else None
            if nation:
                return (nation,)
        return ()

    def _members(self, at: Range) -> tuple[str, ...]:
        """«مقاتلون من تنظيم داعش»: give the organisation named right behind «من» that they are of."""
        if self.scene.key(at[1]) != _PARTS[0]:
            return ()
        for k in range(at[1] + 1, min(at[1] + 1 + _BEHIND, len(self.scene.tokens))):
            mention = self.scene.mention_of.get(k)
            if mention is not None:
                code = self.scene.entities[mention.entity].code if mention.type == "ORG" else None
                return (code,) if code else ()
        return ()

    def _fighters(self, at: Range) -> tuple[str, ...]:
        """«شخص في تنظيم داعش»: give the armed group that people are said to be of."""
        if any(self.scene.key(k).startswith("لل") for k in range(at[1], at[1] + _NEAR)):
            return ()  # «مدنيين في قصف للحوثيين»: whose the shelling is
        found = self.owners((at[1], at[1]), places=True)
        return tuple(code for code in found if code.startswith("IMG:") or code.endswith(":REB"))

    def _wider(self, last: int) -> int:
        """Step over «من», «في», «ل» behind a noun phrase to the name that says whose it is."""
        tokens = self.scene.tokens
        if last >= len(tokens) or not (
            self.scene.key(last) in _PARTS or tokens[last].key[: tokens[last].pre] == "ل"
        ):
            return last
        stop = min(len(tokens), last + _WIDER)
        ends = (
            k
            for k in range(last, stop)
            if (tokens[k].kind == "mark" and tokens[k].key in _STOPS) or self.scene.is_verb(k)
        )
        return next(ends, stop)


def doer(row: TriggerRow, stand: Stand, side: Side) -> Side:
    """Put UNK where force was used and nobody says by whom; who protests are civilians."""
    if row.type == "PROTEST" and not side.codes:
        return side._replace(codes=(CIVILIANS,), why="who protests and is not named", guessed=True)
    if side.codes or row.type not in _HARMS:
        return side
    if stand.unsaid or row.type == "ASSAULT":
        return side._replace(codes=(UNKNOWN,), why="the text leaves the doer unsaid")
    return side
