"""Places told by their kind word: «مطار بغداد الدولي» with it, «مديرية `الوازعية`» without it."""

from khabar.extract._naming import Candidate, Scene
from khabar.extract._vocabulary import any_of, uncut


def place_at(scene: Scene, at: int) -> Candidate | None:
    """Give the place whose kind word stands at `at`; the kind word is inside or outside as listed."""
    heads = scene.words.place_heads
    cut = any_of(scene.units.keys[at], heads)
    if cut is None or not scene.units.word(at + 1):
        return None
    head = uncut(scene.units.keys[at], cut)
    if "inside" in heads[head] and not head.startswith("ال"):
        return _inside(scene, at, cut)
    return _outside(scene, at) if "outside" in heads[head] else None


def _inside(scene: Scene, at: int, cut: int) -> Candidate | None:
    units, words = scene.units, scene.words
    hit = scene.hit(at + 1)
    if hit and hit.cut == 0 and hit.known[0].table != "countries.tsv":
        end = at + 1 + hit.length
    elif not hit and not cut and _unknown(scene, at + 1):
        end = at + 2
    else:
        return None
    while units.word(end) and (
        units.keys[end] in words.qualifiers or units.keys[end] in words.org_adjectives
    ):
        end += 1
    why = f"«{units.tokens[at].form[cut:]}» (words/place_heads.tsv) and a name"
    name = " ".join((uncut(units.keys[at], cut), *units.keys[at + 1 : end]))
    return Candidate(at, end, cut, "LOC", f"LOC:{name}", why, scene.gazetteer.named(name))


def _outside(scene: Scene, at: int) -> Candidate | None:
    """A name that no table has, behind its kind word."""
    if scene.hit(at + 1) or not _unknown(scene, at + 1) or scene.common(at + 1):
        return None
    end = at + 2
    if scene.units.keys[at + 1] in scene.words.particles and scene.units.word(end):
        end += 1
    name = " ".join(scene.units.keys[at + 1 : end])
    why = f"unknown name behind «{scene.units.tokens[at].form}» (words/place_heads.tsv)"
    return Candidate(at + 1, end, 0, "LOC", f"LOC:{name}", why)


def _unknown(scene: Scene, at: int) -> bool:
    """Say whether the word at `at` is no everyday word, so that it may be a place's name."""
    key, words = scene.units.keys[at], scene.words
    if key in words.surnames:
        return key not in words.stops
    if (
        len(key) < 3
        or key.endswith("ات")
        or words.ordinary(key)
        or (not key.startswith("ال") and scene.units.tokens[at].pos in ("adj", "verb") and scene.seen(at))
        or scene.nation(at)
        or scene.units.tokens[at].kind != "word"
    ):
        return False
    if key in words.place_heads or key in words.org_heads or key in words.titles:
        return False
    return key.startswith("ال") or key[0] not in "وبلف"
