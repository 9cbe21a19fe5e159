"""Sentences: short texts with the number of sentences that a reader counts in them."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from khabar.extract import blocks, sentences
from khabar.lexicon import built_in
from khabar.records import Reading
from scripts.quality._score import Score

NEEDS = "nlp-cases/sentences.json"


class _Case(msgspec.Struct, frozen=True):
    id: str
    text: str
    sentences: int


def measure(data: Path) -> Iterator[Score]:
    """Give the share of texts cut into the right number of sentences."""
    cases = _cases(data)
    right = sum(len(cut(case.text)) == case.sentences for case in cases)
    yield Score("count", right / len(cases), f"{right} of {len(cases)} texts")


def misses(data: Path) -> Iterator[str]:
    """Give the texts cut into another number of sentences."""
    for case in _cases(data):
        found = cut(case.text)
        if len(found) != case.sentences:
            yield f"{case.id} wants {case.sentences}, has {len(found)}: {' ‖ '.join(found)}"


def cut(text: str) -> list[str]:
    """Cut a text into sentences as the product does."""
    doc = Reading(id="case", text=text)
    doc = Reading(id="case", text=text, blocks=tuple(blocks.extract(doc, built_in())))
    return [text[start:end] for start, end in sentences.extract(doc, built_in())]


def _cases(data: Path) -> list[_Case]:
    return msgspec.json.decode((data / NEEDS).read_bytes(), type=list[_Case])
