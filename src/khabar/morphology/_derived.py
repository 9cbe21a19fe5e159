"""What is derived from a verb and declined like a noun: participles and masdars."""

from collections.abc import Iterator

from khabar.morphology import _stems, nouns
from khabar.morphology._measure import HAMZA, WEAK, Verb, folded
from khabar.morphology.form import Form, Kind, Voice


def forms(verb: Verb, masdars: tuple[str, ...], participles: tuple[str, ...]) -> Iterator[Form]:
    """Give the declined participles and masdars: by pattern, and those that the row gives besides."""
    made = (active(verb), passive(verb))
    both = [tuple(_declined(verb, word, voice)) for word, voice in zip(made, _VOICES, strict=True)]
    shared = frozenset(both[0]).intersection(both[1])
    for declined, voice in zip(both, _VOICES, strict=True):
        for form in declined:
            yield _as(form, "participle", "" if form in shared else voice)
    for word in participles:
        if folded(word) not in (folded(made[0]), folded(made[1])):
            for form in _declined(verb, word, "active"):
                yield _as(form, "participle", "active")
    own = masdar(verb)
    for word in dict.fromkeys([*([own] if own else []), *masdars]):
        for form in nouns.decline(word, _plurals(word) if verb.measure > 1 else ()):
            yield _as(form, "masdar", "")


_VOICES: tuple[Voice, Voice] = ("active", "passive")


def _declined(verb: Verb, word: str, voice: Voice) -> Iterator[Form]:
    """Give the forms of a participle as those of a noun, which tell not its voice."""
    defective = word[-1] in WEAK and not (voice == "passive" and verb.measure == 1)
    return nouns.participle(word, defective)


def _as(form: Form, kind: Kind, voice: Voice) -> Form:
    return Form(form.key, kind, voice, 0, form.gender, form.number, "", form.definite,
                form.construct, form.bound, form.tanwin, form.case)  # fmt: skip


def _plurals(masdar: str) -> tuple[str, ...]:
    """The masdars of derived measures have the feminine plural: «تصريحات», «مطالبات»."""
    return (masdar + "ات",) if masdar[-1] not in "ةىا" else ()


def active(verb: Verb) -> str:
    """Give the active participle, defective ones with their ي: «قائل», «مؤكد», «نافي»."""
    p, s = verb.past, verb.stem
    if verb.measure > 1:
        if s[-1] in "ىا" and p[-1] in WEAK:
            return "م" + s[:-1] + "ي"
        if s[-1] in "أؤ":
            return "م" + s[:-1] + "ئ"
        if s[-2] in "أء" and not verb.hollow:
            return "م" + s[:-2] + "ئ" + s[-1]
        return "م" + s
    head = "أا" if p[0] == "أ" else p[0] + "ا"
    if verb.hollow:
        return head + ("ئي" if p[-1] in HAMZA else "ئ" + p[-1])
    if verb.doubled:
        return head + p[-1]
    middle = "ئ" if p[1] in HAMZA else p[1]
    return head + middle + ("ي" if p[-1] in WEAK else "ئ" if p[-1] in HAMZA else p[-1])


def passive(verb: Verb) -> str:
    """Give the passive participle: «مقتول», «مدعو», «مصاب», «منهى»."""
    p, s = verb.past, verb.stem
    if verb.measure > 1:
        return "م" + _stems.passive_stem(verb)
    if verb.hollow:
        return "م" + p[0] + ("ي" if s[-2] == "ي" else "و") + p[-1]
    if verb.doubled:
        return "م" + p + "و" + p[-1]
    middle = "ئ" if p[1] in HAMZA and p[-1] in WEAK else "ؤ" if p[1] in HAMZA else p[1]
    if p[-1] in WEAK:
        return "م" + p[0] + middle + ("و" if s[-1] == "و" else "ي")
    return "م" + p[0] + middle + "و" + ("ء" if p[-1] in HAMZA else p[-1])


def masdar(verb: Verb) -> str:
    """Give the masdar that the measure makes, "" for measure I, whose masdar no rule gives."""
    p = verb.past
    weak = p[-1] in WEAK or (p[-1] in HAMZA and not verb.hollow)
    if verb.measure in (5, 6, 12):
        if weak:
            return p[:-1] + ("ي" if p[-1] in WEAK else "ؤ")
        return p[:-2] + "ؤ" + p[-1] if p[-2] in HAMZA else p
    if verb.measure in (3, 11):
        head = "م" if verb.measure == 3 else ""
        p = "ؤ" + p[1:] if head and p[0] == "أ" else p
        return head + (p[:-1] + "اة" if p[-1] in WEAK else p + "ة")
    if verb.measure == 2:
        middle = "ئ" if p[1] in HAMZA else p[1]
        tail = "ية" if p[-1] in WEAK else "ئة" if p[-1] in HAMZA else "ي" + p[-1]
        return "ت" + p[0] + middle + tail
    if verb.measure == 1:
        return ""
    return _with_alef(verb, weak)


def _with_alef(verb: Verb, weak: bool) -> str:
    """Measures IV and VII to X: an alef before the last radical."""
    p = verb.past
    if verb.measure == 4:
        p = "إ" + ("ي" if p[1] in "اوي" and len(p) > 3 and not verb.hollow else p[1]) + p[2:]
        if weak and len(p) == 3:
            return p[:-1] + "اءة"
    if verb.measure == 10 and not verb.hollow and not verb.doubled and p[3] in "وأ":
        p = p[:3] + ("ي" if p[3] == "و" else "ئ") + p[4:]
    if verb.hollow:
        return p + "ة" if verb.measure in (4, 10) else p[:-2] + "يا" + p[-1]
    if weak:
        return p[:-1] + "اء"
    if p[-2] in HAMZA and len(p) > 3:
        p = p[:-2] + "ئ" + p[-1]
    return p + "ا" + p[-1] if verb.doubled else p[:-1] + "ا" + p[-1]
