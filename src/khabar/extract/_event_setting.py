"""Where and when an act took place, and whether it is told as earlier history."""

from datetime import date, timedelta
from typing import NamedTuple

from khabar.extract._event_clause import Sentence
from khabar.records import Range, Time

_PLACE_REACH = 25
_OLD = timedelta(days=45)
_ISO_DAY = 10
_BACK_WORDS = 8


class Setting(NamedTuple):
    """The place's entity, the time, and why the act is background, "" where it is none."""

    place: str | None
    time: Time | None
    background: str


def setting(sentence: Sentence, at: int, doers: tuple[Range, ...]) -> Setting:
    """Give place, time and background of the act whose trigger is token `at`; no doer is a place."""
    time = _time(sentence, at)
    return Setting(_place(sentence, at, doers), time, _background(sentence, at, time))


def _clause(sentence: Sentence, at: int) -> tuple[int, int]:
    """Give the tokens of the clause round a trigger, as far as relatives, «أن» and breaks."""
    i = sentence.index.get(at)
    if i is None:
        return at, at + 1
    first = last = i
    while first > 0 and sentence.chunks[first - 1].kind not in ("break", "that", "rel"):
        first -= 1
    while last + 1 < len(sentence.chunks) and sentence.chunks[last + 1].kind not in ("break", "that", "verb"):
        last += 1
    return sentence.chunks[first].first, sentence.chunks[last].last


def _place(sentence: Sentence, at: int, doers: tuple[Range, ...]) -> str | None:
    """Give the place nearest behind the trigger in its clause, else in the sentence; no party is one."""
    scene, (first, last) = sentence.scene, _clause(sentence, at)
    behind = range(at, min(last, at + _PLACE_REACH))
    around = range(first, last)
    for stretch in (behind, around):
        for k in stretch:
            mention = scene.mention_of.get(k)
            if mention is None or mention.type != "LOC":
                continue
            if not any(mention.start < end and start < mention.end for start, end in doers):
                return mention.entity
    return None


def _time(sentence: Sentence, at: int) -> Time | None:
    scene, (first, last) = sentence.scene, _clause(sentence, at)
    for stretch in ((first, last), (sentence.passage.first, sentence.passage.last)):
        found = {scene.time_of[k] for k in range(*stretch) if k in scene.time_of}
        dated = sorted(
            (t for t in found if t.type in ("DATE", "TIME") and t.value),
            key=lambda t: abs(t.start - scene.tokens[at].start),
        )
        if dated:
            return dated[0]
    return None


def _background(sentence: Sentence, at: int, time: Time | None) -> str:
    block = sentence.passage.block
    if block.role == "background":
        return f"background block: {block.why}"
    scene = sentence.scene
    published = scene.doc.published
    since = time is not None and scene.is_a("since", scene.span(time.start, time.end)[0] - 1)
    if time is not None and time.finish and published and not since:
        day, end = _day(published), _day(time.finish)
        if day is not None and end is not None and day - end > _OLD:
            return f"{time.value} is long before publication"
    first = sentence.passage.first
    for k in range(max(first, at - _BACK_WORDS), at):
        if scene.is_a("earlier", k):
            return f"«{scene.tokens[k].form}»"
    return ""


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written[:_ISO_DAY])
    except ValueError:
        return None
