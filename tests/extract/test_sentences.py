"""Sentences end at stops, not inside marks, numbers, initials or abbreviations."""

import pytest

from khabar.extract import blocks, sentences
from khabar.lexicon import built_in
from khabar.records import Reading


def split(text: str) -> list[str]:
    doc = Reading(id="t", text=text)
    doc = Reading(id="t", text=text, blocks=tuple(blocks.extract(doc, built_in())))
    return [text[start:end] for start, end in sentences.extract(doc, built_in())]


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


@pytest.mark.parametrize("row", built_in().rows("words/sentence_stops.tsv", sentences.StopRow))
def test_every_abbreviation_keeps_its_example_whole(row: sentences.StopRow) -> None:
    assert split(row.example) == [row.example]


def test_stray_marks_and_long_paragraphs_do_not_slow_it_down() -> None:
    text = "قال «" * 3000 + "كلمة. " * 6000 + "(" * 3000
    assert split(text)
