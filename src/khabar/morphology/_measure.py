"""Which measure and weakness a verb has, told by the letters of its past and present.

Letters tell most of it; a shadda in the row tells the rest: «حذّر» is no «حذر», «استمرّ» no «استمع». Without
one, a participle («محذر») or a masdar («تحذير», «استماع», «ترجمة») decides; without these, three letters are
measure I, «است» with two more a doubled measure X, «ت» with three more measure V.
"""

import msgspec

from khabar import arabic

WEAK = "اىي"
HAMZA = "أإئؤء"
_ASSIMILATED = "تدطظذث"  # first radicals that take in the ت of measure VIII: «اتهم», «ادعى», «اطلع»
_SHADDA = "\u0651"


class Verb(msgspec.Struct, frozen=True):
    """A verb's letters: its past with «آ» as «أا», its present without prefix, and its build.

    `measure` is 1 to 6, 8 (also VII, IX and «اطمأن», which inflect alike), 10, 11 («سيطر») or 12 («تدهور»).
    """

    past: str
    stem: str
    measure: int
    hollow: bool = False
    doubled: bool = False


def bare(word: str) -> str:
    """Give a word's letters without marks, «آ» as two letters."""
    return arabic.fold(word).form.replace("آ", "أا")


def folded(word: str) -> str:
    """Give the key of letters that `bare` has parted."""
    return arabic.key(word.replace("أا", "ا"))


def analyse(past: str, present: str, hints: tuple[str, ...] = ()) -> Verb:
    """Tell the build of a verb from its principal parts; `hints` are masdars and participles of its row."""
    p, s = bare(past), bare(present)[1:]
    final = past.rstrip("\u064e").endswith(_SHADDA)
    middle = _SHADDA in past.rstrip("\u064e")[:-1]
    told = frozenset(bare(hint) for hint in hints)
    measure = _augmented(p, s, told) or _plain(p, s, final, middle, told)
    hollow = (
        measure in (1, 4, 8, 10) and len(p) >= 3 and p[-2] == "ا" and s[-2:-1] in tuple("اوي") and not final
    )
    return Verb(p, s, measure, hollow, _doubled(p, measure, final))


def _augmented(p: str, s: str, told: frozenset[str]) -> int:
    """Tell a measure whose past begins with ا, أ or ت, or give 0."""
    if p[0] == "ا" and len(p) > 3:
        ten = p.startswith("است") and (len(p) >= 6 or (len(p) == 5 and _tenth(p, told)))
        return 10 if ten else 8
    if p[0] == "أ" and p[1:2] != "ا" and len(p) == 3:
        return 4 if len(s) == 2 else 2 if s[0] == "ؤ" else 0
    if p[0] == "أ" and len(p) == 4 and len(s) == 3:
        return 4
    if p[0] == "ت" and len(p) > 3 and p[1] != "ا" and s[0] == "ت":
        if len(p) == 4:
            return 11 if p + "ة" in told else 5
        return 6 if p[2] == "ا" else 12
    return 0


def _tenth(p: str, told: frozenset[str]) -> bool:
    return p[3] != "ا" and p[-1] not in WEAK and p[:-1] + "ا" + p[-1] not in told


def _plain(p: str, s: str, final: bool, middle: bool, told: frozenset[str]) -> int:
    if len(p) > 3:
        return 3 if p[1] == "ا" else 11
    if len(p) < 3:
        return 1
    if p[1] == "ا":
        return 3 if final and s[1:2] == "ا" else 1
    second = (
        middle
        or p[1] == p[2]
        or (p[1] in "وي" and s[:2] == p[:2] and p[-1] not in WEAK)
        or (p[0] == "و" and s[0] == "و")
        or (p[-1] == "أ" and s[-1] == "ئ")
        or "م" + s in told
        or any(len(m) > 3 and m[0] == "ت" and m[1:3] == p[:2] and m[3] == "ي" for m in told)
    )
    return 2 if second else 1


def _doubled(p: str, measure: int, final: bool) -> bool:
    if p[-1] in WEAK or p[-1] in HAMZA:
        return False
    if final or len(p) == 2:
        return True
    if measure == 4:
        return len(p) == 3
    if measure == 10:
        return len(p) == 5
    if measure != 8 or p[-2] == "ا":
        return False
    if len(p) == 4:
        return p[1] not in _ASSIMILATED
    return p[1] != "ن" and p[2] not in "تطد"  # «اقشعر»; the others have ن or the ت of the measure
