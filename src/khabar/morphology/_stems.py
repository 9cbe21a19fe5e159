"""The stems of a verb: one tuple of folded spellings for every kind of ending.

Slots: Z no ending, V before ا, F before the ت of the past's feminine, W before و, Y before ي, C before a
consonant, J jussive without ending, B before an enclitic. A hamza at the end changes its seat with what
follows; newspapers use several seats («قرؤوا», «قرأوا», «قرءوا»), so a slot may have several spellings.
"""

from khabar.morphology._measure import HAMZA, WEAK, Verb, folded

Stems = dict[str, tuple[str, ...]]

# What a final hamza looks like, folded, behind a short (a i u) or long (A I U) vowel in each slot.
_SEATS: dict[str, Stems] = {
    "a": {"Z": ("ا",), "V": ("", "ا"), "F": ("ا",), "W": ("و", "ا", "ء"), "Y": ("ي", "ا", "ء"), "C": ("ا",)},
    "i": dict.fromkeys("ZVFWYC", ("ي",)),
    "u": {"Z": ("و",), "V": ("و",), "F": ("و",), "W": ("و", "ء"), "Y": ("ي", "و"), "C": ("و",)},
    "A": {"Z": ("ء",), "V": ("ء",), "F": ("ء",), "W": ("و", "ء"), "Y": ("ي", "ء"), "C": ("ء",)},
    "I": {"Z": ("ء",), "V": ("ي",), "F": ("ي",), "W": ("ي",), "Y": ("ي",), "C": ("ي",)},
    "U": {"Z": ("ء",), "V": ("ء",), "F": ("ء",), "W": ("و", "ء"), "Y": ("ي", "ء"), "C": ("و",)},
}
_BOUND = {"a": ("و", "ا"), "i": ("ي",), "u": ("و",), "A": ("و", "ء"), "I": ("ي",), "U": ("ء",)}
_LONG = {"ا": "A", "و": "U", "ي": "I"}
_SHORT = {"أ": "a", "ئ": "i", "ؤ": "u"}


def past(verb: Verb) -> Stems:
    """Give the stems of the active past."""
    short = "ا" if verb.measure > 1 else "و" if verb.stem[-2:-1] == "و" else "ي"
    return _past(verb, verb.past, short)


def past_passive(verb: Verb) -> Stems:
    """Give the stems of the passive past: «قيل», «هوجم», «دعي», «سئل»."""
    p = verb.past
    if verb.measure in (3, 6):
        at = p.index("ا")
        p = p[:at] + "و" + p[at + 1 :]
    elif verb.measure == 4 and (p[1] == "ا" or (p[1] == "ي" and verb.stem[0] == "و")):
        p = p[0] + "و" + p[2:]
    elif verb.measure == 10 and p[3] == "أ":
        p = p[:3] + "ؤ" + p[4:]
    elif verb.measure == 8 and p[1] == "ئ":
        p = p[0] + "ؤ" + p[2:]
    if verb.hollow:
        p = p[:-2] + "ي" + p[-1]
    elif p[-1] in "اى":
        p = p[:-1] + "ي"
    elif p[-1] == "أ":
        p = p[:-1] + "ئ"
    if p[-2] in "أء" and len(p) > 2:
        p = p[:-2] + "ئ" + p[-1]
    return _past(verb, p, "ي")


def _past(verb: Verb, p: str, short: str) -> Stems:
    if p[-1] in HAMZA:
        return _hamza(p, verb.hollow, short, present=False)
    whole, cut = folded(p), folded(p[:-1])
    if p[-1] in "اى":
        link = cut + ("و" if p[-1] == "ا" and p[-2] != "ي" else "ي")
        return _slots(Z=whole, V=link, F=cut, W=cut, C=link, B=cut + "ا")
    if p[-1] == "ي":
        return _slots(Z=whole, V=whole, F=whole, W=cut, C=whole, B=whole)
    before = folded(p[:-2] + p[-1]) if verb.hollow else whole + whole[-1] if verb.doubled else whole
    return _slots(Z=whole, V=whole, F=whole, W=whole, C=before, B=whole)


def present(verb: Verb) -> Stems:
    """Give the stems of the active present, without prefix."""
    return _present(verb, verb.stem)


def passive_stem(verb: Verb) -> str:
    """Give the letters of the passive present without prefix: «قال» of «يقال», «وصل» of «يوصل»."""
    s = verb.stem
    if verb.measure == 1 and verb.past[0] == "و" and s[0] != "و":
        s = "و" + s
    elif s[0] == "أ" and verb.measure in (1, 8):
        s = "ؤ" + s[1:]
    if verb.hollow:
        return s[:-2] + "ا" + s[-1]
    if s[-1] in "وي" and verb.past[-1] in WEAK:
        return s[:-1] + "ى"
    if s[-1] in "ئؤ":
        return s[:-1] + "أ"
    if s[-2:-1] == "ئ":
        return s[:-2] + ("ء" if s[-3:-2] == "ا" else "أ") + s[-1]
    return s


def present_passive(verb: Verb) -> Stems:
    """Give the stems of the passive present, without prefix."""
    return _present(verb, passive_stem(verb))


def _present(verb: Verb, s: str) -> Stems:
    if s[-1] in HAMZA:
        short = {"ا": "ا", "و": "و"}.get(s[-2:-1], "ي")
        return _hamza(s, verb.hollow, short, present=True)
    whole, cut = folded(s), folded(s[:-1])
    if verb.past[-1] in WEAK:
        link = cut + "ي" if s[-1] in "ىا" else whole
        bound = cut + "ا" if s[-1] in "ىا" else whole
        return _slots(Z=whole, V=link, W=cut, Y=cut, C=link, J=cut, B=bound)
    if verb.hollow:
        cut = folded(s[:-2] + s[-1])
        return _slots(Z=whole, V=whole, W=whole, Y=whole, C=cut, J=cut, B=whole)
    stems = _slots(Z=whole, V=whole, W=whole, Y=whole, C=whole, J=whole, B=whole)
    if verb.doubled:
        stems |= {"C": (whole + whole[-1],), "J": (whole, whole + whole[-1])}
    return stems


def _hamza(word: str, hollow: bool, short: str, *, present: bool) -> Stems:
    """Seat the hamza at the end; a hollow verb loses its long vowel in C and J: «جئت», «يجئ»."""
    base = folded(word[:-1])
    vowel = _LONG.get(word[-2], "A") if word[-1] == "ء" else _SHORT[word[-1]]
    stems = {slot: tuple(base + seat for seat in seats) for slot, seats in _SEATS[vowel].items()}
    stems["J"] = stems["Z"]
    if hollow:
        stems["C"] = stems["J"] = (base[:-1] + short,)
    stems["B"] = tuple(base + seat for seat in _BOUND[vowel]) if present else stems["F"]
    return stems


def _slots(**spellings: str) -> Stems:
    return {slot: (spelling,) for slot, spelling in spellings.items()}
