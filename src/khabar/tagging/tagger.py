"""The best way to read the words of a document as names, and by how much it is the best.

A chain of labels: each word has weights of its own (`features`), each pair of labels a weight. Most words are
so surely no name that no neighbour could change it; the chain is followed only between these.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from khabar.records import EntityType, Token
from khabar.tagging import features
from khabar.tagging.features import EDGE, NOT_LISTED, Flags, Word
from khabar.tagging.model import FIELD, LABELS, Model

_KEPT = 60_000
_MASK = (1 << FIELD) - 1
_HALF = 1 << (FIELD - 1)
_SHIFTS = tuple(FIELD * i for i in range(len(LABELS) - 1))
_HALVES = sum(_HALF << shift for shift in _SHIFTS)
_TYPES: tuple[EntityType, ...] = ("PER", "ORG", "LOC")


class Found(NamedTuple):
    """A name from token `first` to before `last`.

    `margin` is by how much the best reading beats the best one with another label somewhere in it, in
    sixty-fourths of a logit.
    """

    first: int
    last: int
    type: EntityType
    margin: int


class _Read(NamedTuple):
    """The sums of a word's weights for itself and, as a neighbour, for words one and two off; its shape."""

    shape: str
    here: int
    before: int
    behind: int
    far_before: int
    far_behind: int


class Tagger:
    """Tags documents with one model; what is summed once for a word or a pair of words is kept."""

    def __init__(self, model: Model, flags: Flags) -> None:
        """Take the model and what the word lists say of a word."""
        self._model = model
        self._flags = flags
        self._reads: dict[tuple[str, str, int, int], _Read] = {}
        self._pairs: dict[tuple[str, str], tuple[int, int]] = {}
        self._listed: dict[tuple[str, str, str], int] = {}
        self._edge = self._sums(features.edge())
        reach = _reach(model.moves)
        self._sure = sum((_HALF + reach) << shift for shift in _SHIFTS)

    def tag(self, tokens: Sequence[Token], listed: Sequence[str]) -> tuple[Found, ...]:
        """Give the names of a document; `listed` says for each token what part of a listed name it is.

        A token with the key of a line end parts lines. The tokens are those that `listed` was made for.
        """
        reads = [self._edge if token.key == EDGE else self._read(token) for token in tokens]
        found: list[Found] = []
        begin = 0
        for at, token in enumerate(tokens):
            if token.key == EDGE:
                found += self._line(reads[begin:at], listed[begin:at], begin)
                begin = at + 1
        found += self._line(reads[begin:], listed[begin:], begin)
        return tuple(found)

    def _read(self, token: Token) -> _Read:
        at = (token.form, token.pos, token.pre, token.post)
        read = self._reads.get(at)
        if read is None:
            if len(self._reads) >= _KEPT:
                self._reads.clear()
            read = self._reads[at] = self._sums(features.word(token, self._flags, self._model.groups))
        return read

    def _sums(self, word: Word) -> _Read:
        beside, far = features.beside(word), features.far(word)
        return _Read(
            features.shape(word), self._sum("0", features.here(word)), self._sum("-", beside),
            self._sum("+", beside), self._sum("<", far), self._sum(">", far),
        )  # fmt: skip

    def _sum(self, place: str, found: Sequence[str]) -> int:
        return sum(filter(None, map(self._model.weights[place].get, found)))

    def _pair(self, left: str, right: str) -> tuple[int, int]:
        """Give what a pair of shapes says of its right word and of its left one."""
        sums = self._pairs.get((left, right))
        if sums is None:
            found = features.pair(left, right)
            sums = self._pairs[left, right] = (self._sum("b", found), self._sum("e", found))
        return sums

    def _weights(self, reads: Sequence[_Read], listed: Sequence[str]) -> Iterator[int]:
        """Give the weights of each word of a line, a field for each label."""
        edge = self._edge
        row = [edge, edge, *reads, edge, edge]
        told = [NOT_LISTED, *listed, NOT_LISTED]
        behind = self._pair(edge.shape, row[2].shape)
        for i in range(2, len(row) - 2):
            before, behind = behind, self._pair(row[i].shape, row[i + 1].shape)
            told_here = (told[i - 2], told[i - 1], told[i])
            said = self._listed.get(told_here)
            if said is None:
                said = self._listed[told_here] = self._sum("L", features.told(*told_here))
            total = row[i].here + row[i - 1].before + row[i + 1].behind + row[i - 2].far_before
            yield total + row[i + 2].far_behind + before[0] + behind[1] + said

    def _line(self, reads: Sequence[_Read], listed: Sequence[str], offset: int) -> Iterator[Found]:
        """Give the names of one line, whose first word is token `offset`."""
        if not reads:
            return
        weights = list(self._weights(reads, listed))
        begin = None
        for at, sums in enumerate((*weights, None)):
            open_ = sums is not None and (sums + self._sure) & _HALVES
            if open_ and begin is None:
                begin = at
            elif not open_ and begin is not None:
                ends = (begin > 0, at < len(weights))
                yield from self._stretch(weights[begin:at], ends, offset + begin)
                begin = None

    def _stretch(self, weights: Sequence[int], ends: tuple[bool, bool], offset: int) -> Iterator[Found]:
        """Give the names of a stretch; `ends`: does a word that is no name stand before it, and behind it?"""
        return best([_fields(sums) for sums in weights], self._model.moves, ends, offset)


def best(
    rows: Sequence[Sequence[int]], moves: Sequence[Sequence[int]], ends: tuple[bool, bool], offset: int
) -> Iterator[Found]:
    """Give the names of the best path through words, whose first is token `offset`.

    `rows` are the weights of all labels of each word, O first and 0; `ends` says whether a word that is no
    name stands before them, and behind them.
    """
    forward = _forward(rows, moves, ends)
    last = [row[0] for row in moves] if ends[1] else [0] * len(moves)
    total = max(map(sum, zip(forward[-1], last, strict=True)))
    if total == moves[0][0] * (len(rows) - 1 + sum(ends)):  # the best is no name at all
        return
    back = _backward(rows, moves, last)
    labels, leads = [], []
    for left, right in zip(forward, back, strict=True):
        totals = [a + b for a, b in zip(left, right, strict=True)]
        label = totals.index(total)
        totals[label] = -(1 << 60)
        labels.append(label)
        leads.append(total - max(totals))
    yield from _names(labels, leads, offset)


def _names(labels: Sequence[int], leads: Sequence[int], offset: int) -> Iterator[Found]:
    """Read names off labels: odd ones begin one, even ones go on."""
    first = None
    for at, label in enumerate((*labels, 0)):
        if first is not None and (label == 0 or label % 2):
            kind = _TYPES[(labels[first] - 1) // 2]
            yield Found(offset + first, offset + at, kind, min(leads[first : at + 1]))
            first = None
        if label % 2:
            first = at


def _fields(sums: int) -> tuple[int, ...]:
    """Give the weights of all labels, O first."""
    sums += _HALVES
    return (0, *[((sums >> shift) & _MASK) - _HALF for shift in _SHIFTS])


def _forward(
    rows: Sequence[Sequence[int]], moves: Sequence[Sequence[int]], ends: tuple[bool, bool]
) -> list[list[int]]:
    """Give the best sum of each label over all words up to each word."""
    first = [w + m for w, m in zip(rows[0], moves[0], strict=True)] if ends[0] else _begun(rows[0])
    table = [first]
    columns = list(zip(*moves, strict=True))
    for row in rows[1:]:
        last = table[-1]
        table.append(
            [
                w + max(map(sum, zip(last, column, strict=True)))
                for w, column in zip(row, columns, strict=True)
            ]
        )
    return table


def _backward(
    rows: Sequence[Sequence[int]], moves: Sequence[Sequence[int]], last: list[int]
) -> list[list[int]]:
    """Give for each label of each word the best sum of all words behind it; `last` is that of the last."""
    table = [last]
    for row in reversed(rows[1:]):
        last = [w + b for w, b in zip(row, table[-1], strict=True)]
        table.append([max(map(sum, zip(last, move, strict=True))) for move in moves])
    return table[::-1]


def _begun(row: Sequence[int]) -> list[int]:
    """Forbid that a line begins inside a name."""
    return [w if label == 0 or label % 2 else w - (1 << 20) for label, w in enumerate(row)]


def _reach(moves: Sequence[Sequence[int]]) -> int:
    """Give the most that the labels beside a word can add to another label than O.

    A name does not go on behind a word that is surely none, so labels inside a name do not count behind it.
    """
    labels = range(len(moves))
    behind = [b for b in labels if b == 0 or b % 2]
    return max(
        moves[a][label] + moves[label][b] - moves[a][0] - moves[0][b]
        for a in labels for label in labels[1:] for b in behind
    )  # fmt: skip
