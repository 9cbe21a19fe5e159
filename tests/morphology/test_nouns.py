"""Declension: every form of nouns of every shape, written out by hand."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from khabar import arabic
from khabar.extract._scene import SpeakerNoun
from khabar.lexicon import BUILT_IN, built_in, lines
from khabar.morphology.inflection import Form, noun_forms, verb_forms

CASES = Path(__file__).parent.parent / "cases"
with (CASES / "nouns.tsv").open(encoding="utf-8", newline="") as _file:
    NOUNS = list(csv.DictReader(_file, delimiter="\t", quoting=csv.QUOTE_NONE))

_COLUMNS: dict[str, Callable[[Form], bool]] = {
    "plain": lambda f: f.number == "sg" and not f.construct and not f.tanwin,
    "bound": lambda f: f.number == "sg" and f.bound,
    "tanwin": lambda f: f.number == "sg" and f.tanwin,
    "dual": lambda f: f.number == "du" and not f.construct,
    "dual_construct": lambda f: f.number == "du" and f.construct,
    "plural": lambda f: f.number == "pl" and not f.construct and not f.tanwin,
    "plural_construct": lambda f: f.number == "pl" and f.construct,
}


def _of(row: dict[str, str]) -> tuple[Form, ...]:
    return noun_forms(row["noun"], tuple(row["plurals"].split()), row["feminine"] or None)


@pytest.mark.parametrize("row", NOUNS, ids=lambda r: r["noun"])
def test_declension(row: dict[str, str]) -> None:
    forms = [form for form in _of(row) if not form.definite]
    for column, belongs in _COLUMNS.items():
        found = {form.key for form in forms if belongs(form)}
        assert found == {arabic.key(word) for word in row[column].split()}, column


@pytest.mark.parametrize("row", NOUNS, ids=lambda r: r["noun"])
def test_the_article_stands_before_what_is_no_construct(row: dict[str, str]) -> None:
    forms = _of(row)
    definite = {form.key.removeprefix("ال") for form in forms if form.definite}
    bare = {form.key for form in forms if not (form.definite or form.construct or form.tanwin)}
    assert definite <= bare
    assert all(key in definite or key + "ي" in definite for key in bare)  # «قاض» has «القاضي»


def test_plurals_that_take_no_tanwin() -> None:
    tanwin = {form.key for form in noun_forms("رجل", ("رجال",)) if form.number == "pl" and form.tanwin}
    assert tanwin == {"رجالا"}
    for singular, plural in (("مصدر", "مصادر"), ("صاروخ", "صواريخ"), ("أرض", "أراضي")):
        assert not [f for f in noun_forms(singular, (plural,)) if f.number == "pl" and f.tanwin]


def test_a_person_with_a_feminine_has_genders() -> None:
    genders = {f.key: (f.gender, f.number) for f in noun_forms("باحث", ("باحثون",), "باحثة")}
    assert genders["باحث"] == ("m", "sg")
    assert genders["باحثه"] == ("f", "sg")
    assert genders["باحثات"] == ("f", "pl")
    assert genders["باحثو"] == ("m", "pl")


def test_participles_and_masdars_are_declined() -> None:
    keys = {form.key: form for form in verb_forms("اتهم", "يتهم")}
    assert {"متهمون", "المتهمين", "متهمو", "متهمه", "متهمت", "متهمات", "متهما"} <= set(keys)
    assert "اتهاما" in {
        form.key for form in verb_forms("اتهم", "يتهم") if form.kind == "masdar" and form.tanwin
    }
    assert (keys["اتهامات"].kind, keys["اتهامات"].number) == ("masdar", "pl")
    assert {"مطالبه", "مطالبت", "مطالبات"} <= {form.key for form in verb_forms("طالب", "يطالب")}


@pytest.mark.parametrize(
    "row", built_in().rows("words/speaker_nouns.tsv", SpeakerNoun), ids=lambda r: r.lemma
)
def test_no_noun_of_the_lexicon_has_an_impossible_form(row: SpeakerNoun) -> None:
    plurals = tuple(filter(None, row.plural.split("|")))
    letters = frozenset("ابتثجحخدذرزسشصضطظعغفقكلمنهويء")
    keys = {form.key for form in noun_forms(row.lemma, plurals, row.feminine or None)}
    assert all(len(key) >= 2 and letters.issuperset(key) for key in keys)
    assert {arabic.key(word) for word in (row.lemma, *plurals)} <= keys


@pytest.mark.parametrize("path", sorted((BUILT_IN / "words").glob("*.tsv")), ids=lambda p: p.stem)
def test_a_row_is_a_lemma_and_no_list_of_forms(path: Path) -> None:
    migrating = {"counted_nouns", "quantity_verbs", "units"}  # until they are lemmas too
    header = {column for _, row in lines(path) for column in row}
    assert path.stem in migrating or "forms" not in header


def test_a_hamza_before_a_radical_has_one_seat() -> None:
    keys = {form.key for form in verb_forms("آوى", "يؤوي")}
    assert "مووي" in keys
    assert "ميوي" not in keys
