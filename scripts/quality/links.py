"""Near-duplicates: pairs of SaudiNewsNet's articles above a Jaccard index of 0.5, against all exact pairs.

What is exact is computed over all words of an article's content as it came; the product sees what it always
sees, the headline and the lines of the content with their roles.
"""

import json
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from khabar import link
from khabar.extract import blocks
from khabar.lexicon import built_in
from khabar.link import _passages
from khabar.links import Passage
from khabar.records import Document, Reading
from scripts.quality import _near
from scripts.quality._score import Score

NEEDS = "data/saudinewsnet/dataset"
_LEAST = 0.5
_SHOWN = 40


class Found(NamedTuple):
    """The outlets and titles of all articles, exact pairs with their Jaccard index, and linked pairs."""

    outlets: list[str]
    titles: list[str]
    exact: dict[tuple[int, int], float]
    linked: dict[tuple[int, int], float]


def measure(data: Path) -> Iterator[Score]:
    """Give recall and precision of pairs across outlets and of all pairs."""
    found = _found(data)
    exact, linked = set(found.exact), set(found.linked)
    across = {pair for pair in exact | linked if found.outlets[pair[0]] != found.outlets[pair[1]]}
    for name, wanted, given in (
        ("across outlets", exact & across, linked & across),
        ("all", exact, linked),
    ):
        right = len(wanted & given)
        yield Score(f"{name} recall", right / max(1, len(wanted)), f"{right} of {len(wanted)} exact pairs")
        yield Score(f"{name} precision", right / max(1, len(given)), f"{right} of {len(given)} linked pairs")


def misses(data: Path) -> Iterator[str]:
    """Give the pairs that were missed, and those that should not have been linked."""
    found = _found(data)
    for kind, wrong in (
        ("missed", set(found.exact) - set(found.linked)),
        ("too many", set(found.linked) - set(found.exact)),
    ):
        for left, right in sorted(wrong)[:_SHOWN]:
            told = found.exact.get((left, right)) or found.linked.get((left, right)) or 0.0
            yield f"{kind} {told:.3f} {left} {found.titles[left]} | {right} {found.titles[right]}"


@lru_cache(maxsize=1)
def _found(data: Path) -> Found:
    outlets: list[str] = []
    titles: list[str] = []
    texts = []
    passages: dict[str, list[Passage]] = {}
    for number, row in enumerate(rows(data / NEEDS)):
        content = row["content"] or ""
        outlets.append(row["source"] or "")
        titles.append(row["title"] or "")
        texts.append(_near.runs(_passages.words(content)))
        for keyed in link.keys(_document(number, row)):
            if keyed.linker == "copies":
                passages.setdefault(keyed.key, []).append(keyed.passage)
    exact = {(left, right): index for left, right, index in _near.pairs(texts, _LEAST)}
    return Found(outlets, titles, exact, _linked(passages))


def _linked(passages: dict[str, list[Passage]]) -> dict[tuple[int, int], float]:
    found: dict[tuple[int, int], float] = {}
    for key, sharing in passages.items():
        for made in link.gather("copies", key, sharing) if len(sharing) > 1 else ():
            left, right = sorted((int(made.left), int(made.right)))
            found[left, right] = made.score
    return found


def rows(folder: Path) -> Iterator[dict[str, str | None]]:
    """Give the articles of all days as they came."""
    for path in sorted(folder.glob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            for name in sorted(archive.namelist()):
                yield from json.loads(archive.read(name))


def _document(number: int, row: dict[str, str | None]) -> Document:
    """Give an article with its blocks, which is all that the linkers look at."""
    title, content = row["title"], row["content"] or ""
    text = content if not title or content.startswith(title) else f"{title}\n{content}"
    published = (row["date_extracted"] or "").replace(" ", "T") or None
    read = Reading(id=f"{number}", title=title, text=text, published=published)
    return Document(
        id=read.id,
        title=title,
        text=text,
        published=published,
        blocks=tuple(blocks.extract(read, built_in())),
    )
