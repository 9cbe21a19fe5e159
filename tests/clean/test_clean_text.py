"""Plain text: encodings, gates, ids, and the text itself untouched."""

import codecs

import pytest

from khabar.clean import clean
from khabar.records import Document, Given, Outlet, Raw, Rejected
from khabar.settings import Settings

DEFAULT = Settings()
NEWS = "أعلنت بلدية الميناء، يوم الأحد، افتتاح ثلاثة أرصفة جديدة؛ وقالت إن العمل «يبدأ غداً» في القطاع كله."
TYPED = "\ufeff  قَالَ الوزيـــر\u200f: «نعم» 🇮🇶👩\u200d🚒\r\n\r\nﻻ ﺑﺄس\u202b (٣٫٥٪) \u202c\x0b\n\t "
PERSIAN = (
    "دولت اعلام کرد که گفتگوهای تازه با کشورهای همسایه پیش از پایان ماه برگزار می شود و پروژه ها گسترش یابد. "
)


def accepted(body: bytes, settings: Settings = DEFAULT, **more: str) -> Document:
    found = clean(Raw(uri="u", body=body, media="text", encoding=more.get("encoding")), settings)
    assert isinstance(found, Document), found
    return found


def reason(body: bytes, settings: Settings = DEFAULT) -> str:
    found = clean(Raw(uri="u", body=body, media="text"), settings)
    assert isinstance(found, Rejected), found
    assert found.uri == "u"
    assert found.detail.endswith(".")
    return found.reason


@pytest.mark.parametrize("text", [TYPED, NEWS, f"{NEWS}\r{NEWS}\u2028\n\n\n", f"\n{NEWS}"])
def test_text_is_kept_exactly(text: str) -> None:
    found = accepted(text.encode())
    assert found.text == text
    assert found.title is None
    assert found.language == "ar"


@pytest.mark.parametrize("body", [b"", b" \r\n\t\n", codecs.BOM_UTF8, "\ufeff \u00a0\u200f\n".encode()])
def test_empty(body: bytes) -> None:
    assert reason(body) == "empty"


@pytest.mark.parametrize(
    "body",
    [
        b"%PDF-1.7\n" + NEWS.encode(),
        b"\x89PNG\r\n\x1a\n",
        b"PK\x03\x04abc",
        bytes(range(256)) * 4,
        NEWS.encode() + b"\0",
        b"\x01\x02\x03" * 40 + NEWS.encode(),
    ],
)
def test_binary(body: bytes) -> None:
    assert reason(body) == "binary"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("cp1256", b""),
        ("iso8859-6", b""),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-32-le", codecs.BOM_UTF32_LE),
    ],
)
def test_encodings_without_a_name(encoding: str, mark: bytes) -> None:
    text = NEWS if encoding != "iso8859-6" else NEWS.replace("«", '"').replace("»", '"')
    assert accepted(mark + text.encode(encoding)).text == ("\ufeff" if mark else "") + text


def test_declared_encoding_decides_where_utf8_does_not() -> None:
    assert accepted(NEWS.encode("cp1256"), encoding="iso-8859-1").text == NEWS
    assert accepted(NEWS.encode("cp1256"), encoding="nonsense").text == NEWS
    assert accepted(NEWS.encode(), encoding="windows-1256").text == NEWS
    assert accepted(NEWS.encode(), encoding="unicode_escape").text == NEWS


@pytest.mark.parametrize(
    "body",
    [
        NEWS.encode()[:-1] + b"\xff" + NEWS.encode(),
        NEWS.encode()[1:-1],
        bytes(range(0x80, 0x100)) * 3,
        "Après l'été, la forêt était brûlée à côté".encode("latin-1"),
    ],
)
def test_undecodable(body: bytes) -> None:
    assert reason(body) == "undecodable"


@pytest.mark.parametrize("text", ["The port opened on Sunday, officials said.", "12 345 !", PERSIAN * 3])
def test_other_languages_only_where_allowed(text: str) -> None:
    assert reason(text.encode()) == "not_arabic"
    found = accepted(text.encode(), Settings(any_language=True))
    assert found.language is None
    assert found.text == text


def test_foreign_names_are_no_other_language() -> None:
    assert accepted(f"{NEWS} وقالت پولين گوتييه إن الميناء سيعمل. {NEWS}".encode()).language == "ar"


def test_share_of_arabic_is_a_setting() -> None:
    text = f"{NEWS} The harbour authority confirmed the opening of three new berths on Sunday evening."
    assert accepted(text.encode()).language == "ar"
    assert reason(text.encode(), Settings(min_arabic=0.9)) == "not_arabic"


def table(text: str, given: Given, settings: Settings = DEFAULT) -> Document:
    found = clean(Raw(uri="a:1", body=text.encode(), media="text", encoding="utf-8", given=given), settings)
    assert isinstance(found, Document), found
    return found


def test_same_article_has_one_id() -> None:
    first = table(NEWS, Given(url="https://EXAMPLE.org/a?id=7&utm_source=mail#top"))
    again = table(NEWS, Given(url="https://example.org/a?id=7", title="عنوان"))
    assert first.id == again.id
    assert first.url == again.url == "https://example.org/a?id=7"
    assert len(first.id) == 20
    others = [table(NEWS, Given()), table(NEWS, Given(outlet="الميناء")), table(f"{NEWS} ", Given())]
    assert len({first.id, *(other.id for other in others)}) == 4


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (Given(), None),
        (Given(outlet="الميناء"), Outlet(id="الميناء", name="الميناء")),
        (Given(url="https://www.almina.example/a"), Outlet(id="almina.example", name="almina.example")),
        (Given(url="http://almina.example/", outlet="الميناء"), Outlet(id="almina.example", name="الميناء")),
        (
            Given(url="http://a.example/", outlet=Outlet(id="m", name="الميناء", country="IQ")),
            Outlet(id="m", name="الميناء", country="IQ"),
        ),
    ],
)
def test_outlet(given: Given, expected: Outlet | None) -> None:
    assert table(NEWS, given).outlet == expected


@pytest.mark.parametrize("url", ["javascript:alert(1)", "no address", "http://[::1", "/a/b", "https://"])
def test_url_that_is_none(url: str) -> None:
    assert table(NEWS, Given(url=url)).url is None
