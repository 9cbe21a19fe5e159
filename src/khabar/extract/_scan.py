"""One pass over a text: the naming rules at every token, the longest name wins.

Where lengths are equal: a title's person, the world tables, organisations, places, name runs.
"""

from collections.abc import Callable, Iterator, Mapping

from khabar.extract import _names, _orgs, _places, _titles
from khabar.extract._naming import Begins, Candidate, Scene


def names(scene: Scene) -> Iterator[Candidate]:
    """Give the names of a text in order, without overlaps."""
    waiting = _announced(scene)
    at = 0
    while at < len(scene.begins):
        best = _best(scene, at, waiting.get(at)) if scene.begins[at] or at in waiting else None
        if best:
            yield best
        at = best.last if best else at + 1


def _announced(scene: Scene) -> Mapping[int, Candidate]:
    """Give the names whose kind word or title stands before them, by their first token."""
    found: dict[int, Candidate] = {}
    for at, flags in enumerate(scene.begins):
        outside = None
        if flags & Begins.TITLE:
            titled = _titles.titled_at(scene, at)
            outside = titled.name if titled else None
        if outside is None and flags & Begins.ORG:
            outside = _orgs.quoted_at(scene, at)
        if outside is None and flags & Begins.PLACE:
            outside = _places.place_at(scene, at)
        if outside and outside.first > at:
            found.setdefault(outside.first, outside)
    return found


def _best(scene: Scene, at: int, best: Candidate | None) -> Candidate | None:
    """Give the longest name that a rule finds at `at`; `best` was announced by a title or kind word."""
    flags = scene.begins[at]
    for flag, rule in _RULES:
        found = rule(scene, at) if flags & flag else None
        if found and found.first == at and (best is None or _better(found, best)):
            best = found
    return best


def _better(found: Candidate, best: Candidate) -> bool:
    """Say whether the longer name, or of two the listed one, is the new one."""
    if found.last == best.last:
        return bool(found.known) and not best.known and found.type == best.type
    return found.last > best.last


def _listed(scene: Scene, at: int) -> Candidate | None:
    """Give the name of the world tables at a token."""
    hit = scene.hit(at)
    if hit is None:
        return None
    for inner in range(at + 1, at + hit.length):
        over = scene.hit(inner)
        if over and inner + over.length > at + hit.length and over.length >= hit.length:
            return None  # «تنظيم الدولة» before «الإسلامية» is cut at the wrong place
    known = hit.known
    if hit.cut == 0 and scene.kind_word(at):  # «ناحية البغدادي»: the place, not the person of that name
        known = tuple(sorted(known, key=lambda row: row.type != "LOC"))
    row = known[0]
    why = f"name «{row.name}» ({row.table})"
    return Candidate(at, at + hit.length, hit.cut, row.type, row.ident, why, known)


def _run(scene: Scene, at: int) -> Candidate | None:
    return _names.run(scene, at, titled=False)


_RULES: tuple[tuple[int, Callable[[Scene, int], Candidate | None]], ...] = (
    (Begins.LISTED, _listed),
    (Begins.ORG, _orgs.org_at),
    (Begins.PLACE, _places.place_at),
    (Begins.PERSON, _run),
)
