"""The lemma of a word behind its clitics.

First the inflected rows of our own tables, then the patterns of the grammar that a part of speech allows and
that news attests, last the lists of simplemma; all are loaded at the first call. The lemma of a verb is its
past, that of an adjective its masculine, a masdar and a participle are their own.
"""

from functools import lru_cache

from simplemma import lemmatize

from khabar import arabic, lexicon
from khabar.morphology import _inflected, inflection
from khabar.morphology._table import built_in
from khabar.records import Token

_PERSONS = "يتن"
_PAST_ENDINGS = ("تا", "وا", "نا", "ت", "ن", "ا")
_PRESENT_ENDINGS = ("ون", "ان", "وا", "ن", "ا")


def lemma(token: Token) -> str:
    """Give the folded lemma of a token; what nothing tells is its stem without the article."""
    return of_stem(token.form[token.pre : len(token.form) - token.post], token.pos, token.post > 0)


@lru_cache(maxsize=32768)
def of_stem(stem: str, pos: str = "", bound: bool = False) -> str:
    """Give the folded lemma of a stem; `bound` says that a pronoun was cut off, so that its ت may be a ة."""
    if pos == "verb":
        return _own().get((arabic.key(stem), True)) or arabic.key(_verb(stem))
    word = stem[2:] if stem.startswith("ال") and len(stem) > 4 else stem
    if bound and word.endswith("ت") and built_in().count(word[:-1] + "ة"):
        word = word[:-1] + "ة"
    if pos == "name" or (pos == "adv" and word.endswith("ا")):
        return arabic.key(word)
    if pos == "adj" and word.endswith("ة") and len(word) > 3:
        return arabic.key(word[:-1])
    return _own().get((arabic.key(word), False)) or arabic.key(_nominal(word, pos))


@lru_cache(maxsize=1)
def _own() -> dict[tuple[str, bool], str]:
    """Index the forms of our tables that belong to one lemma, finite verbs apart from nouns."""
    found: dict[tuple[str, bool], set[str]] = {}
    tables = ((name, forms) for _, name, forms in _inflected.rows(lexicon.built_in()))
    for key, readings in inflection.index(tables).items():
        for name, form in readings:
            if name.startswith("ال") or name.endswith("ات"):
                continue  # titles as they are spoken, no dictionary form
            finite = form.kind in ("past", "present") and form.core and form.mood != "jussive"
            if finite or form.kind == "noun":
                found.setdefault((key, finite), set()).add(arabic.key(name))
    return {at: next(iter(names)) for at, names in found.items() if len(names) == 1}


def _nominal(word: str, pos: str) -> str:
    """Tell the lemma of a word that is no verb: by its pattern, else as the lists have it."""
    if pos == "noun" and _is_masdar(word):
        return word
    found = lemmatize(word, lang="ar")
    tanwin = found == word and len(word) > 3 and word[-1] == "ا" and word[-2] != "ي"
    return word[:-1] if tanwin and built_in().count(word[:-1]) else found


def _is_masdar(word: str) -> bool:
    """Say whether a word has the pattern of a masdar that no plural has: «تصويت», «إنفاق», «استقبال»."""
    if len(word) == 5 and word[0] == "ت" and word[3] == "ي":
        return True
    derived = word.startswith(("ان", "است")) or word[2:3] == "ت"
    long = len(word) > 4 and word[-2] == "ا" and word[-1] != "ت"
    return long and (word[0] == "إ" or (word[0] == "ا" and derived))


def _verb(word: str) -> str:
    """Tell the past of a verb: as the lists have it, else the attested past that its letters allow."""
    found = lemmatize(word, lang="ar")
    if found != word:
        return found
    count = built_in().count
    if word[0] in _PERSONS and count("ي" + word[1:]) > count("ي" + word):
        for stem in (word[1:], *_without(word[1:], _PRESENT_ENDINGS)):
            past = _past(stem)
            if past:
                return past
    return next((stem for stem in _without(word, _PAST_ENDINGS) if count(stem)), word)


def _past(stem: str) -> str | None:
    """Give the past of a present stem: «نتظر» has an alef («انتظر»), «واصل» none, «عود» its own («عاد»)."""
    count = built_in().count
    long = [stem[:-2] + "ا" + stem[-1]] if stem[-2:-1] in ("و", "ي") else []
    weak = [stem[:-1] + "ى"] if stem[-1] == "ي" else []
    for base in (*long, *weak, stem):
        if (base.startswith(("ست", "ن")) or base[1:2] in ("ت", "ط", "د")) and count("ا" + base):
            return "ا" + base
        if len(base) > 2 and max(count(base), count("أ" + base)):
            return max(base, "أ" + base, key=count)
    return None


def _without(word: str, endings: tuple[str, ...]) -> list[str]:
    return [word.removesuffix(e) for e in endings if word.endswith(e) and len(word) - len(e) > 2]
