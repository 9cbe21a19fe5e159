"""A page as the block rules see it: its lines measured, its headline, its first paragraph, its year."""

import re
from collections import Counter

import msgspec

from khabar import arabic
from khabar.extract import _block_cues, _cues
from khabar.extract._line import Line
from khabar.lexicon import World
from khabar.records import Range, Reading

LONG = 12  # words from which on a line is a paragraph
_OPENING = 7  # words of a line in which a verb of saying makes it a report
_LINE = re.compile("[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_WORD = re.compile(r"\w+")
_TRIM = re.compile(r"[^\w]+")
_YEAR = re.compile(r"(?<![\d.,])(?:19[0-9]\d|20\d\d)(?![\d.,]\d|\d)")
_DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\d{1,2}\D{1,20}(?:19|20)\d\d")
_STOPS = re.compile(r"[.؟!?…:][\s»\"”“’')\]\u200e\u200f]*$")
_BLANK = (
    " \t\xa0\u200b\u200e\u200f\u202a-\u202e\ufeff\u2066\u2067\u2068\u2069\xad\u061c\u3000\u2002\u2003\u2009"
)
_QUOTES = "\"«“”„'"


class Page(msgspec.Struct, frozen=True):
    """The lines of a document and what is known of the whole."""

    lines: list[Line]
    cues: _block_cues.BlockCues
    title: str
    headline: str
    headline_at: int | None
    first_paragraph: int
    repeated: frozenset[str]
    year: int | None
    stops_kept: bool

    def old(self, line: Line) -> bool:
        """Say whether the line has years and all of them lie before the article's."""
        return bool(line.years) and self.year is not None and max(line.years) < self.year

    def dated(self, line: Line) -> bool:
        """Say whether the line is a date line."""
        return line.words <= 8 and _DATE.search(line.key) is not None and not line.cue_first


def read(doc: Reading, world: World) -> Page:
    """Cut a document into lines and measure them."""
    cues = _block_cues.block_cues(world)
    verbs = _cues.index(world)
    lines = [_line(doc.text, span, cues, verbs) for span in _spans(doc.text)]
    title = _bare(arabic.key(doc.title)) if doc.title else ""
    paragraphs = [
        n for n, line in enumerate(lines) if line.words >= LONG and (line.stopped or line.words > 18)
    ]
    first = next((n for n in paragraphs if lines[n].bare != title), 0)
    at = _headline(lines[:first], title)
    years = [year for line in lines for year in line.years]
    counted = Counter(line.key for line in lines if line.words > 1)
    stopped = sum(lines[n].stopped for n in paragraphs)
    return Page(
        lines,
        cues,
        title and next((line.key for line in lines if line.bare == title), ""),
        "" if at is None else lines[at].key,
        at,
        first,
        frozenset(key for key, times in counted.items() if times > 1),
        int(doc.published[:4]) if doc.published else max(years, default=None),
        len(paragraphs) > 1 and stopped >= 0.7 * len(paragraphs),
    )


def _headline(head: list[Line], title: str) -> int | None:
    """Find the headline among the lines before the first paragraph."""
    shaped = [n for n, line in enumerate(head) if not line.stopped and line.words >= 3]
    same = [n for n in shaped if head[n].bare == title]
    longest = sorted(shaped, key=lambda n: (-min(head[n].words, 6), n))
    return next(iter(same or longest), None)


def _spans(text: str) -> list[Range]:
    found = []
    for match in _LINE.finditer(text):
        line = match[0]
        left = len(line) - len(line.lstrip())
        start, end = match.start() + left, match.start() + len(line.rstrip())
        if start < end and line.strip(_BLANK):
            found.append((start, end))
    return found


def _bare(key: str) -> str:
    return _TRIM.sub(" ", key).strip().lower()


def _line(text: str, span: Range, cues: _block_cues.BlockCues, verbs: _cues.CueIndex) -> Line:
    start, end = span
    key = arabic.key(text[start:end])
    bare = _bare(key)
    words = bare.split()
    opening = [n for n, word in enumerate(words[:_OPENING]) if _reports(verbs, word, n)]
    return Line(
        start=start,
        end=end,
        key=key,
        bare=bare,
        words=len(words),
        stopped=_STOPS.search(key) is not None,
        colon=":" in key,
        opens_quotation=key.lstrip()[:1] in _QUOTES and key.lstrip()[:1] != "",
        years=tuple(sorted({int(year) for year in _YEAR.findall(key)})),
        recent=cues.recent(key),
        since=any(word.endswith("منذ") and len(word) < 5 for word in words),
        was_already=bool(words) and words[0].lstrip("و")[:3] == "كان" and "قد" in words[:6],
        cue_first=bool(opening),
        speaks=any(_reports(verbs, word, n) for n, word in enumerate(words[: 4 * _OPENING])),
        cue_carries=opening[:1] == [0] and len(words) > 1 and words[1] in ("ان", "انه", "انها", "بان"),
    )


def _reports(verbs: _cues.CueIndex, word: str, place: int) -> bool:
    """Say whether the word is a verb of saying, or first in its line its participle («مؤكدا أن …»)."""
    found = verbs.word(word)
    if found is None or found[0].row.weak:
        return False
    return found[0].shape in ("past", "present") or (found[0].shape == "participle" and place == 0)
