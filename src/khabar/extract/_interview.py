"""Interviews in question-and-answer form: the lines that are turns of a talk, and who speaks in each.

A form counts only where the lines bear it out: two questions and two answers that take turns.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import msgspec

from khabar import arabic
from khabar.extract import _speaker
from khabar.extract._scene import Scene, Speaker
from khabar.lexicon import World
from khabar.records import Block, Range

_LABEL = re.compile(r"[\s*•–—-]*(?P<label>[^\n:؟?.،؛«\"“()]{1,40}?)\s*(?P<mark>[:/])\s*(?=\S)")
_BULLET = re.compile(r"[\s*•–—-]*")
_ASKS = re.compile(r"[؟?][\s!»\"”)]*$")
_NUMBER = re.compile(r"\s*\d+$")
_SILENT = ("furniture", "caption", "meta", "title")
_LABEL_WORDS = 5
_WITH_WITHIN = 8  # tokens from «حوار» to «مع»
_NAME_WITHIN = 14  # tokens of a title between «مع» and the name


class InterviewWord(msgspec.Struct, frozen=True):
    """A row of words/interview_words.tsv: a label that asks or answers (`letter` with a stroke too), a
    noun for the talk, or the phrase that leads to its text; `¶` in an example parts lines."""

    form: str
    kind: str
    example: str


class Turn(msgspec.Struct, frozen=True):
    """What one line of an interview says: its span, its cue and who speaks, None where nobody is named."""

    span: Range
    cue: Range
    speaker: Speaker | None
    why: str


class _Labelled(msgspec.Struct, frozen=True):
    """A line with its label: `[start, end)` the label, `mark` the colon behind it."""

    block: Block
    start: int
    end: int
    mark: int
    key: str
    asks: bool


@lru_cache(maxsize=4)
def _words(world: World) -> dict[str, str]:
    rows = world.rows("words/interview_words.tsv", InterviewWord)
    return {arabic.key(row.form): row.kind for row in rows}


def find(scene: Scene, blocks: tuple[Block, ...], world: World) -> dict[int, Turn]:
    """Give the turns of an interview by the offset of their block; none where no form is clear."""
    words = _words(world)
    labelled = _alternating([one for b in blocks if (one := _labelled(scene, b, words)) is not None], words)
    if labelled:
        guest = _guest(scene, words, labelled[0].block.start)
        return {one.block.start: _turn(scene, one, words, guest) for one in labelled}
    return dict(_unlabelled(scene, blocks, words))


def _labelled(scene: Scene, block: Block, words: dict[str, str]) -> _Labelled | None:
    found = _LABEL.match(scene.text, block.start, block.end) if block.role not in _SILENT else None
    if found is None or len(found["label"].split()) > _LABEL_WORDS:
        return None
    key = arabic.key(_NUMBER.sub("", found["label"]))
    if found["mark"] == "/" and words.get(key) not in ("ask letter", "answer letter"):
        return None
    asks = bool(_ASKS.search(scene.text, found.end(), block.end))
    return _Labelled(block, *found.span("label"), found.start("mark"), key, asks)


def _alternating(lines: list[_Labelled], words: dict[str, str]) -> list[_Labelled]:
    """Keep the lines whose labels come back, where they are a talk: some ask, others answer, in turn."""
    often = Counter(one.key for one in lines)
    kept = [one for one in lines if often[one.key] > 1]
    asking = [one for one in kept if one.asks or words.get(one.key, "").startswith("ask")]
    askers = Counter(one.key for one in asking)
    answers = [one for one in kept if one not in asking and askers[one.key] * 2 < often[one.key]]
    changes = sum(a.key != b.key for a, b in pairwise(kept))
    clear = len(asking) > 1 and len(answers) > 1 and changes * 3 >= (len(kept) - 1) * 2
    return kept if clear else []


def _turn(scene: Scene, one: _Labelled, words: dict[str, str], guest: Speaker | None) -> Turn:
    kind = words.get(one.key, "")
    if kind.startswith("answer"):
        speaker = guest
    elif kind in ("ask", "ask letter"):
        speaker = None
    else:
        speaker = _of_label(scene, one)
    span = one.mark + 1, one.block.end
    return Turn(span, (one.mark, one.mark + 1), speaker, "turn of an interview, by its label")


def _of_label(scene: Scene, one: _Labelled) -> Speaker:
    """Read a label as a name, a title, or words for somebody who is not named."""
    first, last = scene.span(one.start, one.end)
    for k in range(first, last):
        if k in scene.mention_of and scene.mention_of[k].type != "LOC":
            return _speaker.name(scene.mention_of[k], "label of the turn")
    return _speaker.phrase(scene, first, last)


def _guest(scene: Scene, words: dict[str, str], before: int) -> Speaker | None:
    """Find who is interviewed, in what stands before the first turn: «حوار مع … فلان»."""
    stop = scene.from_offset(before)
    tokens = scene.tokens
    for k in range(stop):
        if words.get(_bare(tokens[k].key)) != "talk":
            continue
        joint = next((i for i in range(k + 1, min(stop, k + _WITH_WITHIN)) if tokens[i].key == "مع"), stop)
        for i in range(joint + 1, min(stop, joint + _NAME_WITHIN)):
            if i in scene.mention_of and scene.mention_of[i].type == "PER":
                return _speaker.name(scene.mention_of[i], "who is interviewed")
    return None


def _unlabelled(scene: Scene, blocks: tuple[Block, ...], words: dict[str, str]) -> Iterator[tuple[int, Turn]]:
    """Read the lines behind «نص الحوار»: a question, and the line behind it that answers."""
    leads = [key for key, kind in words.items() if kind == "text"]
    spoken = [block for block in blocks if block.role not in _SILENT]
    heads = (
        n
        for n, b in enumerate(spoken)
        if any(f" {lead}" in f" {arabic.key(scene.text[b.start : b.end])}" for lead in leads)
    )
    head = next(heads, None)
    if head is None:
        return
    rest = spoken[head + 1 :]
    pairs = [
        (a, b, mark)
        for a, b in pairwise(rest)
        if (mark := _question(scene, a)) is not None and _question(scene, b) is None
    ]
    if len(pairs) < 2 or not rest or _question(scene, rest[0]) is None:
        return
    guest = _guest(scene, words, rest[0].start)
    for asked, answered, mark in pairs:
        cue = mark, mark + 1
        yield asked.start, Turn(_spoken(scene, asked), cue, None, "question of an interview")
        yield answered.start, Turn(_spoken(scene, answered), cue, guest, "answer behind the question")


def _question(scene: Scene, block: Block) -> int | None:
    found = _ASKS.search(scene.text, block.start, block.end)
    return found.start() if found else None


def _spoken(scene: Scene, block: Block) -> Range:
    found = _BULLET.match(scene.text, block.start, block.end)
    return (found.end() if found else block.start), block.end


def _bare(key: str) -> str:
    """Take «و», the article and the tanwin's alif off a noun: «وحوارا», «الحوار»."""
    return key.removeprefix("و").removeprefix("ال").removesuffix("ا")
