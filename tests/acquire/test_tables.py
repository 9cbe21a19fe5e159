"""JSON lines and tables."""

import codecs
import json
from pathlib import Path

import pytest

from khabar.acquire import acquire
from khabar.clean import clean
from khabar.records import Document, Given, Outlet, Raw, Rejected, encode
from khabar.settings import Columns, Settings

DEFAULT = Settings()


def rows(path: Path, body: bytes | str, settings: Settings = DEFAULT) -> list[Raw | Rejected]:
    path.write_bytes(body if isinstance(body, bytes) else body.encode())
    return list(acquire(str(path), settings))


def given(record: Raw | Rejected) -> Given:
    assert isinstance(record, Raw), record
    return record.given


def outcome(records: list[Raw | Rejected]) -> list[str]:
    return [r.body.decode() if isinstance(r, Raw) else r.reason for r in records]


def test_line_with_everything(tmp_path: Path) -> None:
    line = {
        "text": "  نصٌّ\u200f كما هو 🙂\r\n ",
        "title": "عنوان",
        "url": "https://example.org/a",
        "outlet": {"id": "wadi", "name": "الوادي", "country": "IQ"},
        "published": "2024-05-05",
        "published_how": "feed",
        "authors": ["سلمى ناصر", " ", 3, "سلمى ناصر"],
        "tags": "اقتصاد؛ نفط، موانئ",
        "republished_from": "وكالة الساحل",
    }
    (found,) = rows(tmp_path / "a.jsonl", json.dumps(line))
    assert isinstance(found, Raw)
    assert found.body.decode() == line["text"]
    assert (found.media, found.encoding, found.uri) == ("text", "utf-8", f"{tmp_path}/a.jsonl:1")
    assert found.given == Given(
        title="عنوان",
        url="https://example.org/a",
        outlet=Outlet(id="wadi", name="الوادي", country="IQ"),
        published="2024-05-05",
        published_how="feed",
        authors=("سلمى ناصر",),
        tags=("اقتصاد؛ نفط", "موانئ"),
        republished_from="وكالة الساحل",
    )


def test_bad_lines_do_not_stop_the_rest(tmp_path: Path) -> None:
    lines = [
        '\ufeff{"text":"أول"}',
        "{ليس",
        "[1]",
        '{"title":"بلا نص"}',
        "",
        '{"text":"\\ud800 نصف"}',
        '{"text":7}',
        '{"text":"' + "ط" * 300 + '"}',
        "[" * 5000,
    ]
    body = "\n".join(lines).encode() + b'\n{"text":"\xc7\xe1"}\n{"text":"last"}'
    found = rows(tmp_path / "a.jsonl", body, Settings(max_bytes=400))
    assert outcome(found) == [
        *["أول", "not_json", "not_json", "no_text", "not_json", "no_text", "too_large", "too_large"],
        *["undecodable", "last"],
    ]
    numbers = [int(r.uri.rpartition(":")[2]) for r in found]
    assert numbers == [1, 2, 3, 4, 6, 7, 8, 9, 10, 11]


def test_deep_line_is_no_crash(tmp_path: Path) -> None:
    assert outcome(rows(tmp_path / "a.jsonl", "[" * 5000 + '\n{"text":"ب"}')) == ["not_json", "ب"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('{\n  "text": "خبر"\n}\n', ["خبر"]),
        ('[\n {"text": "أ"},\n {"text": "ب"}\n]', ["أ", "ب"]),
        ('[{"text": "أ"}, 5]', ["أ", "not_json"]),
        ('{"text": "أ"}\n{"text": "ب"}\n', ["أ", "ب"]),
        ('خطأ\n{"text": "ب"}\n', ["not_json", "ب"]),
        ("{\n  مكسور\n}\n", ["not_json"]),
        ("", []),
    ],
)
def test_json_file_may_be_one_document(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert outcome(rows(tmp_path / "a.json", body)) == expected


def test_own_output_is_read_again(tmp_path: Path) -> None:
    line = {
        "text": "وصلت القافلة إلى الميناء.",
        "url": "https://Example.org/a?utm_source=x#y",
        "outlet": "الميناء",
    }
    (first,) = rows(tmp_path / "a.jsonl", json.dumps(line))
    assert isinstance(first, Raw)
    document = clean(first, DEFAULT)
    assert isinstance(document, Document)
    (again,) = rows(tmp_path / "b.jsonl", encode(document))
    assert isinstance(again, Raw)
    assert clean(again, DEFAULT) == document


def test_named_columns(tmp_path: Path) -> None:
    columns = Columns(text="المتن", title="العنوان", published="التاريخ", authors="الكاتب")
    body = 'العنوان;المتن;التاريخ;الكاتب\nأ;"سطر\nوسطر ""ثان""";05/05/2024;نور;زائد\nب;\n'
    found = rows(tmp_path / "a.csv", body, Settings(columns=columns))
    assert outcome(found) == ['سطر\nوسطر "ثان"', ""]
    assert given(found[0]) == Given(title="أ", published="05/05/2024", authors=("نور",))
    assert [r.uri.rpartition(":")[2] for r in found] == ["2", "4"]


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("cp1256", b""), ("utf-16-le", codecs.BOM_UTF16_LE)],
)
def test_encodings_of_tables(tmp_path: Path, encoding: str, mark: bytes) -> None:
    body = mark + "text\ttitle\nوصل الوفد\tزيارة\n".encode(encoding)
    (found,) = rows(tmp_path / "a.tsv", body)
    assert outcome([found]) == ["وصل الوفد"]
    assert given(found).title == "زيارة"


def test_table_without_text_column(tmp_path: Path) -> None:
    (found,) = rows(tmp_path / "a.csv", "title,body\nأ,ب\n")
    assert isinstance(found, Rejected)
    assert found.reason == "no_text"
    assert "title, body" in found.detail


def test_long_cells(tmp_path: Path) -> None:
    long = "ط" * 200_000  # beyond what Python's csv takes unless told
    assert outcome(rows(tmp_path / "a.csv", f"text\n{long}\n")) == [long]
    found = rows(tmp_path / "b.csv", f"text\nأ\n{long}\nب\n", Settings(max_bytes=1000))
    assert outcome(found) == ["أ", "too_large"]


def test_table_that_is_none(tmp_path: Path) -> None:
    assert outcome(rows(tmp_path / "a.csv", b"\0\1\2")) == ["binary"]
    assert outcome(rows(tmp_path / "b.csv", b"")) == ["no_text"]
