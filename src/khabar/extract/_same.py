"""Which names of one document are one entity: aliases, acronyms, surnames, hashtags, spellings."""

from collections.abc import Iterable, Sequence

from khabar import arabic
from khabar.extract._naming import Candidate

_LONG = 7


class Cast:
    """The entities of a document, each a group of candidates with the founder first."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self.groups: list[list[Candidate]] = []
        self._by_ident: dict[str, int] = {}

    def place(self, found: Candidate) -> None:
        """Put a candidate into the group it belongs to, or into one of its own."""
        alone = found.type == "PER" and not found.known and " " not in found.ident
        at = None if alone else self._by_ident.get(found.ident)
        if at is None:
            at = self._similar(found)
        if at is None:
            at = self._by_ident.get(found.ident)
        if at is None:
            at = len(self.groups)
            self.groups.append([])
        self._by_ident[found.ident] = at
        self.groups[at].append(found)

    def _similar(self, found: Candidate) -> int | None:
        """Give the group of the same name; of several persons so called the one named in full last before."""
        mine = _words(found)
        alike: list[int] = []
        for at, group in enumerate(self.groups):
            founder = group[0]
            both_listed = founder.known and found.known
            if founder.type == found.type and not both_listed and _same(found.type, mine, _words(founder)):
                alike.append(at)
        if found.type != "PER" or len(mine) > 1:
            return next(iter(alike), None)
        return max(alike, key=lambda at: _named_before(self.groups[at], found), default=None)


def _named_before(group: Iterable[Candidate], found: Candidate) -> int:
    """Give where the last full name of a group before `found` stands, -1 if there is none."""
    full = (one.first for one in group if one.last - one.first > 1 and one.first < found.first)
    return max(full, default=-1)


def _words(found: Candidate) -> tuple[str, ...]:
    """Give the words by which a name is compared, without articles."""
    name = arabic.key(found.known[0].name) if found.known else found.ident.split(":", 1)[1]
    return tuple(bare(word) for word in name.split())


def bare(word: str) -> str:
    """Give a key without the article."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def _same(kind: str, mine: Sequence[str], theirs: Sequence[str]) -> bool:
    joined, other = "".join(mine), "".join(theirs)
    if joined == other:
        return True
    shorter, longer = sorted((mine, theirs), key=len)
    if kind == "PER":
        return _same_person(shorter, longer)
    if kind == "ORG" and len(shorter) > 1 and tuple(longer[:-1]) == tuple(shorter):
        return longer[-1].isascii()  # the country, which the shorter writing left out
    return min(len(joined), len(other)) >= _LONG and one_edit(joined, other)


def _same_person(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Say whether the shorter name is the surname, the first name or a part of the longer one."""
    if len(shorter) == 1 and len(longer) > 1:
        return shorter[0] in (longer[-1], "".join(longer[-2:]), longer[0])
    if _part_of(shorter, longer):
        return True
    joined, other = "".join(shorter), "".join(longer)
    return len(shorter) == len(longer) and min(len(joined), len(other)) >= _LONG and one_edit(joined, other)


def _part_of(shorter: Iterable[str], longer: Iterable[str]) -> bool:
    rest = iter(longer)
    return all(word in rest for word in shorter)


def one_edit(left: str, right: str) -> bool:
    """Say whether two words differ by at most one letter put in, left out or exchanged."""
    if abs(len(left) - len(right)) > 1:
        return False
    left, right = sorted((left, right), key=len)
    at = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), len(left))
    return left[at:] == right[at + 1 :] or left[at + 1 :] == right[at + 1 :]
