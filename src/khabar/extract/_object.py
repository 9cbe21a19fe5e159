"""The subject and the bare object behind a verb of saying, and the asides between them."""

from khabar.extract import _clause
from khabar.extract._cues import CueAt
from khabar.extract._scene import Clause, Complement, Scene

_ASIDE = 16  # tokens of an aside between commas


def aside(scene: Scene, clause: Clause, k: int) -> int:
    """Step over an aside between commas; give where to go on."""
    tokens = scene.tokens
    following = k + 1
    if (
        following >= clause.last
        or _clause.that(scene, following)
        or tokens[following].key in scene.words.prepositions
    ):
        return following
    if _over(scene, clause, following):
        return clause.last
    for i in range(following, min(clause.last, following + _ASIDE)):
        if _clause.that(scene, i) or tokens[i].form in ':«"“':
            return following
        if tokens[i].form in "،,":
            return clause.last if i + 1 < clause.last and _over(scene, clause, i + 1) else i + 1
    return following


def _over(scene: Scene, clause: Clause, k: int) -> bool:
    """Say whether behind a comma another clause begins, so that the cue has no complement further on."""
    if scene.words.breaks(scene.tokens, k, nominal=False):
        return True
    cue = scene.words.cues.at(scene.tokens, k, clause.last)
    return cue is not None and cue.cue.shape in ("participle", "past", "formula") and not cue.cue.weak


def bare_object(scene: Scene, clause: Clause, cue: CueAt) -> Complement | None:
    """Find the object of a cue that takes one without any particle: «أكد ضرورة …», «معتبرا ذلك …»."""
    if "label" in cue.cue.takes and cue.cue.shape != "participle":
        return None
    zone = cue.last if cue.cue.shape == "participle" else subject_end(scene, clause, cue.last)
    k = zone
    tokens = scene.tokens
    k = past_adverbs(scene, clause, k)
    k = _past_source(scene, clause, k) if "of" in cue.cue.takes else k
    if tokens[min(k, clause.last - 1)].form in "،," and k < clause.last:
        beyond = aside(scene, clause, k)
        k = beyond if tokens[beyond - 1].form in "،," and beyond > k + 1 else clause.last
    k = past_adverbs(scene, clause, k)
    if k >= clause.last or (tokens[k].kind == "mark" and clause.quotes.opening(tokens[k].start) is None):
        return None
    if scene.words.kinds(tokens[k].key) & {"np_end", "negation", "bound"}:
        return None
    if k in scene.mention_of and cue.cue.shape != "participle":
        return None
    return Complement(tokens[k].start, zone, "object", nominal=True)


def past_adverbs(scene: Scene, clause: Clause, k: int) -> int:
    """Give the index behind the adverbs at `k`."""
    while k < clause.last:
        taken = scene.words.adverbs(scene.tokens, k)
        if not taken:
            break
        k += taken
    return k


def subject_end(scene: Scene, clause: Clause, k: int) -> int:
    """Give the index behind the subject that follows a verb, `k` where none does."""
    tokens = scene.tokens
    begin = k
    while k < clause.last:
        on_name = k in scene.mention_of or k in scene.role_of
        mark = tokens[k].form in '#"“”«»' and (k + 1 in scene.mention_of or k - 1 in scene.mention_of)
        title_comma = tokens[k].form == "،" and k - 1 in scene.role_of and k + 1 in scene.mention_of
        definite = tokens[k].key.startswith("ال") and len(tokens[k].key) > 4 and not _after_name(scene, k)
        noun = k == begin and scene.words.noun(tokens[k].key) is not None
        if not (on_name or mark or title_comma or definite or noun):
            break
        k += 1
    return k


def _after_name(scene: Scene, k: int) -> bool:
    """Say whether a name ends before a noun at `k`: «أعلن فلان التبرع» has its object there."""
    return k - 1 in scene.mention_of and k not in scene.mention_of and scene.tokens[k].pos not in ("adj", "")


def _past_source(scene: Scene, clause: Clause, k: int) -> int:
    """Give the index behind «من الحكومة» at `k`: whom something is asked of stands before what is asked."""
    if k >= clause.last or scene.tokens[k].key != "من":
        return k
    k += 1
    while k < clause.last and (
        k in scene.mention_of or k in scene.role_of or scene.tokens[k].key.startswith("ال")
    ):
        k += 1
    return k
