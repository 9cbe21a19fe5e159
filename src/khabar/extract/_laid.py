"""The tokens of a document with its names laid on them: what readers of statements and of events share."""

from bisect import bisect_left, bisect_right

from khabar.records import Mention, Range, Reading, Token


class Laid:
    """Tokens found by offset, and the mention that lies on each; of two that overlap the longer first one."""

    def __init__(self, doc: Reading) -> None:
        """Lay the mentions on the tokens."""
        self.text = doc.text
        self.tokens: tuple[Token, ...] = doc.tokens
        self._starts = [token.start for token in doc.tokens]
        self.mentions = sorted(doc.mentions, key=lambda m: (m.start, -m.end))
        self.mention_of: dict[int, Mention] = {}
        for mention in self.mentions:
            for k in range(*self.span(mention.start, mention.end)):
                self.mention_of.setdefault(k, mention)

    def span(self, start: int, end: int) -> Range:
        """Give the token indexes, half open, that `[start, end)` touches."""
        first = max(0, bisect_right(self._starts, start) - 1)
        if first < len(self.tokens) and self.tokens[first].end <= start:
            first += 1
        return first, max(first, self.from_offset(end))

    def from_offset(self, at: int) -> int:
        """Give the index of the first token that begins at or behind `at`."""
        return bisect_left(self._starts, at)
