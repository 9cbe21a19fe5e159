"""Figures: unit, category and bounds of what is counted, what is none, and the rows of the word lists."""

import csv
from pathlib import Path
from typing import Any

import msgspec
import pytest

from khabar import arabic, extract
from khabar.extract import figures
from khabar.extract._counted import index
from khabar.records import Block, Document, Figure, Mention, Statement
from layers import WORLD, layered

_CASES = Path(__file__).parents[1] / "cases" / "figures.tsv"


class Row(msgspec.Struct, frozen=True):
    example: str
    lemma: str = ""
    form: str = ""
    kind: str = ""
    place: str = ""
    bound: str = ""
    category: str = ""
    unit: str | None = None


def read(text: str, **known: Any) -> list[Figure]:
    doc = layered(text, "tokens", "numbers", "times", published="2019-03-14", **known)
    return list(figures.extract(doc, WORLD))


CASES = list(csv.DictReader(_CASES.read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text']} | {case['span']}")
def test_cases(case: dict[str, str]) -> None:
    text = case["text"]
    doc = extract.annotate(Document(id="t", text=text, published="2019-03-14"), WORLD)
    found = [(text[f.start : f.end], f.low, f.high, f.unit, f.category) for f in doc.figures]
    if not case["span"]:
        assert found == []
        return
    low, high = (float(case[end]) if case[end] else None for end in ("low", "high"))
    assert (case["span"], low, high, case["unit"] or None, case["category"]) in found


@pytest.mark.parametrize(
    "text",
    [
        "حاربوا ثلاث سنوات",
        "عقد الاجتماع في 4 أيار 2017",
        "نصت المادة 12 على ذلك",
        "للاتصال 0096655123456 ليلا",
        "للاتصال 055123456 ليلا",
        "فاز الفريق 2-1 في النهائي",
        "المؤتمر الرابع للعلماء",
        "1- جمع الوثائق",
        "حضر أحد المدعوين",
        "زار محافظتي الشمال",
        "12 تعليقا",
        "يبدأ الحفل عند 10:30 ليلا",
    ],
)
def test_no_figure(text: str) -> None:
    assert read(text) == []


def test_two_deaths_and_wounds_in_one_clause() -> None:
    found = read("أعلنت الوزارة مقتل 12 وإصابة 30 في انهيار المبنى")
    assert [(f.id, f.low, f.category, f.unit) for f in found] == [
        ("f1", 12, "killed", "person"),
        ("f2", 30, "wounded", "person"),
    ]


def test_what_is_counted_behind_min() -> None:
    text = "وصل 10 آلاف من المقاتلين إلى البلدة"
    [f] = read(text)
    assert text[f.start : f.end] == "10 آلاف"
    assert f.counted is not None
    assert text[slice(*f.counted)] == "المقاتلين"
    assert f.category == "fighters"


def test_the_smallest_statement_around_it_claims_it() -> None:
    text = "قال الناطق إن الوزير أعلن أن السيول جرفت 20 منزلا"
    wide = Statement(id="s1", start=14, end=len(text), kind="indirect", cue=(0, 3))
    narrow = Statement(id="s2", start=26, end=len(text), kind="indirect", cue=(21, 25))
    [f] = read(text, statements=(wide, narrow))
    assert f.statement == "s2"


def test_numbers_inside_names_and_page_counters_are_none() -> None:
    text = "تابعوا قناة الخليج 24 على الشاشة"
    assert read(text, mentions=(Mention(start=12, end=21, type="ORG", entity="e1"),)) == []
    counter = "الأخبار 12 تعليقا"
    assert read(counter, blocks=(Block(start=0, end=len(counter), role="furniture"),)) == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("قُتِلَ ٣ جُنُودٍ 🕯", "٣ جُنُودٍ"),
        ("🕯 قتل خمســـة ﺟﻨﻮد", "خمســـة ﺟﻨﻮد"),
        ("قتل \u200f12\u200f شخصًا", "12\u200f شخصًا"),
    ],
)
def test_offsets_in_uneven_text(text: str, span: str) -> None:
    [f] = read(text)
    assert text[f.start : f.end].lstrip("\u200f") == span
    assert f.category == "killed"


@pytest.mark.parametrize("table", ["units", "counted_nouns"])
def test_units_and_nouns_fire_in_their_examples(table: str) -> None:
    for row in WORLD.rows(f"words/{table}.tsv", Row):
        found = [f for f in read(row.example) if f"«{row.lemma}» (words/{table}.tsv)" in f.why]
        assert [f.unit for f in found] == [row.unit], row.lemma


@pytest.mark.parametrize("row", WORLD.rows("words/quantity_verbs.tsv", Row), ids=lambda r: r.lemma)
def test_governors_fire_in_their_examples(row: Row) -> None:
    [f] = read(row.example)
    if row.kind == "count":
        assert "the number of" in f.why
    else:
        assert f"«{row.lemma}» governs it" in f.why
        assert row.category in ("", f.category)


@pytest.mark.parametrize("row", WORLD.rows("words/figure_context.tsv", Row), ids=lambda r: r.form)
def test_context_words_fire_in_their_examples(row: Row) -> None:
    assert index(WORLD).contexts[arabic.key(row.form)] == row.kind
    assert row.form in row.example
    found = read(row.example)
    if row.kind in ("label", "counter"):
        assert found == []
    elif row.kind == "count":
        assert len(found) == 1
    elif row.kind in ("aside", "still"):
        assert "governs it" in found[0].why
    elif row.kind == "agent":
        assert "governs it" not in found[0].why
    elif row.kind == "others":
        assert row.example[slice(*(found[0].counted or (0, 0)))] == row.form
        assert row.form not in row.example[found[0].start : found[0].end]
    else:
        assert all(
            arabic.key(row.form) not in arabic.key(row.example[slice(*f.counted)]).split()
            for f in found
            if f.counted
        )


@pytest.mark.parametrize(
    "row", [r for r in WORLD.rows("words/approximators.tsv", Row) if r.place == "after"], ids=lambda r: r.form
)
def test_bounds_behind_the_noun_fire_in_their_examples(row: Row) -> None:
    [f] = read(row.example)
    assert row.example[f.start : f.end].endswith(row.form)
    assert (f.low is None, f.high is None, f.approx) == (
        row.bound == "high",
        row.bound == "low",
        row.bound == "about",
    )
