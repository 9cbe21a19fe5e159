"""The clauses of one sentence: where each verb's ends, what its subject is and what its object.

Arabic news puts the subject behind the verb, or before it in headlines and behind «إنّ»; a verb with «و»
goes on with the subject of the verb before. What decides is number («هاجموا» has no subject behind it),
gender where both are known, the relative before the verb, and how many noun phrases stand behind it.
"""

from typing import NamedTuple

from khabar.extract._event_chunks import Chunker
from khabar.extract._event_scene import Passage, Scene
from khabar.morphology.inflection import Form
from khabar.records import Range

_REACH = 9
_SKIPPED = ("time", "other", "pp", "comma")
_NAMED, _CROSSED, _FAR = 3, 2, 5


class Verbal(NamedTuple):
    """What a verb governs: token ranges of its subject and object, how the subject was found, and the
    chunk behind them, from which its prepositions are looked for."""

    subject: Range | None
    objects: Range | None
    how: str
    dropped: bool = False


class Sentence:
    """The chunks of one sentence, and who does what in them."""

    def __init__(self, scene: Scene, chunker: Chunker, passage: Passage) -> None:
        """Cut the sentence."""
        self.scene = scene
        self.tokens = scene.tokens
        self.passage = passage
        self.chunks = chunker.cut(passage.first, passage.last)
        self.index = {k: i for i, c in enumerate(self.chunks) for k in range(c.first, c.last)}
        self._subjects: dict[int, Range | None] = {}

    def chunk_kind(self, k: int) -> str:
        """Give the kind of the chunk that token `k` is in, "" where it is in none."""
        i = self.index.get(k)
        return "" if i is None else self.chunks[i].kind

    def group(self, i: int) -> Range:
        """Give the tokens of the noun phrase of chunk `i` with those that «و» joins to it."""
        end = self._owned(i + 1)
        while end < len(self.chunks) and self.chunks[end].joined and self._goes_on(end):
            end = self._owned(end + 1)
        return self.chunks[i].head, self.chunks[end - 1].last

    def _goes_on(self, i: int) -> bool:
        return self.chunks[i].kind == "np"

    def _owned(self, i: int) -> int:
        """Step over «ل» with a name behind a noun phrase, whose it is: «القوات الجوية للتحالف»."""
        if i >= len(self.chunks) or self.chunks[i].kind != "pp" or self.chunks[i].prep not in ("ل", "من"):
            return i
        before, chunk = self.chunks[i - 1], self.chunks[i]
        if chunk.prep == "من":
            counted = all(
                self.tokens[k].pos == "num" or self.tokens[k].kind != "word"
                for k in range(before.head, before.last)
            )
            return i + 1 if counted and chunk.last > chunk.head else i
        if chunk.joined or any(k in self.scene.mention_of for k in range(before.head, before.last)):
            return i
        named = range(chunk.head, min(chunk.last, chunk.head + _NAMED))
        return i + 1 if any(k in self.scene.mention_of for k in named) else i

    def behind(self, i: int, over: int = _CROSSED) -> int | None:
        """Give the first noun phrase behind chunk `i` in its clause, across times and prepositions."""
        crossed = 0
        for j in range(i + 1, min(len(self.chunks), i + _REACH + over)):
            chunk = self.chunks[j]
            if chunk.kind == "np":
                return None if chunk.joined else j
            crossed += chunk.kind == "pp" and chunk.last > chunk.head
            if chunk.kind not in _SKIPPED or (chunk.joined and chunk.kind != "other") or crossed > over:
                return None
        return None

    def before(self, i: int) -> int | None:
        """Give the noun phrase before chunk `i` that may be its subject."""
        j, commas = i - 1, 0
        while j >= 0 and i - j < _REACH:
            chunk = self.chunks[j]
            commas += chunk.kind == "comma"
            if chunk.kind == "np":
                if commas % 2:  # an odd comma parts clauses, two hold an aside
                    if j > 0 and self.chunks[j - 1].kind == "comma":
                        j -= 1
                        continue
                    return None
                while self.chunks[j].joined and j > 0 and self.chunks[j - 1].kind == "np":
                    j -= 1
                return None if self._points(j) else j
            if chunk.kind not in _SKIPPED:
                return None
            j -= 1
        return None

    def antecedent(self, i: int) -> int | None:
        """Give the noun phrase that a relative clause whose verb is chunk `i` is about."""
        j = i - 1
        while j >= 0 and self.chunks[j].kind in ("other", "time"):
            j -= 1
        if j < 0 or self.chunks[j].kind != "rel":
            return None
        j -= 1
        while j >= 0 and self.chunks[j].kind in ("comma", "time"):
            j -= 1
        while j > 0 and self._is_place(j) and self.chunks[j - 1].kind in ("np", "pp"):
            j -= 1
        return j if j >= 0 and self.chunks[j].kind in ("np", "pp") else None

    def _is_place(self, j: int) -> bool:
        """«غارة على القرية في اليمن التي»: is chunk `j` a place beside what the relative clause is about?"""
        chunk = self.chunks[j]
        mention = self.scene.mention_of.get(chunk.head)
        return (
            chunk.kind == "pp" and chunk.prep in ("في", "ب") and mention is not None and mention.type == "LOC"
        )

    def verbal(self, i: int, form: Form | None = None, *, transitive: bool = False) -> Verbal:
        """Give the subject and object of the verb at chunk `i`."""
        verb = self.chunks[i]
        gender, plural = _agreement(form)
        plural = plural or self.scene.stem(verb.first).endswith("وا")
        right = self.behind(i)
        of = self.antecedent(i)
        second = self._second(right)
        if of is not None:
            whom = self._range(of)
            if second is not None and right is not None and self._subject_like(second):
                return Verbal(self.group(right), self.group(second), "subject behind the verb")
            if self.resumed(i):
                right = right if self.tokens[verb.first].post == 0 else self.behind(i, over=0)
                doer = self.earlier(of + 1) if right is None else self.group(right)
                return Verbal(doer, whom, "subject of the verb of «الذي»", dropped=right is None)
            if right == i + 1 and form is not None and not transitive and self._agrees(right, gender):
                return Verbal(self.group(right), None, "subject behind the verb")
            return Verbal(whom, None if right is None else self.group(right), "noun before «الذي»")
        if self.tokens[verb.first].post and right == i + 1 and self._indefinite(i - 1):
            return Verbal(self.group(right), self._range(i - 1), "subject of the verb of a bare relative")
        told = self._told_of(i)
        own = right == i + 1 and not transitive and form is not None and self._agrees(right, gender)
        if told is not None and not own:
            return Verbal(told, self._object(right), "pronoun of «أن»")
        left = None if verb.joined else self.before(i)
        if left is not None and self._agrees(left, gender) and self._heads(left):
            return Verbal(self._range(left), self._object(right), "subject before the verb")
        if right is not None and not plural:
            dropped = verb.joined and transitive and second is None and self.earlier(i) is not None
            if not dropped and self._agrees(right, gender):
                return Verbal(self.group(right), self._object(second), "subject behind the verb")
        subject = self.earlier(i)
        if subject is None and left is not None:
            subject = self._range(left)
        return Verbal(subject, self._object(right), "subject of the verb before", dropped=True)

    def _indefinite(self, j: int) -> bool:
        """Is chunk `j` an indefinite noun phrase, which a verb behind it with a pronoun describes?"""
        if j < 0 or self.chunks[j].kind not in ("np", "pp") or self.chunks[j].last == self.chunks[j].head:
            return False
        head = self.chunks[j].head
        return not self.scene.stem(head).startswith("ال") and head not in self.scene.mention_of

    def resumed(self, i: int) -> bool:
        """Does a pronoun behind the verb of a relative clause stand for its noun: «شنتها», «قام بها»?"""
        if self.tokens[self.chunks[i].first].post:
            return True
        after = self.chunks[i + 1] if i + 1 < len(self.chunks) else None
        return (
            after is not None
            and after.kind == "pp"
            and after.last == after.head
            and self.tokens[after.first].post > 0
        )

    def _subject_like(self, j: int) -> bool:
        return self.chunks[j].head in self.scene.mention_of or self.scene.stem(
            self.chunks[j].head
        ).startswith("ال")

    def _points(self, j: int) -> bool:
        """Is the noun phrase nothing but «هذا»?"""
        return self.chunks[j].last - self.chunks[j].head == 1 and self.scene.is_a("this", self.chunks[j].head)

    def _told_of(self, i: int) -> Range | None:
        """«إنها قصفت»: give whom the pronoun of «أن» before the verb stands for, None where there is none."""
        j = i - 1
        while j >= 0 and self.chunks[j].kind in ("other", "time", "was", "pp", "comma"):
            j -= 1
        if j < 0 or self.chunks[j].kind != "that" or not self.tokens[self.chunks[j].first].post:
            return None
        if self.scene.is_a("but", self.chunks[j].first):
            return self.main(j)  # «قال الوزير إن روما ترفض، لكنه دعا»: of who speaks, not of what he says
        for k in range(j - 1, -1, -1):
            if self.chunks[k].kind == "np" and not self._points(k):
                while self.chunks[k].joined and k > 0 and self.chunks[k - 1].kind == "np":
                    k -= 1
                return self.group(k)
        return None

    def earlier(self, i: int) -> Range | None:
        """Give the subject of the verb before chunk `i`: what a verb with «و» goes on with."""
        j = next((j for j in range(i - 1, -1, -1) if self.chunks[j].kind == "verb"), None)
        if j is None:
            return None
        if j not in self._subjects:
            self._subjects[j] = None  # a verb that asks for itself has none
            self._subjects[j] = self.verbal(j).subject
        return self._subjects[j]

    def main(self, i: int) -> Range | None:
        """Give the subject of the first verb of the sentence before chunk `i`, or the name that begins it."""
        first = next((j for j, chunk in enumerate(self.chunks[:i]) if chunk.kind == "verb"), None)
        if first is None:
            left = next((j for j, chunk in enumerate(self.chunks[:i]) if chunk.kind == "np"), None)
            return None if left is None else self.group(left)
        return self.verbal(first).subject

    def _object(self, j: int | None) -> Range | None:
        return None if j is None else self.group(j)

    def _range(self, j: int) -> Range:
        return self.group(j) if self.chunks[j].kind == "np" else (self.chunks[j].head, self.chunks[j].last)

    def _second(self, right: int | None) -> int | None:
        """Give the noun phrase behind the first one: the object behind a subject."""
        if right is None:
            return None
        last = right
        while last + 1 < len(self.chunks) and self.chunks[last + 1].joined and self._goes_on(last + 1):
            last += 1
        return self.behind(last, over=_FAR)

    def _heads(self, left: int) -> bool:
        """Does the noun phrase begin a clause, so that it is the subject of the verb behind it?"""
        j = left - 1
        while j >= 0 and self.chunks[j].kind in ("other", "time", "pp", "comma"):
            j -= 1
        if left > 0 and self.chunks[left - 1].kind in ("pp", "np"):
            return False
        return j < 0 or self.chunks[j].kind in ("that", "break", "verb", "was", "np")

    def _agrees(self, j: int, gender: str) -> bool:
        """Can the noun phrase of chunk `j` be the subject of a verb of this gender?"""
        known = self._gender(j)
        return not known or not gender or known == gender

    def _gender(self, j: int) -> str:
        """Tell the gender of a noun phrase by its ending, or by the adjective behind its first noun."""
        head, last = self.chunks[j].head, self.chunks[j].last
        while head < last and self.tokens[head].kind == "mark":
            head += 1
        if head >= last or head in self.scene.mention_of or self.tokens[head].kind == "number":
            return ""
        first = self.tokens[head]
        if first.pos == "num":  # «خمسة جنود»: the ending is against the gender of the counted
            return ""
        if first.form.endswith(("ة", "ات")) or self.scene.is_a("feminine", head):
            return "f"
        behind = self.tokens[head + 1] if head + 1 < last else None
        if (
            behind is not None
            and behind.pos == "adj"
            and first.key.startswith("ال") == behind.key.startswith("ال")
        ):
            return "f" if behind.form.endswith("ة") else "m"
        return ""


def _agreement(form: Form | None) -> tuple[str, bool]:
    """Give the gender that a verb asks of its subject, and whether it has the ending of a plural."""
    if form is None or form.person != 3:
        return "", False
    return ("" if form.number == "pl" else form.gender), form.number in ("pl", "du")
