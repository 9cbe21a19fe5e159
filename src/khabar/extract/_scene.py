"""A document as the statement rules see it: tokens with the names, titles and marks that lie on them."""

from functools import lru_cache

import msgspec

from khabar import arabic
from khabar.extract import _cues, _quotes
from khabar.extract._cues import ClauseWord
from khabar.extract._laid import Laid
from khabar.extract._office_reader import OfficeReader
from khabar.extract._quotes import Quote
from khabar.lexicon import World
from khabar.morphology.inflection import Form, noun_forms
from khabar.records import Range, Reading, Role, Token


class SpeakerNoun(msgspec.Struct, frozen=True):
    """A row of words/speaker_nouns.tsv: a noun for a person, a body or a document that speaks, with its
    plurals (parted by `|`) and the feminine of a person."""

    lemma: str
    sort: str
    example: str
    plural: str = ""
    feminine: str = ""


class VenueNoun(msgspec.Struct, frozen=True):
    """A row of words/venues.tsv: where something is said (`occasion`, `medium`) or to whom (`audience`)."""

    form: str
    kind: str
    example: str
    plural: str = ""


def _venues(world: World) -> dict[str, str]:
    """Give the kind of every form of the venue nouns."""
    found: dict[str, str] = {}
    for row in world.rows("words/venues.tsv", VenueNoun):
        forms = noun_forms(row.form, (row.plural,) if row.plural else ())
        for key in (arabic.key(row.form), *(form.key for form in forms if not form.tanwin)):
            found.setdefault(key, row.kind)
    return found


def _speaks(form: Form) -> bool:
    """Say whether a form can stand as a speaker: a subject, or governed by «بحسب», but no accusative.

    An oblique before a genitive («وصف لاعبي الفريق») is an object, or an adjective («رئيسي»).
    """
    return not (form.tanwin or form.bound or (form.construct and form.case == "obl"))


class Lexicon:
    """The word lists that statements are read with."""

    __slots__ = ("_phrases", "_plurals", "_words", "cues", "enclitics", "nouns", "prepositions", "venues")

    def __init__(self, world: World) -> None:
        """Fold and index the tables of a world."""
        self.cues = _cues.index(world)
        self.venues = _venues(world)
        self.nouns: dict[str, str] = {}
        self._plurals: set[str] = set()
        self._words: dict[str, frozenset[str]] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        rows = world.rows("words/clause_words.tsv", ClauseWord)
        self.enclitics = tuple(arabic.key(row.form) for row in rows if row.kind == "object")
        self.prepositions = {arabic.key(row.form): row.form for row in rows if row.kind == "preposition"}
        for row in rows:
            head, *tail = arabic.key(row.form).split()
            if tail:
                self._phrases.setdefault(head, []).append((tuple(tail), row.kind))
            else:
                self._words[head] = self._words.get(head, frozenset()) | {row.kind}
        for noun in world.rows("words/speaker_nouns.tsv", SpeakerNoun):
            plurals = tuple(filter(None, noun.plural.split("|")))
            for form in noun_forms(noun.lemma, plurals, noun.feminine or None):
                if "np_end" not in self.kinds(form.key):
                    if _speaks(form):
                        self.nouns.setdefault(form.key, noun.sort)
                    if form.number == "pl":
                        self._plurals.add(form.key)

    def kinds(self, key: str) -> frozenset[str]:
        """Give the parts that a word plays."""
        return self._words.get(key, frozenset())

    def breaks(self, tokens: tuple[Token, ...], i: int, nominal: bool) -> bool:
        """Say whether a word or phrase at `i`, behind a comma, begins a clause of the article's own."""
        wanted = ("break", "break_nominal") if nominal else ("break",)
        kinds = self.kinds(tokens[i].key)
        if any(kind in kinds for kind in wanted):
            return True
        for tail, kind in self._phrases.get(tokens[i].key, ()):
            if kind in wanted and tuple(t.key for t in tokens[i + 1 : i + 1 + len(tail)]) == tail:
                return True
        return False

    def adverbs(self, tokens: tuple[Token, ...], i: int) -> int:
        """Give the number of tokens that the adverb at `i` takes, 0 where none stands there."""
        for tail, kind in self._phrases.get(tokens[i].key, ()):
            if kind == "adverb" and tuple(t.key for t in tokens[i + 1 : i + 1 + len(tail)]) == tail:
                return 1 + len(tail)
        return 1 if "adverb" in self.kinds(tokens[i].key) else 0

    def plural(self, key: str) -> bool:
        """Say whether a key is a speaking noun in the plural, with its article or not."""
        return key in self._plurals or key.removeprefix("ال") in self._plurals

    def noun(self, key: str) -> str | None:
        """Give the sort of a speaking noun, with its article or not, or None."""
        bare = key[2:] if key.startswith("ال") else key
        return self.nouns.get(key) or self.nouns.get(bare)


@lru_cache(maxsize=4)
def lexicon(world: World) -> Lexicon:
    """Give the statement lexicon of a world, built once."""
    return Lexicon(world)


class Speaker(msgspec.Struct, frozen=True):
    """Who speaks: the words for them, their entity or `anon:` noun, and how they were found."""

    span: Range | None
    entity: str | None
    how: str


class Scene(Laid):
    """One document under the statement rules; `last` is the speaker who was named last."""

    def __init__(self, doc: Reading, world: World) -> None:
        """Lay mentions and roles on the tokens."""
        super().__init__(doc)
        self.words = lexicon(world)
        self.roles = sorted(doc.roles, key=lambda r: r.start)
        self.role_of: dict[int, Role] = {}
        self.role_text: dict[str, str] = {}
        self.role_heads: dict[str, set[str]] = {}
        """The persons whom the text gives a title with this first word, without its article."""
        for role in self.roles:
            key = arabic.key(doc.text[role.start : role.end])
            self.role_text.setdefault(key, role.entity)
            self.role_heads.setdefault(key.split()[0].removeprefix("ال"), set()).add(role.entity)
            for k in range(*self.span(role.start, role.end)):
                self.role_of.setdefault(k, role)
        self.offices = OfficeReader(doc, world)
        self.last: Speaker | None = None
        self.codes = {one.id: one.code for one in doc.entities if one.code}
        self.people = {one.entity for one in doc.mentions if one.type == "PER"}
        self.organisations = {one.entity for one in doc.mentions if one.type == "ORG"}
        self.genders: dict[str, str] = {}
        """Of who was named with a verb of their own: its gender."""
        self.ends: dict[tuple[int, bool], Range] = {}

    def body(self, speaker: Speaker) -> str | None:
        """Give the organisation that speaks, or that the words for the speaker or their title name."""
        if speaker.entity in self.organisations:
            return speaker.entity
        spans = [(role.start, role.end) for role in self.roles if role.entity == speaker.entity]
        for start, end in (*spans, *((speaker.span,) if speaker.span else ())):
            within = (m for m in self.mentions if m.type == "ORG" and start <= m.start and m.end <= end)
            named = next(within, None)
            if named is not None:
                return named.entity
        return None


class Clause(msgspec.Struct, frozen=True):
    """The sentence in hand: its tokens `[first, last)`, its marks, and whether it is a headline."""

    first: int
    last: int
    quotes: _quotes.Quotes
    headline: bool


class Complement(msgspec.Struct, frozen=True):
    """`start` is the offset where content begins, `zone` the token behind the words for the speaker."""

    start: int
    zone: int
    how: str
    quote: Quote | None = None
    nominal: bool = False
