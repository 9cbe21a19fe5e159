"""Plain news as lines of units: stems, clitics and marks, for counting what stands beside what."""

import json
from collections.abc import Iterator
from pathlib import Path

from khabar.morphology import pos
from khabar.tagging import features

_SHORT = 40  # letters; shorter lines are labels of the page


def lines(path: Path) -> Iterator[list[str]]:
    """Give the units of each line of the articles of a JSONL file (field `text`), equal lines once."""
    reader = pos.reader()
    seen: set[str] = set()
    with path.open(encoding="utf-8") as rows:
        for row in rows:
            for line in json.loads(row)["text"].split("\n"):
                if len(line) >= _SHORT and line not in seen:
                    seen.add(line)
                    tokens = pos.tokens(line, reader)
                    yield [unit for token in tokens for unit in _units(features.word(token, _unsaid, {}))]


def _unsaid(key: str, stem: str, core: str) -> str:  # noqa: ARG001  the shape of all flags
    return ""


def _units(word: features.Word) -> Iterator[str]:
    """Give the proclitics, the stem and the enclitic of a word; a number is its length in zeros."""
    for letter in word.pre:
        yield letter + "+"
    yield word.stem
    if word.post:
        yield "+" + word.post
