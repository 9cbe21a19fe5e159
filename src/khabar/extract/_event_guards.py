"""What must hold beside a trigger, or its words tell no act: arms, politics, people, no sport."""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import msgspec

from khabar.extract._actor_codes import nouns
from khabar.extract._event_clause import Sentence
from khabar.extract._event_parties import Side
from khabar.extract._event_positions import Stand
from khabar.extract._event_scene import Scene
from khabar.extract._lemma_rows import Keys, begun, by_first, listed, noun_phrases
from khabar.extract._trigger_rows import TABLE as TRIGGERS
from khabar.extract._trigger_rows import TriggerRow
from khabar.extract._triggers import Hit
from khabar.lexicon import World
from khabar.records import Range

TABLE = "words/event_topics.tsv"

_ARMED = frozenset(("MIL", "REB", "COP", "UAF", "PRM", "SPY", "IMG"))
_CAPTORS = frozenset(("REB", "UAF", "IMG", "PRM", "UNK"))
_BY_ARMS = ("ASSAULT", "MOBILIZE", "PROTEST")
_FOES = frozenset(("REB", "UAF", "IMG", "PRM"))
_WORDS_ONLY = frozenset(("PTY", "LEG", "JUD", "OPP", "BUS", "JRN", "EDU", "NGO", "UNO", "EUR"))
_MUTUAL = frozenset(("AGREE", "CONSULT", "COOPERATE", "AID"))
_FIELDS = ("armed", "people", "force")
_CONTENT = ("ب", "ل", "الي", "علي")
_UNPOLITICAL = frozenset(("BUS", "EDU", "JRN", "CVL", "MED", "SOC", "UNK"))
_OTHER_FIELDS = ("sport", "art", "science")
_FEW, _SHARE = 3, 45
_AHEAD, _LONGEST = 9, 3
_NONE: frozenset[str] = frozenset()
_PRIVATE = frozenset(("BUS", "CVL", "UNK"))
_IN_WORDS = ("AGREE", "CONSULT", "SUPPORT", "REQUEST", "REJECT")
_MEANT = ("AGREE", "SUPPORT", "CONCEDE", "REQUEST", "REJECT", "THREATEN", "COERCE")
_COUNTED, _JUST_BEHIND = 4, 2
_PEOPLE = frozenset(("people", "protester"))
_STATE = frozenset(("GOV", "MIL", "LEG", "JUD", "COP", "SPY"))
_GIVING = ("AID", "COOPERATE")


class TopicRow(msgspec.Struct, frozen=True):
    """A row of words/event_topics.tsv: a noun that tells what a sentence or an article is about."""

    lemma: str
    kind: str
    plural: str = ""


@lru_cache(maxsize=4)
def topics(world: World) -> Mapping[str, tuple[tuple[Keys, str], ...]]:
    """Give the kinds of the nouns by the key of their first word."""
    rows = world.rows(TABLE, TopicRow)
    return by_first((keys, row.kind) for row in rows for keys in noun_phrases(row.lemma, row.plural))


class Lights(NamedTuple):
    """The light verbs by what they say of the act that they carry.

    `told` announce one, of oneself or of others; the subject of `results` is what led to it («أسفر», «أدى»);
    `throwing` lead it to somebody, not only to be done.
    """

    told: frozenset[str]
    results: frozenset[str]
    throwing: frozenset[str]


@lru_cache(maxsize=4)
def lights(world: World) -> Lights:
    """Give the light verbs of the triggers' table, looked through once for a world."""
    light = [row for row in world.rows(TRIGGERS, TriggerRow) if row.kind == "light"]
    return Lights(
        told=frozenset(row.lemma for row in light if {"armed", "people"} <= set(row.guards)),
        results=frozenset(row.lemma for row in light if "result" in row.guards),
        throwing=frozenset(row.lemma for row in light if row.recipient),
    )


class Guards:
    """Judges the triggers of one document."""

    def __init__(self, scene: Scene, world: World) -> None:
        """Read what the document is about."""
        self.scene = scene
        self.known = topics(world)
        self.actors = nouns(world)
        self.light = lights(world)
        self._kinds: dict[int, frozenset[str]] = {}
        counted = Counter(
            kind for k in range(len(scene.tokens)) if scene.stem(k) in self.known for kind in self.kinds(k)
        )
        long = len(scene.tokens) / _SHARE
        self.field = next(
            (f for f in _OTHER_FIELDS if counted[f] >= max(_FEW, long) and counted[f] > counted["armed"]),
            None,
        )
        """Sport, art or science, where the article is about that."""

    def kinds(self, k: int) -> frozenset[str]:
        """Give what token `k` tells of the field it is from."""
        if k not in self._kinds:
            self._kinds[k] = self._read(k)
        return self._kinds[k]

    def _read(self, k: int) -> frozenset[str]:
        known = self.known.get(self.scene.stem(k))
        if known is None:
            return _NONE
        keys = tuple(t.key for t in self.scene.tokens[k + 1 : k + 1 + _LONGEST])
        found = {kind for rest, kind in known if keys[: len(rest)] == rest}
        return frozenset(found)

    def near(self, kind: str, sentence: Sentence, hit: Hit) -> bool:
        """Does a noun of a field stand in the sentence, beside the trigger itself?"""
        own = {hit.at, *hit.rest}
        passage = sentence.passage
        return any(kind in self.kinds(k) for k in range(passage.first, passage.last) if k not in own)

    def hold(self, hit: Hit, sentence: Sentence, stand: Stand, sides: tuple[Side, Side]) -> bool:
        """Say whether the guards of a trigger's row hold: one of those that name a field, and all others."""
        if hit.row.type == "ASSAULT" and sides[0].coded and not _sectors(sides[0]) - _WORDS_ONLY:
            return False  # a party's attack on another is one in words
        if hit.row.type in _MUTUAL and "JRN" in _sectors(*sides):
            return False  # an interview
        if self.field == "sport" and not _sectors(*sides) - _UNPOLITICAL:
            return False
        if hit.row.type in _GIVING and _one_state(*sides):
            return False  # no cooperation is that of a government with its own army
        if hit.row.type in _IN_WORDS and _sectors(*sides) and not _sectors(*sides) - _PRIVATE:
            return False  # a family that invites guests, experts who agree
        if hit.row.type == "ASSAULT" and not _sectors(sides[0]) & _ARMED and self._disaster(sentence, hit):
            return False
        if hit.shape == "verb" and hit.row.type in _MEANT and not self._agent(stand):
            return False  # «الدستور يمنع»: no thing wants, forbids or promises
        among = _FIELDS if hit.row.type in _BY_ARMS else (*_FIELDS, "political")
        fields = [guard for guard in hit.row.guards if guard in among]
        if fields and not any(self._field(guard, hit, sentence, sides) for guard in fields):
            return False
        parties = stand.actors if hit.row.reciprocal else stand.recipients
        met = hit.row.reciprocal and len(parties) > 1
        named = met or bool(sides[1].codes) or (hit.row.weight == "strong" and bool(stand.recipients))
        return all(
            named if guard == "recipient" else self._one(guard, hit, sentence, stand, sides)
            for guard in hit.row.guards
            if guard not in fields
        )

    def _disaster(self, sentence: Sentence, hit: Hit) -> bool:
        """Do an earthquake, a crash or a disease stand in the sentence and no arms?"""
        return self.near("disaster", sentence, hit) and not self.near("armed", sentence, hit)

    def _agent(self, stand: Stand) -> bool:
        """Is the doer somebody, no thing: no law, plan or report?"""
        return not any(self.scene.is_a("thing", at[0]) for at in stand.actors)

    def acts(self, light: str) -> bool:
        """Does the subject of a light verb do the act, neither announcing nor causing it?"""
        return bool(light) and light not in self.light.told and light not in self.light.results

    def lends(self, light: str, row: TriggerRow, actor: Side, recipient: Side) -> bool:
        """Can the subject of a light verb have done the act: who announces a death is not its doer."""
        if row.type != "ASSAULT" or light not in self.light.told:
            return True
        if "gen" in listed(row.recipient) and not _sectors(recipient) & _FOES:
            return False  # «أعلنت الوزارة مقتل أربعة جنود»: an army tells of its enemies' dead and its own
        return bool(_sectors(actor) & _ARMED) or all(":" not in code for code in actor.codes)

    def _field(self, guard: str, hit: Hit, sentence: Sentence, sides: tuple[Side, Side]) -> bool:
        sectors = _sectors(*sides)
        if guard == "political":
            return bool(sectors - _UNPOLITICAL)
        if guard == "people":
            return "CVL" in sectors or self.near("people", sentence, hit)
        return bool(sectors & _ARMED) or self.near("armed", sentence, hit)

    def _one(self, guard: str, hit: Hit, sentence: Sentence, stand: Stand, sides: tuple[Side, Side]) -> bool:
        actor, recipient = sides
        if guard == "political":
            return bool(_sectors(actor, recipient) - _UNPOLITICAL)
        if guard == "actor":
            return actor.coded
        if guard == "not_sport":
            return self.field is None
        if guard == "thrown":
            return stand.light in self.light.throwing
        if guard == "captors":
            return bool(_sectors(actor) & _CAPTORS)
        if guard == "fighters":
            named = any("armed" in self.kinds(k) for at in stand.recipients for k in range(*at))
            return named or bool(_sectors(recipient) & _ARMED)
        if guard == "that":
            return self._content(hit, sentence)
        if guard == "no_content":
            i = sentence.index[hit.at]
            return all(c.kind != "that" for c in sentence.chunks[i + 1 : i + 1 + _JUST_BEHIND])
        return self._who(guard, hit, sentence, stand, sides)

    def _who(self, guard: str, hit: Hit, sentence: Sentence, stand: Stand, sides: tuple[Side, Side]) -> bool:
        """Say whether a guard about the kind of the parties themselves holds."""
        actor, recipient = sides
        if guard == "person":
            return any(self._heads(at, places=False) for at in stand.recipients)
        if guard == "party":
            return any(self._heads(at, places=True) for at in stand.recipients)
        if guard == "protesters":
            return any("protester" in self.kinds(k) for at in stand.actors for k in range(*at))
        if guard == "court":
            return not actor.coded or "JUD" in _sectors(actor)
        if guard == "fighting":
            return bool(_sectors(actor) & _ARMED)
        if guard == "abroad":
            home = {code.partition(":")[0] for code in actor.codes}
            there = {code.partition(":")[0] for code in recipient.codes}
            return not _sectors(actor) & _ARMED and not home & there
        if guard == "carried":
            headline = sentence.passage.block.role == "title" and sentence.chunk_kind(hit.at) != "pp"
            return (
                hit.shape == "verb"
                or bool(stand.light)
                or headline
                or (hit.row.reciprocal != "" and len(actor.codes) > 1)
            )
        return True

    def _heads(self, at: Range, *, places: bool) -> bool:
        """Is the first noun of a range, behind «عدد من», a person, people or with `places` a name?"""
        for k in range(at[0], min(at[1], at[0] + _COUNTED)):
            mention = self.scene.mention_of.get(k)
            if mention is not None:
                return mention.type == "PER" or places
            token = self.scene.tokens[k]
            if token.pos in ("num", "prep", "mark") or token.kind != "word":
                continue
            if self.scene.nation(k) or self.kinds(k) & _PEOPLE or self._names_actor(k):
                return True
            if not self.scene.is_a("counting", k):
                return False
        return False

    def _names_actor(self, k: int) -> bool:
        return next(begun(self.actors, self.scene.stems, k), None) is not None

    def _content(self, hit: Hit, sentence: Sentence) -> bool:
        """Does content follow: a clause of «أن», or «إلى», «ب», «على» with a noun?"""
        i = sentence.index[hit.at]
        ahead = sentence.chunks[i + 1 : i + 1 + _AHEAD]
        return any(c.kind == "that" or (c.kind == "pp" and c.prep in _CONTENT) for c in ahead)


def _one_state(actor: Side, recipient: Side) -> bool:
    """Are both sides bodies of one state?"""
    codes = (*actor.codes, *recipient.codes)
    bodies = all(set(code.partition(":")[2].split()) <= _STATE for code in codes)
    both = bool(recipient.codes) or len(actor.codes) > 1
    return both and bodies and len({code.partition(":")[0] for code in codes}) == 1


def _sectors(*sides: Side) -> set[str]:
    """Give the sectors of some parties, for those without one what stands in its place."""
    codes = (code for side in sides for code in side.codes)
    return {"IMG" if code.startswith("IMG") else code.partition(":")[2] or code for code in codes}
