"""What changed between two texts, word by word, with offsets in both; spelling and marks do not count."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from khabar import arabic
from khabar.links import Change
from khabar.records import Range

_Word = tuple[int, int, str]


def changes(left: str, right: str) -> Iterator[Change]:
    """Give what was removed, added or replaced, in the order of the texts.

    Lines are aligned first, and words only within lines that differ, so that long texts stay fast.
    """
    lines, others = _lines(left), _lines(right)
    for first, last, start, end in _unequal([_keys(a) for a in lines], [_keys(b) for b in others]):
        words = [word for line in lines[first:last] for word in line]
        new = [word for line in others[start:end] for word in line]
        for i, j, k, m in _unequal([word[2] for word in words], [word[2] for word in new]):
            yield Change(left=_span(words[i:j]), right=_span(new[k:m]))


def _lines(text: str) -> list[list[_Word]]:
    found: list[list[_Word]] = []
    at = 0
    for line in text.splitlines(keepends=True):
        words = [(at + s, at + e, key) for s, e, _, key, kind in arabic.pieces(line) if kind != "mark"]
        if words:
            found.append(words)
        at += len(line)
    return found


def _keys(words: Sequence[_Word]) -> tuple[str, ...]:
    return tuple(word[2] for word in words)


def _unequal(
    left: Sequence[str] | Sequence[tuple[str, ...]], right: Sequence[str] | Sequence[tuple[str, ...]]
) -> Iterator[tuple[int, int, int, int]]:
    for tag, *bounds in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag != "equal":
            first, last, start, end = bounds
            yield first, last, start, end


def _span(words: Sequence[_Word]) -> Range | None:
    return (words[0][0], words[-1][1]) if words else None
