"""Names that the trained tagger proposes, with how sure it is; the rules decide what becomes of them."""

import os
from functools import lru_cache

from khabar.extract import _signs
from khabar.extract._naming import Scene
from khabar.lexicon import World
from khabar.tagging import neural
from khabar.tagging.model import Manner, built_in
from khabar.tagging.tagger import Found, Tagger


def candidates(scene: Scene, world: World, manner: Manner = "k") -> tuple[Found, ...]:
    """Give the names that the model sees, over the tokens of the scene; proclitics are not cut.

    Raises ModelError where the user's own model cannot be used.
    """
    if world.names_model:
        return neural.tagger(world, os.getpid()).tag(scene.units.tokens)
    return _tagger(world, manner).tag(scene.units.tokens, _signs.listed(scene))


def whose(world: World) -> str:
    """Say in words which model proposes the names."""
    if world.names_model:
        return f"the model of names {world.names_model.resolve().name}"
    return "the tagger of names (models/names.msgpack.gz)"


@lru_cache(maxsize=4)
def _tagger(world: World, manner: Manner) -> Tagger:
    """Give the tagger of this process."""
    return Tagger(built_in(manner), _signs.flags(world))
