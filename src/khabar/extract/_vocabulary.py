"""The word lists that naming rules ask, as sets of token keys."""

from collections.abc import Iterable
from functools import lru_cache

import msgspec

from khabar import arabic
from khabar.extract._cues import CueRow
from khabar.lexicon import World

_LEAST_STEM = {1: 4, 2: 3, 3: 3}  # letters that must be left, by the ending's length: «ليهي» is no «ليه»
_ENDINGS = ("تها", "هما", "تين", "ها", "هم", "ته", "ات", "ين", "ون", "وا", "نا", "ه", "ا", "ت", "ي")


class _Form(msgspec.Struct, frozen=True):
    form: str
    kind: str = ""
    sector: str = ""
    means: str = ""


class Vocabulary:
    """Kinds of words by key; built from `words/*.tsv` and `ordinary.tsv.gz`."""

    def __init__(self, world: World) -> None:
        """Read the lists of a world; raises LexiconError."""
        self.titles = _kinds(world, "titles")
        self.title_firsts = frozenset(form.split(" ")[0] for form in self.titles)
        self.title_links = _kinds(world, "title_links")
        self.given = _keys(world, "given_names")
        self.surnames = _keys(world, "surnames")
        self.particles = _keys(world, "name_particles")
        self.seconds = _keys(world, "name_seconds")
        self.learnt_stops = _keys(world, "name_stop")
        self.stops = self.learnt_stops | _keys(world, "name_adverbs")
        self.given -= self.stops
        self.org_heads = _kinds(world, "org_heads")
        self.sectors = {arabic.key(r.form): r.sector for r in world.rows("words/org_heads.tsv", _Form)}
        self.org_adjectives = _keys(world, "org_adjectives")
        self.qualifiers = _keys(world, "qualifiers")
        self.place_heads = _kinds(world, "place_heads")
        means = _means(world)
        self.place_kinds = {form: kinds for form, kinds in means.items() if "at" not in kinds}
        self.place_leads = frozenset(means.keys() - self.place_kinds.keys())
        self.ambiguous = _keys(world, "ambiguous")
        self.idioms = _keys(world, "name_idioms")
        self.no_places = _keys(world, "place_stop")
        self.speech = frozenset(arabic.key(row.lemma) for row in world.rows("words/cues.tsv", CueRow))
        self._ordinary = frozenset(row.form for row in world.rows("ordinary.tsv.gz", _Form))
        self.ordinary = lru_cache(maxsize=32768)(self._is_ordinary)

    def _is_ordinary(self, word: str) -> bool:
        """Say whether a key is an inflection of an everyday word rather than a name nobody lists."""
        for cut in arabic.proclitics(word):
            rest = word[cut:]
            if rest in self._ordinary or rest in self.stops or rest in self.titles:
                return True
            bare = rest[2:] if rest.startswith(("ال", "لل")) and len(rest) > 4 else rest
            if bare in self._ordinary:
                return True
            if any(len(bare) - len(e) >= 3 and bare[: -len(e)] in self._ordinary
                   for e in _ENDINGS if bare.endswith(e)):  # fmt: skip
                return True
        return False

    def homograph(self, word: str) -> str:
        """Say whether a key is, letter for letter, another word too.

        "stop" where it stands in place_stop.tsv, "word" (a surname or a given name is one), "cut" behind
        proclitics, else "".
        """
        if word in self.no_places:
            return "stop"
        if word in self.ambiguous or word in self.surnames or word in self.given:
            return "word"
        for cut in arabic.proclitics(word):
            rest = word[cut:]
            bare = rest.removeprefix("ال")
            person = bare in self.titles or bare.removesuffix("ه") in self.titles
            if person or rest in self._ordinary or bare in self._ordinary or rest in self.stops:
                return "cut" if cut else "word"
        return ""

    def inflected(self, word: str) -> bool:
        """Say whether a key, proclitics left on, is an everyday word or one with an ending."""
        return word in self._ordinary or self._with_ending(word)

    def _with_ending(self, word: str) -> bool:
        return any(
            word.endswith(end) and len(word) - len(end) >= _LEAST_STEM[len(end)]
            and word[: -len(end)] in self._ordinary
            for end in _ENDINGS
        )  # fmt: skip

    def given_alone(self, word: str) -> bool:
        """Say whether a given name is no everyday word besides."""
        return word in self.given and word not in self._ordinary


def _keys(world: World, table: str) -> frozenset[str]:
    return frozenset(arabic.key(row.form) for row in world.rows(f"words/{table}.tsv", _Form))


def _kinds(world: World, table: str) -> dict[str, frozenset[str]]:
    """Give the kinds of each form; a form may be listed under several."""
    kinds: dict[str, set[str]] = {}
    for row in world.rows(f"words/{table}.tsv", _Form):
        kinds.setdefault(arabic.key(row.form), set()).add(row.kind)
    return {form: frozenset(found) for form, found in kinds.items()}


def any_of(word: str, words: Iterable[str]) -> int | None:
    """Give the letters to cut off a key so that the rest is one of `words`; «لل…» counts as «ال…»."""
    for cut in arabic.proclitics(word):
        rest = word[cut:]
        if rest in words or (rest.startswith("لل") and "ال" + rest[2:] in words):
            return cut
    return None


def uncut(word: str, cut: int) -> str:
    """Give a key without its first letters, «لل…» read as «ال…»."""
    rest = word[cut:]
    return "ال" + rest[2:] if rest.startswith("لل") else rest


def _means(world: World) -> dict[str, tuple[str, ...]]:
    """Give what kinds of place a kind word announces, ("at",) for a preposition of place."""
    rows = world.rows("words/place_heads.tsv", _Form)
    return {arabic.key(row.form): tuple(row.means.split("|")) for row in rows if row.means}


@lru_cache(maxsize=4)
def of(world: World) -> Vocabulary:
    """Give the vocabulary of a world, built once."""
    return Vocabulary(world)
