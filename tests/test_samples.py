"""The sample articles are what their README says they are."""

import json
import re
from pathlib import Path

import pytest

from khabar import arabic
from khabar.acquire import acquire
from khabar.clean import clean
from khabar.records import Document, Raw
from khabar.settings import DEFAULT

SAMPLES = Path(__file__).parents[1] / "samples"
FILES = sorted(path for path in SAMPLES.iterdir() if path.suffix != ".md")
PAGES = [path for path in FILES if path.suffix == ".html"]


def documents(path: Path) -> list[Document]:
    found: list[Document] = []
    for raw in acquire(str(path), DEFAULT):
        assert isinstance(raw, Raw), raw
        document = clean(raw, DEFAULT)
        assert isinstance(document, Document), document
        found.append(document)
    return found


def markup(path: Path) -> str:
    encoding = "windows-1256" if b"charset=windows-1256" in path.read_bytes().replace(b'"', b"") else "utf-8"
    return path.read_bytes().decode(encoding)


def test_there_are_twelve_articles_and_the_readme_names_each_file() -> None:
    assert sum(len(documents(path)) for path in FILES) == 12
    readme = (SAMPLES / "README.md").read_text("utf-8")
    assert re.findall(r"\| `([^`]+)` \|", readme) == [path.name for path in FILES]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_is_an_arabic_article_of_usual_length(path: Path) -> None:
    for document in documents(path):
        assert 120 <= len(document.text.split()) <= 350
        assert arabic.arabic_share(document.text) > 0.95
        assert "\ufffd" not in document.text


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_each_page_says_its_title_day_and_outlet_and_runs_right_to_left(path: Path) -> None:
    html = markup(path)
    assert re.search(r"<html[^>]*dir=\"rtl\"", html)
    for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL):
        assert json.loads(block)
    (document,) = documents(path)
    assert document.title is not None
    assert document.published is not None
    assert document.outlet is not None
    assert document.text.startswith(document.title)


def test_one_page_is_in_the_old_encoding() -> None:
    old = [path.name for path in PAGES if not _is_utf8(path.read_bytes())]
    assert old == ["02-victory-2017.html"]


def test_every_address_is_reserved_for_examples() -> None:
    for path in FILES:
        hosts = re.findall(r"https?://([^/\"\s]+)", markup(path))
        assert all(host.endswith(".example") or host == "schema.org" for host in hosts), path.name


def test_a_reprint_keeps_the_words_under_another_headline() -> None:
    (first,) = documents(SAMPLES / "03-kirkuk-clash.txt")
    (second,) = documents(SAMPLES / "04-kirkuk-clash-reprint.txt")
    shared = set(_paragraphs(first)) & set(_paragraphs(second))
    assert len(shared) == 5
    assert _paragraphs(first)[0] != _paragraphs(second)[0]
    assert second.republished_from == "وكالة نبع الرافد للأنباء"


def test_an_agency_repeats_a_background_paragraph() -> None:
    (first,) = documents(SAMPLES / "01-rome-coalition.html")
    (second,) = documents(SAMPLES / "05-kirkuk-update.html")
    (shared,) = set(_paragraphs(first)) & set(_paragraphs(second))
    assert shared.startswith("وكان التنظيم المتشدد")


def _paragraphs(document: Document) -> list[str]:
    return [line.strip() for line in document.text.split("\n") if line.strip()]


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
