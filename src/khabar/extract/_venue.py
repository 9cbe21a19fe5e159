"""Where and to whom something was said (words/venues.tsv): «في مؤتمر صحفي», «على تويتر», «لوكالة محلية».

Looked for between the cue and the words said, and in what opens the sentence before the cue.
"""

import msgspec

from khabar import arabic
from khabar.extract._cues import CueAt
from khabar.extract._scene import Clause, Scene
from khabar.records import Range

_LEADS = {"occasion": frozenset(["في", "خلال", "ضمن"]), "medium": frozenset(["علي", "عبر", "في"])}
_REACH = 16  # tokens on either side of the cue
_WITH = frozenset(["مع", "علي", "عبر"])  # what joins a name to an occasion: «مقابلة مع القناة»


class Setting(msgspec.Struct, frozen=True):
    """Where a statement was made and to whom it was addressed, as spans of the text."""

    venue: Range | None = None
    addressee: Range | None = None


def find(scene: Scene, clause: Clause, cue: CueAt, zone: int) -> Setting:
    """Give venue and addressee of the statement whose said words begin behind token `zone`."""
    kinds = scene.words.venues
    venue = addressee = None
    behind = range(cue.last, min(zone, cue.last + _REACH))
    before = range(max(clause.first, cue.first - _REACH), cue.first) if _opens(scene, clause) else range(0)
    for where in (behind, before):
        for k in where:
            venue = venue or _venue(scene, kinds, k, where.stop)
            addressee = addressee or _addressee(scene, kinds, k, where.stop)
    return Setting(venue, addressee)


def _opens(scene: Scene, clause: Clause) -> bool:
    """Say whether the sentence opens with a preposition: «وفي مقابلة مع القناة، قال …»."""
    head = scene.tokens[clause.first].key
    return any(head.removeprefix("و") in leads for leads in _LEADS.values())


def _venue(scene: Scene, kinds: dict[str, str], k: int, stop: int) -> Range | None:
    lead = scene.tokens[k].key.removeprefix("و")
    at = k + 1
    if at >= stop:
        return None
    token = scene.tokens[at]
    stem = token.key[: len(token.key) - token.post] if token.post else token.key
    kind = kinds.get(token.key) or kinds.get(stem) or kinds.get(stem.removesuffix("ت") + "ه")
    if kind is None or kind == "audience" or lead not in _LEADS[kind]:
        return None
    return token.start, scene.tokens[_phrase(scene, at, stop) - 1].end


def _phrase(scene: Scene, at: int, stop: int) -> int:
    """Give the token behind a noun, its adjectives and the name joined to it."""
    k = at + 1
    while k < stop and scene.tokens[k].pos == "adj" and k not in scene.mention_of:
        k += 1
    if k + 1 < stop and scene.tokens[k].key in _WITH:
        name = next((i for i in range(k + 1, min(stop, k + 4)) if i in scene.mention_of), None)
        if name is not None:
            return scene.span(scene.mention_of[name].start, scene.mention_of[name].end)[1]
    return k


def _addressee(scene: Scene, kinds: dict[str, str], k: int, stop: int) -> Range | None:
    """Read «للصحفيين», «لوكالة كذا», «لفلان» behind the subject."""
    token = scene.tokens[k]
    if token.key[0] != "ل" or len(token.key) < 4:
        return None
    whole = token.key.startswith("لل")
    bare = token.key[2:] if whole else token.key[1:]
    start = token.start if whole else arabic.after_letters(scene.text, token.start, 1)
    mention = scene.mention_of.get(k)
    if mention is not None and mention.type != "LOC" and scene.span(mention.start, mention.end)[0] == k:
        return mention.start, mention.end
    if kinds.get(bare) != "audience" and kinds.get("ال" + bare) != "audience":
        return None
    if whole:
        return start, token.end
    end = k + 1
    while end < stop and (end in scene.mention_of or scene.tokens[end].pos in ("adj", "name")):
        end += 1
    return start, scene.tokens[end - 1].end
