"""Declension: every form of a noun from its singular and its plurals.

Plurals are given as a dictionary gives them: broken ones («مصادر»), «ون» («مسؤولون») and «ات» alike; the
cases and the construct of the latter follow. A noun in ة with no plural listed has «ات». A singular in ي
is defective (indefinite «قاض») where its plural says so («قضاة», «محامون»), else it keeps its ي («سياسي»).
"""

from collections.abc import Iterator

from khabar.morphology._measure import HAMZA, bare, folded
from khabar.morphology.form import Case, Form, Gender, Number

_JOINS_NOT = "ادذرزو"
_Ending = tuple[str, bool, Case]  # letters, only in construct, case

_DUAL: tuple[_Ending, ...] = (
    ("ان", False, "nom"), ("ين", False, "obl"), ("ا", True, "nom"), ("ي", True, "obl"),
)  # fmt: skip
_SOUND: tuple[_Ending, ...] = (
    ("ون", False, "nom"), ("ين", False, "obl"), ("و", True, "nom"), ("ي", True, "obl"),
)  # fmt: skip


def decline(singular: str, plurals: tuple[str, ...] = (), feminine: str | None = None) -> Iterator[Form]:
    """Give the forms of a noun: singular, dual, plurals, then those of its feminine."""
    listed = tuple(bare(plural) for plural in plurals)
    for word in _spellings(bare(singular)):
        gender: Gender = "f" if word[-1] == "ة" else "m" if feminine else ""
        defective = word[-1] == "ي" and any(p.endswith("اة") or p == word[:-1] + "ون" for p in listed)
        yield from _stem(word, gender, "sg", defective)
        yield from _endings(_before_alef(word), _DUAL, gender, "du")
        if word[-1] == "ة" and word[-2] != "ا" and not listed:
            yield from _plural(word[:-1] + "ات", gender)
        for plural in listed:
            for spelling in _spellings(plural):
                yield from _plural(spelling, gender)
    if feminine is not None:
        yield from decline(feminine)


def participle(participle: str, defective: bool) -> Iterator[Form]:
    """Give the forms of a participle: masculine and feminine, with the sound plurals of both."""
    # In «مؤوي» the و is a radical, no long vowel: it has one seat.
    for word in (participle,) if participle.startswith("مؤو") else _spellings(participle):
        yield from _stem(word, "m", "sg", defective and word[-1] == "ي")
        yield from _endings(_before_alef(word), _DUAL, "m", "du")
        cut = word[:-1] if defective else word
        seats = _seats_before_w(word) if word[-1] in HAMZA else (cut,)
        yield from _endings(tuple((folded(s), s[-1:]) for s in seats), _SOUND, "m", "pl")
        if word[-1] == "ء" and word[-2] == "ي":
            cut = word[:-1] + "ئ"
        feminine = cut + ("اة" if word[-1] == "ى" else "ية" if defective else "ة")
        yield from _stem(feminine, "f", "sg", defective=False)
        yield from _endings(_before_alef(feminine), _DUAL, "f", "du")
        yield from _plural(cut + ("يات" if defective else "ات"), "f")


def _spellings(word: str) -> tuple[str, ...]:
    """Give the older seats that fold apart: «مسئول» for «مسؤول», «رءوس» for «رؤوس»."""
    if "ؤو" not in word:
        return (word,)
    free = word[word.index("ؤو") - 1] in _JOINS_NOT
    return word, word.replace("ؤو", "ءو" if free else "ئو")


def _stem(word: str, gender: Gender, number: Number, defective: bool) -> Iterator[Form]:
    """Give what one noun stem has besides dual and plural: the article, tanwin, what an enclitic changes."""
    key = folded(word)
    yield Form(key, "noun", "", 0, gender, number)
    yield Form("ال" + key, "noun", "", 0, gender, number, definite=True)
    if defective:
        yield Form(folded(word[:-1]), "noun", "", 0, gender, number)
    for tanwin in () if number == "pl" and _no_tanwin(word) else _tanwin(word):
        yield Form(tanwin, "noun", "", 0, gender, number, tanwin=True, case="obl")
    for stem in _bound(word):
        yield Form(stem, "noun", "", 0, gender, number, construct=True, bound=True)


def _no_tanwin(word: str) -> bool:
    """Say whether a broken plural has the shape of «مصادر», «مسامير», «أراضي», which never takes tanwin."""
    return word[2:3] == "ا" and (len(word) == 5 or (len(word) == 6 and word[4] == "ي"))


def _tanwin(word: str) -> tuple[str, ...]:
    final, before = word[-1], word[-2:-1]
    if final in "ةىاأ" or (final == "ء" and before == "ا"):
        return ()
    if final == "ء" and before not in _JOINS_NOT:
        return (folded(word[:-1] + "ئا"),)
    return (folded(word + "ا"),)


def _bound(word: str) -> tuple[str, ...]:
    """Give the stems that stand only before an enclitic."""
    final, stem = word[-1], folded(word[:-1])
    if final == "ة":
        return (stem + "ت",)
    if final == "ى":
        return (stem + "ا",)
    if final in "ءأ":
        return (stem + "و", stem + "ي")
    return (stem + "ي",) if final == "ؤ" else ()


def _before_alef(word: str) -> tuple[tuple[str, str], ...]:
    """Give the stems of the dual, folded, with their last letter; «أ» marks one whose hamza melts into ا."""
    final, before, stem = word[-1], word[-2:-1], folded(word[:-1])
    if final == "ة":
        return ((stem + "ت", "ت"),)
    if final == "ى":
        return ((stem + "ي", "ي"),)
    if final == "ا":
        return ((stem + "و", "و"),)
    if final == "أ":
        return ((folded(word), "أ"),)
    if final == "ء" and before not in "اويى" and before in _JOINS_NOT:
        return ((stem + "ء", "ء"), (stem + "ا", "أ"))
    if final == "ء" and before not in _JOINS_NOT:
        return ((stem + "ي", "ئ"),)
    return ((folded(word), final),)


def _seats_before_w(word: str) -> tuple[str, ...]:
    base = word[:-1]
    if word[-1] == "ئ" or word[-2] == "ي":
        return (base + "ئ",)
    return (base + "ؤ", base + "ء") if word[-1] == "ء" else (base + "ؤ", base + "أ", base + "ء")


def _endings(
    stems: tuple[tuple[str, str], ...], endings: tuple[_Ending, ...], gender: Gender, number: Number
) -> Iterator[Form]:
    for stem, last in stems:
        for ending, construct, case in endings:
            # «خطأ» + «ان» is «خطآن», one letter for two.
            key = (stem[:-1] if last == "أ" and ending[0] == "ا" else stem) + ending
            yield Form(key, "noun", "", 0, gender, number, construct=construct, case=case)
            if not construct:
                yield Form("ال" + key, "noun", "", 0, gender, number, definite=True, case=case)


def _plural(word: str, gender: Gender) -> Iterator[Form]:
    """Give the forms of a plural: «ون» with its cases, «ات», or a broken one."""
    if word.endswith("ون") and len(word) > 4:
        yield from _endings(((folded(word)[:-2], word[-3]),), _SOUND, "m", "pl")
    elif word.endswith("ات") and not (word[0] == "أ" and len(word) == 5):
        key = folded(word)
        yield Form(key, "noun", "", 0, gender or "f", "pl")
        yield Form("ال" + key, "noun", "", 0, gender or "f", "pl", definite=True)
    else:
        yield from _stem(word, gender, "pl", word[-1] == "ي" and word[-3:-2] == "ا")
