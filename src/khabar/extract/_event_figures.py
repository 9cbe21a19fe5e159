"""Which act a figure belongs to: the dead of an attack, the arrested, the crowd, the sum of aid."""

from collections.abc import Iterator

import msgspec

from khabar.extract._event_found import Found
from khabar.extract._event_scene import Scene
from khabar.records import Figure, Range

_TYPES = {
    "killed": ("ASSAULT",),
    "wounded": ("ASSAULT",),
    "detained": ("COERCE", "ASSAULT"),
    "displaced": ("ASSAULT", "COERCE"),
    "money": ("AID", "AGREE"),
}


def attached(scene: Scene, found: list[Found], figures: tuple[Figure, ...]) -> Iterator[Figure]:
    """Give the figures, with the id of the act whose party they count or whose loss they tell."""
    named = [(f"v{number}", one, _sentence(scene, one)) for number, one in enumerate(found, 1)]
    for figure in figures:
        near = [(name, one) for name, one, (start, end) in named if start <= figure.start < end]
        fitting = [(name, one) for name, one in near if _counts(one, figure)]
        fitting = fitting or [
            (name, one) for name, one in near if one.row.type in _TYPES.get(figure.category, ())
        ]
        nearest = min(fitting, key=lambda pair: abs(pair[1].trigger[0] - figure.start), default=None)
        yield figure if nearest is None else msgspec.structs.replace(figure, event=nearest[0])


def _counts(one: Found, figure: Figure) -> bool:
    """Does the figure stand in the words for a party of the act?"""
    spans = (*one.recipient.spans, *one.actor.spans)
    return any(start <= figure.start < end for start, end in spans)


def _sentence(scene: Scene, one: Found) -> Range:
    start = scene.tokens[one.sentence].start
    return next(((a, b) for a, b in scene.doc.sentences if a <= start < b), (start, start))
