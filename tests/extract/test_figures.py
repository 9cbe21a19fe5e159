"""Figures: unit, category and bounds of what is counted, what is none, and the rows of the word lists."""

from typing import Any

import msgspec
import pytest

from khabar import arabic, lexicon
from khabar.extract import figures, numbers, times, tokens
from khabar.extract._counted import index
from khabar.records import Block, Figure, Mention, Reading, Statement

WORLD = lexicon.built_in()


class Row(msgspec.Struct, frozen=True):
    example: str
    lemma: str = ""
    form: str = ""
    forms: str = ""
    kind: str = ""
    place: str = ""
    bound: str = ""
    category: str = ""
    unit: str | None = None


def read(text: str, **layers: Any) -> list[Figure]:
    doc = Reading(id="t", text=text, published="2019-03-14", **layers)
    doc = msgspec.structs.replace(doc, tokens=tuple(tokens.extract(doc, WORLD)))
    doc = msgspec.structs.replace(doc, numbers=tuple(numbers.extract(doc, WORLD)))
    doc = msgspec.structs.replace(doc, times=tuple(times.extract(doc, WORLD)))
    return list(figures.extract(doc, WORLD))


@pytest.mark.parametrize(
    ("text", "span", "meaning"),
    [
        ("بيع المنزل بـ200 ألف دولار", "200 ألف دولار", (200000, 200000, "USD", "money")),
        ("بيع المنزل بـ200 ألف دولار أميركي", "200 ألف دولار أميركي", (200000, 200000, "USD", "money")),
        ("بيع المنزل بخمسين مليون دينار عراقي", "خمسين مليون دينار عراقي", (5e7, 5e7, "IQD", "money")),
        ("بيع المنزل بخمسين مليون دينار", "خمسين مليون دينار", (5e7, 5e7, None, "money")),
        ("احترقت ٩٠ كلم٢ من الغابات", "٩٠ كلم٢", (90, 90, "km2", "area")),
        ("تبعد القرية نحو 15 كيلومترا", "نحو 15 كيلومترا", (15, 15, "km", "distance")),
        ("ارتفعت الأسعار 7,5% هنا", "7,5%", (7.5, 7.5, "percent", "share")),
        ("ارتفعت الأسعار 12 في المئة", "12 في المئة", (12, 12, "percent", "share")),
        ("يعمل ثلث السكان في الصيد", "ثلث السكان", (33.33, 33.33, "percent", "share")),
        ("انهار الجسر ومات 12 قتيلا", "12 قتيلا", (12, 12, "person", "killed")),
        ("أدى الانهيار إلى مقتل ثمانية عمال", "ثمانية عمال", (8, 8, "person", "killed")),
        ("أدى الانهيار إلى إصابة ثمانية عمال", "ثمانية عمال", (8, 8, "person", "wounded")),
        ("أعلنت الشرطة القبض على 4 لبنانيين", "4 لبنانيين", (4, 4, "person", "detained")),
        ("وصل إلى المخيم أكثر من ألف نازح", "أكثر من ألف نازح", (1000, None, "person", "displaced")),
        ("دمر الإعصار 30 متجرا", "30 متجرا", (30, 30, "item", "destroyed")),
        ("يضم الاتحاد 27 دولة", "27 دولة", (27, 27, "state", "members")),
        ("نفذ الطيران 6 غارات", "6 غارات", (6, 6, "event", "strikes")),
        ("أعلن الجيش وجود عشرات المسلحين", "عشرات المسلحين", (20, 99, "person", "fighters")),
        ("انتشر في المدينة 500 جندي", "500 جندي", (500, 500, "person", "personnel")),
        ("حضر 17 ضيفا على الأقل", "17 ضيفا على الأقل", (17, None, "item", "other")),
        ("زار الوفد المدن الأربع", "المدن الأربع", (4, 4, "item", "other")),
        ("رحبت بضيوفها الـ14 أمس", "ضيوفها الـ14", (14, 14, "item", "other")),
        ("وقال سامر (9 سنوات) إنه سعيد", "9 سنوات", (9, 9, "year", "other")),
        ("بلغ عدد الزوار 45", "45", (45, 45, None, "other")),
    ],
)
def test_figure(text: str, span: str, meaning: tuple[Any, ...]) -> None:
    [f] = read(text)
    span_found = text[f.start : f.end]
    if span_found == f"ب{span}":
        span_found = span
    assert (span_found, f.low, f.high, f.unit, f.category) == (span, *meaning)


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
        assert [f"«{row.lemma}» (words/{table}.tsv)" in f.why for f in read(row.example)] == [True], row.lemma
        assert read(row.example)[0].unit == row.unit, row.lemma


@pytest.mark.parametrize("row", WORLD.rows("words/quantity_verbs.tsv", Row), ids=lambda r: r.lemma)
def test_governors_fire_in_their_examples(row: Row) -> None:
    [f] = read(row.example)
    assert f"«{row.lemma}» beside it" in f.why
    assert f.category == row.category


@pytest.mark.parametrize("row", WORLD.rows("words/figure_context.tsv", Row), ids=lambda r: r.form)
def test_context_words_fire_in_their_examples(row: Row) -> None:
    assert index(WORLD).contexts[arabic.key(row.form)] == row.kind
    assert row.form in row.example
    found = read(row.example)
    if row.kind in ("label", "counter"):
        assert found == []
    elif row.kind == "count":
        assert len(found) == 1
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
