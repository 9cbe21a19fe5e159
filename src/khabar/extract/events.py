"""Events: what political actors did to, with or about each other, in the types and modes of PLOVER 2.0."""

from collections.abc import Iterator

import msgspec

from khabar.extract import _event_same
from khabar.extract._event_arguments import ArgumentReader
from khabar.extract._event_chunks import Chunker
from khabar.extract._event_clause import Sentence
from khabar.extract._event_enemies import EnemyReader
from khabar.extract._event_figures import attached
from khabar.extract._event_found import Found
from khabar.extract._event_guards import Guards
from khabar.extract._event_idioms import Idioms
from khabar.extract._event_parties import UNKNOWN, PartyReader, Side, doer
from khabar.extract._event_positions import Stand
from khabar.extract._event_scene import Passage, Scene
from khabar.extract._event_setting import setting
from khabar.extract._event_status import Status, status
from khabar.extract._trigger_rows import TriggerRow
from khabar.extract._triggers import Hit, TriggerReader
from khabar.lexicon import World
from khabar.records import Event, Figure, Reading

NEEDS: tuple[str, ...] = (
    "blocks", "sentences", "tokens", "numbers", "times", "mentions", "roles", "statements", "figures",
)  # fmt: skip
GIVES = ("events", "figures")
VERSION = 1

_ASKS = ("REQUEST", "AGREE", "THREATEN", "CONCEDE", "REJECT")
"""What is asked for, promised, threatened or refused inside these is no event of its own."""


_INQUIRY = 6
_MEANS, _BY_MEANS = 8, ("ب", "في", "جراء", "خلال", "اثر", "نتيجه")
_PROMISED = {"CONSULT": "AGREE", "AID": "AGREE", "COOPERATE": "AGREE", "RETREAT": "CONCEDE"}


def extract(doc: Reading, world: World) -> Iterator[Event | Figure]:
    """Give the events of a document in text order, with ids v1, v2, …, and its figures with their events."""
    reader = _Reader(doc, world)
    found = [one for passage in reader.scene.passages() for one in reader.sentence(passage)]
    united = _event_same.unite(found)
    for number, one in enumerate(united, 1):
        yield _event(one, f"v{number}")
    yield from attached(reader.scene, united, doc.figures)


def _event(one: Found, name: str) -> Event:
    value = one.time.value if one.time else None
    return Event(
        id=name,
        trigger=one.trigger,
        type=one.row.type,
        mode=one.row.mode or None,
        actors=one.actor.codes,
        recipients=one.recipient.codes,
        actor_spans=one.actor.spans,
        recipient_spans=one.recipient.spans,
        place=one.place,
        date=value if value and not value.endswith("_REF") else None,
        begin=one.time.begin if one.time else None,
        finish=one.time.finish if one.time else None,
        status=one.status.status,
        background=bool(one.background),
        statement=one.statement,
        why=one.why,
    )


def _announced(row: TriggerRow, how: Status) -> tuple[TriggerRow, Status]:
    """An announced visit, meeting or help is a promise, an announced withdrawal a concession."""
    kind = _PROMISED.get(row.type)
    if kind is None or how.status != "planned":
        return row, how
    return msgspec.structs.replace(row, type=kind, mode=""), Status("occurred", f"announced: {how.why}")


class _Reader:
    """Reads the events of one document."""

    def __init__(self, doc: Reading, world: World) -> None:
        self.scene = Scene(doc, world)
        self.chunker = Chunker(self.scene)
        self.triggers = TriggerReader(self.scene, world)
        self.parties = PartyReader(self.scene, world)
        self.guards = Guards(self.scene, world)
        self.idioms = Idioms(self.scene, world)
        self.enemies = EnemyReader(self.scene, self.parties.actors.home)

    def sentence(self, passage: Passage) -> list[Found]:
        """Give the acts that one sentence tells."""
        last = passage.last
        hits = {k: self.triggers.at(k, last) for k in self.triggers.within(passage.first, last)}
        if not any(hit.row.type for found in hits.values() for hit in found):
            return []
        sentence = Sentence(self.scene, self.chunker, passage)
        arguments = ArgumentReader(sentence, self.triggers)
        acts: list[Found] = []
        taken: set[int] = set()
        asked = -1
        for k, found in hits.items():
            if k in taken:
                continue
            act = self._best(found, sentence, arguments)
            if act is None:
                continue
            hit, one = act
            if k < asked and self._inside(k):
                continue
            acts = [old for old in acts if old.at != one.carrier]
            acts.append(one)
            taken.update((hit.at, *hit.rest))
            if one.row.type in _ASKS:
                asked = self._end(sentence, k)
        return acts

    def _end(self, sentence: Sentence, k: int) -> int:
        """Give the token behind what is asked for or promised at token `k`: the end of its clause."""
        i = sentence.index[k]
        for chunk in sentence.chunks[i + 1 :]:
            verb = self.scene.tokens[chunk.first]
            if chunk.kind == "verb" and chunk.joined and verb.key[verb.pre] not in "يتن":
                return chunk.first
            if chunk.kind == "break" and self.scene.key(chunk.first) not in ":":
                return chunk.first
        return sentence.passage.last

    def _inside(self, k: int) -> bool:
        """Is what stands in a request or promise part of it, no act named with «ال» that it is about?"""
        token = self.scene.tokens[k]
        return not (token.pos != "verb" and token.key.startswith("ال", token.pre))

    def _best(
        self, found: list[Hit], sentence: Sentence, arguments: ArgumentReader
    ) -> tuple[Hit, Found] | None:
        """Give the first reading of a token whose guards hold and whose parties are known."""
        for hit in found:
            if not hit.row.type or self.idioms.holds(hit, sentence):
                continue
            one = self._found(hit, sentence, arguments)
            if one is not None:
                return hit, one
        return None

    def _found(self, hit: Hit, sentence: Sentence, arguments: ArgumentReader) -> Found | None:
        stand = arguments.read(hit)
        actor, recipient = self._sides(hit, stand)
        if UNKNOWN in actor.codes and hit.row.type == "ASSAULT":
            actor = self._by_means(hit, sentence, arguments) or actor
        stretch = (sentence.passage.first, sentence.passage.last)
        recipient = self.enemies.complete(hit.row, actor, recipient, stretch)
        if arguments.nouns.loose(hit, stand) or not self._tells(hit, sentence, stand, (actor, recipient)):
            return None
        how = status(sentence, hit, hit.at if stand.carrier is None else stand.carrier)
        if how is None:
            return None
        where = setting(sentence, hit.at, actor.spans)
        token = self.scene.tokens[hit.at]
        named = self._known(hit, stand, actor, sentence)
        known = where.background or named
        said = self.scene.around(token.start)
        row, how = _announced(hit.row, how)
        return Found(
            row, hit.at, sentence.passage.first, sentence.passage.block.role,
            self.scene.offsets(hit.at, hit.at + 1), actor, recipient, how, where.place, where.time,
            known, said.id if said else None, hit.row.lemma,
            token.pos != "verb" and (bool(named) or token.key.startswith("ال", token.pre)),
            self._why(hit, stand, actor, how.why, known), stand.carrier,
        )  # fmt: skip

    def _by_means(self, hit: Hit, sentence: Sentence, arguments: ArgumentReader) -> Side | None:
        """Give who did the act that killed: «قتل مدني في قصف للحوثيين», «مقتل قائد بضربة أميركية»."""
        i = sentence.index[hit.at]
        for chunk in sentence.chunks[i + 1 : i + 1 + _MEANS]:
            if chunk.kind in ("verb", "that", "break", "rel"):
                return None
            if chunk.kind != "pp" or chunk.prep not in _BY_MEANS or chunk.last <= chunk.head:
                continue
            for means in self.triggers.at(chunk.head, sentence.passage.last):
                if means.row.type == "ASSAULT" and means.shape in ("noun", "masdar"):
                    side = self.parties.side(arguments.read(means).actors)
                    if side.coded:
                        return side._replace(why=f"doer of the «{means.row.lemma}» that did it, {side.why}")
        return None

    def _known(self, hit: Hit, stand: Stand, actor: Side, sentence: Sentence) -> str:
        """Say why a noun of action names something known before rather than tells it, "" where it tells."""
        if hit.shape == "verb" or stand.light or sentence.passage.block.role == "title":
            return ""
        for k in range(max(sentence.passage.first, hit.at - _INQUIRY), hit.at):
            if self.scene.is_a("inquiry", k) and not actor.coded:
                return f"named in an inquiry, «{self.scene.tokens[k].form}»"
        if self.scene.is_a("since", hit.at - 1):
            return f"named behind «{self.scene.tokens[hit.at - 1].form}»"
        chunk = sentence.chunks[sentence.index[hit.at]]
        told = chunk.kind == "pp" and self.scene.is_a("telling", chunk.first)
        definite = self.scene.stem(hit.at).startswith("ال") or (
            hit.shape == "masdar" and bool(stand.recipients)
        )
        return "named as known, with no doer" if definite and not told and not actor.coded else ""

    def _sides(self, hit: Hit, stand: Stand) -> tuple[Side, Side]:
        statement = self.scene.cued(hit.at)
        actors = stand.actors
        if stand.speaks:
            statement = self.scene.around(self.scene.tokens[hit.at].start)
        speaks = stand.speaks or hit.shape == "participle" or not actors
        if statement is not None and statement.speaker is not None and speaks:
            actors = (self.scene.span(*statement.speaker),)
        side = self.parties.side(actors)
        recipient = self.parties.side(stand.recipients, whom=True)
        if stand.light and not self.guards.lends(stand.light, hit.row, side, recipient):
            actors, side = (), Side()
        agent = hit.shape == "verb" or self.guards.acts(stand.light)
        armed = any("armed" in self.guards.kinds(k) for where in actors for k in range(*where))
        stranger = bool(actors) and not side.codes and agent and not armed
        stranger = stranger and hit.row.type != "PROTEST"
        actor = side if stranger else doer(hit.row, stand, side)
        return actor, recipient

    def _tells(self, hit: Hit, sentence: Sentence, stand: Stand, sides: tuple[Side, Side]) -> bool:
        actor, recipient = sides
        if self.guards.field is not None and not (actor.coded and recipient.codes):
            return False
        if not self.guards.hold(hit, sentence, stand, sides):
            return False
        if actor.coded:
            return True
        if not actor.codes:
            return False
        if actor.guessed:
            if hit.shape == "verb" and stand.actors:
                return any("people" in self.guards.kinds(k) for where in stand.actors for k in range(*where))
            told = hit.shape == "verb" or bool(stand.light)
            if told and hit.row.weight == "strong":
                return True
            known = self.scene.stem(hit.at).startswith("ال")
            hurt = bool(recipient.codes) and hit.row.type == "ASSAULT"
            return (told or not known) and (hurt or self.guards.near("people", sentence, hit))
        suffered = hit.row.passive and hit.shape == "verb" and hit.row.weight == "strong"
        return bool(recipient.codes or stand.light or (suffered and stand.recipients))

    def _why(self, hit: Hit, stand: Stand, actor: Side, *more: str) -> str:
        parts = [f"«{hit.row.lemma}» (words/triggers.tsv)", stand.how]
        if stand.light:
            parts.append(f"carried by «{stand.light}»")
        if actor.why:
            parts.append(f"actor: {actor.why}")
        return "; ".join(filter(None, (*parts, *more)))
