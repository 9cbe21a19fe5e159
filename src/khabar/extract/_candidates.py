"""Names that the trained tagger proposes, with how sure it is; the rules decide what becomes of them."""

from functools import lru_cache

from khabar.extract import _signs
from khabar.extract._naming import Scene
from khabar.lexicon import World
from khabar.tagging.model import Manner, built_in
from khabar.tagging.tagger import Found, Tagger


def candidates(scene: Scene, world: World, manner: Manner = "k") -> tuple[Found, ...]:
    """Give the names that the model sees, over the tokens of the scene; proclitics are not cut."""
    return _tagger(world, manner).tag(scene.units.tokens, _signs.listed(scene))


@lru_cache(maxsize=4)
def _tagger(world: World, manner: Manner) -> Tagger:
    """Give the tagger of this process."""
    return Tagger(built_in(manner), _signs.flags(world))
