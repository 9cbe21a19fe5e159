"""The clause round a number: where it ends, what stands in it beside subjects and places."""

from collections.abc import Iterator

from khabar.extract._counted import Counted
from khabar.extract._governors import Governor, governors, stems
from khabar.lexicon import World
from khabar.records import Number, Reading

_STOPS = frozenset(".!?؟؛")
_COMMAS = frozenset("،,")
_OR = ("و", "او")
_LEADING = ("ب", "ل", "ك")
_CLITICS = frozenset("وفبلك")
_LONGEST_ASIDE = 15


class Clause:
    """The tokens of one document as rules about numbers walk them."""

    def __init__(self, doc: Reading, world: World, known: Counted) -> None:
        """Look up the tables once."""
        self.text = doc.text
        self.tokens = doc.tokens
        self.known = known
        self.governors = governors(world)
        self.times = {t.start for t in doc.times}

    def key(self, i: int) -> str:
        """Give the key of token `i`, "" outside the text."""
        return self.tokens[i].key if 0 <= i < len(self.tokens) else ""

    def has(self, kind: str, i: int) -> bool:
        """Say whether token `i` is a context word of a kind, with or without clitics."""
        if not 0 <= i < len(self.tokens):
            return False
        token = self.tokens[i]
        if any(self.known.contexts.get(stem) == kind for stem in stems(token)):
            return True
        return token.key[:1] in _CLITICS and self.known.contexts.get(token.key[1:]) == kind

    def at(self, k: int) -> Iterator[Governor]:
        """Give the governors that token `k` may be or begin."""
        token = self.tokens[k]
        noun = token.post > 0 and token.pos != "verb"  # «متنها» is no form of «مات»
        for stem in stems(token):
            for governor in self.governors.get(stem, ()):
                if not (noun and governor.finite):
                    yield governor

    def ends(self, k: int) -> bool:
        """Does a sentence or a line end at token `k` or between it and the next?"""
        if k < 0 or k + 1 >= len(self.tokens) or self.key(k) in _STOPS:
            return True
        return "\n" in self.text[self.tokens[k].end : self.tokens[k + 1].start]

    def turns(self, k: int) -> bool:
        """Does another clause begin at token `k`: a verb that does not count, «إن», «الذي»?"""
        if self.ends(k) or self.has("clause", k):
            return True
        return self.tokens[k].pos == "verb" and not any(g.row.kind == "count" for g in self.at(k))

    def aside(self, k: int) -> int | None:
        """Give the first token of an aside that ends at token `k`: «، بحسب الوكالة،», «(…)»."""
        key, near = self.key(k), range(k - 1, max(-1, k - _LONGEST_ASIDE), -1)
        if key == ")":
            return next((i for i in near if self.key(i) == "("), None)
        if key not in _COMMAS:
            return None
        for i in near:
            if self.ends(i):
                return None
            if self.key(i) in _COMMAS:
                return i if self.has("aside", i + 1) else None
        return None

    def run(self, words: tuple[str, ...], start: int, stop: int, limit: int | None = None) -> int | None:
        """Give the token behind a run of words that begins in `[start, stop)` and ends before `limit`."""
        for k in range(start, stop):
            end = k + len(words)
            if (limit is not None and end > limit) or (k > start and self.ends(k - 1)):
                return None
            if tuple(t.key for t in self.tokens[k:end]) == words:
                return end
        return None

    def led(self, number: Number) -> str:
        """Give the preposition right before a number, "" if there is none."""
        before = self.key(number.first - 1)
        if self.known.contexts.get(before) == "prep" or before in _LEADING:
            return before
        cut = self.text[self.tokens[number.first].start : number.start]
        return cut[-1] if cut.endswith(_LEADING) else ""

    def joined(self, number: Number) -> bool:
        """Is the number a further one: behind «و», a comma or «بينهم»?"""
        before = self.key(number.first - 1)
        cut = self.text[self.tokens[number.first].start : number.start]
        return before in _OR or before in _COMMAS or cut.startswith("و") or self.among(number)

    def among(self, number: Number) -> bool:
        """Says «بينهم», «من بينهم», «منهم» that the number is a part of the one before?"""
        return self.has("among", number.first - 1)
