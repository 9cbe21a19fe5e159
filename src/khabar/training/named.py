"""Texts whose names are marked, from the two corpora that teach and judge the tagger of names.

ANERcorp (Benajiba and Rosso 2007, CC BY-SA 4.0): a word and its label a line, an empty line behind a
sentence; clitics are not cut off, so a name there covers whole words. Our own articles follow our guidelines.
Each corpus is parted once and for all: what `held` gives is never learnt from.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from khabar.records import EntityType, Record
from khabar.training.corpus import articles

_TYPES: dict[str, EntityType] = {"PERS": "PER", "LOC": "LOC", "ORG": "ORG"}
_KINDS: dict[str, EntityType] = {"P": "PER", "L": "LOC", "O": "ORG"}
_SENTENCES = 8  # ANERcorp does not say where an article ends
_FIFTH = 5


class Span(Record, frozen=True, order=True):
    """A marked name in code points of its text."""

    start: int
    end: int
    type: EntityType


class Marked(Record, frozen=True):
    """A text and its names, in order and without overlaps; `words` are the words of ANERcorp, else empty."""

    text: str
    names: tuple[Span, ...]
    words: tuple[tuple[int, int], ...] = ()


def anercorp(path: Path, *, held: bool) -> list[Marked]:
    """Read the first four fifths of the sentences of ANERcorp, or the last fifth (`held`)."""
    sentences = list(_sentences(path.read_text(encoding="utf-8").splitlines()))
    border = len(sentences) * (_FIFTH - 1) // _FIFTH
    part = sentences[border:] if held else sentences[:border]
    return [_marked(part[at : at + _SENTENCES]) for at in range(0, len(part), _SENTENCES)]


def own(folder: Path, *, held: bool) -> list[Marked]:
    """Read our own articles, without or with (`held`) every fifth file alone."""
    files = sorted(folder.glob("*.txt"))
    part = [path for i, path in enumerate(files) if (i % _FIFTH == _FIFTH - 1) == held]
    found: list[Marked] = []
    for article in (article for path in part for article in articles(path)):
        names = [Span(m.start, m.end, _KINDS[m.kind]) for m in article.marks if m.kind in _KINDS]
        found.append(Marked(article.text, tuple(_outermost(names))))
    return found


def _outermost(names: Sequence[Span]) -> Iterator[Span]:
    end = 0
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if name.start >= end:
            yield name
            end = name.end


def _sentences(lines: Sequence[str]) -> Iterator[list[tuple[str, str]]]:
    sentence: list[tuple[str, str]] = []
    for line in lines:
        word, _, label = line.strip().partition(" ")
        if word:
            sentence.append((word, label or "O"))
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _marked(sentences: Sequence[Sequence[tuple[str, str]]]) -> Marked:
    """Write sentences as the lines of one text."""
    pieces: list[str] = []
    names: list[Span] = []
    words: list[tuple[int, int]] = []
    at = 0
    for sentence in sentences:
        before = ""
        for word, label in sentence:
            start, end = at, at + len(word)
            mark, _, kind = label.partition("-")
            if kind in _TYPES and mark == "I" and before == kind:
                names[-1] = Span(names[-1].start, end, _TYPES[kind])
            elif kind in _TYPES:
                names.append(Span(start, end, _TYPES[kind]))
            before = kind
            words.append((start, end))
            pieces.append(word)
            pieces.append(" ")
            at = end + 1
        pieces[-1] = "\n"
    return Marked("".join(pieces), tuple(names), tuple(words))
