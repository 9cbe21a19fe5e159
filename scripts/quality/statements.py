"""Statements of our own corpus: content and speaker. Its articles were written apart from the rules.

Content counts as found where the spans share half of what they cover together; a speaker as right where
the spans touch, where a mention of the same name is given, or where both are unsaid.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from khabar import extract
from khabar.lexicon import built_in
from khabar.records import Document, Range, Statement
from khabar.training.corpus import Article, Mark, articles
from scripts.quality._score import Score

NEEDS = ""
_CORPUS = Path(__file__).parents[2] / "corpus"
_SHARED = 0.5


class _Told(msgspec.Struct, frozen=True):
    content: Range
    cue: str
    speakers: tuple[Range, ...]


def measure(data: Path) -> Iterator[Score]:  # noqa: ARG001  the contract of all measures
    """Give precision and recall of content, and the share of found statements with the right speaker."""
    wanted = found = content = speaker = 0
    for article, document in _read():
        told = _told(article)
        pairs = _pairs(told, document.statements)
        wanted, found, content = wanted + len(told), found + len(document.statements), content + len(pairs)
        speaker += sum(_speaks(document, one, other) for one, other in pairs)
    yield Score("content precision", content / found, f"{content} of {found}")
    yield Score("content recall", content / wanted, f"{content} of {wanted}")
    yield Score("content f1", 2 * content / (found + wanted), "")
    yield Score("attributed f1", 2 * speaker / (found + wanted), f"{speaker} of {content} speakers")


def misses(data: Path) -> Iterator[str]:  # noqa: ARG001  the contract of all measures
    """Give what was missed, what is too much, and whose speaker is wrong."""
    for article, document in _read():
        told, text = _told(article), document.text
        pairs = _pairs(told, document.statements)
        name = f"{article.file} {article.published}"
        for one in told:
            if all(pair[0] is not one for pair in pairs):
                yield f"{name} missed: {one.cue} = {text[slice(*one.content)]}"
        for said in document.statements:
            cue = text[slice(*said.cue)]
            if all(pair[1] is not said for pair in pairs):
                yield f"{name} too much: {cue} = {text[said.start : said.end]} ({said.why})"
        for one, said in pairs:
            if not _speaks(document, one, said):
                right = " / ".join(text[slice(*span)] for span in one.speakers) or "-"
                given = text[slice(*said.speaker)] if said.speaker else "-"
                yield f"{name} speaker: {one.cue} = {right}, not {given} ({said.why})"


def _read() -> Iterator[tuple[Article, Document]]:
    for path in sorted(_CORPUS.glob("*.txt")):
        for article in articles(path):
            if any(mark.kind == "C" for mark in article.marks):
                given = Document(id="case", text=article.text, published=article.published)
                yield article, extract.annotate(given, built_in())


def _told(article: Article) -> list[_Told]:
    cues = {m.number: m for m in article.marks if m.kind == "Q"}
    return [
        _Told(
            (mark.start, mark.end),
            article.text[cues[mark.number].start : cues[mark.number].end] if mark.number in cues else "?",
            tuple(_speakers(article.marks, mark.number, cues)),
        )
        for mark in article.marks
        if mark.kind == "C"
    ]


def _speakers(marks: Sequence[Mark], number: int, cues: dict[int, Mark]) -> Iterator[Range]:
    """Give the spans of a statement's speaker, and those of the same name in all the article."""
    shares = cues[number].shares if number in cues else None
    for speaker in marks:
        if speaker.kind != "S" or speaker.number != (number if shares is None else shares):
            continue
        yield speaker.start, speaker.end
        inside = [m for m in marks if m.kind in "PO" and speaker.start <= m.start and m.end <= speaker.end]
        for name in inside[:1]:
            yield from ((m.start, m.end) for m in marks if m.kind in "PO" and m.number == name.number)


def _pairs(told: Sequence[_Told], given: Sequence[Statement]) -> list[tuple[_Told, Statement]]:
    """Pair statements by their shares, the best first."""
    shares = [
        (_iou(one.content, (other.start, other.end)), i, j)
        for i, one in enumerate(told)
        for j, other in enumerate(given)
    ]
    pairs: list[tuple[_Told, Statement]] = []
    left, right = set(range(len(told))), set(range(len(given)))
    for share, i, j in sorted(shares, key=lambda s: (-s[0], s[1], s[2])):
        if share >= _SHARED and i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((told[i], given[j]))
    return pairs


def _iou(one: Range, other: Range) -> float:
    inner = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return inner / (one[1] - one[0] + other[1] - other[0] - inner) if inner else 0.0


def _speaks(document: Document, one: _Told, given: Statement) -> bool:
    if given.speaker is None or not one.speakers:
        return given.speaker is None and not one.speakers
    start, end = given.speaker
    same = [(m.start, m.end) for m in document.mentions if m.entity == given.speaker_entity]
    spans = [(start, end), *same]
    return any(a < d and c < b for a, b in one.speakers for c, d in spans)
