"""Bodies and sites in English, word by word: «وزارة الداخلية العراقية» Iraqi Interior Ministry.

Arabic puts the head first and what tells it apart behind it; English the other way round, adjectives first.
A body is written only where every word is listed; a site's own name may be by letters («مخيم الدغفلي»).
"""

from functools import lru_cache

import msgspec

from khabar import arabic
from khabar.extract import _english_names, _gazetteer
from khabar.extract._english_names import ARTICLE
from khabar.lexicon import World
from khabar.records import EnglishHow


class _Row(msgspec.Struct, frozen=True):
    form: str
    english: str = ""
    kind: str = ""


class _Country(msgspec.Struct, frozen=True):
    iso3: str
    adjective_en: str = ""


class Bodies:
    """Writes organisations and places; made from the tables of a world."""

    def __init__(self, world: World) -> None:
        """Read the English columns; raises LexiconError."""
        self._gazetteer = _gazetteer.of(world)
        self._names = _english_names.of(world)
        self._heads = _english(world, "org_heads")
        rows = world.rows("words/org_heads.tsv", _Row)
        other = {row.form for row in rows if row.kind != "construct"}
        self._of_countries = {arabic.key(row.form) for row in rows if row.form not in other}
        self._adjectives = _english(world, "org_adjectives") | _english(world, "qualifiers")
        self._nouns = _english(world, "org_words")
        self._words = _english(world, "place_words")
        self._sites = _english(world, "place_heads")
        self._nations = {row.iso3: row.adjective_en for row in world.rows("countries.tsv", _Country)}

    def organisation(self, name: str) -> str | None:
        """Write an organisation, None where a word of it is not listed."""
        keys = [arabic.key(word) for word in name.split(" ")]
        head = self._heads.get(keys[0])
        found = self._defined(keys) if head else None
        return " ".join((*found, head)) if found and head else None

    def _defined(self, keys: list[str]) -> list[str] | None:
        """Give what stands behind the head, in English order; a noun only where the head has no article."""
        adjectives: list[str] = []
        noun: list[str] = []
        at = 1
        while at < len(keys):
            length, nation = self._nation(keys, at)
            if nation:
                return [nation, *adjectives[::-1], *noun] if at + length == len(keys) else None
            if at == 1 and not keys[0].startswith(ARTICLE) and keys[at] in self._nouns:
                noun = [self._nouns[keys[at]]]
            elif keys[at] in self._adjectives:
                adjectives.append(self._adjectives[keys[at]])
            else:
                return None
            at += 1
        return [*adjectives[::-1], *noun]

    def place(self, name: str) -> tuple[str, EnglishHow]:
        """Write a place: a site by its head's English, anything else word by word."""
        head, _, rest = name.partition(" ")
        site = self._sites.get(arabic.key(head))
        if not site or not rest:
            return self._word_by_word(name), "transliteration"
        words = rest.split(" ")
        last = self._adjectives.get(arabic.key(words[-1])) if len(words) > 1 else None
        own, how = self._called(" ".join(words[:-1] if last else words))
        return " ".join(filter(None, (own, last, site))), how

    def _called(self, name: str) -> tuple[str, EnglishHow]:
        """Write what a site is called after: a known place or person, or its words by letters."""
        known = next((k.name_en for k in self._gazetteer.named(arabic.key(name)) if k.name_en), None)
        return (known, "words") if known else (self._word_by_word(name), "transliteration")

    def _word_by_word(self, name: str) -> str:
        """Write a name that begins with listed words of places («بيت», «الملك»), the rest as of a person."""
        words = name.split(" ")
        listed: list[str] = []
        while len(words) > 1 and arabic.key(words[0]) in self._words:
            listed.append(self._words[arabic.key(words.pop(0))])
        rest = self._names.person(" ".join(words)) if len(words) > 1 else self._names.word(words[0])
        return " ".join((*listed, rest))

    def _nation(self, keys: list[str], at: int) -> tuple[int, str | None]:
        """Give how many words from `at` are a nationality or a country, and the English adjective."""
        found = self._gazetteer.nation_at(keys, at)
        if found:
            return found[0], self._nations.get(found[1])
        if keys[0] not in self._of_countries:
            return 0, None
        name = " ".join(keys[at:])
        country = next((k for k in self._gazetteer.named(name) if k.table == "countries.tsv"), None)
        if country and arabic.key(country.name) != name:  # «منتخب إنجلترا» is not the British one
            return 0, None
        return len(keys) - at, self._nations.get(country.code or "") if country else None


def _english(world: World, table: str) -> dict[str, str]:
    rows = world.rows(f"words/{table}.tsv", _Row)
    return {arabic.key(row.form): row.english for row in rows if row.english}


@lru_cache(maxsize=4)
def of(world: World) -> Bodies:
    """Give the bodies of a world, made once."""
    return Bodies(world)
