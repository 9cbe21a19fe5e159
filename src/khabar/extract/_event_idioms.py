"""Where a trigger's word tells no act: fixed phrases, and verbs with objects that give them another sense."""

from collections.abc import Mapping
from functools import lru_cache

import msgspec

from khabar import arabic
from khabar.extract import _vocabulary
from khabar.extract._event_clause import Sentence
from khabar.extract._event_scene import Scene
from khabar.extract._lemma_rows import Keys, by_first, listed, noun_phrases
from khabar.extract._triggers import Hit
from khabar.lexicon import World
from khabar.morphology.inflection import noun_forms

IDIOMS, OBJECTS = "words/event_idioms.tsv", "words/event_objects.tsv"

_AHEAD = 7
_ENDS = ("verb", "was", "that", "rel", "break", "comma")


class IdiomRow(msgspec.Struct, frozen=True):
    """A row of words/event_idioms.tsv: a phrase none of whose words tells an act («ضبط النفس»).

    A phrase that is `fixed` has one form; else its first noun inflects.
    """

    phrase: str
    plural: str = ""
    fixed: str = ""


class ObjectRow(msgspec.Struct, frozen=True):
    """A row of words/event_objects.tsv: a trigger and what makes it another word: «يحقق تقدما»."""

    lemma: str
    objects: str


@lru_cache(maxsize=4)
def _idioms(world: World) -> Mapping[str, tuple[tuple[Keys, None], ...]]:
    phrases: dict[Keys, None] = {}
    for row in world.rows(IDIOMS, IdiomRow):
        fixed = {tuple(arabic.key(row.phrase).split()): False}
        phrases |= dict.fromkeys(fixed if row.fixed else noun_phrases(row.phrase, row.plural))
    return by_first((keys, None) for keys in phrases)


@lru_cache(maxsize=4)
def _objects(world: World) -> Mapping[str, frozenset[str]]:
    """Give the forms of the objects by the lemma of the trigger."""
    found: dict[str, set[str]] = {}
    for row in world.rows(OBJECTS, ObjectRow):
        forms = {form.key for noun in listed(row.objects) for form in noun_forms(noun)}
        found.setdefault(row.lemma, set()).update(forms)
    return {lemma: frozenset(forms) for lemma, forms in found.items()}


class Idioms:
    """The tokens of one document that stand in such a phrase, and the triggers with such an object."""

    def __init__(self, scene: Scene, world: World) -> None:
        """Find the phrases."""
        self.scene = scene
        self.objects = _objects(world)
        self.kinds = _vocabulary.of(world).place_kinds
        known = _idioms(world)
        self.quiet = frozenset(
            at
            for k in range(len(scene.tokens))
            for head in {scene.stem(k), scene.key(k)}
            for rest, _ in known.get(head, ())
            if self._follows(rest, k)
            for at in range(k, k + 1 + len(rest))
        )

    def _unit(self, hit: Hit) -> bool:
        """Is a noun the kind word of a place's name: «مقاطعة خوست», a province and no boycott?"""
        mention = self.scene.mention_of.get(hit.at + 1)
        if hit.shape == "verb" or mention is None or mention.type != "LOC":
            return False
        return self.scene.stem(hit.at) in self.kinds and not self.scene.is_country(mention)

    def _follows(self, rest: Keys, k: int) -> bool:
        return all(word in (self.scene.key(k + n), self._bare(k + n)) for n, word in enumerate(rest, 1))

    def _bare(self, k: int) -> str:
        return self.scene.stem(k) if k < len(self.scene.tokens) else ""

    def holds(self, hit: Hit, sentence: Sentence) -> bool:
        """Say whether a trigger stands in an idiom or has an object that gives it another sense."""
        if hit.at in self.quiet or self._unit(hit):
            return True
        head, *fixed = hit.row.lemma.split()
        objects = self.objects.get(head)
        if not objects or not objects.isdisjoint(map(arabic.key, fixed)):
            return False
        last = min(sentence.passage.last, hit.at + 1 + _AHEAD)
        for k in range(hit.at + 1, last):
            if self.scene.key(k) in objects or self.scene.stem(k) in objects:
                return True
            if sentence.chunk_kind(k) in _ENDS:
                return False
        return False
