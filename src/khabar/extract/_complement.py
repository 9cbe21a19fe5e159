"""What a cue brings: where the said words begin, by أن, colon, marks, preposition or as a bare object."""

from khabar import arabic
from khabar.extract import _clause, _object
from khabar.extract._cues import CueAt
from khabar.extract._quotes import Quote
from khabar.extract._scene import Clause, Complement, Scene

_REACH = 30  # tokens between a verb and its complement
_FAR = 20  # and before marks that hold a whole clause, behind a verb of saying
_WEAK_REACH = 8
_OWNED_REACH = 3  # behind «تصريحاته», whose speaker does not stand between
_LOOSE = 5  # tokens that may stand between the subject and marks with no colon
_QUOTES = "«\"“‘'”"


def find(scene: Scene, clause: Clause, cue: CueAt) -> Complement | None:
    """Find the complement of a cue, or None where it brings none of those it takes."""
    k = cue.last
    owned = cue.cue.shape == "noun" and cue.cue.with_object
    stop = min(clause.last, k + (_OWNED_REACH if owned else _REACH))
    if "relay" in cue.cue.takes:
        k = _relay(scene, k, stop)
        if k < 0:
            return None
    while k < stop:
        found, onward = _step(scene, clause, cue, k, stop)
        if found is not None:
            return found if not cue.cue.weak or _sure(cue, found) else None
        k = max(k + 1, onward)  # a marker with nothing behind it leads nowhere
    if cue.cue.takes & {"nominal", "label"} and cue.cue.shape != "noun":
        return _object.bare_object(scene, clause, cue)
    return None


def _sure(cue: CueAt, found: Complement) -> bool:
    """Ask more of a cue that is also another common word: a near complement of the plainest kind."""
    far = found.zone - cue.last
    plain = found.how.endswith(("أن", "«:»")) or found.how in cue.cue.takes
    return (plain and far <= _WEAK_REACH) or (found.quote is not None and far <= _LOOSE)


def _relay(scene: Scene, k: int, stop: int) -> int:
    """Find «عن X قوله» behind «نقلت»; give the index of قوله, or -1."""
    about = next((i for i in range(k, min(stop, k + 10)) if scene.tokens[i].key == "عن"), -1)
    if about < 0:
        return -1
    kinds = scene.words.kinds
    return next((i for i in range(about, stop) if "saying" in kinds(scene.tokens[i].key)), -1)


def _step(scene: Scene, clause: Clause, cue: CueAt, k: int, stop: int) -> tuple[Complement | None, int]:
    """Look at token `k`: its complement if it opens one, and the index to go on from."""
    token = scene.tokens[k]
    if token.kind == "mark":
        return _at_mark(scene, clause, cue, k)
    if "anna" in cue.cue.takes and _clause.that(scene, k):
        before = scene.tokens[k - 1].key
        if k > cue.last and "not_that" in scene.words.kinds(before):
            return None, k + 1
        return _label(clause, cue, _behind(scene, clause, k + 1, k, "أن")), k
    if (
        "anna" in cue.cue.takes
        and token.key in scene.words.prepositions
        and k + 1 < clause.last
        and _clause.that(scene, k + 1)
    ):
        return _behind(scene, clause, k + 2, k, f"{token.form} أن"), k
    if _preposition(scene, clause, cue, k, stop):
        bare = _object.bare_object(scene, clause, cue) if "nominal" in cue.cue.takes else None
        # «أعلن فلان إضرابه عن …»: the preposition belongs to the object.
        if bare is not None and scene.from_offset(bare.start) < k and bare.zone - 1 in scene.mention_of:
            return bare, k
        return _behind(scene, clause, k + 1, k, token.form), k
    if (
        token.key[0] in "بل"
        and token.key[0] in cue.cue.takes
        and _proclitic(scene, cue, k)
        and _spoken(scene, cue, k)
    ):
        start = token.start
        if not token.key.startswith("لل"):
            start = arabic.after_letters(scene.text, start, 1)
        return Complement(start, k, f"{token.key[0]}ـ", nominal=True), k
    return None, stop if _other_report(scene, cue, k) else k + 1


def _other_report(scene: Scene, cue: CueAt, k: int) -> bool:
    """Say whether another verb of saying stands at `k`, so that the cue has no complement further on."""
    other = scene.words.cues.word(scene.tokens[k].key) if k > cue.last else None
    if other is None or other[0].shape != "past" or other[0].weak or k in scene.mention_of:
        return False
    return bool(other[1]) or cue.cue.shape == "noun"


def _label(clause: Clause, cue: CueAt, found: Complement | None) -> Complement | None:
    """«وصفه بأنه "كذا"» gives what stands in the marks, however short."""
    if found is None or "label" not in cue.cue.takes:
        return found
    quote = next(
        (q for q in clause.quotes.within(found.start - 2, found.start) if q.inner == found.start), None
    )
    return found if quote is None else Complement(quote.inner, found.zone, found.how, quote=quote)


def _at_mark(scene: Scene, clause: Clause, cue: CueAt, k: int) -> tuple[Complement | None, int]:
    token = scene.tokens[k]
    if token.form == ":":
        return _behind(scene, clause, k + 1, k, "«:»"), k
    if token.form in _QUOTES:
        quote = clause.quotes.opening(token.start)
        if quote is None:
            return None, k + 1
        if not _name(scene, clause, quote) and cue.cue.takes & {"direct", "label"}:
            found = _marks(scene, clause, cue, k, quote)
            return found, k if found else max(k + 1, scene.from_offset(quote.end))
        return None, max(k + 1, scene.from_offset(quote.end))
    if token.form in "([":
        pair = clause.quotes.around(token.start + 1)
        return None, max(k + 1, scene.from_offset(pair.end)) if pair and pair.start == token.start else k + 1
    if token.form in "؛." or (cue.cue.shape == "noun" and token.form in "،,"):
        return None, clause.last
    if token.form in "،,":
        return None, _object.aside(scene, clause, k)
    return None, k + 1


def _marks(scene: Scene, clause: Clause, cue: CueAt, k: int, quote: Quote) -> Complement | None:
    """Take a quotation behind the subject; words before it begin a bare object if the cue takes one."""
    if cue.cue.takes & {"nominal", "label"}:
        bare = _object.bare_object(scene, clause, cue)
        begins = scene.from_offset(bare.start) if bare else k
        if bare and begins < k and scene.tokens[begins].key != "في":
            return bare
    spare = k - _object.past_adverbs(scene, clause, _object.subject_end(scene, clause, cue.last))
    speech = "anna" in cue.cue.takes and not cue.cue.weak and _clause.quoted(scene, clause, quote)
    if spare > (_FAR if speech else _LOOSE) and scene.tokens[k - 1].form not in "،,":
        return None
    whole = quote if _clause.quoted(scene, clause, quote) or "label" in cue.cue.takes else None
    return Complement(quote.inner, k, "quotation marks", quote=whole, nominal=whole is None)


def _name(scene: Scene, clause: Clause, quote: Quote) -> bool:
    """Say whether a quotation behind a cue is a name in marks, not what was said."""
    if _clause.named(scene, quote):
        return True
    first, last = scene.span(quote.inner, quote.outer)
    behind = scene.from_offset(quote.end)
    if last - first > 3 or behind >= clause.last:
        return False
    # A name of a few words has the complement behind it: وقال “فلان” إن …
    ahead = range(behind, min(clause.last, behind + 8))
    return any(_clause.that(scene, k) or scene.tokens[k].form == ":" for k in ahead)


def _behind(scene: Scene, clause: Clause, k: int, zone: int, how: str) -> Complement | None:
    """Begin the content at token `k`, inside its marks where they hold all of it."""
    tokens = scene.tokens
    while k < clause.last and (tokens[k].form in ":،," or _clause.that(scene, k)):
        k += 1
    if k >= clause.last:
        return None
    quote = clause.quotes.opening(tokens[k].start)
    nominal = arabic.key(how) in scene.words.prepositions
    if quote is not None and not _clause.named(scene, quote):
        if _clause.quoted(scene, clause, quote):
            return Complement(quote.inner, zone, how, quote=quote)
        return Complement(quote.inner, zone, how, nominal=nominal)
    return Complement(tokens[k].start, zone, how, nominal=nominal)


def _preposition(scene: Scene, clause: Clause, cue: CueAt, k: int, stop: int) -> bool:
    """Say whether token `k` is the preposition of the cue and not one of the speaker's title."""
    name = scene.words.prepositions.get(scene.tokens[k].key)
    if name is None or name not in cue.cue.takes or k in scene.role_of or k in scene.mention_of:
        return False
    if k == cue.last:
        return True
    key = scene.tokens[k].key
    later = [i for i in range(k + 1, min(stop, k + 12)) if scene.tokens[i].key == key and i + 1 < clause.last]
    if any(_clause.that(scene, i + 1) for i in later):
        return False
    place = scene.mention_of.get(k + 1)
    return not (later and place is not None and place.type == "LOC")


def _proclitic(scene: Scene, cue: CueAt, k: int) -> bool:
    """Say whether token `k` is ب or ل with the noun that the cue asks for."""
    token = scene.tokens[k]
    if len(token.key) < 4 or "not_prep" in scene.words.kinds(token.key) or k in scene.role_of:
        return False
    if (
        token.key.startswith("بال")
        and k == cue.last
        and "ل" not in cue.cue.takes
        and cue.cue.row.stance == "say"
    ):
        return False
    return k not in scene.mention_of


def _spoken(scene: Scene, cue: CueAt, k: int) -> bool:
    """Say whether what stands between a cue and its ب can be a speaker: no «يقر حصانة لضباط بالجيش»."""
    between = range(cue.last, k)
    return not between or any(
        i in scene.mention_of
        or i in scene.role_of
        or scene.words.noun(scene.tokens[i].key) is not None
        or scene.words.adverbs(scene.tokens, i)
        for i in between
    )
