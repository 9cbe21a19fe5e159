"""Sentences end at stops, not inside marks, numbers, initials or abbreviations."""

import time
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar import arabic
from khabar.extract import _stops, blocks, sentences
from khabar.lexicon import built_in, lines
from khabar.records import Reading


def split(text: str) -> list[str]:
    doc = Reading(id="t", text=text)
    doc = Reading(id="t", text=text, blocks=tuple(blocks.extract(doc, built_in())))
    return [text[start:end] for start, end in sentences.extract(doc, built_in())]


class Case(msgspec.Struct, frozen=True):
    """A text with «‖» where it is to be cut; `weak` ones are known to come out wrong."""

    cut: str
    state: str
    note: str


CASES = [
    msgspec.convert(row, Case) for _, row in lines(Path(__file__).parents[1] / "cases" / "sentences.tsv")
]


def as_parameter(case: Case) -> object:
    marks = [pytest.mark.xfail(reason="known weak spot")] if case.state == "weak" else []
    return pytest.param(case, marks=marks, id=case.note)


@pytest.mark.parametrize("case", [as_parameter(case) for case in CASES])
def test_hard_cases(case: Case) -> None:
    text = case.cut.replace("\\n", "\n")
    wanted = [part.strip(" \u200f\n") for part in text.split("‖")]
    assert [part.strip(" \u200f\n") for part in split(text.replace("‖", ""))] == wanted


@pytest.mark.parametrize(
    "whole",
    [
        "قال التاجر «السوق بعيد. لكنه جميل».",
        'قال التاجر "السوق بعيد. لكنه جميل".',
        "قال التاجر “السوق بعيد. لكنه جميل“ ثم مضى.",
        "ارتفع السعر بنسبة 2.75 بعد أن كان ١٫٥ في السوق",
        "حضر الاجتماع ج. ك. رولينغ وغيرها",
        "حضر د. سامي وم. هدى إلى القاعة",
        "عقد اللقاء يوم 12.3.2019 في القاعة",
        "نشر الخبر على example.com صباحا",
        "السوق الجديد.. حلم التجار يتحقق",
        "اشترى القمح، والشعير؛ والذرة (انظر الجدول. الصفحة الثانية) ثم عاد",
    ],
)
def test_one_sentence(whole: str) -> None:
    assert split(whole) == [whole]


@pytest.mark.parametrize(
    ("first", "gap", "second"),
    [
        ("وصل التاجر إلى السوق.", " ", "ثم عاد إلى بيته."),
        ("هل وصل التاجر؟", " ", "لا يعرف أحد!"),
        ("وصل الخبر (وكالات).", "", "وغادر التاجر السوق."),
        ("بني السوق سنة 1998 م.", " ", "ثم هدم."),
        ("قال: «السوق جميل.»", " ", "وأضاف: «لكنه بعيد.»"),
        ("وَصَلَ التـــاجر.", " \u200f", "عاد 😀."),
        ("ﻭﺻﻞ ﺍﻟﺘﺎﺟﺮ.", " ", "عاد."),
        ("انتظر التاجر...", " ", "ثم عاد."),
        ("وصل التاجر", "\n", "ثم عاد"),
        ("وصل «التاجر.", " ", "ثم عاد."),
    ],
)
def test_two_sentences(first: str, gap: str, second: str) -> None:
    found = split(first + gap + second)
    assert [s.strip("\u200f") for s in found] == [first, second]


@pytest.mark.parametrize("row", built_in().rows("words/sentence_stops.tsv", _stops.StopRow))
def test_every_abbreviation_keeps_its_example_whole(row: _stops.StopRow) -> None:
    assert split(row.example) == [row.example]


LONG = {
    "stray quotation marks": "قال «" * 3000 + "كلمة. " * 6000 + "(" * 3000,
    "a page in one paragraph": "وصل الوفد إلى المدينة، ثم غادرها. " * 2000,
    "one line without a stop": "كلمة " * 20_000,
    "nothing but stops": ". " * 50_000,
    "nothing but ellipses": "…\u200f" * 50_000,
    "dots behind letters": "أ." * 50_000,
    "white space": "كلمة." + " " * 100_000 + ".",
    "straight marks": 'قال "نعم." ' * 10_000,
    "brackets": "كلمة (نعم.) " * 10_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_long_lines_take_time_in_proportion(text: str) -> None:
    doc = Reading(id="t", text=text)
    doc = Reading(id="t", text=text, blocks=tuple(blocks.extract(doc, built_in())))
    started = time.process_time()
    list(sentences.extract(doc, built_in()))
    assert time.process_time() - started < 3.0


PIECES = st.sampled_from(
    [*"«»\"“”()[]'.؟!…،:؛ \n\u200f12أم", "...", "..", "قال ", "وأضاف ", "سي.", "Dr.", "😀", "ـَ", "ﷺ"]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_sentences_tile_the_text_but_for_white_space(text: str) -> None:
    doc = Reading(id="t", text=text)
    doc = Reading(id="t", text=text, blocks=tuple(blocks.extract(doc, built_in())))
    at = 0
    for start, end in sentences.extract(doc, built_in()):
        assert at <= start < end
        assert not arabic.fold(text[at:start]).form.strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not arabic.fold(text[at:]).form.strip()
