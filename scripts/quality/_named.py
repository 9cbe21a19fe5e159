"""How two sets of names are compared: exact span and type; over ANERcorp by the words that a name covers."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator

from khabar.training.named import Marked, Span
from scripts.quality._score import Score

TYPES = ("PER", "ORG", "LOC")


class Tally:
    """Names wanted, given and right, by type."""

    def __init__(self) -> None:
        """Begin with none."""
        self.wanted: Counter[str] = Counter()
        self.given: Counter[str] = Counter()
        self.right: Counter[str] = Counter()

    def add(self, text: Marked, given: Iterable[Span]) -> None:
        """Count the names of one text."""
        wanted = {over_words(text, name) for name in text.names}
        found = {over_words(text, name) for name in given}
        for names, count in ((wanted, self.wanted), (found, self.given), (wanted & found, self.right)):
            count.update(name.type for name in names)

    def score(self, name: str, types: tuple[str, ...] = TYPES) -> Score:
        """Give the F1 over some types."""
        right, given, wanted = (sum(c[t] for t in types) for c in (self.right, self.given, self.wanted))
        detail = f"F1; P {right / max(given, 1):.3f} R {right / max(wanted, 1):.3f}, {wanted} wanted"
        return Score(name, 2 * right / max(given + wanted, 1), detail)

    def scores(self, name: str) -> Iterator[Score]:
        """Give the F1 over all types, then of each."""
        yield self.score(name)
        for kind in TYPES:
            yield self.score(f"{name} {kind}", (kind,))


def over_words(text: Marked, name: Span) -> Span:
    """Widen a name to the words that it touches, where the text comes in words."""
    if not text.words:
        return name
    first = bisect_right(text.words, (name.start, len(text.text))) - 1
    last = bisect_left(text.words, (name.end, 0)) - 1
    return Span(text.words[max(first, 0)][0], text.words[last][1], name.type)
