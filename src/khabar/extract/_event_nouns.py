"""The parties of a noun of action: genitive, prepositions, its carrier, a relative, its pronoun."""

from khabar import arabic
from khabar.extract._event_carriers import CarrierReader
from khabar.extract._event_positions import PartReader, Positions, Stand
from khabar.extract._lemma_rows import listed
from khabar.extract._trigger_rows import TriggerRow
from khabar.extract._triggers import Hit
from khabar.records import Range

_Ranges = tuple[Range, ...]
_NONE: _Ranges = ()
_FORCE = ("ASSAULT", "COERCE", "SANCTION")


class NounReader(PartReader):
    """Finds the parties of nouns of action in one sentence."""

    def __init__(self, at: Positions, carriers: CarrierReader) -> None:
        """Take the positions of the sentence and its reader of carriers."""
        super().__init__(at)
        self.carriers = carriers

    def noun(self, hit: Hit, i: int) -> Stand:
        """Give where the parties of the noun in chunk `i` stand."""
        row, end = hit.row, self.at.end(hit, i)
        actors, whom = self._own(hit, i, end)
        light = self.carriers.carrier(hit, i)
        if light is not None:
            actors = actors or light.actors
            whom = whom or light.recipients
        told = self.carriers.relative(end)
        owner = self._owner(hit, i)
        actors = actors or told.actors or owner
        whom = whom or told.recipients
        if row.reciprocal and self.tokens[hit.at].post:
            whom = whom or self._past_pronoun(hit, i)
            actors = (*owner, *(a for a in actors if a not in owner))
        if row.reciprocal:
            actors, whom = (*actors, *whom) if actors or row.type not in _FORCE else (), ()
        if light is None:
            return Stand(actors, whom, how="noun of the act")
        return Stand(
            actors, whom, light.unsaid, how="noun of the act", light=light.light, carrier=light.carrier
        )

    def _own(self, hit: Hit, i: int, end: int) -> tuple[_Ranges, _Ranges]:
        """Give the parties that the noun's own frame names."""
        row, masdar = hit.row, hit.shape == "masdar"
        owner, objects = self._genitive(hit), _NONE
        if masdar and row.transitive and owner:
            owner, objects = self._shared(owner, row, end)
        actors = self._doer(hit, end, owner) or self._possessor(hit, end)
        taken = bool(owner) and any(a in owner for a in actors)
        cell = _without(row.recipient, masdar, taken)
        whom = objects or self.at.filled(cell, end, None, hit)
        whom = tuple(w for w in whom if w not in actors)
        if row.type == "AID" and not whom and self.chunks[i].prep == "ب" and actors:
            helped = self.sentence.earlier(i)  # «تقدمت القوات بدعم من التحالف»
            whom = () if helped is None else (helped,)
        return actors, whom

    def _genitive(self, hit: Hit) -> _Ranges:
        """Give what stands in the genitive; an indefinite adjective of origin does not: «بدعم روسي»."""
        owner = self.at.gen(hit)
        if len(owner) == 1 and owner[0][0] not in self.scene.mention_of and self.scene.nation(owner[0][0]):
            return () if self.at.nation(hit) else owner
        return owner

    def _shared(self, gen: _Ranges, row: TriggerRow, i: int) -> tuple[_Ranges, _Ranges]:
        """Tell doer and done-to behind the masdar of a transitive verb: «قصف الجيش مواقع», «قصف المدينة»."""
        after = self.chunks[i + 1] if i + 1 < len(self.chunks) else None
        if after is not None and after.kind == "np" and not after.joined:
            return gen, (self.sentence.group(i + 1),)
        led = self.at.led("ل", i) if after is not None and after.prep == "ل" else ()
        if led:
            return gen, led
        others = tuple(p for p in listed(row.recipient) if p not in ("object", "gen"))
        found = self.at.filled("|".join(others), i) if others else ()
        if "force" in row.guards:
            return _NONE, found or gen  # «تحرير البلدة من المسلحين»: the genitive is the land
        return (gen, found) if found else (_NONE, gen)

    def _possessor(self, hit: Hit, i: int) -> _Ranges:
        """«قصف للحوثيين على المدينة»: with «على» behind it «ل» leads to the doer, no object."""
        near = self.chunks[i + 1] if i + 1 < len(self.chunks) else None
        if near is None or near.prep != "ل" or self.at.gen(hit) or not self.at.led("علي", i):
            return ()
        return self.at.led("ل", i)

    def _doer(self, hit: Hit, i: int, owner: _Ranges) -> _Ranges:
        nation = self.at.nation(hit)
        positions = listed(hit.row.actor)
        suffers = "gen" in listed(hit.row.recipient) and hit.shape == "noun"  # «محاولة اغتيال النائب»
        for position in positions:
            if position in ("subject", "gen"):
                found = () if suffers or self.at.is_venue(hit.row, owner) else owner
            else:
                found = self._led(position, hit, i)
            if found:
                return found
        return self.at.by(i) or nation

    def _led(self, position: str, hit: Hit, i: int) -> _Ranges:
        """Give the doer behind a preposition: «ل» right behind the noun alone, no place behind «ب»."""
        near = self.chunks[i + 1] if i + 1 < len(self.chunks) else None
        if position == "ل" and (near is None or near.prep != "ل"):
            return ()
        found = self.at.led(arabic.key(position), i)
        return () if found and self.at.is_scene(hit.row, position, found[0]) else found

    def _owner(self, hit: Hit, i: int) -> _Ranges:
        """«هجماته»: the pronoun behind a noun of action is the subject of the verb before."""
        if not self.tokens[hit.at].post or (hit.shape == "masdar" and hit.row.transitive):
            return ()
        subject = self.sentence.earlier(i) or self.sentence.main(i)
        return () if subject is None else (subject,)

    def _past_pronoun(self, hit: Hit, i: int) -> _Ranges:
        """«لقاءه الرئيس»: give the noun phrase behind a noun of action with its pronoun."""
        return ((hit.at + 1, self.at.joined(i)),) if hit.at + 1 < self.chunks[i].last else ()

    def loose(self, hit: Hit, stand: Stand) -> bool:
        """Is a noun of action only meant, feared or wanted: behind «إلى», «ل», «ب» of no carrier?"""
        i = self.sentence.index[hit.at]
        chunk = self.chunks[i]
        if stand.light or chunk.kind != "pp":
            return False
        if chunk.head + 1 < hit.at or hit.shape != "masdar":
            return chunk.prep in ("الي", "ل") and chunk.head < hit.at
        if chunk.prep == "ب":
            if self.tokens[hit.at].post:
                return False  # «أتبعها بسيطرته على»
            after = self.chunks[i + 1] if i + 1 < len(self.chunks) else None
            return not (after is not None and after.kind == "pp" and after.prep == "من")
        definite = self.scene.stem(hit.at).startswith("ال")
        return chunk.prep in ("الي", "ل") or (chunk.prep == "علي" and not definite)


def _without(cell: str, masdar: bool, taken: bool) -> str:
    """The positions of a recipient behind a noun: its object is a genitive, if no doer stands there."""
    positions = list(listed(cell))
    if masdar and "object" in positions:
        at = positions.index("object")
        positions[at : at + 1] = ["ل"] if taken else ["gen", "ل"]
    if taken and "gen" in positions:
        positions.remove("gen")
    return "|".join(positions)
