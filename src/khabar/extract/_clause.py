"""Where reported content ends, and what of it stands in quotation marks."""

from khabar.extract._cues import CueAt
from khabar.extract._quotes import Quote
from khabar.extract._scene import Clause, Scene
from khabar.records import Range, StatementKind

_COMMAS = "،,؛-–—"
_OUTER = " \t\xa0.،,؛:؟!…-–—\u200e\u200f"
_CLOSING = "»”“\"’'"
_LONG_QUOTE = 4  # words from which a quotation at the head of the content is all of it
_AHEAD = 12
SPEECH = 4  # words of a quotation in which cues belong to the quoted, not to the article


def that(scene: Scene, k: int) -> bool:
    """Say whether token `k` is أنّ / إنّ, with pronoun or ب or without."""
    key = scene.tokens[k].key
    kinds = scene.words.kinds
    return "that" in kinds(key) or (key[0] == "ب" and "that" in kinds(key[1:]))


def reports(scene: Scene, cue: CueAt, last: int) -> bool:
    """Say whether a cue brings content of its own soon: أن, a colon, marks or its preposition."""
    takes = cue.cue.takes
    if cue.cue.shape == "formula":
        return True
    ahead = range(cue.last, min(last, cue.last + _AHEAD))
    if cue.cue.shape == "participle" and "nominal" in takes:
        return True
    for k in ahead:
        token = scene.tokens[k]
        if token.key in takes or token.key == ":" or that(scene, k):
            return True
        if scene.words.prepositions.get(token.key) in takes:
            return True
        if token.kind == "mark" and token.form in "«\"“'" and "direct" in takes:
            return True
        if token.key[0] in "بل" and token.key[0] in takes and len(token.key) > 3:
            return True
        if token.form in _COMMAS and k > cue.last:
            return False
    return False


def end(scene: Scene, clause: Clause, k: int, nominal: bool) -> int:
    """Give the index of the token behind the content that begins at token `k`."""
    # Nested reports share their end: without this a paragraph of nothing but «قال … إن» is quadratic.
    known = scene.ends.get((clause.last, nominal))
    if known is not None and known[0] <= k < known[1] and clause.quotes.around(scene.tokens[k].start) is None:
        return known[1]
    found = _end(scene, clause, k, nominal)
    scene.ends[clause.last, nominal] = (k, found)
    return found


def _end(scene: Scene, clause: Clause, k: int, nominal: bool) -> int:
    start = k
    tokens = scene.tokens
    while k < clause.last:
        token = tokens[k]
        if token.kind == "mark":
            pair = clause.quotes.around(token.start + 1) if token.form in "«\"“‘'([" else None
            if pair is not None and pair.start == token.start:
                k = max(k + 1, scene.from_offset(pair.end))
                # A comma typed inside the marks parts the clauses as one behind them does.
                comma = scene.text[pair.outer - 1] in _COMMAS and k < clause.last
                if comma and _breaks(scene, clause, k, nominal):
                    return k
                continue
            if token.form in _COMMAS and k + 1 < clause.last and _breaks(scene, clause, k + 1, nominal):
                return k
            if clause.headline and token.form == "." and k + 1 < clause.last and tokens[k + 1].form == ".":
                return k
        elif k > start and token.key[0] == "و" and _new_report(scene, clause, k, "past"):
            return k
        k += 1
    return clause.last


def _breaks(scene: Scene, clause: Clause, k: int, nominal: bool) -> bool:
    """Say whether behind a comma at `k - 1` the article speaks again, or somebody says something new."""
    if scene.words.breaks(scene.tokens, k, nominal):
        return True
    return _new_report(scene, clause, k, "")


def _new_report(scene: Scene, clause: Clause, k: int, shape: str) -> bool:
    cue = scene.words.cues.at(scene.tokens, k, clause.last)
    if cue is None or (cue.cue.weak and not shape and cue.cue.shape == "past") or k in scene.mention_of:
        return False
    if shape:
        return cue.cue.shape == shape and cue.cut == 1 and reports(scene, cue, min(clause.last, cue.last + 5))
    if cue.cue.shape == "formula":
        return cue.cue.row.lemma != "كما" or _says(scene, cue.last, clause.last)
    verb = cue.cue.shape == "past" or (cue.cue.shape == "present" and cue.cut == 1)
    return (verb or cue.cue.shape == "participle") and reports(scene, cue, clause.last)


def _says(scene: Scene, k: int, last: int) -> bool:
    cue = scene.words.cues.at(scene.tokens, k, last) if k < last else None
    return cue is not None and cue.cue.shape in ("past", "present")


def trim(scene: Scene, clause: Clause, start: int, stop: int) -> Range:
    """Take outer white space, stops and partnerless marks off `[start, stop)`."""
    text = scene.text
    while stop > start:
        if text[stop - 1] in _OUTER:
            stop -= 1
            continue
        pair = clause.quotes.closing(stop) if text[stop - 1] in _CLOSING else None
        if text[stop - 1] in _CLOSING and (pair is None or pair.start < start):
            stop -= 1
            continue
        break
    while start < stop and text[start] in _OUTER:
        start += 1
    return start, stop


def quoted(scene: Scene, clause: Clause, quote: Quote) -> bool:
    """Say whether a quotation at the head of the content is all of it."""
    first, last = scene.span(quote.inner, quote.outer)
    if not quote.closed or last - first >= _LONG_QUOTE:
        return True
    behind = scene.from_offset(quote.end)
    return behind >= clause.last or scene.tokens[behind].kind == "mark"


def named(scene: Scene, quote: Quote) -> bool:
    """Say whether a quotation holds a name and nothing else."""
    first, last = scene.span(quote.inner, quote.outer)
    mention = scene.mention_of.get(first)
    if mention is None:
        return False
    return mention.end >= scene.tokens[last - 1].end - 1 if last > first else False


def kind(scene: Scene, clause: Clause, span: Range, direct: bool) -> StatementKind:
    """Tell direct, mixed or indirect content by its marks."""
    if direct:
        return "direct"
    nearby = clause.quotes.within(span[0] - 2, span[1])
    inside = [q for q in nearby if q.outer > span[0] and not named(scene, q)]
    return "mixed" if inside else "indirect"


def spoken(scene: Scene, clause: Clause) -> set[int]:
    """Give the tokens inside quotations long enough to be speech."""
    if clause.first >= clause.last:
        return set()
    begin, end = scene.tokens[clause.first].start, scene.tokens[clause.last - 1].end
    inside: set[int] = set()
    reached = begin
    for quote in clause.quotes.within(begin, end):
        if quote.start < reached:
            continue
        first, last = scene.span(quote.inner, min(quote.outer, end))
        if last - first >= SPEECH:
            inside.update(range(first, last))
            reached = quote.end
    return inside
