"""English names: own cases, rows of the tables in their examples, and how a name came about."""

import functools
from pathlib import Path

import pytest

from khabar import arabic, extract
from khabar.extract import _english_names
from khabar.extract._transliterated import english
from khabar.lexicon import BUILT_IN, built_in, lines
from khabar.records import Document, Entity, EntityType

CASES = Path(__file__).parents[1] / "cases" / "english_names.tsv"
ROWS = [row for _, row in lines(CASES)]


@functools.cache
def entities(text: str) -> tuple[Entity, ...]:
    return extract.annotate(Document(id="t", text=text), built_in()).entities


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_name(row: dict[str, str]) -> None:
    kind: EntityType = row["type"]  # type: ignore[assignment]
    assert english(built_in(), kind, row["name"]) == (row.get("english"), row.get("how"))


@pytest.mark.parametrize("table", ["names_english", "surnames", "given_names", "name_particles"])
def test_listed_words_are_written_as_listed(table: str) -> None:
    writer = _english_names.of(built_in())
    missed = [
        row["form"]
        for _, row in lines(BUILT_IN / f"words/{table}.tsv")
        if writer.word(row["form"]).lower() != row["english"].lower()
    ]
    first = {arabic.key(form) for form in missed}
    assert len(first) <= 12, missed  # one word may be a given name, a family's and a particle


@pytest.mark.parametrize("table", ["letters_english", "vowel_patterns"])
def test_letters_and_shapes_decide_in_their_examples(table: str) -> None:
    missed = [
        row["form"]
        for _, row in lines(BUILT_IN / f"words/{table}.tsv")
        if not any(fires(row, word) for word in transliterated(row["example"]))
    ]
    assert missed == []


def transliterated(text: str) -> list[str]:
    """Give the words of transliterated names, without article."""
    names = [one.name for one in entities(text) if one.name_en_how == "transliteration"]
    words = [word for name in names for word in name.split(" ")]
    return [word.removeprefix("ال") if len(word) > 4 else word for word in words]


def fires(row: dict[str, str], word: str) -> bool:
    """Say whether a letter is in a word, or a shape is the word's."""
    if row.get("kind") == "pattern":
        return _english_names.of(built_in()).letters.pattern(word) == row["form"]
    return row["form"] in word if "kind" not in row else word.endswith(row["form"])


@pytest.mark.parametrize("table", ["names_english", "place_words"])
def test_words_of_names_are_written_in_their_examples(table: str) -> None:
    missed = [
        row["form"]
        for _, row in lines(BUILT_IN / f"words/{table}.tsv")
        if not any(row["english"] in (one.name_en or "") for one in entities(row["example"]))
    ]
    assert missed == []


def test_bodies_of_the_example_have_an_english_name() -> None:
    missed = [
        row["form"]
        for _, row in lines(BUILT_IN / "words/org_words.tsv")
        if not any(
            one.type == "ORG" and one.name_en_how in ("words", "table") for one in entities(row["example"])
        )
    ]
    assert missed == []


def test_a_known_name_is_from_its_table() -> None:
    found = {one.name: (one.name_en, one.name_en_how) for one in entities("زار بشار الأسد مدينة حلب أمس.")}
    assert found["بشار الأسد"] == ("Bashar al-Assad", "table")
    assert found["حلب"][1] == "table"


def test_every_person_and_place_has_an_english_name() -> None:
    text = "التقى المدرب صهيب الدغفلي سكان قرية كفر دنداف، ثم غادر مع ستيفن كوفمان إلى الموصل."
    assert all(one.name_en and one.name_en_how for one in entities(text) if one.type != "ORG")
