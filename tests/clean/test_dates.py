"""When an article was published and where it was taken from, and who says so."""

import pytest

from khabar.clean import clean
from khabar.lexicon import BUILT_IN, lines
from khabar.records import Document, Given, PublishedHow, Raw
from khabar.settings import Settings

NEWS = "افتتحت البلدية ثلاثة أرصفة جديدة في الميناء بحضور عدد كبير من سكان الأحياء القريبة ومن مهندسي الشركة."


def document(text: str, given: Given | None = None, settings: Settings | None = None) -> Document:
    raw = Raw(uri="u", body=text.encode(), media="text", given=given or Given())
    found = clean(raw, settings or Settings())
    assert isinstance(found, Document), found
    return found


def published(text: str, given: Given | None = None) -> tuple[str | None, PublishedHow | None]:
    found = document(text, given)
    return found.published, found.published_how


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-05-05", "2024-05-05"),
        ("2024-05-05T10:30:00Z", "2024-05-05T10:30:00Z"),
        ("2024-05-05 10:30", "2024-05-05T10:30"),
        ("2024-05-05T10:30:00.123+0300", "2024-05-05T10:30:00+0300"),
        ("2024-05-05T99:30:00", "2024-05-05"),
        ("Sun, 05 May 2024 10:30:00 +0300", "2024-05-05T10:30:00+03:00"),
        ("05/06/2024", "2024-06-05"),
        ("05/26/2024", "2024-05-26"),
        ("٥ أيار ٢٠٢٤", "2024-05-05"),
        ("5 أيار/مايو 2024", "2024-05-05"),
        ("3 كانون الثاني (يناير) 2024", "2024-01-03"),
        ("May 5, 2024", "2024-05-05"),
        ("2024-02-30", None),
        ("1402-05-05", None),
        ("5 رجب 1445", None),
        ("0001-01-01T00:00:00Z", None),
        ("3024-01-01", None),
        ("قريبا", None),
    ],
)
def test_given_dates(written: str, expected: str | None) -> None:
    assert published(NEWS, Given(published=written)) == (expected, "option" if expected else None)


def test_order_of_who_says_the_date() -> None:
    text = f"تاريخ النشر: 1 مايو 2024\n{NEWS}"
    url = Given(url="https://example.org/2024/05/02/a")
    row = Given(url=url.url, published="2024-05-03", published_how="feed")
    assert published(text) == ("2024-05-01", "text")
    assert published(text, url) == ("2024-05-02", "url")
    assert published(text, row) == ("2024-05-03", "feed")
    option = Settings(published="2024-05-04")
    assert document(text, url, option).published == "2024-05-04"
    assert document(text, row, option).published == "2024-05-03"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/2024/05/17/port", "2024-05-17"),
        ("/news/2024-5-7-port.html", "2024-05-07"),
        ("/a/20240517/port", "2024-05-17"),
        ("/article/20249917", None),
        ("/2024/05/port", None),
        ("/id/120240517", None),
    ],
)
def test_dates_in_addresses(path: str, expected: str | None) -> None:
    assert published(NEWS, Given(url=f"https://example.org{path}"))[0] == expected


@pytest.mark.parametrize("row", [row for _, row in lines(BUILT_IN / "words/dateline_cues.tsv")])
def test_every_dateline_row(row: dict[str, str]) -> None:
    assert published(f"افتتاح الميناء\n{row['example']}\n{NEWS}")[1] == "text"


@pytest.mark.parametrize(
    "line",
    [
        "05/05/2024",
        "الأحد، 5 مايو 2024",
        "الأَحَد ٥ ماـيو ٢٠٢٤ | 14:30",
        "\u200f• تاريخ النشر : 5/5/2024\u202c",
        "2024/05/05 - 09:10 مساءً",
    ],
)
def test_datelines(line: str) -> None:
    assert published(f"{line}\n{NEWS}") == ("2024-05-05", "text")
    assert published(f"عنوان الخبر\n\n{NEWS}\n{line}") == ("2024-05-05", "text")


@pytest.mark.parametrize(
    "line",
    [
        "جميع الحقوق محفوظة 5 مايو 2024",
        "معركة 5 مايو 2024",
        "آخر تحديث: 5 مايو 2024",
        "تاريخ المدينة منذ 5 مايو 2024",
        "وقع الحادث في 5 مايو 2024",
        "05/05/1424",
        "نتيجة المباراة 3-2",
    ],
)
def test_lines_that_are_no_datelines(line: str) -> None:
    assert published(f"{line}\n{NEWS}") == (None, None)


@pytest.mark.parametrize("row", [row for _, row in lines(BUILT_IN / "words/source_cues.tsv")])
def test_every_source_row(row: dict[str, str]) -> None:
    source = document(f"{NEWS}\n{row['example']}").republished_from
    assert source
    assert row["example"].endswith(source)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("المصدر: وكالة الساحل", "وكالة الساحل"),
        ("المَصدَر : «الميناء» البيروتية.", "الميناء البيروتية"),
        ("(نقلاً عن: صحيفة الوادي)", "صحيفة الوادي"),
        ("المصدر : الساحل + وكالات", "الساحل + وكالات"),
        ("🔴 المصدر: \u200fوكالة السـاحِل\u200f", "وكالة الساحل"),
        ("المصدر نفسه قال إن الميناء مفتوح", None),
        ("وأضاف نقلا عن شهود أن الميناء مفتوح", None),
        ("المصدر:", None),
    ],
)
def test_source_lines(line: str, expected: str | None) -> None:
    assert document(f"{NEWS}\n{line}").republished_from == expected


def test_an_outlet_is_not_its_own_source() -> None:
    assert document(f"{NEWS}\nالمصدر: الميناء", Given(outlet="الميناء")).republished_from is None
    given = Given(outlet="الميناء", republished_from="الساحل")
    assert document(f"{NEWS}\nالمصدر: الوادي", given).republished_from == "الساحل"
