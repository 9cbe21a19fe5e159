"""A sentence cut into what a clause is made of: verbs, noun phrases, prepositions with theirs, particles."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from khabar.extract._event_scene import Scene
from khabar.records import Token

ChunkKind = Literal["np", "pp", "verb", "was", "that", "rel", "time", "comma", "break", "other"]

_MARKS = frozenset("\"“”«»„‘’'#")
_LONGEST = 24
_NOMINAL = ("noun", "name", "adj", "num")
_ASIDE = 12


class Chunk(NamedTuple):
    """A piece of a sentence: tokens `[first, last)`; `prep` is the key of a preposition, `joined` says
    that «و» leads to it. A `pp` with a pronoun («عليه») has no tokens behind its preposition: `first` is
    the token of the preposition, `head` the first token of its noun phrase, `last` where there is none."""

    kind: ChunkKind
    first: int
    head: int
    last: int
    prep: str = ""
    joined: bool = False


class Chunker:
    """Cuts the sentences of one document."""

    def __init__(self, scene: Scene) -> None:
        """Take the scene."""
        self.scene = scene
        self.tokens = scene.tokens

    def cut(self, first: int, last: int) -> list[Chunk]:
        """Give the chunks of tokens `[first, last)` in their order; quotation marks are seen through."""
        return list(self._cut(first, last))

    def _cut(self, k: int, last: int) -> Iterator[Chunk]:
        while k < last:
            chunk = self._at(k, last)
            if chunk is not None:
                yield chunk
                k = chunk.last
            else:
                k += 1

    def _at(self, k: int, last: int) -> Chunk | None:
        token, scene = self.tokens[k], self.scene
        joined = token.pre > 0 and token.key[0] in "وف"
        if token.kind == "mark":
            return self._mark(k, last)
        if scene.is_a("that", k):
            return Chunk("that", k, k, k + 1, joined=joined)
        if scene.is_a("relative", k):
            return Chunk("rel", k, k, k + 1, joined=joined)
        if k in scene.time_of:
            end = k + 1
            while end < last and scene.time_of.get(end) is scene.time_of[k]:
                end += 1
            return Chunk("time", k, k, end, joined=joined)
        if scene.is_a("break", k):
            return Chunk("break", k, k, k + 1, joined=joined)
        if scene.is_verb(k) and k not in scene.mention_of:
            return Chunk("was" if scene.is_a("was", k) else "verb", k, k, k + 1, joined=joined)
        if k in scene.number_ends and not _led(token):
            return Chunk("np", k, k, self.phrase(k, last), joined=joined)
        led = _led(token)
        if token.pos == "prep" or led:
            return self._preposition(k, last, led)
        if self._nominal(k):
            return Chunk("np", k, k, self.phrase(k, last), joined=joined)
        return Chunk("other", k, k, k + 1, joined=joined)

    def _mark(self, k: int, last: int) -> Chunk | None:
        key = self.tokens[k].key
        if key in _MARKS:
            return None
        if key in "([":
            end = next((i for i in range(k, min(last, k + _ASIDE)) if self.tokens[i].key in ")]"), None)
            if end is not None:
                return Chunk("other", k, k, end + 1)
        return Chunk("comma" if key in "،,-–—/" else "break" if key in ":؛;.؟!?" else "other", k, k, k + 1)

    def _preposition(self, k: int, last: int, led: str) -> Chunk:
        token, key = self.tokens[k], self.tokens[k].key
        joined = token.pre > 0 and key[0] in "وف"
        if led and (len(key) - token.pre - token.post > 0) and token.pos != "prep":
            return Chunk("pp", k, k, self.phrase(k, last), led, joined)
        name, head = (led or self.scene.stem(k)), k + 1
        compound = f"{name} {self.scene.key(head)}" if head < last else ""
        if token.post == 0 and (compound.replace("ه", "") and (tuple(compound.split()) in self.scene.words)):
            kinds = self.scene.words[tuple(compound.split())]
            if "preposition" in kinds:
                name, head = compound, head + 1
        if token.post or head >= last or not self._nominal(head):
            return Chunk("pp", k, head, head, name, joined)
        return Chunk("pp", k, head, self.phrase(head, last), name, joined)

    def _nominal(self, k: int) -> bool:
        """Can a noun phrase begin at token `k`, behind quotation marks too?"""
        while k < len(self.tokens) and self.tokens[k].key in _MARKS:
            k += 1
        if k >= len(self.tokens) or k in self.scene.time_of or self.scene.is_a("that", k):
            return False
        token = self.tokens[k]
        noun = token.pos in _NOMINAL or token.kind == "number" or k in self.scene.mention_of
        return (noun and not _led(token)) or self.scene.is_a("this", k)

    def phrase(self, k: int, last: int) -> int:
        """Give the token behind the noun phrase that begins at token `k`."""
        while k < last and self.tokens[k].key in _MARKS:
            k += 1
        first, at, closed, stop = k, self.scene.number_ends.get(k, k), False, min(last, k + _LONGEST)
        while at < stop:
            token = self.tokens[at]
            if at > first and (token.pre or at in self.scene.time_of):
                break
            if token.kind == "mark":
                if token.key not in _MARKS:
                    break
                at += 1
                continue
            mention = self.scene.mention_of.get(at)
            if mention is not None and self._begins(at):
                if closed and not self._apposed(first, at):
                    break
                at, closed = self.scene.span(mention.start, mention.end)[1], True
                continue
            goes_on = self._goes_on(at, first, closed)
            if not goes_on:
                break
            closed = closed or token.post > 0 or self.scene.stem(at).startswith("ال")
            at += 1
        while at > first + 1 and self.tokens[at - 1].key in _MARKS:
            at -= 1
        return max(at, first + 1)

    def _begins(self, at: int) -> bool:
        mention = self.scene.mention_of[at]
        return at == 0 or self.scene.mention_of.get(at - 1) is not mention

    def _goes_on(self, at: int, first: int, closed: bool) -> bool:
        token = self.tokens[at]
        if at == first:
            return True
        if self.scene.is_a("that", at) or self.scene.is_a("relative", at) or self.scene.is_a("break", at):
            return False
        if token.kind == "number" or token.pos == "num":
            return self.tokens[at - 1].pos == "num" or self.tokens[at - 1].kind == "number"
        if token.pos == "adj":
            return not closed or token.key.startswith("ال") or at in self.scene.mention_of
        before = self.tokens[at - 1]
        if at - 1 > first and before.pos == "adj" and at not in self.scene.mention_of:
            return False  # «محكمة سويسرية حكما»: no genitive stands behind an adjective
        counted = at - 1 > first and before.form.endswith("ا") and before.pos == "noun"
        return (
            token.pos in ("noun", "name") and not closed and not (counted and first in self.scene.number_ends)
        )

    def _apposed(self, first: int, at: int) -> bool:
        """«الرئيس الروسي فلاديمير بوتين», «تنظيم الدولة "داعش"»: is the name at token `at` no new phrase?"""
        if at in self.scene.title_ends:
            return True
        mention = self.scene.mention_of[at]
        if mention.type == "PER":
            return any(self.scene.is_a("title", k) for k in range(first, at))
        return mention.type == "ORG" and self.scene.is_a("group", first)


def _led(token: Token) -> str:
    """Give the ب ل ك that is written to a token, "" where none is."""
    if token.pre == 0 or token.pos == "verb":
        return ""
    last = token.key[token.pre - 1]
    return last if last in "بلك" else ""
