"""Where a trigger's frame points to: genitives, prepositions, adjectives of origin, as token ranges."""

from typing import NamedTuple

from khabar import arabic
from khabar.extract._event_clause import Sentence
from khabar.extract._lemma_rows import listed
from khabar.extract._trigger_rows import TriggerRow
from khabar.extract._triggers import Hit, TriggerReader
from khabar.records import Range

_RIGHT = 12
_MEETINGS = ("CONSULT", "AGREE", "COOPERATE")
_BY = "من قبل|على يد|على أيدي|من جانب"


class Stand(NamedTuple):
    """The token ranges of the parties of an act.

    `unsaid` where a passive hides the doer, `speaks` where it is who speaks; `how` says by which rule they
    were found, `light` and `carrier` the row and the token of the verb that carries a noun.
    """

    actors: tuple[Range, ...]
    recipients: tuple[Range, ...]
    unsaid: bool = False
    speaks: bool = False
    how: str = ""
    light: str = ""
    carrier: int | None = None


class Positions:
    """Looks up the positions of frames in one sentence."""

    def __init__(self, sentence: Sentence, triggers: TriggerReader) -> None:
        """Take the sentence."""
        self.sentence = sentence
        self.scene = sentence.scene
        self.tokens = sentence.tokens
        self.chunks = sentence.chunks
        self.triggers = triggers

    def end(self, hit: Hit, i: int) -> int:
        """Give the chunk of a trigger's last word, `i` being that of its first."""
        return max((self.sentence.index.get(k, i) for k in hit.rest), default=i)

    def is_fixed(self, where: Range, hit: Hit) -> bool:
        """Does a range hold fixed words of the trigger itself?"""
        return any(where[0] <= k < where[1] for k in hit.rest)

    def by(self, i: int) -> tuple[Range, ...]:
        """Give the doer that «من قبل» and its like name behind chunk `i`."""
        return self.filled(_BY, i)

    def filled(
        self, cell: str, i: int, objects: Range | None = None, hit: Hit | None = None
    ) -> tuple[Range, ...]:
        """Give the first of the listed positions that is filled, looked for behind chunk `i`."""
        for position in listed(cell):
            if position == "object" and objects is not None and not (hit and self.is_fixed(objects, hit)):
                return (objects,)
            if position in ("subject", "object"):
                continue
            found = self.gen(hit) if position == "gen" and hit else self.led(arabic.key(position), i)
            if found and not (hit and self.is_scene(hit.row, position, found[0])):
                return found
        return ()

    def is_scene(self, row: TriggerRow, position: str, where: Range) -> bool:
        """«اجتماع بالعاصمة»: is what «ب» or «في» leads to the place of a meeting, no party of it?"""
        if position != "ب" and (position != "في" or row.type not in _MEETINGS):
            return False
        return any((m := self.scene.mention_of.get(k)) is not None and m.type == "LOC" for k in range(*where))

    def gen(self, hit: Hit) -> tuple[Range, ...]:
        """Give what stands in the genitive behind a trigger's last word, adjectives between."""
        k = max((hit.at, *hit.rest))
        i = self.sentence.index.get(k)
        if i is None or self.tokens[k].post:
            return ()
        last = self.chunks[i].last
        at, definite = k + 1, self.scene.stem(hit.at).startswith("ال")
        while at < last and self.qualifies(at, definite):
            at += 1
        if at >= last:
            return ()
        end = last
        if self.chunks[i].kind in ("np", "pp"):
            end = self.joined(i)
        return ((at, self._named_behind(end)),)

    def _named_behind(self, end: int) -> int:
        """Step over quotation marks to a person's name in apposition: «مقتل زعيمه "البغدادي"»."""
        if end + 1 >= len(self.tokens) or self.tokens[end].kind != "mark":
            return end
        mention = self.scene.mention_of.get(end + 1)
        if mention is None or mention.type != "PER" or self.tokens[end].key in ",،:.؛":
            return end
        return max(k for k in range(end + 1, len(self.tokens)) if self.tokens[k].start < mention.end) + 1

    def qualifies(self, at: int, definite: bool) -> bool:
        """Is token `at` an adjective of the trigger, whose article it shares?"""
        token = self.tokens[at]
        if at in self.scene.mention_of and not self.scene.nation(at):
            return False
        return token.pos == "adj" and token.key.startswith("ال") == definite

    def joined(self, i: int) -> int:
        """Give the token behind chunk `i` and what «و» joins to it, up to a noun of action."""
        end = i + 1
        while end < len(self.chunks) and self.chunks[end].joined and self.chunks[end].kind == "np":
            hits = self.triggers.at(self.chunks[end].head, self.chunks[end].last)
            if any(hit.shape != "verb" for hit in hits):
                break
            end += 1
        return self.chunks[end - 1].last

    def led(self, preposition: str, i: int) -> tuple[Range, ...]:
        """Give the noun phrases behind a preposition in the clause behind chunk `i`."""
        verbal = self.chunks[i].kind == "verb"
        for j in range(i + 1, min(len(self.chunks), i + _RIGHT)):
            chunk = self.chunks[j]
            if chunk.kind in ("verb", "was", "that", "break"):
                return ()
            if not verbal and (chunk.kind in ("rel", "comma") or (chunk.kind == "np" and j > i + 2)):
                return ()
            if chunk.kind == "pp" and chunk.prep == preposition and chunk.last > chunk.head:
                return ((chunk.head, self.joined(j)),)
        return ()

    def nation(self, hit: Hit) -> tuple[Range, ...]:
        """Give the adjective of origin behind a trigger: «القصف الإسرائيلي»."""
        k = max((hit.at, *hit.rest)) + 1
        i = self.sentence.index[hit.at]
        if "gen" in listed(hit.row.recipient):
            return ()  # «مقتل مقيم يمني»
        while k < self.chunks[i].last and self.qualifies(k, self.scene.stem(hit.at).startswith("ال")):
            if self.scene.nation(k):
                return ((k, k + 1),)
            k += 1
        return ()

    def is_venue(self, row: TriggerRow, owner: tuple[Range, ...]) -> bool:
        """«محادثات ستوكهولم»: is the genitive of a meeting a town, where and not who?"""
        if not row.reciprocal or len(owner) != 1:
            return False
        mention = self.scene.mention_of.get(owner[0][0])
        return mention is not None and mention.type == "LOC" and not self.scene.is_country(mention)


class PartReader:
    """What the readers of verbs, nouns and carriers have before them: one sentence and its positions."""

    def __init__(self, at: Positions) -> None:
        """Take the positions of the sentence."""
        self.at = at
        self.sentence = at.sentence
        self.scene = at.scene
        self.tokens = at.tokens
        self.chunks = at.chunks
        self.triggers = at.triggers
