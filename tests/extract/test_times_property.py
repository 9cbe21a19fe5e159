"""Dates written in any supported way are read back: value and exact span."""

from calendar import monthrange
from datetime import date

from hijridate import Gregorian, Hijri
from hypothesis import given
from hypothesis import strategies as st

from khabar.extract import _hijri
from khabar.extract._time_lexicon import Month
from khabar.records import Time
from layers import WORLD, layered


def read(text: str) -> tuple[Time, ...]:
    return layered(text, "tokens", "numbers", "times", published="2019-03-14").times


DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
ALL_MONTHS = WORLD.rows("words/months.tsv", Month)
MONTHS = tuple(m for m in ALL_MONTHS if m.family not in ("hijri", "libya"))
HIJRI_MONTHS = tuple(m for m in ALL_MONTHS if m.family == "hijri")
WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
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
    shape=st.tuples(
        st.sampled_from(("", "/", " / ", " - ")),
        st.sampled_from((" ", " من ", " من شهر ", "-")),
        st.sampled_from(("", "{} ", "{}، ", "{} الموافق ")),
    ),
)
def test_any_written_date_is_read_back(
    day: date, month: Month, digits: str, carrier: str, shape: tuple[str, str, str]
) -> None:
    double, joint, lead = shape
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
    joint = " " if name.isascii() else joint
    written = f"{str(day.day).translate(table)}{joint}{name} {str(day.year).translate(table)}"
    written = lead.format(WEEKDAYS[day.weekday()]) + written
    text = carrier.format(written)
    found = read(text)
    at = text.index(written)
    assert [(t.start, t.end, t.value) for t in found] == [(at, at + len(written), day.isoformat())]


@given(
    day=st.dates(min_value=date(1950, 1, 1), max_value=date(2035, 12, 31)),
    digits=st.sampled_from(DIGITS),
    form=st.sampled_from(
        ("%Y-%m-%d", "%Y/%m/%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d / %m / %Y", "%d/ %m/ %Y")
    ),
    weekday=st.sampled_from(("", "{} ", "{}، ", "{} الموافق ")),
)
def test_any_date_in_digits_is_read_back(day: date, digits: str, form: str, weekday: str) -> None:
    written = day.strftime(form).replace(f"{day.year}", f"{day.year:04}")
    written = weekday.format(WEEKDAYS[day.weekday()]) + written.translate(str.maketrans("0123456789", digits))
    text = f"صدر القرار بتاريخ {written} في العاصمة"
    [time] = read(text)
    assert (text[time.start : time.end], time.value) == (written, day.isoformat())


@given(
    day=st.dates(min_value=date(1926, 1, 1), max_value=date(2070, 12, 31)),
    month=st.sampled_from(HIJRI_MONTHS),
    digits=st.sampled_from(DIGITS),
    shape=st.sampled_from(
        ("{day} {name} {year}", "{day} {name} {year}هـ", "{day} من {name} {year} هـ", "{d}/{m}/{year}")
    ),
)
def test_any_hijri_date_is_read_back(day: date, month: Month, digits: str, shape: str) -> None:
    hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    number, year = min(hijri.day, 29), hijri.year
    written = shape.format(day=number, name=month.form, year=year, d=number, m=month.month)
    written = written.translate(str.maketrans("0123456789", digits))
    text = f"وقع الطرفان الاتفاق يوم {written}، ثم غادرا"
    [time] = read(text)
    expected = Hijri(year, month.month, number).to_gregorian().isoformat()
    assert (text[time.start : time.end], time.value) == (written, expected)


UNITS = ("", "الحادي", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع")
ORDINALS = (
    *("الأول", *UNITS[2:], "العاشر"),
    *(f"{unit} عشر" for unit in UNITS[1:]),
    *("العشرين", *(f"{unit} والعشرين" for unit in UNITS[1:]), "الثلاثين", "الحادي والثلاثين"),
)


@given(
    number=st.integers(1, 31),
    month=st.sampled_from(MONTHS),
    year=st.integers(1950, 2035),
    joint=st.sampled_from((" من ", " ", " من شهر ")),
)
def test_any_day_in_words_is_read_back(number: int, month: Month, year: int, joint: str) -> None:
    number = min(number, monthrange(year, month.month)[1])
    written = f"{ORDINALS[number - 1]}{joint}{month.form} {year}"
    text = f"افتتح المصنع في {written} بحضور الوزير"
    [time] = read(text)
    assert (text[time.start : time.end], time.value) == (written, f"{year}-{month.month:02}-{number:02}")


@given(year=st.integers(1343, 1500), month=st.integers(1, 12))
def test_hijri_months_follow_each_other_without_gap(year: int, month: int) -> None:
    first, last = (_hijri.value(year, month, None) or "").split("/")
    following = _hijri.first_day(year + month // 12, month % 12 + 1)
    assert Gregorian.fromisoformat(first).to_hijri().datetuple() == (year, month, 1)
    assert following is None or (following - date.fromisoformat(last)).days == 1


@given(st.text(alphabet='0123456789٣من الجمعةعاماشهريو/-.,() \n"قبلونصف', max_size=60))
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    end = 0
    for time in read(text):
        assert end <= time.start < time.end <= len(text)
        end = time.end
