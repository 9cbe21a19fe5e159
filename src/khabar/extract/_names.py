"""Runs of words that are a person's name."""

from khabar import arabic
from khabar.extract._naming import Candidate, Scene
from khabar.extract._vocabulary import uncut

_LONGEST = 10
_SHORT = 3


def run(scene: Scene, at: int, *, titled: bool) -> Candidate | None:
    """Give the name that begins at token `at`: known, or a given name and what belongs to it.

    Behind a title (`titled`) one word is enough and the first may be unknown; elsewhere two are needed.
    """
    if not scene.units.word(at):
        return None
    hit = scene.hit(at)
    known = hit if hit and hit.known[0].type == "PER" else None
    if hit and known is None and scene.given(at) is None and _particle(scene, at) is None:
        return None
    cut = _head(scene, at, titled=titled)
    end = _tail(scene, at) if cut is not None else at
    if known and (at + known.length >= end or known.length > 1):
        why = f"name «{known.known[0].name}» ({known.known[0].table})"
        return _candidate(scene, at, at + known.length, known.cut, why)
    if cut is None or (hit and known is None and end - at <= hit.length):
        return None
    if not titled and not _surely(scene, at, cut, end):
        return None
    how = "behind a title" if titled else "and what follows it"
    return _candidate(scene, at, end, cut, f"given name «{_shown(scene, at, cut)}» {how}")


def _candidate(scene: Scene, first: int, last: int, cut: int, why: str) -> Candidate:
    keys = scene.units.keys
    name = " ".join((uncut(keys[first], cut), *keys[first + 1 : last]))
    known = tuple(k for k in scene.gazetteer.named(name) if k.type == "PER")
    return Candidate(first, last, cut, "PER", known[0].ident if known else f"PER:{name}", why, known)


def _shown(scene: Scene, at: int, cut: int) -> str:
    return scene.units.tokens[at].form[cut:]


def _particle(scene: Scene, at: int) -> int | None:
    """Give the letters to cut so that «أبو», «عبد» and the like begin a name at `at`."""
    key = scene.units.keys[at]
    for cut in arabic.proclitics(key):
        if key in scene.words.stops:
            return None
        if key[cut:] in scene.words.particles and len(key) - cut > 2 and scene.units.word(at + 1):
            return cut
    return None


def _head(scene: Scene, at: int, *, titled: bool) -> int | None:
    """Give the letters to cut off the first word of a name, None where no name begins."""
    given = scene.given(at)
    if given is not None:
        return given
    particle = _particle(scene, at)
    if particle is not None and _part(scene, at + 1):
        return particle
    if not titled:
        return None
    key = scene.units.keys[at]
    if scene.words.ordinary(key) or key.startswith(("ال", "لل", "وال", "بال")) or len(key) < 3:
        return 0 if key in scene.words.surnames else None
    token = scene.units.tokens[at]
    if token.pos not in ("name", "noun") and scene.seen(at):  # «أصغر», «تلقائيا»
        return None
    if (token.pre and token.post) or _grown(scene, at) or scene.tanwin(at):  # «وبصحبته», «وطالباه»
        return None
    if token.form.endswith(("ة", "اء", "ات")):  # no unlisted name of a person ends so
        return None
    return 0 if arabic.arabic_share(key) == 1.0 else None


def _tail(scene: Scene, at: int) -> int:
    """Give the end of the name whose first word stands at `at`."""
    end = at + 1
    if _particle(scene, at) is not None and scene.given(at) is None:
        end += 1
    while end < at + _LONGEST and scene.units.word(end):
        key = scene.units.keys[end]
        if key in scene.words.particles and _after_particle(scene, end + 1):
            end += 2
        elif _part(scene, end):
            end += 1
        else:
            break
    return end


def _after_particle(scene: Scene, at: int) -> bool:
    """Say whether the word behind «بن», «آل», «عبد» may be a name; nearly every word may."""
    return (
        scene.units.word(at)
        and len(scene.units.keys[at]) > 2
        and scene.units.keys[at] not in scene.words.stops
    )


def _part(scene: Scene, at: int) -> bool:
    """Say whether a word inside a name may stand at `at`."""
    if not scene.units.word(at):
        return False
    key, words = scene.units.keys[at], scene.words
    if key in words.stops or scene.units.tokens[at].form == "على":
        return False
    if key in words.given or key in words.surnames:
        return True
    hit = scene.hit(at)
    if hit:
        return hit.known[0].type == "PER" and hit.cut == 0
    if len(key) < 3 or key.startswith("لل") or words.ordinary(key) or _joined(scene, key):
        return False
    if scene.action(at) or scene.tanwin(at) or _grown(scene, at):
        return False
    return arabic.arabic_share(key) == 1.0


def _grown(scene: Scene, at: int) -> bool:
    """Say whether a word known without them has letters joined to it: «سياستنا», «لتدعيم»."""
    token = scene.units.tokens[at]
    return (token.pre > 0 or token.post > 1) and scene.seen(at)


def _joined(scene: Scene, key: str) -> bool:
    """Say whether a key is و, ل or another proclitic before a word that we know."""
    return any(
        cut and (key[cut:] in scene.words.given or scene.gazetteer.famous(key[cut:]))
        for cut in arabic.proclitics(key)
    )


def _surely(scene: Scene, at: int, cut: int, end: int) -> bool:
    """Say whether a run is a name without a title to say so."""
    keys, words = scene.units.keys, scene.words
    if end - at < 2:
        return False
    first = keys[at][cut:]
    if end - at == 2 and keys[at + 1].startswith("و") and keys[at + 1] not in words.given:
        return False
    if words.given_alone(first) or end - at > 2:
        return True
    second = keys[at + 1]
    if second in words.given or second in words.surnames or second in words.particles:
        return True
    return len(second) > _SHORT and second[0] not in "وبلفك" and not words.ordinary(second)
