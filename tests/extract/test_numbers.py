"""Numbers: every spelling of the same amount, bounds, ranges, and the rows of the word lists."""

from typing import Any

import msgspec
import pytest

from khabar import arabic, lexicon
from khabar.extract import numbers, tokens
from khabar.extract._numerals import NumberWord
from khabar.extract.numbers import Approximator
from khabar.records import Number, Reading

WORLD = lexicon.built_in()


class Example(msgspec.Struct, frozen=True):
    form: str
    example: str


def read(text: str) -> list[Number]:
    doc = Reading(id="t", text=text)
    doc = msgspec.structs.replace(doc, tokens=tuple(tokens.extract(doc, WORLD)))
    return list(numbers.extract(doc, WORLD))


def told(text: str) -> list[tuple[Any, ...]]:
    return [(text[n.start : n.end], n.low, n.high, n.approx) for n in read(text)]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("بيعت 7 لوحات", "7", 7),
        ("بيعت ٧ لوحات", "٧", 7),
        ("بيعت ۷۲ لوحة", "۷۲", 72),
        ("بيعت 2,340 لوحة", "2,340", 2340),
        ("بيعت 2.340 لوحة", "2.340", 2340),
        ("بيعت ٢٬٣٤٠ لوحة", "٢٬٣٤٠", 2340),
        ("بيعت 1,234,567 لوحة", "1,234,567", 1234567),
        ("ارتفع السعر 2,5 درهم", "2,5", 2.5),
        ("ارتفع السعر ٢٫٥ درهم", "٢٫٥", 2.5),
        ("ارتفع السعر 0.125 درهم", "0.125", 0.125),
        ("بلغت الكلفة 2.125 مليون درهم", "2.125 مليون", 2125000),
        ("بلغت الكلفة 1.234,5 درهم", "1.234,5", 1234.5),
        ("زار المعرض ثلاثة وأربعون طالبا", "ثلاثة وأربعون", 43),
        ("زار المعرض ثلاثة عشر طالبا", "ثلاثة عشر", 13),
        ("زارت المعرض اثنتا عشرة طالبة", "اثنتا عشرة", 12),
        ("زار المعرض واحد وعشرون طالبا", "واحد وعشرون", 21),
        ("زار المعرض مئة وخمسة وستون طالبا", "مئة وخمسة وستون", 165),
        ("زار المعرض مائة وعشرة طلاب", "مائة وعشرة", 110),
        ("زار المعرض أربع مئة طالب", "أربع مئة", 400),
        ("زار المعرض أربعمائة وتسعة طلاب", "أربعمائة وتسعة", 409),
        ("زار المعرض مئتا طالب", "مئتا", 200),
        ("زار المعرض ألف طالب", "ألف", 1000),
        ("زار المعرض ألفا طالب", "ألفا", 2000),
        ("زار المعرض 45 ألفا", "45 ألفا", 45000),
        ("زار المعرض خمسة آلاف وثلاثمئة طالب", "خمسة آلاف وثلاثمئة", 5300),
        ("زار المعرض 5 آلاف و200 طالب", "5 آلاف و200", 5200),
        ("زار المعرض مليون و200 ألف طالب", "مليون و200 ألف", 1200000),
        ("بلغت الموازنة ثلاثة مليارات و40 مليون درهم", "ثلاثة مليارات و40 مليون", 3040000000),
        ("بلغت الموازنة مليونين ونصف المليون درهم", "مليونين ونصف المليون", 2500000),
        ("بلغت الموازنة مئة ألف درهم", "مئة ألف", 100000),
        ("بلغت الموازنة نصف مليار درهم", "نصف مليار", 500000000),
        ("رحبت المدرسة بخمسة معلمين", "خمسة", 5),
        ("حضر الـ12 معلما", "الـ12", 12),
    ],
)
def test_value_and_span(text: str, span: str, value: float) -> None:
    assert told(text) == [(span, value, value, False)]


@pytest.mark.parametrize(
    ("text", "span", "low", "high", "approx"),
    [
        ("حضر نحو 40 ضيفا", "نحو 40", 40, 40, True),
        ("رحب بنحو 40 ضيفا", "نحو 40", 40, 40, True),
        ("حضر ما يقرب من أربعين ضيفا", "ما يقرب من أربعين", 40, 40, True),
        ("حضر أكثر من 40 ضيفا", "أكثر من 40", 40, None, False),
        ("حضر لأكثر من 40 جلسة", "أكثر من 40", 40, None, False),
        ("حضر ما لا يقل عن 40 ضيفا", "ما لا يقل عن 40", 40, None, False),
        ("حضر أقل من 40 ضيفا", "أقل من 40", None, 40, False),
        ("حضر عدد لا يتجاوز 40 ضيفا", "لا يتجاوز 40", None, 40, False),
        ("حضر ما بين 40 و60 ضيفا", "40 و60", 40, 60, False),
        ("حضر بين 4 و6 آلاف ضيف", "4 و6 آلاف", 4000, 6000, False),
        ("حضر من 40 إلى 60 ضيفا", "40 إلى 60", 40, 60, False),
        ("حضر 40-60 ضيفا", "40-60", 40, 60, False),
        ("حضر ثلاثة أو أربعة ضيوف", "ثلاثة أو أربعة", 3, 4, False),
        ("حضر عشرات الضيوف", "عشرات", 20, 99, True),
        ("حضر المئات من الضيوف", "المئات", 200, 999, True),
        ("حضر آلاف الضيوف", "آلاف", 2000, 9999, True),
        ("حضر عشرات الآلاف من الضيوف", "عشرات الآلاف", 20000, 99999, True),
        ("أنفقت ملايين الدراهم", "ملايين", 2000000, 9999999, True),
    ],
)
def test_bounds(text: str, span: str, low: float | None, high: float | None, approx: bool) -> None:
    assert told(text) == [(span, low, high, approx)]


@pytest.mark.parametrize(
    "text",
    [
        "قال أحد الحاضرين",
        "لم يحضر واحد منهم",
        "وصل يوم الاثنين",
        "حلقت طائرة من طراز إف-16",
        "اشترى هاتف A52 جديدا",
        "وصلت كميات من القمح",
        "يوم 12.05.2019",
    ],
)
def test_no_number(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("الجلسة الثالثة", 3),
        ("القرن الحادي والعشرين", 21),
        ("الدورة الثانية عشرة", 12),
        ("في الـ16 من عمره", 16),
    ],
)
def test_ordinals(text: str, value: int) -> None:
    [number] = read(text)
    assert number.ordinal
    assert number.low == value


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("حَضَرَ خَمْسَةٌ وَثَلاثُونَ ضيفًا", "خَمْسَةٌ وَثَلاثُونَ"),
        ("حضر بـــخمســة ضيوف", "خمســة"),
        ("حضر \u200f٤٥\u200f ضيفا 🎉", "٤٥"),
        ("🎉🎉 حضر ﺧﻤﺴﺔ ضيوف", "ﺧﻤﺴﺔ"),
        ("حضر \u202bنحو 40\u202c ضيفا", "نحو 40"),
    ],
)
def test_offsets_in_uneven_text(text: str, span: str) -> None:
    [number] = read(text)
    assert text[number.start : number.end].strip("\u200f\u202c") == span


@pytest.mark.parametrize("row", WORLD.rows("words/number_words.tsv", Example), ids=lambda r: r.form)
def test_number_words_fire_in_their_examples(row: Example) -> None:
    key = arabic.key(row.form)
    assert any(key in arabic.key(row.example[n.start : n.end]) for n in read(row.example))


@pytest.mark.parametrize(
    "row",
    [
        pair
        for pair in zip(
            WORLD.rows("words/approximators.tsv", Approximator),
            WORLD.rows("words/approximators.tsv", Example),
            strict=True,
        )
        if pair[0].place == "before"
    ],
    ids=lambda r: r[0].form,
)
def test_approximators_fire_in_their_examples(row: tuple[Approximator, Example]) -> None:
    [number] = read(row[1].example)
    assert f"«{row[0].form}»" in number.why
    assert number.approx == (row[0].bound in ("about", "several"))


def test_every_row_has_a_known_kind() -> None:
    assert len(WORLD.rows("words/number_words.tsv", NumberWord)) > 140
