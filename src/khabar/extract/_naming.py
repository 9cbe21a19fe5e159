"""What naming rules share: the scene they look at and the candidate that they hand to the scan."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from khabar import arabic, places
from khabar.extract import _gazetteer, _vocabulary
from khabar.extract._gazetteer import Hit, Known
from khabar.extract._units import Units
from khabar.extract._vocabulary import any_of, uncut
from khabar.lexicon import World
from khabar.morphology import pos
from khabar.records import EntityType, Token

_TANWIN = "\u064b"
_RARE = frozenset("كفس")  # proclitics that seldom stand before a place
_COMMON = 6
"""From this logarithm of base 2 of its count with the article off or on, a word is no name by itself."""

_SEEN = 2
"""From this logarithm of base 2 of its count the part of speech of a word is known."""

_ACTIONS = frozenset(("verb", "pron", "prep", "conj"))


class Candidate(NamedTuple):
    """A name from token `first` to before `last`, `cut` letters off its head.

    `ident` is the same for all writings of one thing; `known` are its rows in the world tables.
    """

    first: int
    last: int
    cut: int
    type: EntityType
    ident: str
    why: str
    known: tuple[Known, ...] = ()
    code: str | None = None


class Begins:
    """What a word may begin, by its key alone; most words begin nothing and are passed over."""

    TITLE = 1
    ORG = 2
    PLACE = 4
    PERSON = 8
    LISTED = 16


class Scene:
    """One text with the tables beside it; look-ups in the gazetteer are kept by position."""

    __slots__ = ("_hits", "begins", "gazetteer", "units", "words")

    def __init__(self, world: World, text: str, tokens: Sequence[Token]) -> None:
        """Nothing is looked up yet but what each word may begin."""
        self.units = Units(text, tokens)
        self.gazetteer = _gazetteer.of(world)
        self.words = _vocabulary.of(world)
        look = _look(world)
        self.begins = [look(token.key) if token.kind != "mark" else 0 for token in self.units.tokens]
        self._hits: dict[int, Hit | None] = {}

    def hit(self, at: int) -> Hit | None:
        """Give the longest name of the world tables at a token; an ambiguous word only in good company."""
        if at not in self._hits:
            self._hits[at] = None
            if self.begins[at] & Begins.LISTED:
                found = self.gazetteer.longest(self.units.keys, at, lambda name: self._refused(at, name))
                if found and found.length == 1 and (self._everyday(at, found) or self.idiom(at)):
                    found = None
                self._hits[at] = found
        return self._hits[at]

    def kind_word(self, at: int) -> tuple[str, ...]:
        """Give the kinds of place that the word before a token announces: «محافظة» an admin-1 unit."""
        if not at:
            return ()
        key, means = self.units.keys[at - 1], self.words.place_kinds
        cut = any_of(key, means)
        return () if cut is None else means[uncut(key, cut)]

    def kind(self, at: int, kind: str) -> bool:
        """Say whether a name of the world tables of type PER, ORG or LOC begins at a token."""
        hit = self.hit(at) if at < len(self.begins) else None
        return hit is not None and hit.known[0].type == kind

    def given(self, at: int) -> int | None:
        """Give the letters to cut so that a token is a given name, None where it is none."""
        key = self.units.keys[at]
        if self.units.tokens[at].form == "على" or self.idiom(at):
            return None
        if key in self.words.given:
            return 0
        if key[:1] in "ولبف" and key[1:] in self.words.given and not self.words.inflected(key):
            return 1
        return None

    def proclitics(self, at: int) -> int:
        """Give the letters of a token's proclitics; none where cutting them would tear «لل…»."""
        token = self.units.tokens[at]
        torn = token.pre > 0 and token.key[token.pre - 1] == "ل" and token.key[token.pre] == "ل"
        return token.pre - 1 if torn else token.pre

    def _refused(self, at: int, name: str) -> bool:
        words, units = self.words, self.units
        row = self.gazetteer.named(name)[0]
        before = units.keys[at - 1] if at else ""
        if name not in words.ambiguous or row.table in places.TABLES:
            return False
        if self.kind_word(at) and any(one.table in places.TABLES for one in self.gazetteer.named(name)):
            return False
        if before in {"PER": words.titles, "ORG": words.org_heads, "LOC": words.place_heads}[row.type]:
            return False
        if row.table == "countries.tsv" and not units.keys[at].startswith(name):  # «بسورية»
            return False
        end = at + name.count(" ") + 1
        quoted = at > 0 and units.opening(at - 1) and units.closing(end)
        return not quoted

    def _everyday(self, at: int, hit: Hit) -> bool:
        """Say whether a place is cut out of another word: «كبيرا» is not «بيرا» with a proclitic."""
        token = self.units.tokens[at]
        if self.tanwin(at) or (at and not hit.cut and self.tanwin(at - 1)):  # «مسؤولاً روسياً», «جندياً تركيا»
            return True
        if hit.known[0].table not in places.TABLES:
            return False
        if not hit.cut:
            return token.key.startswith("ال") and self._attribute(at, hit.known[0])
        return self.words.inflected(token.key) or token.key[0] in _RARE

    def idiom(self, at: int) -> bool:
        """Say whether a word stands in a phrase where it names nothing: «مسقط رأسه», «جوز الهند»."""
        keys = self.units.keys
        key = keys[at][self.units.tokens[at].pre :]
        before = keys[at - 1][self.units.tokens[at - 1].pre :] if at else ""
        behind = keys[at + 1] if self.units.word(at + 1) else ""
        phrases = (f"{before} {key}", f"{before} {keys[at]}", f"{key} {behind}")
        return not self.words.idioms.isdisjoint(phrases)

    def _attribute(self, at: int, row: Known) -> bool:
        """Say whether a definite word is an adjective or everyday noun («القنابل المسيلة»), no place."""
        before = self.units.tokens[at - 1] if at and self.units.word(at - 1) else None
        if before is not None and before.key in self.words.place_heads:
            return False
        adjective = self.units.tokens[at].pos == "adj"
        if adjective and before is not None and before.form.startswith("ال", before.pre):
            return True
        return row.table == places.CITIES and row.population < places.LARGE and self.common(at)

    def common(self, at: int) -> bool:
        """Say whether a word is often seen the other way: with the article if it has none, else without."""
        stem = self._stem(at)
        other = stem[2:] if stem.startswith("ال") and len(stem) > 4 else "ال" + stem
        return pos.reader().table.count(other) >= _COMMON

    def action(self, at: int) -> bool:
        """Say whether a word no list of names has is read as a verb or particle: «أبدت», «سيظل»."""
        token, words = self.units.tokens[at], self.words
        listed = token.key in words.given or token.key in words.surnames
        return not listed and token.pos in _ACTIONS and self.seen(at)

    def seen(self, at: int) -> bool:
        """Say whether a word was often read before, so that its part of speech is more than a guess."""
        return pos.reader().table.count(self._stem(at)) >= _SEEN

    def _stem(self, at: int) -> str:
        token = self.units.tokens[at]
        return token.form[token.pre : len(token.form) - token.post]

    def tanwin(self, at: int) -> bool:
        """Say whether a token is written with the ending of an indefinite noun or adjective."""
        end = self.units.tokens[at].end
        return _TANWIN in self.units.text[max(0, end - 2) : end]

    def nation(self, at: int) -> tuple[int, str | None] | None:
        """Give length and country of a definite nationality adjective, country None for «الدولي»."""
        found = self.gazetteer.nation_at(self.units.keys, at)
        if found:
            return found
        if at < len(self.units) and self.units.keys[at] in self.words.qualifiers:
            return 1, None
        return None


def normal(key: str, cut: int) -> str:
    """Give a head word as idents have it: without proclitics and article."""
    bare = uncut(key, cut)
    return bare[2:] if bare.startswith("ال") and len(bare) > 4 else bare


@lru_cache(maxsize=4)
def _look(world: World) -> Callable[[str], int]:
    """Give the function from a word's key to what it may begin; words come again, so it remembers them."""
    gazetteer, words = _gazetteer.of(world), _vocabulary.of(world)
    tables = (
        (Begins.TITLE, words.title_firsts),
        (Begins.ORG, words.org_heads),
        (Begins.PLACE, words.place_heads),
    )

    def look(key: str) -> int:
        flags = sum(flag for flag, table in tables if any_of(key, table) is not None)
        for cut in arabic.proclitics(key):
            if key[cut:] in words.given or key[cut:] in words.particles:
                flags |= Begins.PERSON
            if gazetteer.first(key[cut:]) or gazetteer.first(uncut(key, cut)):
                flags |= Begins.LISTED
        return flags

    return lru_cache(maxsize=131072)(look)
