"""Conjugation: whole paradigms of every weakness and measure, written out by hand."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from khabar import arabic
from khabar.extract._cues import CueRow
from khabar.lexicon import built_in
from khabar.morphology._measure import analyse
from khabar.morphology.inflection import Form, in_words, index, noun_forms, verb_forms

CASES = Path(__file__).parent.parent / "cases"
_PAST = (
    (3, "m", "sg"), (3, "f", "sg"), (3, "m", "du"), (3, "f", "du"), (3, "m", "pl"), (3, "f", "pl"),
    (2, "", "sg"), (2, "", "du"), (2, "m", "pl"), (2, "f", "pl"), (1, "", "pl"),
)  # fmt: skip
_PRESENT = (
    (3, "m", "sg"), (3, "f", "sg"), (1, "", "sg"), (1, "", "pl"), (3, "m", "du"), (3, "f", "du"),
    (3, "m", "pl"), (2, "m", "pl"), (2, "f", "sg"), (3, "f", "pl"), (2, "f", "pl"),
)  # fmt: skip
_IMPERATIVE = ((2, "m", "sg"), (2, "f", "sg"), (2, "m", "pl"))


def _rows() -> Iterator[dict[str, str]]:
    with (CASES / "verbs.tsv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


VERBS = list(_rows())


def _forms(row: dict[str, str]) -> tuple[Form, ...]:
    past, present = row["verb"].split()
    return verb_forms(past, present, tuple(row["hints"].split()))


def _keys(words: str) -> set[str]:
    return {arabic.key(word) for word in words.split("/")}


def _cells(forms: list[Form]) -> dict[tuple[int, str, str], set[str]]:
    cells: dict[tuple[int, str, str], set[str]] = {}
    for form in forms:
        cells.setdefault((form.person, form.gender, form.number), set()).add(form.key)
    return cells


def _expected(cells: tuple[tuple[int, str, str], ...], words: str) -> dict[tuple[int, str, str], set[str]]:
    return {cell: _keys(word) for cell, word in zip(cells, words.split(), strict=True)}


@pytest.mark.parametrize("row", VERBS, ids=lambda r: r["verb"])
def test_the_past(row: dict[str, str]) -> None:
    found = _cells([f for f in _forms(row) if f.kind == "past" and f.voice != "passive" and not f.bound])
    expected = _expected(_PAST, row["past"])
    expected[1, "", "sg"] = expected[2, "", "sg"]
    assert found == expected


@pytest.mark.parametrize("row", VERBS, ids=lambda r: r["verb"])
def test_the_present_indicative(row: dict[str, str]) -> None:
    moods = ("", "full", "indicative")
    found = _cells([
        f for f in _forms(row)
        if f.kind == "present" and f.voice != "passive" and f.mood in moods and not f.bound
    ])  # fmt: skip
    expected = _expected(_PRESENT, row["present"])
    expected[2, "m", "sg"] = expected[3, "f", "sg"]
    expected[2, "", "du"] = expected[3, "f", "du"]
    assert found == expected


@pytest.mark.parametrize("row", VERBS, ids=lambda r: r["verb"])
def test_moods_without_noon(row: dict[str, str]) -> None:
    forms = [f for f in _forms(row) if f.kind == "present" and f.voice != "passive" and not f.bound]
    jussive = {f.key for f in forms if (f.person, f.gender, f.number) == (3, "m", "sg") and f.mood != "full"}
    assert jussive == _keys(row["jussive"])
    short = _cells([f for f in forms if f.mood == "short"])
    full = _expected(_PRESENT, row["present"])
    assert short[3, "m", "pl"] == {key[:-1] + "ا" for key in full[3, "m", "pl"]}
    assert short[3, "m", "du"] == {key[:-1] for key in full[3, "m", "du"]}
    assert short[2, "f", "sg"] == {key[:-1] for key in full[2, "f", "sg"]}


@pytest.mark.parametrize("row", VERBS, ids=lambda r: r["verb"])
def test_the_passive(row: dict[str, str]) -> None:
    passive = [f for f in _forms(row) if f.voice != "active" and not f.bound]
    past = _cells([f for f in passive if f.kind == "past"])
    cells = ((3, "m", "sg"), (3, "f", "sg"), (3, "m", "pl"))
    assert {cell: past[cell] for cell in cells} == _expected(cells, row["passive_past"])
    present = _cells([f for f in passive if f.kind == "present" and f.mood in ("", "full")])
    assert present[3, "m", "sg"] == _keys(row["passive_present"])


@pytest.mark.parametrize("row", [r for r in VERBS if r["imperative"]], ids=lambda r: r["verb"])
def test_the_imperative(row: dict[str, str]) -> None:
    found = _cells([f for f in _forms(row) if f.kind == "imperative" and not f.bound])
    assert {cell: found[cell] for cell in _IMPERATIVE} == _expected(_IMPERATIVE, row["imperative"])


@pytest.mark.parametrize("row", VERBS, ids=lambda r: r["verb"])
def test_participles_and_masdar(row: dict[str, str]) -> None:
    plain = [
        f for f in _forms(row)
        if f.number == "sg" and not f.definite and not f.construct and not f.tanwin and f.gender != "f"
    ]  # fmt: skip
    for voice in ("active", "passive"):
        found = {f.key for f in plain if f.kind == "participle" and f.voice in ("", voice)}
        defective = {key[:-1] for key in _keys(row[voice]) if arabic.key(row[voice])[-1] == "ي"}
        assert _keys(row[voice]) <= found <= _keys(row[voice]) | defective
    masdars = {f.key for f in _forms(row) if f.kind == "masdar"}
    assert arabic.key(row["masdar"]) in masdars


def test_either_voice_is_left_open_and_letters_decide_where_they_can() -> None:
    voices = {f.key: f.voice for f in verb_forms("أصاب", "يصيب") if f.core and f.kind in ("past", "present")}
    assert (voices["اصاب"], voices["اصيب"], voices["يصاب"]) == ("active", "passive", "passive")
    assert {f.voice for f in verb_forms("استهدف", "يستهدف") if f.kind == "past"} == {""}


@pytest.mark.parametrize(
    ("past", "present", "hints", "measure"),
    [
        ("حذر", "يحذر", (), 1),
        ("حذّر", "يحذر", (), 2),
        ("حذر", "يحذر", ("محذر",), 2),
        ("حذر", "يحذر", ("تحذير",), 2),
        ("صور", "يصور", (), 2),
        ("نوى", "ينوي", (), 1),
        ("وقع", "يوقع", (), 2),
        ("وقع", "يقع", (), 1),
        ("هنأ", "يهنئ", (), 2),
        ("أدى", "يؤدي", (), 2),
        ("أتى", "يأتي", (), 1),
        ("أرى", "يري", (), 4),
        ("آخذ", "يؤاخذ", (), 3),
        ("آمن", "يؤمن", (), 4),
        ("تابع", "يتابع", (), 3),
        ("تآمر", "يتآمر", (), 6),
        ("ترجم", "يترجم", ("ترجمة",), 11),
        ("تحدث", "يتحدث", (), 5),
        ("حاجّ", "يحاج", (), 3),
        ("استوى", "يستوي", (), 8),
        ("استاء", "يستاء", (), 8),
        ("زعزع", "يزعزع", (), 11),
    ],
)
def test_the_measure(past: str, present: str, hints: tuple[str, ...], measure: int) -> None:
    assert analyse(past, present, hints).measure == measure


def _lemmas() -> list[tuple[str, str]]:
    rows = built_in().rows("words/cues.tsv", CueRow)
    return [(row.lemma, row.present) for row in rows if row.present]


@pytest.mark.parametrize(("past", "present"), _lemmas())
def test_no_verb_of_the_lexicon_has_an_impossible_form(past: str, present: str) -> None:
    forms = verb_forms(past, present)
    letters = frozenset("ابتثجحخدذرزسشصضطظعغفقكلمنهويء")
    assert all(len(form.key) >= 2 and letters.issuperset(form.key) for form in forms)
    keys = {form.key for form in forms}
    assert {arabic.key(past), arabic.key(present)} <= keys


@pytest.mark.parametrize(
    ("typed", "lemma"),
    [
        ("اكدت", ("أكد", "يؤكد")),
        ("يؤكدوا", ("أكد", "يؤكد")),
        ("إتهم", ("اتهم", "يتهم")),
        ("إستمرت", ("استمر", "يستمر")),
        ("نفي", ("نفى", "ينفي")),
        ("يدعى", ("ادعى", "يدعي")),
        ("قرأوا", ("قرأ", "يقرأ")),
        ("جاءوا", ("جاء", "يجيء")),
        ("مسئولون", ("سأل", "يسأل")),
        ("إتفاق", ("اتفق", "يتفق")),
    ],
)
def test_common_misspellings_are_found(typed: str, lemma: tuple[str, str]) -> None:
    assert arabic.key(typed) in {form.key for form in verb_forms(*lemma)}


@pytest.mark.parametrize(
    ("typed", "singular", "plurals"),
    [
        ("الماضى", "ماضي", ()),
        ("مسئول", "مسؤول", ("مسؤولون",)),
        ("المسئولين", "مسؤول", ("مسؤولون",)),
        ("شئون", "شأن", ("شؤون",)),
        ("رءوس", "رأس", ("رؤوس",)),
        ("أتفاقية", "اتفاقية", ()),
        ("حكومه", "حكومة", ()),
    ],
)
def test_common_misspellings_of_nouns_are_found(typed: str, singular: str, plurals: tuple[str, ...]) -> None:
    assert arabic.key(typed) in {form.key for form in noun_forms(singular, plurals)}


def test_the_index_gives_all_readings_in_the_order_of_the_rows() -> None:
    table = index((past, verb_forms(past, present)) for past, present in (("نفى", "ينفي"), ("دعا", "يدعو")))
    assert [row for row, _ in table["ينفي"]] == ["نفى"] * len(table["ينفي"])
    assert {(form.person, form.number) for _, form in table["تدعون"]} == {(2, "pl")}
    assert list(table) == list(index((p, verb_forms(p, r)) for p, r in (("نفى", "ينفي"), ("دعا", "يدعو"))))


def test_forms_are_told_in_words_and_in_the_same_order_every_time() -> None:
    forms = verb_forms("قال", "يقول", ("قول",))
    assert in_words(forms[0]) == "past, active, third person, masculine, singular"
    said = {form.key: in_words(form) for form in reversed(forms)}
    assert said["قيلوا"] == "past, passive, third person, masculine, plural"
    assert said["قولا"] == "imperative, active, second person, dual"
    verb_forms.cache_clear()
    assert verb_forms("قال", "يقول", ("قول",)) == forms
