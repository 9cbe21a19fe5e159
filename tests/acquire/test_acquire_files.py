"""Files, folders and standard input."""

import codecs
import io
import os
import sys
import tracemalloc
from pathlib import Path

import pytest

from khabar.acquire import acquire, readers
from khabar.records import Raw, Rejected
from khabar.settings import Settings

DEFAULT = Settings()


def one(source: Path | str, settings: Settings = DEFAULT) -> Raw | Rejected:
    (found,) = acquire(str(source), settings)
    return found


def raw(source: Path | str, settings: Settings = DEFAULT) -> Raw:
    found = one(source, settings)
    assert isinstance(found, Raw), found
    return found


def reason(source: Path | str, settings: Settings = DEFAULT) -> str:
    found = one(source, settings)
    assert isinstance(found, Rejected), found
    assert found.uri.startswith(str(source))
    assert found.detail.endswith(".")
    return found.reason


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> "type[Typed]":
    Typed.monkeypatch = monkeypatch
    return Typed


class Typed:
    """Something typed into standard input."""

    monkeypatch: pytest.MonkeyPatch

    def __init__(self, body: bytes) -> None:
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(body)))


def test_readers_are_found_by_scan() -> None:
    assert {".txt", ".html", ".jsonl", ".csv", "/", "-", "https:"} <= set(readers())


def test_text_comes_byte_for_byte(tmp_path: Path) -> None:
    body = codecs.BOM_UTF8 + "  قالَ الوزيرُ\u200f: «نعم» 🇮🇶\r\n\r\nﻻ بأس ـــ \n ".encode()
    (tmp_path / "a.txt").write_bytes(body)
    assert raw(tmp_path / "a.txt") == Raw(uri=str(tmp_path / "a.txt"), body=body, media="text")


@pytest.mark.parametrize(
    ("name", "body", "media"),
    [
        ("page.HTM", b"x", "html"),
        ("index.php", b"\n<!DOCTYPE html><html>", "html"),
        ("notes.md", "# عنوان".encode(), "text"),
        ("no-suffix", "خبر".encode(), "text"),
        ("page.txt", b"<html>", "text"),
    ],
)
def test_kind_of_file(tmp_path: Path, name: str, body: bytes, media: str) -> None:
    (tmp_path / name).write_bytes(body)
    assert raw(tmp_path / name).media == media


def test_missing_file(tmp_path: Path) -> None:
    assert reason(tmp_path / "none.txt") == "not_found"
    assert reason(tmp_path / "none.jsonl") == "not_found"
    assert reason("ab\0c") == "not_found"
    assert reason("x" * 5000) == "unreadable"


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "locked.txt"
    path.write_text("خبر", encoding="utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):  # root reads everything: let opening fail as it does for others

        def refuse(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)
    assert reason(path) == "no_permission"


def test_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert reason(tmp_path / "pipe.txt") == "not_a_file"


@pytest.mark.parametrize("name", ["big.txt", "big.html", "big"])
def test_large_file_is_refused_unread(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    os.truncate(tmp_path / name, 200_000_000)
    readers()  # imports count as memory too
    tracemalloc.start()
    try:
        assert reason(tmp_path / name) == "too_large"
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_unknown_scheme() -> None:
    assert reason("ftp://example.org/a") == "unknown_scheme"


def test_folder(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.txt").write_text("ثان", encoding="utf-8")
    (tmp_path / "a.html").write_text("<p>أول</p>", encoding="utf-8")
    (tmp_path / "c.jsonl").write_text('{"text":"ثالث"}\n{"text":"رابع"}\n', encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text("سر", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text("سر", encoding="utf-8")
    (tmp_path / "d.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    found = list(acquire(str(tmp_path), DEFAULT))
    names = [record.uri.removeprefix(f"{tmp_path}/") for record in found]
    assert names == ["a.html", "b/2.txt", "c.jsonl:1", "c.jsonl:2", "d.txt", "self.txt"]
    assert [r.reason for r in found if isinstance(r, Rejected)] == ["broken_link", "broken_link"]


def test_standard_input_text(typed: type[Typed]) -> None:
    typed("\n أعلنت البلدية\n".encode())
    assert raw("-") == Raw(uri="-", body="\n أعلنت البلدية\n".encode(), media="text")


def test_standard_input_page(typed: type[Typed]) -> None:
    typed(b"\xef\xbb\xbf\n<!-- x -->\n<html><body>\n<p>x</p>")
    found = raw("-")
    assert found.media == "html"
    assert found.body.endswith(b"<p>x</p>")


def test_standard_input_lines(typed: type[Typed]) -> None:
    typed('\n{"text":"أ"}\nلا\n{"text":"ب"}'.encode())
    found = list(acquire("-", DEFAULT))
    assert [r.body.decode() if isinstance(r, Raw) else r.reason for r in found] == ["أ", "not_json", "ب"]
    assert [r.uri for r in found] == ["-:2", "-:3", "-:4"]


def test_standard_input_one_written_object(typed: type[Typed]) -> None:
    typed('{\n "text": "خبر",\n "title": "عنوان"\n}\n'.encode())
    assert raw("-").given.title == "عنوان"


def test_standard_input_empty_and_large(typed: type[Typed]) -> None:
    typed(b"")
    assert raw("-").body == b""
    typed("خبر ".encode() * 100)
    assert reason("-", Settings(max_bytes=100)) == "too_large"
