"""What carries a noun of action and lends it its parties: «شنّ هجوما», «نجح في السيطرة», «تعرض لهجوم»."""

from khabar.extract._event_positions import PartReader, Positions, Stand
from khabar.extract._event_verbs import VerbReader
from khabar.extract._lemma_rows import listed
from khabar.extract._trigger_rows import Entry
from khabar.extract._triggers import Hit

_LEFT = 12
_BETWEEN = ("np", "pp", "time", "other", "comma")


class CarrierReader(PartReader):
    """Finds the carriers of nouns in one sentence."""

    def __init__(self, at: Positions, verbs: VerbReader) -> None:
        """Take the positions of the sentence and its reader of verbs."""
        super().__init__(at)
        self.verbs = verbs

    def carrier(self, hit: Hit, i: int) -> Stand | None:
        """Give what the verb or noun that carries a trigger in chunk `i` lends it."""
        return self._light(hit, i) or self._chained(hit, i)

    def _light(self, hit: Hit, i: int) -> Stand | None:
        """Give the parties that the verb which carries the noun lends it: «شنّ الطيران غارة»."""
        j = i - 1
        while j >= 0 and i - j < _LEFT and self.chunks[j].kind in _BETWEEN:
            led = self._led_by_noun(j, i)
            if led is not None:
                return led
            j -= 1
        if j < 0 or self.chunks[j].kind != "verb":
            return None
        at = self.chunks[j].first
        for entry in self.triggers.carriers(at):
            if entry.shape == "verb" and self._carries(entry, j, i):
                stand = self.verbs.verb(Hit(entry.row, at, (), "verb", entry.form), j)
                own = tuple(r for r in stand.actors if not r[0] <= hit.at < r[1])
                whom = tuple(r for r in stand.recipients if not r[0] <= hit.at < r[1])
                return Stand(own, whom, stand.unsaid, how=stand.how, light=entry.row.lemma, carrier=at)
        return None

    def _carries(self, entry: Entry, j: int, i: int) -> bool:
        """Does the verb of chunk `j` lead to the noun of chunk `i`: by its preposition, or as an object?"""
        chunk = self.chunks[i]
        if entry.leads:
            return chunk.kind == "pp" and chunk.prep == entry.leads
        if entry.rest:
            return False
        return chunk.kind == "np" and (not chunk.joined or self._is_object_chain(j, i))

    def _is_object_chain(self, j: int, i: int) -> bool:
        return all(c.kind in ("np", "pp", "time") for c in self.chunks[j + 1 : i])

    def _led_by_noun(self, j: int, i: int) -> Stand | None:
        """«نجاح المقاومة في السيطرة»: give what the masdar of a light verb in chunk `j` lends."""
        if self.chunks[i].kind != "pp" or i - j > 2:
            return None
        for k in range(self.chunks[j].head, self.chunks[j].last):
            for entry in self.triggers.carriers(k):
                if entry.shape == "masdar" and entry.leads == self.chunks[i].prep:
                    owner = self.at.gen(Hit(entry.row, k, (), "masdar", entry.form))
                    return Stand(owner, (), how="noun that leads to it", light=entry.row.lemma, carrier=k)
        return None

    def _chained(self, hit: Hit, i: int) -> Stand | None:
        """«من تحرير البلدة ودحر المسلحين»: a noun behind «و» has the carrier of the one before."""
        if not self.chunks[i].joined or self.chunks[i].kind != "np":
            return None
        j = i - 1
        while j >= 0 and i - j < _LEFT and self.chunks[j].kind in ("np", "pp", "time"):
            first = self.chunks[j].head
            act = next((k for k in (first, first + 1) if self._is_act(k)), None)
            if act is not None and not self.chunks[j].joined:
                return self._light(hit._replace(at=act), j)
            j -= 1
        return None

    def _is_act(self, k: int) -> bool:
        hits = self.triggers.at(k, self.sentence.passage.last)
        return any(hit.shape == "masdar" and hit.row.type for hit in hits)

    def relative(self, i: int) -> Stand:
        """Give what the verb behind «التي» tells: «الغارات التي شنتها إسرائيل», «قصف تعرضت له البلدة»."""
        nothing = Stand((), ())
        bare = i + 1 < len(self.chunks) and self.chunks[i + 1].kind == "verb"
        if bare and self.at.tokens[self.chunks[i + 1].first].post:
            return self._told(i + 1)  # «غارة شنتها طائرة»
        for j in range(i + 1, min(len(self.chunks) - 1, i + 3)):
            if self.chunks[j].kind == "rel":
                verb = j + 1
                while verb < len(self.chunks) and self.chunks[verb].kind in ("other", "time"):
                    verb += 1
                if verb == len(self.chunks) or self.chunks[verb].kind != "verb":
                    return nothing
                return self._told(verb) if self.sentence.resumed(verb) else nothing
            if self.chunks[j].kind not in ("pp", "time"):
                return nothing
        return nothing

    def _told(self, verb: int) -> Stand:
        """Give the subject of a verb whose pronoun is the noun: its doer, or with «تعرض» its sufferer."""
        subject = self.sentence.verbal(verb).subject
        if subject is None:
            return Stand((), ())
        rows = [entry.row for entry in self.triggers.carriers(self.chunks[verb].first)]
        suffers = any("subject" in listed(row.recipient) for row in rows)
        return Stand((), (subject,)) if suffers else Stand((subject,), ())
