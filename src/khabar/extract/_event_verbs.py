"""The parties of a finite verb or a participle: subject, object, the passive, the prepositions of its row."""

from khabar.extract._event_positions import PartReader, Stand
from khabar.extract._lemma_rows import listed
from khabar.extract._trigger_rows import TriggerRow
from khabar.extract._triggers import Hit
from khabar.records import Range

_DAMMA = "\u064f"
_SUFFERED = ("arrest", "deport", "convict", "expel")


class VerbReader(PartReader):
    """Finds the parties of verbs in one sentence."""

    def verb(self, hit: Hit, i: int) -> Stand:
        """Give where the parties of the verb at chunk `i` stand."""
        row, form, end = hit.row, hit.form, self.at.end(hit, i)
        verbal = self.sentence.verbal(i, form, transitive=row.transitive)
        if form is not None and form.person == 1:
            return Stand(
                (), self.at.filled(row.recipient, end, verbal.objects, hit), speaks=True, how="first person"
            )
        subject, objects = verbal.subject, verbal.objects
        if hit.rest and subject is not None and self.at.is_fixed(subject, hit):
            subject = self._unfixed(subject, hit, i)
        if row.passive and self._passive(hit, i, verbal.dropped, (subject, objects)):
            whom = objects if verbal.dropped and objects else subject
            doer = self.at.by(end)
            return Stand(doer, () if whom is None else (whom,), unsaid=not doer, how="passive")
        if "subject" in listed(row.recipient):
            doer = self.at.filled(row.actor, end, objects, hit)
            return Stand(doer, () if subject is None else (subject,), not doer, how=verbal.how)
        unsure = verbal.dropped and row.weight == "weak" and not self.chunks[i].joined
        actors: tuple[Range, ...] = () if subject is None or unsure else (subject,)
        if row.type and "subject" not in listed(row.actor):
            actors = self.at.filled(row.actor, end, objects, hit)  # «انفجرت قنبلة»: the subject is no doer
        if row.reciprocal:
            others = self.at.filled(row.recipient, end, objects, hit)
            return Stand((*actors, *others), (), how=verbal.how)
        return Stand(actors, self.at.filled(row.recipient, end, objects, hit), how=verbal.how)

    def _unfixed(self, subject: Range, hit: Hit, i: int) -> Range | None:
        """Give the subject that stands before the trigger's own words, or before the verb."""
        cut = min(k for k in hit.rest if subject[0] <= k < subject[1])
        if cut > subject[0]:
            return subject[0], cut
        left = None if self.chunks[i].joined else self.sentence.before(i)
        return self.sentence.earlier(i) if left is None else self.sentence.group(left)

    def _passive(self, hit: Hit, i: int, dropped: bool, found: tuple[Range | None, Range | None]) -> bool:
        """Is a verb told in the passive: by its letters, or as it has one noun phrase where it wants two?"""
        form = hit.form
        if form is None or form.voice == "active":
            return False
        if form.voice == "passive":
            return True
        if _DAMMA in self.scene.text[self.tokens[hit.at].start : self.tokens[hit.at].end]:
            return True
        subject, objects = found
        if not hit.row.transitive or self.tokens[hit.at].post or not _harms(hit.row):
            return False
        return not (subject and objects) or (dropped and objects is not None and not self.chunks[i].joined)

    def participle(self, hit: Hit, i: int) -> Stand:
        """Give where the parties of the participle in chunk `i` stand: its subject is the sentence's."""
        subject = self.sentence.main(i)
        k = hit.at
        objects = None
        if k + 1 < self.chunks[i].last and self.chunks[i].kind == "np":
            objects = (k + 1, self.at.joined(i))
        elif i + 1 < len(self.chunks) and self.chunks[i + 1].kind == "np":
            objects = self.sentence.group(i + 1)
        whom = self.at.filled(hit.row.recipient, i, objects, hit)
        actors = () if subject is None else (subject,)
        if hit.row.reciprocal:
            return Stand((*actors, *whom), (), how="participle of the subject")
        return Stand(actors, whom, how="participle of the subject")


def _harms(row: TriggerRow) -> bool:
    """Do papers put the verb in the passive without a mark of it: «قتل خمسة», «اعتقل شخصان»?"""
    return row.type == "ASSAULT" or row.mode in _SUFFERED
