"""Who stands where round a trigger: token ranges of the parties, before anyone asks who they are."""

from typing import NamedTuple

from khabar import arabic
from khabar.extract._event_chunks import Chunk
from khabar.extract._event_clause import Sentence
from khabar.extract._lemma_rows import listed
from khabar.extract._trigger_rows import Entry, TriggerRow
from khabar.extract._triggers import Hit, TriggerReader
from khabar.records import Range

_RIGHT = 12
_LEFT = 12
_MEETINGS = ("CONSULT", "AGREE", "COOPERATE")
_SUFFERED = ("ASSAULT", "COERCE", "SANCTION")
"""The types whose verbs papers put in the passive without a mark of it: «قتل خمسة», «اعتقل شخصان»."""


class Stand(NamedTuple):
    """The token ranges that a trigger's frame points to, by position; `unsaid` where a passive hides the
    doer; `how` says by which rule they were found."""

    actors: tuple[Range, ...]
    recipients: tuple[Range, ...]
    unsaid: bool = False
    speaks: bool = False
    how: str = ""
    light: str = ""
    carrier: int | None = None


class ArgumentReader:
    """Finds the parties of triggers in one sentence."""

    def __init__(self, sentence: Sentence, triggers: TriggerReader) -> None:
        """Take the sentence."""
        self.sentence = sentence
        self.scene = sentence.scene
        self.tokens = sentence.tokens
        self.chunks = sentence.chunks
        self.triggers = triggers

    def read(self, hit: Hit) -> Stand:
        """Give where the parties of a trigger stand."""
        i = self.sentence.index.get(hit.at)
        if i is None:
            return Stand((), ())
        if hit.shape == "verb" and self.chunks[i].kind == "verb":
            return self._verb(hit, i)
        if hit.shape == "participle":
            return self._participle(hit, i)
        return self._noun(hit, i)

    def _verb(self, hit: Hit, i: int) -> Stand:
        row, form = hit.row, hit.form
        end = max((self.sentence.index.get(k, i) for k in hit.rest), default=i)
        verbal = self.sentence.verbal(i, form, transitive=row.transitive)
        if form is not None and form.person == 1:
            return Stand((), self._at(row, end, verbal.objects, hit), speaks=True, how="first person")
        subject, objects = verbal.subject, verbal.objects
        if hit.rest and subject is not None and self._is_fixed(subject, hit):
            subject = self.sentence.earlier(i)
        if row.passive and self._passive(hit, i, verbal.dropped, (subject, objects)):
            whom = objects if verbal.dropped and objects else subject
            doer = self._by(row, end)
            return Stand(doer, () if whom is None else (whom,), unsaid=not doer, how="passive")
        if "subject" in listed(row.recipient):
            doer = self._in_positions(row.actor, end, objects, hit)
            return Stand(doer, () if subject is None else (subject,), not doer, how=verbal.how)
        unsure = verbal.dropped and row.weight == "weak" and not self.chunks[i].joined
        actors = () if subject is None or unsure else (subject,)
        if row.reciprocal:
            others = self._at(row, end, objects, hit)
            return Stand((*actors, *others), (), how=verbal.how)
        return Stand(actors, self._at(row, end, objects, hit), how=verbal.how)

    def _is_fixed(self, where: Range, hit: Hit) -> bool:
        return any(where[0] <= k < where[1] for k in hit.rest)

    def _passive(self, hit: Hit, i: int, dropped: bool, found: tuple[Range | None, Range | None]) -> bool:
        """Is a verb told in the passive: by its letters, or as it has one noun phrase where it wants two?"""
        form = hit.form
        if form is None or form.voice == "active":
            return False
        if form.voice == "passive":
            return True
        if "\u064f" in self.scene.text[self.tokens[hit.at].start : self.tokens[hit.at].end]:
            return True
        subject, objects = found
        if not hit.row.transitive or self.tokens[hit.at].post or hit.row.type not in _SUFFERED:
            return False
        return not (subject and objects) or (dropped and objects is not None and not self.chunks[i].joined)

    def _by(self, row: TriggerRow, i: int) -> tuple[Range, ...]:
        return self._in_positions("من قبل|على يد|على أيدي|من جانب", i, None, None)

    def _at(self, row: TriggerRow, i: int, objects: Range | None, hit: Hit) -> tuple[Range, ...]:
        return self._in_positions(row.recipient, i, objects, hit)

    def _in_positions(self, cell: str, i: int, objects: Range | None, hit: Hit | None) -> tuple[Range, ...]:
        """Give the first of the listed positions that is filled, looked for behind chunk `i`."""
        for position in listed(cell):
            if position in ("subject",):
                continue
            if position == "object":
                if objects is not None and not (hit and hit.rest and self._is_fixed(objects, hit)):
                    return (objects,)
                continue
            found = self._gen(hit) if position == "gen" and hit else self._led(arabic.key(position), i)
            if found and not (hit and self._is_scene(hit.row, position, found[0])):
                return found
        return ()

    def _is_scene(self, row: TriggerRow, position: str, where: Range) -> bool:
        """«اجتماع بالعاصمة»: is what «ب» or «في» leads to the place of a meeting, no party of it?"""
        if position != "ب" and (position != "في" or row.type not in _MEETINGS):
            return False
        return any((m := self.scene.mention_of.get(k)) is not None and m.type == "LOC" for k in range(*where))

    def _gen(self, hit: Hit) -> tuple[Range, ...]:
        """Give what stands in the genitive behind a trigger's last word, adjectives between."""
        k = max((hit.at, *hit.rest))
        i = self.sentence.index.get(k)
        if i is None or self.tokens[k].post:
            return ()
        last = self.chunks[i].last
        at, definite = k + 1, self.scene.stem(hit.at).startswith("ال")
        while at < last and self._qualifies(at, definite):
            at += 1
        if at >= last:
            return ()
        end = last
        if self.chunks[i].kind in ("np", "pp"):
            end = self._joined(i)
        return ((at, end),)

    def _qualifies(self, at: int, definite: bool) -> bool:
        """Is token `at` an adjective of the trigger, whose article it shares?"""
        token = self.tokens[at]
        if at in self.scene.mention_of and not self.scene.nation(at):
            return False
        return token.pos == "adj" and token.key.startswith("ال") == definite

    def _joined(self, i: int) -> int:
        end = i + 1
        while end < len(self.chunks) and self.chunks[end].joined and self.chunks[end].kind == "np":
            if any(hit.shape != "verb" for hit in self.triggers.at(self.chunks[end].head, self.chunks[end].last)):
                break
            end += 1
        return self.chunks[end - 1].last

    def _led(self, preposition: str, i: int) -> tuple[Range, ...]:
        """Give the noun phrases behind a preposition in the clause behind chunk `i`."""
        verbal = self.chunks[i].kind == "verb"
        for j in range(i + 1, min(len(self.chunks), i + _RIGHT)):
            chunk = self.chunks[j]
            if chunk.kind in ("verb", "was", "that", "break"):
                return ()
            if not verbal and (chunk.kind in ("rel", "comma") or (chunk.kind == "np" and j > i + 2)):
                return ()
            if chunk.kind == "pp" and chunk.prep == preposition and chunk.last > chunk.head:
                return ((chunk.head, self._joined(j)),)
        return ()

    def _participle(self, hit: Hit, i: int) -> Stand:
        subject = self.sentence.main(i)
        k = hit.at
        objects = None
        if k + 1 < self.chunks[i].last and self.chunks[i].kind == "np":
            objects = (k + 1, self._joined(i))
        elif i + 1 < len(self.chunks) and self.chunks[i + 1].kind == "np":
            objects = self.sentence.group(i + 1)
        whom = self._at(hit.row, i, objects, hit)
        actors = () if subject is None else (subject,)
        if hit.row.reciprocal:
            return Stand((*actors, *whom), (), how="participle of the subject")
        return Stand(actors, whom, how="participle of the subject")

    def _noun(self, hit: Hit, i: int) -> Stand:
        row = hit.row
        end = max((self.sentence.index.get(k, i) for k in hit.rest), default=i)
        gen = self._gen(hit)
        after = self.chunks[end + 1] if end + 1 < len(self.chunks) else None
        masdar = hit.shape == "masdar"
        owner: tuple[Range, ...] = gen
        objects: tuple[Range, ...] = ()
        if masdar and row.transitive and gen:
            owner, objects = self._shared(gen, after, row, end)
        actors = self._doer(hit, end, owner)
        whom = objects or self._in_positions(_without(row.recipient, masdar, bool(owner and actors)), end, None, hit)
        whom = tuple(w for w in whom if w not in actors)
        if row.type == "AID" and not whom and self.chunks[i].prep == "ب" and actors:
            helped = self.sentence.earlier(i)  # «تقدمت القوات بدعم من التحالف»
            whom = () if helped is None else (helped,)
        light = self._light(hit, i) or self._chained(hit, i)
        if light is not None:
            actors = actors or light.actors
            whom = whom or light.recipients
        actors = actors or self._relative(end) or self._owner(hit, i)
        if row.reciprocal and self.tokens[hit.at].post:
            whom = whom or self._past_pronoun(hit, i)
            actors = (*self._owner(hit, i), *(a for a in actors if a not in self._owner(hit, i)))
        if row.reciprocal and (actors or row.type not in _SUFFERED):
            actors, whom = (*actors, *whom), ()
        if light is None:
            return Stand(actors, whom, how="noun of the act")
        return Stand(actors, whom, light.unsaid, how="noun of the act", light=light.light, carrier=light.carrier)

    def _shared(
        self, gen: tuple[Range, ...], after: Chunk | None, row: TriggerRow, i: int
    ) -> tuple[tuple[Range, ...], tuple[Range, ...]]:
        """Tell doer and done-to behind the masdar of a transitive verb: «قصف الجيش مواقع», «قصف المدينة»."""
        if after is not None and after.kind == "np" and not after.joined:
            return gen, (self.sentence.group(i + 1),)
        led = self._led("ل", i) if after is not None and after.prep == "ل" else ()
        if led:
            return gen, led
        others = tuple(p for p in listed(row.recipient) if p not in ("object", "gen"))
        found = self._in_positions("|".join(others), i, None, None) if others else ()
        return (gen, found) if found else ((), gen)

    def _doer(self, hit: Hit, i: int, owner: tuple[Range, ...]) -> tuple[Range, ...]:
        nation = self._nation(hit)
        positions = listed(hit.row.actor)
        for position in positions:
            if position in ("subject", "gen"):
                found = owner if position in ("gen", "subject") else ()
            else:
                found = self._led(arabic.key(position), i)
            if found:
                return found
        return self._by(hit.row, i) or nation

    def _nation(self, hit: Hit) -> tuple[Range, ...]:
        """Give the adjective of origin behind a trigger: «القصف الإسرائيلي»."""
        k = max((hit.at, *hit.rest)) + 1
        i = self.sentence.index[hit.at]
        if "gen" in listed(hit.row.recipient):
            return ()  # «مقتل مقيم يمني»
        while k < self.chunks[i].last and self._qualifies(k, self.scene.stem(hit.at).startswith("ال")):
            if self.scene.nation(k):
                return ((k, k + 1),)
            k += 1
        return ()

    def _light(self, hit: Hit, i: int) -> Stand | None:
        """Give the parties that the verb which carries the noun lends it: «شنّ الطيران غارة»."""
        j = i - 1
        while j >= 0 and i - j < _LEFT and self.chunks[j].kind in ("np", "pp", "time", "other", "comma"):
            led = self._led_by_noun(j, i)
            if led is not None:
                return led
            j -= 1
        if j < 0 or self.chunks[j].kind != "verb":
            return None
        at = self.chunks[j].first
        for entry in self.triggers.carriers(at):
            if entry.shape == "verb" and self._carries(entry, j, i):
                stand = self._verb(Hit(entry.row, at, (), "verb", entry.form), j)
                own = tuple(r for r in stand.actors if not r[0] <= hit.at < r[1])
                whom = tuple(r for r in stand.recipients if not r[0] <= hit.at < r[1])
                return Stand(own, whom, stand.unsaid, how=stand.how, light=entry.row.lemma, carrier=at)
        return None

    def _chained(self, hit: Hit, i: int) -> Stand | None:
        """«من تحرير البلدة ودحر المسلحين»: a noun behind «و» has the carrier of the one before."""
        if not self.chunks[i].joined or self.chunks[i].kind != "np":
            return None
        j = i - 1
        while j >= 0 and i - j < _LEFT and self.chunks[j].kind in ("np", "pp", "time"):
            for k in (self.chunks[j].head, self.chunks[j].head + 1):
                if not self.chunks[j].joined and any(h.shape == "masdar" and h.row.type for h in self._hits(k)):
                    return self._light(hit._replace(at=k), j)
            j -= 1
        return None

    def _hits(self, k: int) -> list[Hit]:
        return self.triggers.at(k, self.sentence.passage.last)

    def loose(self, hit: Hit, stand: Stand) -> bool:
        """Stands a noun of action where it is only meant, feared or wanted: behind «إلى», «ل», «ب» of no carrier?"""
        i = self.sentence.index[hit.at]
        chunk = self.chunks[i]
        if stand.light or chunk.kind != "pp":
            return False
        if chunk.head + 1 < hit.at or hit.shape != "masdar":
            return chunk.prep in ("الي", "ل") and chunk.head < hit.at
        if chunk.prep == "ب":
            after = self.chunks[i + 1] if i + 1 < len(self.chunks) else None
            return not (after is not None and after.kind == "pp" and after.prep == "من")
        definite = self.scene.stem(hit.at).startswith("ال")
        return chunk.prep in ("الي", "ل") or (chunk.prep == "علي" and not definite)

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
                    owner = self._gen(Hit(entry.row, k, (), "masdar", entry.form))
                    return Stand(owner, (), how="noun that leads to it", light=entry.row.lemma, carrier=k)
        return None

    def _owner(self, hit: Hit, i: int) -> tuple[Range, ...]:
        """«هجماته»: the pronoun behind a noun of action is the subject of the verb before."""
        if not self.tokens[hit.at].post or (hit.shape == "masdar" and hit.row.transitive):
            return ()
        subject = self.sentence.earlier(i) or self.sentence.main(i)
        return () if subject is None else (subject,)

    def _past_pronoun(self, hit: Hit, i: int) -> tuple[Range, ...]:
        """«لقاءه الرئيس»: give the noun phrase behind a noun of action with its pronoun."""
        return ((hit.at + 1, self._joined(i)),) if hit.at + 1 < self.chunks[i].last else ()

    def _relative(self, i: int) -> tuple[Range, ...]:
        """«الغارات التي شنتها إسرائيل»: give the subject of the verb behind «التي» with a pronoun."""
        for j in range(i + 1, min(len(self.chunks) - 1, i + 3)):
            if self.chunks[j].kind == "rel":
                verb = j + 1
                while verb < len(self.chunks) and self.chunks[verb].kind in ("other", "time"):
                    verb += 1
                if verb < len(self.chunks) and self.chunks[verb].kind == "verb":
                    found = self.sentence.verbal(verb)
                    if self.sentence.resumed(verb) and found.subject:
                        return (found.subject,)
                return ()
            if self.chunks[j].kind not in ("pp", "time"):
                return ()
        return ()


def _without(cell: str, masdar: bool, taken: bool) -> str:
    """The positions of a recipient behind a noun: its object is a genitive, if no doer stands there."""
    positions = list(listed(cell))
    if masdar and "object" in positions:
        at = positions.index("object")
        positions[at : at + 1] = ["ل"] if taken else ["gen", "ل"]
    if taken and "gen" in positions:
        positions.remove("gen")
    return "|".join(positions)
