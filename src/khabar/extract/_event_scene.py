"""A document as the rules of events see it: its tokens with names, titles, times and sentences on them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import msgspec

from khabar import arabic
from khabar.extract import _gazetteer
from khabar.extract._laid import Laid
from khabar.extract._lemma_rows import Keys, by_first, noun_phrases, stem, verb_phrases
from khabar.lexicon import World
from khabar.records import Block, Entity, Mention, Range, Reading, Statement, Time

TABLE = "words/event_words.tsv"
_SILENT = ("furniture", "meta")
_NO_KINDS: frozenset[str] = frozenset()


class EventWord(msgspec.Struct, frozen=True):
    """A row of words/event_words.tsv: a word or phrase and what it does to the act beside it.

    A verb has its `present` and a noun its `plural`, «-» where it has none; what has neither stands as it is.
    """

    lemma: str
    kind: str
    present: str = ""
    plural: str = ""


class Passage(msgspec.Struct, frozen=True):
    """A sentence: its tokens `[first, last)` and the block that it stands in."""

    first: int
    last: int
    block: Block


@lru_cache(maxsize=4)
def words(world: World) -> Mapping[tuple[str, ...], frozenset[str]]:
    """Give the kinds of every word and phrase of the table by its keys."""
    found: dict[tuple[str, ...], frozenset[str]] = {}
    for row in world.rows(TABLE, EventWord):
        for keys in _forms(row):
            found[keys] = found.get(keys, frozenset()) | {row.kind}
    return found


def _forms(row: EventWord) -> Iterator[Keys]:
    if row.present:
        yield from (keys for _, keys in verb_phrases(row.lemma, row.present))
    elif row.plural:
        yield from noun_phrases(row.lemma, row.plural.strip("-"))
    else:
        yield tuple(arabic.key(row.lemma).split())


@lru_cache(maxsize=4)
def _phrases(world: World) -> Mapping[str, tuple[tuple[Keys, frozenset[str]], ...]]:
    """Give what stands behind the first key of every word and phrase, and its kinds."""
    return by_first(words(world).items())


class Scene(Laid):
    """One document under the rules of events."""

    def __init__(self, doc: Reading, world: World) -> None:
        """Lay mentions, times and statements on the tokens."""
        super().__init__(doc)
        self.doc = doc
        self.words = words(world)
        self._by_first = _phrases(world)
        self.stems = [stem(token) for token in doc.tokens]
        self._kinds: dict[int, frozenset[str]] = {}
        self.time_of: dict[int, Time] = {}
        for time in doc.times:
            for k in range(*self.span(time.start, time.end)):
                self.time_of.setdefault(k, time)
        self.number_ends = {self.span(n.start, n.end)[0]: n.last for n in doc.numbers if n.use == "amount"}
        """The token behind each number, by the token where its approximators begin: «أكثر من ألف»."""
        self._as_verbs: frozenset[int] = frozenset()
        self.title_ends = {self.span(r.start, r.end)[1] for r in doc.roles}
        self.entities: dict[str, Entity] = {e.id: e for e in doc.entities}
        self.statements: tuple[Statement, ...] = doc.statements
        self.nationality = _gazetteer.of(world).nationality
        self._by_cue = {s.cue[0]: s for s in doc.statements}

    def offsets(self, first: int, last: int) -> Range:
        """Give the stretch of text of tokens `[first, last)`, without the proclitics of the first."""
        token = self.tokens[first]
        start = arabic.after_letters(self.text, token.start, token.pre) if token.pre else token.start
        return start, self.tokens[last - 1].end

    def key(self, k: int) -> str:
        """Give the key of token `k`, "" outside the text."""
        return self.tokens[k].key if 0 <= k < len(self.tokens) else ""

    def stem(self, k: int) -> str:
        """Give the key of token `k` without clitics, «لل» as «ال»."""
        return self.stems[k]

    def is_a(self, kind: str, k: int) -> bool:
        """Say whether at token `k`, with clitics or without, a word or phrase of a kind stands."""
        if not 0 <= k < len(self.tokens):
            return False
        kinds = self._kinds.get(k)
        if kinds is None:
            kinds = self._kinds[k] = self._read(k)
        return kind in kinds

    def _read(self, k: int) -> frozenset[str]:
        """Give the kinds of the words and phrases that begin at token `k`."""
        token, found = self.tokens[k], _NO_KINDS
        for head in {token.key, self.stems[k], token.key[token.pre :]}:
            for rest, kinds in self._by_first.get(head, ()):
                if not rest or tuple(t.key for t in self.tokens[k + 1 : k + 1 + len(rest)]) == rest:
                    found |= kinds
        return found

    def read_as_verbs(self, tokens: Iterable[int]) -> None:
        """Take these tokens for verbs, whatever their part of speech says."""
        self._as_verbs = frozenset(tokens)

    def is_verb(self, k: int) -> bool:
        """Say whether token `k` is a finite verb."""
        return self.tokens[k].pos == "verb" or k in self._as_verbs

    def nation(self, k: int) -> str | None:
        """Give the code of the country whose adjective token `k` is, definite or not."""
        known = self.nationality
        return known.get(self.stem(k)) or known.get(f"ال{self.stem(k)}")

    def is_country(self, mention: Mention) -> bool:
        """Say whether a mention names a country, no place in one."""
        return self.entities[mention.entity].kind == "country"

    def passages(self) -> list[Passage]:
        """Give the sentences of the article's own blocks."""
        starts = [block.start for block in self.doc.blocks]
        found = []
        for start, end in self.doc.sentences:
            block = self.doc.blocks[bisect_right(starts, start) - 1]
            first, last = self.span(start, end)
            if block.role not in _SILENT and first < last:
                found.append(Passage(first, last, block))
        return found

    def around(self, start: int) -> Statement | None:
        """Give the innermost statement whose content holds an offset."""
        holding = [s for s in self.statements if s.start <= start < s.end]
        return min(holding, key=lambda s: (s.end - s.start, s.start)) if holding else None

    def cued(self, first: int) -> Statement | None:
        """Give the statement whose cue begins at token `first`."""
        token = self.tokens[first]
        return self._by_cue.get(token.start) or self._by_cue.get(self.offsets(first, first + 1)[0])
