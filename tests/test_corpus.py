"""The corpus of our own articles: every file is well formed, and its marks say what they should."""

from itertools import groupby
from pathlib import Path

import pytest

from khabar.training.corpus import Article, articles, unmarked

FILES = sorted((Path(__file__).parent.parent / "corpus").glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_marks_are_well_formed(path: Path) -> None:
    for article in articles(path):
        for mark in article.marks:
            marked = article.text[mark.start : mark.end]
            assert marked, (article.text[:40], mark)
            assert marked == marked.strip(), (article.text[:40], marked)
        _check_numbers(article)


def _check_numbers(article: Article) -> None:
    named = sorted({(m.number, m.kind) for m in article.marks if m.kind in "POL"})
    for number, kinds in groupby(named, key=lambda pair: pair[0]):
        assert len(list(kinds)) == 1, f"{number} is of two kinds: {article.text[:40]}"
    cues = {m.number for m in article.marks if m.kind == "Q"}
    assert {m.number for m in article.marks if m.kind == "C"} == cues, article.text[:40]
    assert {m.number for m in article.marks if m.kind == "S"} <= cues, article.text[:40]
    assert {m.shares for m in article.marks if m.shares} <= cues, article.text[:40]


def test_marks_come_off_the_text() -> None:
    text, marks = unmarked("قال [S1:[R1:الوزير] [P1:سامر]] و[Q1:أضاف]")
    assert text == "قال الوزير سامر وأضاف"
    assert [text[m.start : m.end] for m in marks] == ["الوزير سامر", "الوزير", "سامر", "أضاف"]


@pytest.mark.parametrize("body", ["[P1:سامر", "سامر]", "[سامر]"])
def test_a_broken_mark_is_an_error(body: str) -> None:
    with pytest.raises(ValueError, match=r"mark|bracket"):
        unmarked(body)
