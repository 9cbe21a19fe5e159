"""What the linkers share: folded words of a passage, and the pairs of passages that are alike."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from khabar import arabic
from khabar.link import _sketch
from khabar.links import Link, Passage
from khabar.records import Block, Document, Range

WINDOW = 32
_RUNNING = ("body", "background")


@lru_cache(maxsize=512)
def words(text: str) -> tuple[str, ...]:
    """Give the folded words and numbers of a text, without marks; every linker asks for the same ones."""
    return tuple(key for _, _, _, key, kind in arabic.pieces(text) if kind != "mark")


def running(document: Document) -> Iterator[tuple[Block, tuple[str, ...]]]:
    """Give the paragraphs of the running text with their folded words."""
    for block in document.blocks:
        if block.role in _RUNNING:
            yield block, words(document.text[block.start : block.end])


def passage(document: Document, span: Range, sketch: bytes) -> Passage:
    """Give a stretch of a document as a linker compares it."""
    start, end = span
    return Passage(
        document=document.id, published=document.published, start=start, end=end, sketch=sketch
    )  # fmt: skip


def keyed(passage: Passage, count: int) -> Iterator[tuple[str, Passage]]:
    """Give a passage under the smallest digests of its sketch."""
    for key in _sketch.smallest(passage.sketch, count):
        yield key, passage


def alike(kind: str, passages: Sequence[Passage], least: float) -> Iterator[Link]:
    """Link each two passages of different documents whose likeness reaches `least`."""
    for at, later in enumerate(passages):
        for earlier in passages[: min(at, WINDOW)]:
            score = _sketch.likeness(earlier.sketch, later.sketch) if _near(earlier, later, least) else 0.0
            if score >= least:
                yield Link(
                    kind=kind,
                    left=earlier.document,
                    right=later.document,
                    left_span=(earlier.start, earlier.end),
                    right_span=(later.start, later.end),
                    score=round(score, 3),
                    why=f"{score:.0%} of all runs of five words in either stand in both",
                )


def _near(earlier: Passage, later: Passage, least: float) -> bool:
    """Tell whether two passages are of two documents and near enough in length to be alike."""
    sizes = sorted((len(earlier.sketch), len(later.sketch)))
    return earlier.document != later.document and sizes[0] >= least * sizes[1]
