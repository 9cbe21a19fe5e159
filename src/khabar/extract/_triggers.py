"""Where a sentence names acts: the rows of words/triggers.tsv at its tokens."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from khabar import arabic
from khabar.extract._actor_codes import nouns
from khabar.extract._event_scene import Scene
from khabar.extract._trigger_rows import Entry, TriggerRow, entries
from khabar.lexicon import World
from khabar.morphology.inflection import Form
from khabar.records import Token

_SUBJECT = 6
_VERB_GAP, _NOUN_GAP, _LED_GAP = 5, 3, 14
_NOMINAL = ("noun", "name", "adj", "num")
_STOPS = frozenset(".!?؟؛:\n")
_BEFORE_STATE = ("noun", "name", "adj", "mark", "adv")
_COMMAS = frozenset("،,-–؛")
_DAMMA, _MARKED, _ROOT = "\u064f", 4, 3


class Hit(NamedTuple):
    """A row that token `at` may stand for; its fixed words are `rest`, token indexes."""

    row: TriggerRow
    at: int
    rest: tuple[int, ...]
    shape: str
    form: Form | None

    @property
    def size(self) -> int:
        """How many words the row has."""
        return 1 + len(self.rest)


class TriggerReader:
    """Finds triggers in one document."""

    def __init__(self, scene: Scene, world: World) -> None:
        """Take the scene and the index of rows."""
        self.scene = scene
        self.tokens = scene.tokens
        self.known = entries(world)
        self.people = nouns(world)
        self._read: dict[tuple[int, int], list[Hit]] = {}
        self._carriers: dict[int, list[Entry]] = {}
        self.candidates = [k for k in range(len(self.tokens)) if self._may_be(k)]
        """The tokens that have a form of some row, whatever their part of speech and their neighbours."""
        scene.read_as_verbs(k for k in self.candidates if self._passive(k) or self._opens(k))

    def within(self, first: int, last: int) -> list[int]:
        """Give the candidates among tokens `[first, last)`."""
        return self.candidates[bisect_left(self.candidates, first) : bisect_left(self.candidates, last)]

    def _may_be(self, k: int) -> bool:
        token = self.tokens[k]
        if token.kind != "word" or k in self.scene.mention_of:
            return False
        return self.scene.stem(k) in self.known or (token.post > 0 and token.key[token.pre :] in self.known)

    def _passive(self, k: int) -> bool:
        """Is token `k`, a noun by its letters, a passive by the damma written to it: «قُتل»?"""
        token = self.tokens[k]
        if token.pos == "verb" or token.kind != "word" or token.end - token.start == len(token.form):
            return False
        start = self.scene.offsets(k, k + 1)[0]
        return _DAMMA in self.scene.text[start : start + _MARKED] and self._finite(k)

    def _opens(self, k: int) -> bool:
        """Is token `k`, a noun by its letters, the verb of a sentence that begins with it or its subject?"""
        token = self.tokens[k]
        if (
            token.pos in ("verb", "part", "pron")
            or token.kind != "word"
            or token.post
            or k in self.scene.mention_of
        ):
            return False
        if not self._finite(k) or token.key.startswith("ال"):
            return False
        return self._opens_bare(k) if self._begins(k) else self._follows_subject(k)

    def _begins(self, k: int) -> bool:
        if k == 0 or self.scene.key(k - 1) in _STOPS:
            return True
        return "\n" in self.scene.text[self.tokens[k - 1].end : self.tokens[k].start]

    def _opens_bare(self, k: int) -> bool:
        """Does a name follow, «حث ويس الأطراف», or a subject before fixed words, «فك الجيش الحصار»?"""
        mention = self.scene.mention_of.get(k + 1)
        if mention is not None and mention.type == "PER":
            return True
        phrases = (
            e for e in self.known.get(self.scene.stem(k), ()) if e.shape == "verb" and e.rest and not e.leads
        )
        ranges = (self._rest(entry, k, len(self.tokens)) for entry in phrases)
        return any(rest is not None and rest[0] > k + 1 for rest in ranges)

    def _follows_subject(self, k: int) -> bool:
        """«الجيش السوري طوق البلدة»: does nothing but a definite noun phrase stand before in the sentence?"""
        first = k - 1
        while first >= 0 and k - first <= _SUBJECT and not self._begins(first):
            first -= 1
        stretch = range(max(first, 0), k)
        if not self._begins(stretch[0]) or any(not self._nominal(i) for i in stretch):
            return False
        return self.tokens[k - 1].key.startswith("ال") or k - 1 in self.scene.mention_of

    def _nominal(self, k: int) -> bool:
        token = self.tokens[k]
        return token.pos in _NOMINAL and not token.pre

    def _apart(self, entry: Entry, k: int) -> bool:
        """Stands a participle that may be a noun or an adjective apart, as what tells a state does?"""
        if self.scene.stem(k).removesuffix("ا") in self.people:
            return False  # «ضابطا»: an officer, not who seizes
        before = self.tokens[k - 1] if k else None
        tanwin = entry.form is not None and entry.form.tanwin and before is not None
        state = (
            tanwin
            and before is not None
            and before.pos in _BEFORE_STATE
            and not self.scene.is_a("that", k - 1)
        )
        return state or self.scene.key(k - 1) in _COMMAS or self.scene.cued(k) is not None

    def _misread(self, entry: Entry, k: int) -> bool:
        """Does a damma say that a verb of three letters is told in the passive, which the row has not?"""
        if entry.shape != "verb" or entry.row.passive or len(arabic.key(entry.row.lemma.split()[0])) != _ROOT:
            return False
        start = self.scene.offsets(k, k + 1)[0]
        return self.scene.text[start + 1 : start + 2] == _DAMMA

    def _finite(self, k: int) -> bool:
        return any(
            entry.shape == "verb" and entry.form is not None and entry.form.kind == "past"
            for entry in self.known.get(self.scene.stem(k), ())
        )

    def at(self, k: int, last: int) -> list[Hit]:
        """Give the rows that token `k` may stand for in tokens before `last`, those of most words first."""
        if (k, last) not in self._read:
            self._read[k, last] = self._at(k, last)
        return self._read[k, last]

    def _at(self, k: int, last: int) -> list[Hit]:
        token = self.tokens[k]
        if token.kind != "word" or k in self.scene.mention_of:
            return []
        found: dict[tuple[int, str], Hit] = {}
        verb = self.scene.is_verb(k)
        behind = k > 0 and not self.tokens[k - 1].post  # «أنه منع»: behind a pronoun a past may stand
        topic = behind and verb and not token.pre and self.scene.is_a("that", k - 1)
        for key in self._keys(k):
            for entry in self.known.get(key, ()):
                if (entry.number, entry.shape) in found or not _fits(entry, token, verb=verb, topic=topic):
                    continue
                if (entry.shape == "participle" and not self._apart(entry, k)) or self._misread(entry, k):
                    continue
                rest = self._rest(entry, k, last)
                if rest is not None:
                    found[entry.number, entry.shape] = Hit(entry.row, k, rest, entry.shape, entry.form)
        return sorted(found.values(), key=lambda hit: -hit.size)

    def carriers(self, k: int) -> list[Entry]:
        """Give the light rows whose verb or masdar token `k` may be, whatever they lead to."""
        if k not in self._carriers:
            self._carriers[k] = self._carrying(k)
        return self._carriers[k]

    def _carrying(self, k: int) -> list[Entry]:
        token, verb = self.tokens[k], self.scene.is_verb(k)
        if token.kind != "word" or k in self.scene.mention_of:
            return []
        found = (entry for key in dict.fromkeys(self._keys(k)) for entry in self.known.get(key, ()))
        return [e for e in found if e.row.kind == "light" and _fits(e, token, verb=verb)]

    def _keys(self, k: int) -> Iterator[str]:
        token = self.tokens[k]
        stem = self.scene.stem(k)
        yield stem
        if token.post:
            yield token.key[token.pre :]

    def _rest(self, entry: Entry, k: int, last: int) -> tuple[int, ...] | None:
        """Give the tokens of a row's fixed words behind token `k`, None where they do not stand there."""
        gap = _NOUN_GAP
        if entry.shape in ("verb", "participle"):
            gap = _LED_GAP if entry.leads else _VERB_GAP
        wanted = (*entry.rest, entry.led) if entry.led else entry.rest
        taken: list[int] = []
        at = k + 1
        for n, word in enumerate(wanted):
            is_led = bool(entry.led) and n == len(wanted) - 1
            stop = min(last, at + 1 + (gap if n == 0 or is_led else 0))
            while at < stop and not self._is(word, at, led=is_led):
                if self.tokens[at].key in _STOPS or self.tokens[at].pos == "verb":
                    return None
                at += 1
            if at >= stop:
                return None
            if not is_led:
                taken.append(at)
                at += 1
        return tuple(taken)

    def _is(self, word: str, at: int, *, led: bool) -> bool:
        token = self.tokens[at]
        if led:
            return token.pre > 0 and token.key[token.pre - 1] == word and token.pos != "verb"
        return token.key in (word, f"ال{word}") or (
            token.post > 0 and token.pos == "prep" and self.scene.stem(at) == word
        )


def _fits(entry: Entry, token: Token, *, verb: bool, topic: bool = False) -> bool:
    """May a token of this part of speech and with these clitics be this form?"""
    form = entry.form
    if form is not None and form.bound and not token.post:
        return False
    owned = token.post > 0 and not entry.row.transitive and entry.row.kind != "light"
    if entry.shape == "verb":
        past = form is not None and form.kind == "past"
        return verb and not owned and not (topic and past and entry.row.masdar in entry.row.lemma)
    if entry.shape == "masdar" and topic and not token.post:
        return True  # «أن دعم إيران»: a past stands not right behind «أن»
    if entry.shape == "masdar" and owned and verb:
        return True  # «سيطرتها»: a verb that takes no object has no pronoun, so this is its masdar
    if entry.shape == "participle":
        led = token.pre > 0 and token.key[0] not in "وف"
        return not verb and not led and token.pos in _NOMINAL and not token.key.startswith("ال", token.pre)
    if form is not None and form.definite and token.post:
        return False
    return not verb and token.pos in _NOMINAL
