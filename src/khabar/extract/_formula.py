"""Statements by formula («بحسب فلان», «كما ذكر فلان») and by the colon of a headline."""

from khabar import arabic
from khabar.extract import _clause, _complement, _speaker
from khabar.extract._cues import CueAt
from khabar.extract._quotes import Quote
from khabar.extract._scene import Clause, Scene, Speaker
from khabar.records import Range

_FAR_BACK = 80  # tokens in which the clause before a formula is looked for
_FEW = 2  # fewer words before a formula are no clause
_COLON_WITHIN = 8  # tokens before the colon of a headline


def source(scene: Scene, clause: Clause, cue: CueAt) -> tuple[Speaker, int, int] | None:
    """Read who a formula names: the speaker, the token behind the cue, the token behind the speaker."""
    tokens = scene.tokens
    k = cue.last
    if k >= clause.last:
        return None
    if "what" in scene.words.kinds(tokens[k].key) or "clause" in cue.cue.takes:
        k += 0 if "clause" in cue.cue.takes else 1
        said = scene.words.cues.at(tokens, k, clause.last) if k < clause.last else None
        verb = said is not None and said.cue.shape in ("past", "present") and said.cut == 0
        if not verb and not _with_object(scene, k, clause.last):
            return None
        if "clause" in cue.cue.takes and _brings_more(scene, clause, cue, said):
            return None
        k += 1
    if "own_words" in scene.words.kinds(tokens[k].key.removeprefix("ل")) if k < clause.last else True:
        return None
    stop = phrase_end(scene, clause, k)
    head = tokens[k].key.removeprefix("ل") if cue.particle == "ل" else tokens[k].key
    likely = (
        any(i in scene.mention_of for i in range(k, min(stop, k + 4))) or scene.words.noun(head) is not None
    )
    said_by = (
        _speaker.behind(scene, k, stop, governed=cue.particle == "ل")
        if likely or tokens[k].key.startswith(("ال", "لل"))
        else None
    )
    return None if said_by is None else (said_by, k, stop)


def _with_object(scene: Scene, k: int, last: int) -> bool:
    """Say whether token `k` is a verb of saying with an object pronoun: «لما ذكره»."""
    if k >= last:
        return False
    for pronoun in scene.words.enclitics:
        bare = scene.tokens[k].key.removesuffix(pronoun)
        found = scene.words.cues.word(bare) if bare != scene.tokens[k].key else None
        if found is not None and found[0].shape in ("past", "present"):
            return True
    return False


def _brings_more(scene: Scene, clause: Clause, cue: CueAt, said: CueAt | None) -> bool:
    """«كما أكد أن …» is a report of its own, and so is «كما» at the head of a sentence."""
    if cue.cue.row.lemma == "كما" and cue.first <= clause.first + 1:
        return True
    return said is not None and _complement.find(scene, clause, said) is not None


def phrase_end(scene: Scene, clause: Clause, k: int) -> int:
    """Give the index of the mark that ends the phrase at `k`."""
    stop = k
    while stop < clause.last and scene.tokens[stop].form not in "،,.:؛؟!-–":
        stop += 1
    return stop


def leading(scene: Scene, clause: Clause, cue: CueAt) -> bool:
    """Say whether a formula stands before its content."""
    head = clause.first
    while head < cue.first and scene.tokens[head].kind == "mark":
        head += 1
    return cue.first == head or _clause.that(scene, cue.first - 1)


def content(scene: Scene, clause: Clause, cue: CueAt, stop: int) -> tuple[Range, Quote | None] | None:
    """Give the words that a formula is about, and the marks that hold all of them."""
    tokens = scene.tokens
    if leading(scene, clause, cue):
        k = stop + 1
        if k >= clause.last or tokens[stop].form not in "،,:":
            return None
        if "then" in scene.words.kinds(tokens[k].key) and k + 1 < clause.last:
            k += 1
        quote = clause.quotes.opening(tokens[k].start)
        if quote is not None and _clause.quoted(scene, clause, quote):
            return (quote.inner, quote.outer), quote
        return (tokens[k].start, tokens[_clause.end(scene, clause, k, nominal=False) - 1].end), None
    k = cue.first - 1
    while k > clause.first and tokens[k].form in "،,-–":
        k -= 1
    if k < clause.first:
        return None
    quote = clause.quotes.closing(tokens[k].end)
    if quote is not None and _clause.quoted(scene, clause, quote):
        return (quote.inner, quote.outer), quote
    first = _clause_begin(scene, clause, k)
    if k - first < _FEW:
        return None
    return (_without_and(scene, first), tokens[k].end), None


def _clause_begin(scene: Scene, clause: Clause, k: int) -> int:
    """Go back to the head of the sentence, or to the last «فيما», «بينما» behind a comma."""
    for i in range(k, max(clause.first, k - _FAR_BACK), -1):
        if scene.tokens[i - 1].form in "،," and scene.words.breaks(scene.tokens, i, nominal=False):
            return i
    return clause.first


def _without_and(scene: Scene, k: int) -> int:
    """Cut the و that joins sentences where what is left is surely a word."""
    token = scene.tokens[k]
    rest = token.key[1:]
    sure = rest.startswith("ال") or scene.words.kinds(rest) or scene.words.cues.word(rest)
    if token.key[0] == "و" and rest and sure and not token.key.startswith("والد"):
        return arabic.after_letters(scene.text, token.start, 1)
    return token.start


def headline(scene: Scene, clause: Clause) -> tuple[Speaker, int] | None:
    """Read «فلان: …» at the head of a headline: the speaker and the token index of the colon."""
    tokens = scene.tokens
    within = range(clause.first + 1, min(clause.last - 2, clause.first + _COLON_WITHIN))
    colon = next((k for k in within if tokens[k].form == ":"), None)
    if colon is None:
        return None
    speaker = _speaker.behind(scene, clause.first, colon)
    if speaker is None or speaker.span is None or speaker.entity is None:
        return None
    place = scene.mention_of.get(scene.from_offset(speaker.span[0]))
    # «تركيا: …» is mostly a label of the topic; a quotation behind it makes the country the speaker.
    if place is not None and place.type == "LOC" and clause.quotes.opening(tokens[colon + 1].start) is None:
        return None
    return speaker, colon
