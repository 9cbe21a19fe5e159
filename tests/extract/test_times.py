"""Times: dates of all month families, relative days, durations, sets, and the rows of the word lists."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar import arabic, extract, lexicon
from khabar.extract import numbers, times, tokens
from khabar.extract._time_scene import Month, Scene
from khabar.records import Document, Reading, Time

WORLD = lexicon.built_in()
PUBLISHED = "2019-03-14"
"""A Thursday."""


class Example(msgspec.Struct, frozen=True):
    form: str
    example: str
    kind: str = ""


def reading(text: str, published: str | None) -> Reading:
    doc = Reading(id="t", text=text, published=published)
    doc = msgspec.structs.replace(doc, tokens=tuple(tokens.extract(doc, WORLD)))
    return msgspec.structs.replace(doc, numbers=tuple(numbers.extract(doc, WORLD)))


def read(text: str, published: str | None = PUBLISHED) -> list[Time]:
    return list(times.extract(reading(text, published), WORLD))


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
    assert read(text) == []


def test_without_publication_date_only_the_weekday_is_known() -> None:
    values = [t.value for t in read("وصل القطار السبت، وعاد الشهر الماضي، وبقي في 4 نيسان", None)]
    assert values == ["XXXX-WXX-6", None, None]


def test_a_date_with_its_year_settles_the_same_date_without() -> None:
    values = [t.value for t in read("في 9 نيسان 2003 سقطت المدينة. وكان 9 نيسان يوما طويلا")]
    assert values == ["2003-04-09", "2003-04-09"]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("صدر في 3 شوال 1440 هـ", "3 شوال 1440 هـ"),
        ("صدر في شهر رمضان الماضي", "شهر رمضان الماضي"),
        ("صدر في ذي الحجة 1440", "ذي الحجة 1440"),
    ],
)
def test_hijri_dates_are_found_without_a_value(text: str, span: str) -> None:
    assert [(text[t.start : t.end], t.value, t.begin) for t in read(text)] == [(span, None, None)]


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


DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
MONTHS = WORLD.rows("words/months.tsv", Month)
CARRIERS = (
    "عقد الاجتماع في {} بحضور الأعضاء.",
    "وقالت الشركة إن العمل بدأ يوم {}، ثم توقف.",
    "(صدر في {})",
    "🎈 قبل {}!",
)


@given(
    day=st.dates(min_value=date(1950, 1, 1), max_value=date(2035, 12, 31)),
    month=st.sampled_from(MONTHS),
    digits=st.sampled_from(DIGITS),
    carrier=st.sampled_from(CARRIERS),
    double=st.sampled_from(("", "/", " / ")),
)
def test_any_written_date_is_read_back(
    day: date, month: Month, digits: str, carrier: str, double: str
) -> None:
    try:
        day = day.replace(month=month.month)
    except ValueError:
        day = day.replace(month=month.month, day=28)
    table = str.maketrans("0123456789", digits)
    twin = next(m.form for m in reversed(MONTHS) if m.month == month.month and m.form != month.form)
    name = (
        f"{month.form}{double}{twin}"
        if double and not month.form.isascii() and not twin.isascii()
        else month.form
    )
    written = f"{str(day.day).translate(table)} {name} {str(day.year).translate(table)}"
    text = carrier.format(written)
    found = read(text, "2019-03-14")
    at = text.index(written)
    assert [(t.start, t.end, t.value) for t in found] == [(at, at + len(written), day.isoformat())]


@given(day=st.dates(min_value=date(1950, 1, 1), max_value=date(2035, 12, 31)), digits=st.sampled_from(DIGITS))
def test_any_date_in_digits_is_read_back(day: date, digits: str) -> None:
    table = str.maketrans("0123456789", digits)
    for form in (f"{day:%Y-%m-%d}", f"{day:%Y/%m/%d}", f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}"):
        [time] = read(f"صدر القرار بتاريخ {form.translate(table)} في العاصمة")
        assert time.value == day.isoformat()


@given(st.text(alphabet='0123456789٣من الجمعةعاماشهريو/-.,() \n"قبلونصف', max_size=60))
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    end = 0
    for time in read(text):
        assert end <= time.start < time.end <= len(text)
        end = time.end


@pytest.mark.parametrize("table", ["months", "weekdays", "time_units", "time_words"])
def test_rows_fire_in_their_examples(table: str) -> None:
    silent = []
    for row in WORLD.rows(f"words/{table}.tsv", Example):
        scene = Scene(reading(row.example, PUBLISHED), WORLD)
        why = f"«{row.form}» (words/{table}.tsv)"
        kinds = [row.kind] if row.kind else ["month", "weekday", "unit"]
        if not any((hit := scene.hit(i, *kinds)) and hit.entry.why == why for i in range(len(scene.tokens))):
            silent.append(row.form)
    assert silent == []


DECIDING = {
    "ref",
    "shift",
    "recent",
    "this",
    "part",
    "daypart",
    "day",
    "set",
    "every",
    "season",
    "decade",
    "quarter",
}


@pytest.mark.parametrize(
    "row",
    [r for r in WORLD.rows("words/time_words.tsv", Example) if r.kind in DECIDING | {"clock"}]
    + list(WORLD.rows("words/months.tsv", Example))
    + list(WORLD.rows("words/weekdays.tsv", Example))
    + list(WORLD.rows("words/time_units.tsv", Example)),
    ids=lambda r: r.form,
)
def test_rows_decide_a_time_in_their_examples(row: Example) -> None:
    assert any(arabic.key(row.form) in arabic.key(row.example[t.start : t.end]) for t in read(row.example))


@pytest.mark.parametrize(
    "text", ["قبل 900 ألف عام", "منذ 80 مليون أسبوع", "قبل 3 مليارات يوم", "قبل 99 ألف شهر"]
)
def test_spans_beyond_the_calendar_are_unresolved_not_an_error(text: str) -> None:
    document = Document(id="t", text=f"عاش هذا الكائن {text} كما يقول العلماء.", published="2018-05-01")
    found = extract.annotate(document, lexicon.built_in()).times
    assert all(time.begin is None for time in found)


def test_a_month_inside_a_persons_name_is_no_time() -> None:
    text = "التقى الوزير الإيطالي لويجي دي مايو نظيره في مايو 2021."
    document = extract.annotate(Document(id="t", text=text, published="2021-06-28"), lexicon.built_in())
    assert [text[time.start : time.end] for time in document.times] == ["مايو 2021"]
