"""Conjugation: every person of a verb in past, present and imperative, active and passive.

A verb is given by its third person masculine singular in past and present, as a dictionary gives it
(«قال» «يقول»); what else a row must say where letters cannot tell is on the page of `_measure`.
"""

from collections.abc import Iterator

from khabar.morphology import _derived, _stems
from khabar.morphology._measure import Verb, analyse, folded
from khabar.morphology._stems import Stems
from khabar.morphology.form import Form, Gender, Mood, Number, Voice

_Cell = tuple[str, str, int, Gender, Number, Mood, bool]  # slot, ending, person, gender, number, mood, bound

_PAST: tuple[_Cell, ...] = (
    ("Z", "", 3, "m", "sg", "", False),
    ("F", "ت", 3, "f", "sg", "", False),
    ("V", "ا", 3, "m", "du", "", False),
    ("F", "تا", 3, "f", "du", "", False),
    ("W", "وا", 3, "m", "pl", "", False),
    ("C", "ن", 3, "f", "pl", "", False),
    ("C", "ت", 2, "", "sg", "", False),
    ("C", "تما", 2, "", "du", "", False),
    ("C", "تم", 2, "m", "pl", "", False),
    ("C", "تن", 2, "f", "pl", "", False),
    ("C", "ت", 1, "", "sg", "", False),
    ("C", "نا", 1, "", "pl", "", False),
    ("B", "", 3, "m", "sg", "", True),
    ("W", "و", 3, "m", "pl", "", True),
    ("C", "تمو", 2, "m", "pl", "", True),
)
_SINGULARS: tuple[tuple[str, int, Gender, Number], ...] = (
    ("ي", 3, "m", "sg"), ("ت", 3, "f", "sg"), ("ت", 2, "m", "sg"), ("ا", 1, "", "sg"), ("ن", 1, "", "pl"),
)  # fmt: skip
_PRESENT: tuple[tuple[str, _Cell], ...] = (
    *((pre, ("Z", "", person, gender, number, "", False)) for pre, person, gender, number in _SINGULARS),
    *(
        (pre, ("J", "", person, gender, number, "jussive", False))
        for pre, person, gender, number in _SINGULARS
    ),
    *((pre, ("B", "", person, gender, number, "full", True)) for pre, person, gender, number in _SINGULARS),
    ("ي", ("V", "ان", 3, "m", "du", "indicative", False)),
    ("ي", ("V", "ا", 3, "m", "du", "short", False)),
    ("ت", ("V", "ان", 3, "f", "du", "indicative", False)),
    ("ت", ("V", "ا", 3, "f", "du", "short", False)),
    ("ت", ("V", "ان", 2, "", "du", "indicative", False)),
    ("ت", ("V", "ا", 2, "", "du", "short", False)),
    ("ي", ("W", "ون", 3, "m", "pl", "indicative", False)),
    ("ي", ("W", "وا", 3, "m", "pl", "short", False)),
    ("ي", ("W", "و", 3, "m", "pl", "short", True)),
    ("ت", ("W", "ون", 2, "m", "pl", "indicative", False)),
    ("ت", ("W", "وا", 2, "m", "pl", "short", False)),
    ("ت", ("W", "و", 2, "m", "pl", "short", True)),
    ("ت", ("Y", "ين", 2, "f", "sg", "indicative", False)),
    ("ت", ("Y", "ي", 2, "f", "sg", "short", False)),
    ("ي", ("C", "ن", 3, "f", "pl", "", False)),
    ("ت", ("C", "ن", 2, "f", "pl", "", False)),
)
_IMPERATIVE: tuple[_Cell, ...] = (
    ("J", "", 2, "m", "sg", "", False),
    ("Y", "ي", 2, "f", "sg", "", False),
    ("V", "ا", 2, "", "du", "", False),
    ("W", "وا", 2, "m", "pl", "", False),
    ("W", "و", 2, "m", "pl", "", True),
    ("C", "ن", 2, "f", "pl", "", False),
)
_LOSES_HAMZA = frozenset({"أخذ", "أكل", "أمر"})  # «خذ», «كل», «مر»: the closed class of such imperatives


def conjugate(
    past: str, present: str, masdars: tuple[str, ...] = (), participles: tuple[str, ...] = ()
) -> Iterator[Form]:
    """Give the forms of a verb with its masdars and participles, in the order of a grammar's table."""
    verb = analyse(past, present, masdars + participles)
    yield from _tense(verb)
    yield from _imperative(verb)
    yield from _derived.forms(verb, masdars, participles)


def _tense(verb: Verb) -> Iterator[Form]:
    active, passive = _stems.past(verb), _stems.past_passive(verb)
    for cell in _PAST:
        for key, voice in _voiced(cell, active, passive, "", ""):
            yield _form(key, "past", voice, cell)
    active, passive = _stems.present(verb), _stems.present_passive(verb)
    open_mood = active["J"] == active["Z"]
    starts_with_hamza = verb.stem[0] == "أ"
    for prefix, cell in _PRESENT:
        if cell[0] == "J" and open_mood:
            continue
        own = "" if prefix == "ا" and starts_with_hamza else prefix  # «آكل» is one letter for two
        for key, voice in _voiced(cell, active, passive, own, prefix):
            form = _form(key, "present", voice, cell)
            if cell[0] == "Z" and active["Z"][0] not in active["J"]:
                form = Form(form.key, "present", voice, cell[2], cell[3], cell[4], "full")
            if cell[0] != "J" or not verb.doubled or key.removeprefix(prefix) != active["Z"][0]:
                yield form


def _form(key: str, kind: str, voice: Voice, cell: _Cell) -> Form:
    _, _, person, gender, number, mood, bound = cell
    return Form(key, kind, voice, person, gender, number, mood, False, False, bound)  # type: ignore[arg-type]


def _voiced(cell: _Cell, active: Stems, passive: Stems, own: str, other: str) -> Iterator[tuple[str, Voice]]:
    """Give the spellings of a cell in both voices; where both have one, the voice stays open."""
    slot, ending = cell[0], cell[1]
    done = [own + _joined(stem, slot, ending) for stem in active[slot]]
    suffered = [other + _joined(stem, slot, ending) for stem in passive[slot]]
    if slot == "B":  # only where an enclitic changes the letters
        done = [k for k in done if k not in [own + stem for stem in active["Z"]]]
        suffered = [k for k in suffered if k not in [other + stem for stem in passive["Z"]]]
    for key in done:
        yield key, "" if key in suffered else "active"
    for key in suffered:
        if key not in done:
            yield key, "passive"


def _joined(stem: str, slot: str, ending: str) -> str:
    """Join stem and ending; two ت or two ن that meet are written once («أثبت» I proved, «أعلنا» we)."""
    if slot == "C" and stem[-1] == ending[0]:
        return stem + ending[1:]
    return stem + ending


def _imperative(verb: Verb) -> Iterator[Form]:
    stems = _stems.present(verb)
    prefix = "ا" if verb.measure in (4, 8, 10) else ""
    if verb.past in _LOSES_HAMZA:
        stems = {slot: tuple(stem[1:] for stem in stems[slot]) for slot in stems}
    elif verb.measure == 1 and verb.stem[0] == "أ":
        stems = {slot: tuple("اي" + stem[1:] for stem in stems[slot]) for slot in stems}
    elif verb.stem[0] == "ؤ":  # «أكّد», «آمن», «آخذ»: with no prefix the hamza sits on its alef
        prefix = ""
        stems = {slot: tuple("ا" + stem[1:].removeprefix("ا") for stem in stems[slot]) for slot in stems}
    elif verb.measure == 1 and not (verb.hollow or verb.doubled or _assimilated(verb)):
        prefix = "ا"
    for cell in _IMPERATIVE:
        for stem in stems[cell[0]]:
            long = verb.doubled and verb.measure == 1 and stem[-2:-1] == stem[-1]  # «مد», but «امدد»
            key = ("ا" if long else prefix) + _joined(stem, cell[0], cell[1])
            if len(key) > 1:
                yield _form(key, "imperative", "active", cell)


def _assimilated(verb: Verb) -> bool:
    """Say whether the present begins with a vowelled radical: «يصل», «يرى»."""
    return len(verb.stem) == 2 or (verb.past[0] == "و" and folded(verb.stem)[0] != "و")
