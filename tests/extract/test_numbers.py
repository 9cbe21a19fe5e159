"""Numbers: every spelling of the same amount, bounds, ranges, and the rows of the word lists."""

import csv
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec
import pytest

from khabar import arabic
from khabar.extract._bounds import Approximator, BoundingVerb
from khabar.extract._number_context import ContextWord, PercentSign
from khabar.extract._numerals import NumberWord
from khabar.records import Number
from layers import WORLD, layered

CASES = Path(__file__).parents[1] / "cases" / "numbers.tsv"


def read(text: str) -> tuple[Number, ...]:
    return layered(text, "tokens", "numbers").numbers


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


def cases() -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    """Give each text of the case table with all numbers in it."""
    with CASES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for text, them in groupby(rows, key=lambda r: r["text"]):
        told = [
            (
                r["span"],
                *(float(r[end]) if r[end] else None for end in ("low", "high")),
                set(r["flags"].split()),
            )
            for r in them
            if r["span"]
        ]
        yield text, told


def flags(number: Number) -> set[str]:
    named = {"approx": number.approx, "ordinal": number.ordinal, "fraction": number.fraction}
    given = {name for name, is_so in named.items() if is_so}
    given |= {"percent"} if number.percent is not None else set()
    return given | ({number.use} - {"amount"})


@pytest.mark.parametrize(("text", "expected"), list(cases()))
def test_cases(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert [(text[n.start : n.end], n.low, n.high, flags(n)) for n in read(text)] == expected


def test_change_is_no_range() -> None:
    assert told("ارتفعت الأجور من 20 إلى 30 دينارا") == [("20", 20, 20, False), ("30", 30, 30, False)]


@pytest.mark.parametrize(
    ("text", "sign"), [("زاد 25%", "%"), ("زاد خمسة في المئة", "في المئة"), ("زاد بنسبة %25", "%")]
)
def test_percent_sign_stands_beside_the_number(text: str, sign: str) -> None:
    [number] = read(text)
    assert number.percent is not None
    assert text[slice(*number.percent)] == sign


def rows(table: str, of: type[Any]) -> list[Any]:
    """Pair the rows of a table with their examples."""
    pairs = zip(WORLD.rows(table, of), WORLD.rows(table, Sentence), strict=True)
    return [
        pytest.param(row, shown.example, id=f"{shown.example[:12]}-{i}")
        for i, (row, shown) in enumerate(pairs)
    ]


class Sentence(msgspec.Struct, frozen=True):
    example: str


@pytest.mark.parametrize(("row", "example"), rows("words/number_words.tsv", NumberWord))
def test_number_words_fire_in_their_examples(row: NumberWord, example: str) -> None:
    keys = [arabic.key(example[n.start : n.end]) for n in read(example)]
    assert any(arabic.key(form) in key for key in keys for form in (row.form, row.other) if form)


@pytest.mark.parametrize(("row", "example"), rows("words/approximators.tsv", Approximator))
def test_approximators_fire_in_their_examples(row: Approximator, example: str) -> None:
    [number] = read(example)
    if row.place == "after":
        assert arabic.key(row.form) in arabic.key(example[number.end :])
    else:
        assert f"«{row.form}»" in number.why
        assert number.approx == (row.bound in ("about", "several"))


@pytest.mark.parametrize(("row", "example"), rows("words/bounding_verbs.tsv", BoundingVerb))
def test_bounding_verbs_fire_in_their_examples(row: BoundingVerb, example: str) -> None:
    assert any(f"{row.present}»" in number.why for number in read(example))


@pytest.mark.parametrize(("row", "example"), rows("words/percent_signs.tsv", PercentSign))
def test_percent_signs_fire_in_their_examples(row: PercentSign, example: str) -> None:
    [number] = read(example)
    assert number.percent is not None
    assert example[slice(*number.percent)] == row.form


@pytest.mark.parametrize(("row", "example"), rows("words/number_context.tsv", ContextWord))
def test_context_words_decide_in_their_examples(row: ContextWord, example: str) -> None:
    given = read(example)
    if row.kind == "ordinal_head":
        assert [n.ordinal for n in given] == [True]
    elif row.kind == "score":
        assert {n.use for n in given if n.percent is None} >= {"score"}
    elif row.kind == "change":
        assert all(n.low == n.high for n in given)
    elif row.kind in ("no_number", "no_share", "month", "weekday"):
        assert given == ()
    else:
        assert given
