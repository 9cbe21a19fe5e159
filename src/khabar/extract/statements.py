"""Statements: what the text attributes to somebody, with its cue, its speaker and how it is told."""

from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from khabar import arabic
from khabar.extract import (
    _clause,
    _complement,
    _formula,
    _interview,
    _quotes,
    _speaker,
    _speaker_before,
    _venue,
)
from khabar.extract._cues import CueAt
from khabar.extract._quotes import Quote
from khabar.extract._scene import Clause, Complement, Scene, Speaker
from khabar.extract._venue import Setting
from khabar.lexicon import World
from khabar.records import Range, Reading, Statement

NEEDS: tuple[str, ...] = ("blocks", "sentences", "tokens", "mentions", "roles")
VERSION = 1

_SILENT = ("furniture", "caption", "meta")
_DAMMA = "\u064f"
_SAID = ("أن", "«:»", "marks")  # complements that hold words, not a thing
_NEAR = 40  # statements before one in its sentence that are looked at for the same words


class Found(msgspec.Struct, frozen=True):
    """A statement before it has its number."""

    span: Range
    direct: bool
    cue: Range
    speaker: Speaker | None
    stance: str
    why: str
    setting: Setting = Setting()


def extract(doc: Reading, world: World) -> Iterator[Statement]:
    """Give the statements of a document in text order."""
    scene = Scene(doc, world)
    starts = [block.start for block in doc.blocks]
    turns = _interview.find(scene, doc.blocks, world)
    number = 0
    for start, end in doc.sentences:
        block = doc.blocks[bisect_right(starts, start) - 1]
        if block.role in _SILENT:
            continue
        quotes = _quotes.find(doc.text, block.start, block.end)
        clause = Clause(*scene.span(start, end), quotes, block.role == "title")
        turn = turns.pop(block.start, None)
        told = [] if turn is None else [_turn(scene, clause, turn)]
        for found in (*told, *sorted(_sentence(scene, clause), key=lambda f: (f.span, f.cue))):
            number += 1
            yield _statement(scene, clause, found, f"s{number}")


def _statement(scene: Scene, clause: Clause, found: Found, name: str) -> Statement:
    speaker = found.speaker
    how = speaker.how if speaker else "not known"
    return Statement(
        id=name,
        start=found.span[0],
        end=found.span[1],
        kind=_clause.kind(scene, clause, found.span, found.direct),
        cue=found.cue,
        speaker=speaker.span if speaker else None,
        speaker_entity=speaker.entity if speaker else None,
        body=scene.body(speaker) if speaker else None,
        stance=found.stance,
        venue=found.setting.venue,
        addressee=found.setting.addressee,
        why=f"{found.why}; speaker: {how}",
    )


def _turn(scene: Scene, clause: Clause, turn: _interview.Turn) -> Found:
    """Take the whole of a line in an interview as what its speaker says."""
    scene.last = turn.speaker or scene.last
    start, end = _clause.trim(scene, clause, *turn.span)
    quote = clause.quotes.opening(start)
    whole = quote is not None and quote.end >= end
    span = (quote.inner, min(quote.outer, end)) if quote is not None and whole else (start, end)
    return Found(span, True, turn.cue, turn.speaker, "say", turn.why)


def _sentence(scene: Scene, clause: Clause) -> list[Found]:
    """Collect the statements of one sentence, in the order of their cues."""
    found: list[Found] = []
    colon = _formula.headline(scene, clause) if clause.headline else None
    k = clause.first
    if colon is not None:
        said = _headline(scene, clause, *colon)
        if said is not None:
            found.append(said)
            scene.last = said.speaker
            k = colon[1] + 1
    spoken = _clause.spoken(scene, clause)
    while k < clause.last:
        cue = scene.words.cues.at(scene.tokens, k, clause.last)
        if cue is None or k in spoken or k in scene.mention_of or _denied(scene, clause, cue):
            k += 1
            continue
        if cue.cue.shape == "formula":
            said, k = _by_formula(scene, clause, cue, found)
        else:
            said, k = _by_cue(scene, clause, cue, found), cue.last
        if said is not None and said.span[0] < said.span[1]:
            found.append(said)
            scene.last = said.speaker or scene.last
    return found


def _denied(scene: Scene, clause: Clause, cue: CueAt) -> bool:
    """Say whether a verb is negated, only wished for or supposed, or the impersonal «يذكر أن»."""
    if cue.cue.row.kind != "verb":
        return False
    before = scene.words.kinds(scene.tokens[cue.first - 1].key) if cue.first > clause.first else frozenset()
    if not before and cue.first > clause.first and scene.tokens[cue.first - 1].key[0] in "وف":
        before = scene.words.kinds(scene.tokens[cue.first - 1].key[1:])
    if before & {"negation", "condition"}:
        return True
    if cue.cue.shape != "present":
        return False
    behind = cue.last + (
        cue.cue.passive and scene.tokens[min(cue.last, clause.last - 1)].key in scene.words.prepositions
    )
    impersonal = cue.first == clause.first and behind < clause.last and _clause.that(scene, behind)
    return "modal" in before or impersonal


def _by_cue(scene: Scene, clause: Clause, cue: CueAt, found: list[Found]) -> Found | None:
    """Read a verb, participle or noun of saying with its complement."""
    complement = _complement.find(scene, clause, cue) or _inverted(scene, clause, cue)
    marked = scene.text[scene.tokens[cue.first].start + cue.cut :][1:2] == _DAMMA
    passive = cue.cue.passive or (marked and cue.cue.row.kind == "verb")
    if complement is None or (passive and complement.how == "object"):
        return None
    if cue.cue.passive and not complement.how.endswith(_SAID):
        return None  # «دعي إلى الحفل»
    relative = "relative" in scene.words.kinds(scene.tokens[cue.first - 1].key) if cue.first else False
    if relative and complement.how == "object":
        return None  # «المبلغ الذي أعلن فلان التبرع به» names an amount
    purpose = cue.cut and cue.cue.shape == "present" and scene.tokens[cue.first].key[0] == "ل"
    if purpose and not complement.how.endswith(_SAID):
        return None  # «حضر ليعلن عن خطة»; but «عاد ليؤكد أن …» tells what was said
    span, direct = _content(scene, clause, complement)
    if any(f.span == span for f in found[-_NEAR:]):
        return None
    unsaid = passive and cue.cue.shape != "participle" and "relay" not in cue.cue.takes
    speaker = None if unsaid else _who(scene, clause, cue, complement, found)
    if speaker is _speaker_before.THING:
        return None
    if cue.cue.shape == "present" and (speaker is None or speaker.how in _speaker_before.CARRIED):
        start = scene.tokens[cue.first].start
        if any(f.span[0] <= start < f.span[1] for f in found[-_NEAR:]):
            return None  # a verb inside what somebody says, about something else: «… أن ذلك يهدد بكذا»
    why = f"«{cue.cue.row.lemma}» (words/cues.tsv) with {complement.how}"
    where = _cue_span(scene, cue, complement)
    setting = _venue.find(scene, clause, cue, complement.zone)
    return Found(span, direct, where, speaker, cue.cue.row.stance, why, setting)


def _inverted(scene: Scene, clause: Clause, cue: CueAt) -> Complement | None:
    """Take the quotation that ends before the verb: «"…"، يقول فلان»."""
    k = cue.first - 1
    while k > clause.first and scene.tokens[k].form in "،,-–":
        k -= 1
    if (
        k < clause.first
        or "direct" not in cue.cue.takes
        or cue.cut
        or cue.cue.shape not in ("past", "present")
    ):
        return None
    quote = clause.quotes.closing(scene.tokens[k].end)
    if quote is None or len(scene.text[quote.inner : quote.outer].split()) < _clause.SPEECH:
        return None
    stop = _formula.phrase_end(scene, clause, cue.last)
    return Complement(quote.inner, stop, "marks before the cue", quote=quote)


def _content(scene: Scene, clause: Clause, complement: Complement) -> tuple[Range, bool]:
    quote = complement.quote
    if quote is not None:
        return _clause.trim(scene, clause, quote.inner, quote.outer), True
    first = scene.span(complement.start, complement.start + 1)[0]
    last = _clause.end(scene, clause, first, complement.nominal)
    end = scene.tokens[max(last, first + 1) - 1].end
    return _clause.trim(scene, clause, complement.start, end), False


def _who(
    scene: Scene, clause: Clause, cue: CueAt, complement: Complement, found: list[Found]
) -> Speaker | None:
    shape = cue.cue.shape
    told = _told(scene, cue, found)
    if shape == "participle":
        return _speaker_before.carried(scene, clause, cue, told)
    opens = _speaker_before.heading(scene, clause, cue)
    if opens is not None:
        return opens
    start = cue.last
    if "relay" in cue.cue.takes:
        start = next((k for k in range(start, complement.zone) if scene.tokens[k].key == "عن"), start) + 1
    subject = _speaker.behind(scene, start, complement.zone)
    if subject is not None and _urged(scene, cue, start):
        subject = None
    if subject is None and shape != "noun":
        subject = _speaker_before.before(scene, clause, cue)
    if subject is not None and subject.entity and cue.cue.gender:
        scene.genders[subject.entity] = cue.cue.gender
    return subject or _speaker_before.carried(scene, clause, cue, told)


def _urged(scene: Scene, cue: CueAt, start: int) -> bool:
    """Say whether the noun behind a cue is whom somebody urges: «ودعا المواطنين إلى», «وحث الأهالي على».

    A plural noun with no name behind a verb that «و» joins to what the same speaker said before.
    """
    key = scene.tokens[start].key
    if "person" not in cue.cue.takes or start in scene.mention_of or start in scene.role_of:
        return False
    oblique = key.startswith("ال") and key.endswith("ين") and scene.words.noun(key) is not None
    return oblique or (cue.cut > 0 and scene.last is not None and scene.words.plural(key))


def _told(scene: Scene, cue: CueAt, found: list[Found]) -> Speaker | None:
    """Give who spoke last in the sentence, passing over who is only quoted in the words of another."""
    at = scene.tokens[cue.first].start
    for one in reversed(found):
        if not any(f.span[0] <= one.cue[0] < f.span[1] <= at for f in found if f is not one):
            return one.speaker
    return None


def _cue_span(scene: Scene, cue: CueAt, complement: Complement) -> Range:
    """Give the cue without its و, with the preposition that touches it."""
    start = arabic.after_letters(scene.text, scene.tokens[cue.first].start, cue.cut)
    last = cue.last - 1
    touches = complement.zone == cue.last and scene.tokens[cue.last].key in scene.words.prepositions
    return start, scene.tokens[last + touches].end


def _by_formula(scene: Scene, clause: Clause, cue: CueAt, found: list[Found]) -> tuple[Found | None, int]:
    """Read «بحسب فلان»; where its words are told already by the same speaker, it makes no statement."""
    read = _formula.source(scene, clause, cue)
    if read is None:
        own = cue.last < clause.last and "own_words" in scene.words.kinds(scene.tokens[cue.last].key)
        return None, cue.last + own
    speaker, behind, stop = read
    about = _formula.content(scene, clause, cue, stop)
    if about is None:
        return None, behind
    (start, end), quote = about
    span = _clause.trim(scene, clause, start, end)
    for earlier in found[-_NEAR:]:
        overlaps = earlier.span[0] < span[1] and span[0] < earlier.span[1]
        same = earlier.speaker is None or earlier.speaker.entity in (None, speaker.entity)
        if overlaps and (same or earlier.direct) and not _formula.leading(scene, clause, cue):
            return None, stop
    start = arabic.after_letters(scene.text, scene.tokens[cue.first].start, cue.cut)
    where = (start, scene.tokens[max(behind, cue.last) - 1].end)
    why = f"«{cue.cue.row.lemma}» (words/cues.tsv), about the clause it stands with"
    return Found(span, quote is not None, where, speaker, cue.cue.row.stance, why), behind


def _headline(scene: Scene, clause: Clause, speaker: Speaker, colon: int) -> Found | None:
    """Read the content behind the colon of a headline."""
    first = colon + 1
    quote: Quote | None = clause.quotes.opening(scene.tokens[first].start)
    if quote is not None and _clause.quoted(scene, clause, quote):
        span = _clause.trim(scene, clause, quote.inner, quote.outer)
    else:
        quote = None
        last = _clause.end(scene, clause, first, nominal=False)
        span = _clause.trim(scene, clause, scene.tokens[first].start, scene.tokens[last - 1].end)
    mark = scene.tokens[colon]
    return Found(span, quote is not None, (mark.start, mark.end), speaker, "say", "headline «X: …»")
