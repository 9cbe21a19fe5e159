"""Times: dates of all month families, relative days, durations, sets, and the rows of the word lists."""

import csv
from pathlib import Path

import msgspec
import pytest

from khabar import arabic, extract
from khabar.extract._time_lexicon import EventDay
from khabar.extract._time_scene import Scene
from khabar.records import Document, Time
from layers import WORLD, layered

CASES = Path(__file__).parents[1] / "cases" / "times.tsv"
COLUMNS = ("span", "type", "value", "mod", "begin", "finish")
PUBLISHED = "2019-03-14"
"""A Thursday."""


class Example(msgspec.Struct, frozen=True):
    example: str
    form: str = ""
    singular: str = ""
    masculine: str = ""
    past: str = ""
    kind: str = ""

    @property
    def entry(self) -> str:
        return self.form or self.singular or self.masculine or self.past


TABLES = ("months", "weekdays", "time_units", "time_adjectives", "time_verbs", "holidays", "time_words")


def read(text: str, published: str | None = PUBLISHED) -> tuple[Time, ...]:
    return layered(text, "tokens", "numbers", "times", published=published).times


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("افتتح السوق في 7 أيار/مايو 2017", "7 أيار/مايو 2017", "2017-05-07"),
        ("افتتح السوق في 7 مايو (أيار) 2017", "7 مايو (أيار) 2017", "2017-05-07"),
        ("افتتح السوق في ٧ أيار ٢٠١٧", "٧ أيار ٢٠١٧", "2017-05-07"),
        ("افتتح السوق في السابع من مايو عام 2017", "السابع من مايو عام 2017", "2017-05-07"),
        ("افتتح السوق في الحادي والعشرين من مايو 2017", "الحادي والعشرين من مايو 2017", "2017-05-21"),
        ("افتتح السوق في ٧مايو٢٠١٧", "٧مايو٢٠١٧", "2017-05-07"),
        ("افتتح السوق في 2017/05/07", "2017/05/07", "2017-05-07"),
        ("افتتح السوق في 07-05-2017", "07-05-2017", "2017-05-07"),
        ("افتتح السوق في 07.05.2017", "07.05.2017", "2017-05-07"),
        ("نشر في: 7th, May 2017 GMT", "7th, May 2017", "2017-05-07"),
        ("نشر في: May 7, 2017", "May 7, 2017", "2017-05-07"),
        ("افتتح السوق في تشرين الأول/أكتوبر 2017", "تشرين الأول/أكتوبر 2017", "2017-10"),
        ("افتتح السوق في نيسان من العام الماضي", "نيسان من العام الماضي", "2018-04"),
        ("افتتح السوق في 7 شباط", "7 شباط", "2019-02-07"),
        ("افتتح السوق في 7 أيلول", "7 أيلول", "2018-09-07"),
        ("يفتتح السوق في 20 آذار", "20 آذار", "2019-03-20"),
        ("يفتتح السوق في 7 أيلول المقبل", "7 أيلول المقبل", "2019-09-07"),
        ("افتتح السوق في أيلول الماضي", "أيلول الماضي", "2018-09"),
        ("افتتح السوق في (7 أيلول) الماضي", "(7 أيلول) الماضي", "2018-09-07"),
        ("من 3 إلى 5 مايو 2017", "3 إلى 5 مايو 2017", "2017-05-03/2017-05-05"),
        ("افتتح السوق في الخامس من الشهر الجاري", "الخامس من الشهر الجاري", "2019-03-05"),
        ("افتتح السوق عام 2016", "عام 2016", "2016"),
        ("افتتح السوق في العام 2016", "العام 2016", "2016"),
        ("بقي مغلقا منذ 2016", "2016", "2016"),
        ("نما الإنتاج بين عامي 2011 و2014", "عامي 2011 و2014", "2011/2014"),
        ("نما الإنتاج في الربع الثاني من 2016", "الربع الثاني من 2016", "2016-Q2"),
        ("بني الجسر في سبعينيات القرن الماضي", "سبعينيات القرن الماضي", "197"),
        ("وصل القطار الثلاثاء", "الثلاثاء", "2019-03-12"),
        ("وصل القطار الخميس", "الخميس", "2019-03-14"),
        ("وصل القطار الخميس الماضي", "الخميس الماضي", "2019-03-07"),
        ("يصل القطار السبت المقبل", "السبت المقبل", "2019-03-16"),
        ("من المقرر أن يصل القطار السبت", "السبت", "2019-03-16"),
        ("وصل القطار اليوم الخميس", "اليوم الخميس", "2019-03-14"),
        ("وصل القطار أمس", "أمس", "2019-03-13"),
        ("وصل القطار أول من أمس", "أول من أمس", "2019-03-12"),
        ("يصل القطار غدًا الجمعة", "غدًا الجمعة", "2019-03-15"),
        ("وصل القطار مساء الأحد", "مساء الأحد", "2019-03-10TEV"),
        ("وصل القطار فجر اليوم", "فجر اليوم", "2019-03-14TMO"),
        ("وصل القطار ليل السبت الأحد", "ليل السبت الأحد", "2019-03-09TNI"),
        ("وصل القطار الأسبوع الماضي", "الأسبوع الماضي", "2019-W10"),
        ("وصل القطار الشهر الماضي", "الشهر الماضي", "2019-02"),
        ("يصل القطار العام المقبل", "العام المقبل", "2020"),
        ("وصل القطار هذا العام", "هذا العام", "2019"),
        ("وصل القطار حديثا وهو يعمل حاليا", "حاليا", "PRESENT_REF"),
        ("وكان قد وصل سابقًا", "سابقًا", "PAST_REF"),
        ("وصل القطار في وقت سابق الثلاثاء", "وقت سابق الثلاثاء", "2019-03-12"),
        ("بقي القطار حتى اليوم", "اليوم", "PRESENT_REF"),
        ("دام السفر ثلاثة أيام", "ثلاثة أيام", "P3D"),
        ("دام السفر عامين ونصف", "عامين ونصف", "P2Y6M"),
        ("دام السفر نصف ساعة", "نصف ساعة", "PT30M"),
        ("عاد بعد أسابيع", "أسابيع", "PXW"),
        ("عاد منذ أربع سنوات", "أربع سنوات", "P4Y"),
        ("تأخر أكثر من شهر", "أكثر من شهر", "P1M"),
        ("يصل القطار كل أسبوع", "كل أسبوع", "P1W"),
        ("يصل القطار كل 3 أيام", "كل 3 أيام", "P3D"),
    ],
)
def test_span_and_value(text: str, span: str, value: str) -> None:
    assert [(text[t.start : t.end], t.value) for t in read(text)] == [(span, value)]


@pytest.mark.parametrize(
    ("text", "value", "mod", "begin", "finish"),
    [
        ("رحل مطلع 2015", "2015", "START", "2015-01-01", "2015-12-31"),
        ("رحل في أواخر فبراير 2016", "2016-02", "END", "2016-02-01", "2016-02-29"),
        ("رحل منتصف أيلول الماضي", "2018-09", "MID", "2018-09-01", "2018-09-30"),
        ("يرحل بحلول نهاية العام", "2019", "END", "2019-01-01", "2019-12-31"),
        ("رحل الأسبوع الماضي", "2019-W10", None, "2019-03-04", "2019-03-10"),
        ("رحل قبل يومين", "P2D", None, "2019-03-12", "2019-03-12"),
        ("رحل قبل ثلاثة أشهر", "P3M", None, "2018-12-01", "2018-12-31"),
        ("رحلوا خلال الأيام الأربعة الماضية", "P4D", None, "2019-03-10", "2019-03-14"),
        ("دام أقل من 3 أشهر", "P3M", "LESS_THAN", None, None),
        ("رحل قريبا من هنا سابقا عام 2015", "FUTURE_REF", None, None, None),
    ],
)
def test_mod_and_days(text: str, value: str, mod: str | None, begin: str | None, finish: str | None) -> None:
    time = read(text)[0]
    assert (time.value, time.mod, time.begin, time.finish) == (value, mod, begin, finish)


@pytest.mark.parametrize(
    "text",
    [
        "التقى الأمين العام الحالي وفدا",
        "الطفل البالغ من العمر 9 سنوات",
        "سامر (9 سنوات) وأخته",
        "في اليوم الثاني من المعرض",
        "باع 2016 نسخة",
        "حضر الجميع صلاة الجمعة",
        "مارس الضغط على الشركة",
        "رفع الراية بين حين وآخر",
        "زار المدير القطاع العام",
        "سجل هدفين مقابل 2-1",
    ],
)
def test_no_time(text: str) -> None:
    assert read(text) == ()


def test_without_publication_date_only_the_weekday_is_known() -> None:
    values = [t.value for t in read("وصل القطار السبت، وعاد الشهر الماضي، وبقي في 4 نيسان", None)]
    assert values == ["XXXX-WXX-6", None, None]


def test_a_date_with_its_year_settles_the_same_date_without() -> None:
    values = [t.value for t in read("في 9 نيسان 2003 سقطت المدينة. وكان 9 نيسان يوما طويلا")]
    assert values == ["2003-04-09", "2003-04-09"]


def cases() -> dict[tuple[str, str | None], list[tuple[str, ...]]]:
    """Give the cases of tests/cases/times.tsv: all times of a text, none where a row has no span."""
    with CASES.open(encoding="utf-8", newline="") as file:
        found: dict[tuple[str, str | None], list[tuple[str, ...]]] = {}
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            times_of = found.setdefault((row["text"], row["published"] or None), [])
            if row["span"]:
                times_of.append(tuple(row[name] for name in COLUMNS))
        return found


@pytest.mark.parametrize(("text", "published", "expected"), [(*key, rows) for key, rows in cases().items()])
def test_cases(text: str, published: str | None, expected: list[tuple[str, ...]]) -> None:
    found = [
        (text[t.start : t.end], t.type, t.value or "", t.mod or "", t.begin or "", t.finish or "")
        for t in read(text, published)
    ]
    assert sorted(found) == sorted(expected)


def test_hijri_years_outside_the_tables_are_found_without_a_value() -> None:
    [time] = read("وقع الصلح في 12 رجب 1290 هـ بين القبيلتين")
    assert (time.value, time.begin) == (None, None)
    assert "outside its tables" in time.why


def test_impossible_days_get_no_value() -> None:
    assert [t.value for t in read("يوم 31 نيسان 2017")] == [None]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("وُلِدَ في ٤ حَزِيرَان ٢٠١٨ 🎈", "٤ حَزِيرَان ٢٠١٨"),
        ("🎈🎈 في أغســـطس ٢٠١٨", "أغســـطس ٢٠١٨"),
        ("وصل ﻳﻨﺎﻳﺮ 2018", "ﻳﻨﺎﻳﺮ 2018"),
        ("وبالأمس وصل", "الأمس"),
    ],
)
def test_offsets_in_uneven_text(text: str, span: str) -> None:
    assert [text[t.start : t.end] for t in read(text)] == [span]


@pytest.mark.parametrize("table", TABLES)
def test_rows_fire_in_their_examples(table: str) -> None:
    silent = []
    for row in WORLD.rows(f"words/{table}.tsv", Example):
        scene = Scene(layered(row.example, "tokens", "numbers", published=PUBLISHED), WORLD)
        why = f"«{row.entry}» (words/{table}.tsv)"
        entries = [entry for them in scene.entries for entry in them or ()]
        if not any(e.why == why and (table != "time_words" or e.kind == row.kind) for e in entries):
            silent.append(row.entry)
    assert silent == []


DECIDING = {"ref", "part", "daypart", "day", "set", "every", "decade", "night", "partadv", "point", "clock"}


@pytest.mark.parametrize(
    "row",
    [r for r in WORLD.rows("words/time_words.tsv", Example) if r.kind in DECIDING | {"shift"}]
    + [r for t in ("months", "weekdays", "holidays") for r in WORLD.rows(f"words/{t}.tsv", Example)],
    ids=lambda r: r.entry,
)
def test_rows_decide_a_time_in_their_examples(row: Example) -> None:
    assert any(arabic.key(row.entry) in arabic.key(row.example[t.start : t.end]) for t in read(row.example))


def test_event_days_decide_the_year_in_their_examples() -> None:
    rows = zip(
        WORLD.rows("words/event_days.tsv", EventDay), WORLD.rows("words/event_days.tsv", Example), strict=True
    )
    for row, shown in rows:
        [time] = [
            t for t in read(shown.example, "2026-06-01") if t.value and t.value.startswith(str(row.year))
        ]
        assert any(f"«{head}»" in time.why for head in row.form.split("|"))


@pytest.mark.parametrize("table", ["time_units", "time_adjectives"])
def test_lemmas_decide_a_time_in_their_examples(table: str) -> None:
    for row in WORLD.rows(f"words/{table}.tsv", Example):
        assert any(f"«{row.entry}»" in t.why for t in read(row.example)), row.entry


@pytest.mark.parametrize(
    "text", ["قبل 900 ألف عام", "منذ 80 مليون أسبوع", "قبل 3 مليارات يوم", "قبل 99 ألف شهر"]
)
def test_spans_beyond_the_calendar_are_unresolved_not_an_error(text: str) -> None:
    document = Document(id="t", text=f"عاش هذا الكائن {text} كما يقول العلماء.", published="2018-05-01")
    found = extract.annotate(document, WORLD).times
    assert all(time.begin is None for time in found)


def test_a_month_inside_a_persons_name_is_no_time() -> None:
    text = "التقى الوزير الإيطالي لويجي دي مايو نظيره في مايو 2021."
    document = extract.annotate(Document(id="t", text=text, published="2021-06-28"), WORLD)
    assert [text[time.start : time.end] for time in document.times] == ["مايو 2021"]
