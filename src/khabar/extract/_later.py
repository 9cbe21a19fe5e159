"""A person who was named in full is later called by the surname or the first name alone."""

from collections.abc import Iterator, Sequence

from khabar import arabic
from khabar.extract._naming import Candidate, Scene
from khabar.extract._same import bare

_SHORTEST = 3


def short_names(scene: Scene, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Give the one-word names that stand outside `found` and belong to a person of it."""
    owners = _owners(scene, found)
    if not owners:
        return
    taken = {at for one in found for at in range(one.first, one.last)}
    for at, key in enumerate(scene.units.keys):
        if at in taken or not scene.units.word(at):
            continue
        for cut in arabic.proclitics(key):
            named = owners.get(bare(key[cut:]))
            owner = _latest(named, at) if named else None
            if owner and _allowed(scene, at, cut, owner):
                why = _part_of(scene, owner)
                first, cut = _with_particle(scene, at, cut, owner)
                yield Candidate(first, at + 1, cut, "PER", owner.ident, why, owner.known, owner.code)
                break


def _part_of(scene: Scene, owner: Candidate) -> str:
    return f"part of «{scene.units.written(scene.units.span(owner.first, owner.cut, owner.last))}»"


def _full(found: Sequence[Candidate]) -> list[Candidate]:
    """Give the persons who are named by more than one word."""
    return [one for one in found if one.type == "PER" and one.last - one.first > 1]


def _with_particle(scene: Scene, at: int, cut: int, owner: Candidate) -> tuple[int, int]:
    """Give where the short name begins: a word before in «آل الشيخ», if the full name has it too."""
    keys, particles = scene.units.keys, scene.words.particles
    if cut or not at or not scene.units.word(at - 1):
        return at, cut
    pairs = zip(keys[owner.first : owner.last], keys[owner.first + 1 : owner.last], strict=False)
    for before, behind in pairs:
        if before in particles and behind == keys[at]:
            for letters in arabic.proclitics(keys[at - 1]):
                if keys[at - 1][letters:] == before:
                    return at - 1, letters
    return at, cut


def _latest(owners: Sequence[Candidate], at: int) -> Candidate | None:
    """Give the one of several so called who was named in full last before token `at`, else the first."""
    before = [one for one in owners if one.first < at]
    return before[-1] if before else next(iter(owners), None)


def _owners(scene: Scene, found: Sequence[Candidate]) -> dict[str, list[Candidate]]:
    """Give the persons for each surname, and for each first name that is nobody's surname."""
    full = _full(found)
    surnames: dict[str, list[Candidate]] = {}
    for one in full:
        keys = scene.units.keys[one.first + 1 : one.last]
        names = {bare(keys[-1])}
        if one.known:
            names.add(bare(arabic.key(one.known[0].name).split()[-1]))
        if len(keys) > 1:
            names.add(bare(keys[-2]) + keys[-1])
        for name in names:
            surnames.setdefault(name, []).append(one)
    firsts: dict[str, list[Candidate]] = {}
    for one in full:
        first = scene.units.keys[one.first][one.cut :]
        if scene.words.given_alone(first):
            firsts.setdefault(first, []).append(one)
    ambiguous = scene.words.ambiguous
    return {n: some for n, some in (firsts | surnames).items() if len(n) >= _SHORTEST and n not in ambiguous}


def namesakes(scene: Scene, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Give `found`, a famous surname handed to the unknown namesake whom alone the text names in full.

    «هانتر مور …، وقال مور» is no word of a famous «مور», unless a title stands before or he came first.
    """
    full = _full(found)
    there = {one.ident for one in full}
    for one in found:
        if one.type == "PER" and one.last - one.first == 1 and one.known and one.ident not in there:
            surname = bare(scene.units.keys[one.first][one.cut :])
            mine = [o for o in full if not o.known and bare(scene.units.keys[o.last - 1]) == surname]
            owner = _latest([o for o in mine if o.first < one.first], one.first)
            if owner and not _introduced(scene, one.first):
                why = _part_of(scene, owner)
                yield one._replace(ident=owner.ident, known=(), code=owner.code, why=why)
                continue
            there.add(one.ident)
        yield one


def _introduced(scene: Scene, at: int) -> bool:
    """Say whether a title or nationality stands before token `at`: «الرئيس», «الرئيس الأمريكي»."""
    if not at:
        return False
    return scene.units.keys[at - 1] in scene.words.titles or scene.nation(at - 1) is not None


def _allowed(scene: Scene, at: int, cut: int, owner: Candidate) -> bool:
    """Say whether a word that is a name elsewhere in the text is the name here too."""
    key, words = scene.units.keys[at], scene.words
    rest = key[cut:]
    if rest in words.stops or (scene.nation(at) and rest not in words.surnames):
        return False
    if scene.hit(at):
        return False
    full = arabic.key(owner.known[0].name).split() if owner.known else []
    full += scene.units.keys[owner.first : owner.last]
    if rest not in full and not rest.startswith("ال"):
        return rest not in words.given and not words.ordinary(rest)
    if (
        rest in words.surnames
        or (rest in words.given and words.given_alone(rest))
        or not words.ordinary(rest)
    ):
        return True
    before = scene.units.keys[at - 1] if at else ""
    quoted = at > 0 and scene.units.opening(at - 1) and scene.units.closing(at + 1)
    return quoted or any(before[c:] in words.speech for c in (0, 1))
