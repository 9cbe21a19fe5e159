"""Words with their true cuts and parts of speech: from a treebank, and from our own sentences."""

import gzip
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from khabar import arabic
from khabar.morphology._cuts import ENDINGS, Cut, cuts

_UPOS = {
    "NOUN": "noun", "PROPN": "name", "ADJ": "adj", "VERB": "verb", "AUX": "verb", "ADP": "prep",
    "CCONJ": "conj",
    "SCONJ": "conj", "PART": "part", "PRON": "pron", "DET": "noun", "NUM": "num", "ADV": "adv", "X": "name",
}  # fmt: skip
_OPEN = frozenset(("noun", "name", "adj", "num", "adv"))
_CLITICS = frozenset("وفبلكس")


class Word(NamedTuple):
    """A word of a sentence: its form, its cut, and the tags that are right for it."""

    form: str
    cut: Cut
    tags: frozenset[str]
    lemma: str = ""

    @property
    def stem(self) -> str:
        """The form without its clitics."""
        return self.form[self.cut[0] : len(self.form) - self.cut[1]]


def treebank(path: Path) -> Iterator[list[Word]]:
    """Read the words of a gzipped CoNLL-U file, sentence by sentence."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for block in file.read().split("\n\n"):
            rows = [line.split("\t") for line in block.split("\n") if line[:1].isdigit()]
            sentence: list[Word] = []
            chunk: list[list[str]] = []
            for row in rows:
                mark = row[3] in ("PUNCT", "SYM")
                if not mark:
                    chunk.append(row)
                if chunk and (mark or "SpaceAfter=No" not in row[9]):
                    sentence.append(_word(chunk))
                    chunk = []
            if chunk:
                sentence.append(_word(chunk))
            if sentence:
                yield sentence


def _word(rows: list[list[str]]) -> Word:
    forms = [arabic.fold(row[1]).form for row in rows]
    first, last = 0, len(rows)
    while first < last - 1 and forms[first] in _CLITICS:
        first += 1
    while last - 1 > first and rows[last - 1][3] == "PRON" and rows[last - 1][2] in ("هُوَ", "هو"):
        last -= 1
    if (
        last - 1 == first > 0
        and last == len(rows)
        and rows[first][2] == "هُوَ"
        and rows[first][1] not in ("هو", "هي")
    ):
        first, last = first - 1, len(rows) - 1
    stem = rows[first]
    tag = _UPOS.get(stem[3], "noun")
    if tag == "prep" and stem[7] == "mark":
        tag = "conj"
    cut = sum(map(len, forms[:first])), sum(map(len, forms[last:]))
    return Word("".join(forms), cut, frozenset({tag}), arabic.key(stem[2]))


def own(path: Path, known: list[list[Word]]) -> Iterator[list[Word]]:
    """Read our own sentences: one a line, `+` at the clitics, `/v` behind a verb.

    Other words may have any open tag; one that is also closed in `known` has its commonest tag there.
    """
    seen: dict[str, Counter[str]] = {}
    for word in (word for words in known for word in words):
        seen.setdefault(word.stem, Counter()).update(word.tags - {"verb"})
    closed = {
        stem: frozenset({max(sorted(tags), key=tags.__getitem__)})
        for stem, tags in seen.items()
        if not tags.keys() <= _OPEN
    }
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [_marked(word, closed) for word in line.split()]


def _marked(word: str, closed: dict[str, frozenset[str]]) -> Word:
    verb = word.endswith("/v")
    parts = word.removesuffix("/v").split("+")
    first = 0
    while first < len(parts) - 1 and parts[first] in _CLITICS:
        first += 1
    if first and first == len(parts) - 1 and parts[first - 1] in "لبك" and parts[first] in ENDINGS:
        first -= 1
    form = "".join(parts)
    cut = sum(map(len, parts[:first])), sum(map(len, parts[first + 1 :]))
    if cut != (0, 0) and cut not in set(cuts(form)):
        raise ValueError(f"{word}: no cut that the grammar allows")
    stem = form[cut[0] : len(form) - cut[1]]
    return Word(form, cut, frozenset({"verb"}) if verb else closed.get(stem, _OPEN))
