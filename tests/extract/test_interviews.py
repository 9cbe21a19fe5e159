"""Interviews: lines that are turns of a talk, and lines that only look so."""

import pytest

from khabar import extract
from khabar.extract import _interview
from khabar.records import Document
from known_people import read
from layers import WORLD


@pytest.mark.parametrize(
    "row", WORLD.rows("words/interview_words.tsv", _interview.InterviewWord), ids=lambda row: row.form
)
def test_every_interview_word_makes_turns(row: _interview.InterviewWord) -> None:
    text = row.example.replace(" ¶ ", "\n")
    found = extract.annotate(Document(id="t", text=text), WORLD).statements
    turns = [s for s in found if "interview" in s.why or "answer behind" in s.why]
    assert [s.kind for s in turns] == ["direct"] * 4
    if row.kind == "talk":
        assert [s.speaker is None for s in turns] == [True, False, True, False]


def turns(*lines: str) -> list[tuple[str | None, str]]:
    text = "\n".join(lines)
    return [
        (text[slice(*s.speaker)] if s.speaker else None, text[s.start : s.end]) for s in read(text).statements
    ]


def test_names_before_colons_speak_by_turns() -> None:
    found = turns(
        "زار المراسل السوق القديم صباح أمس.",
        "رابطة التجار: متى يفتح السوق؟",
        "سامي حداد: «بعد أسبوعين إن شاء الله».",
        "رابطة التجار: ومن يدفع الإيجار؟",
        "سامي حداد: المالك وحده.",
    )
    assert found == [
        ("رابطة التجار", "متى يفتح السوق"),
        ("سامي حداد", "بعد أسبوعين إن شاء الله"),
        ("رابطة التجار", "ومن يدفع الإيجار"),
        ("سامي حداد", "المالك وحده"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("السعر: خمسة دنانير.", "اللون: أحمر.", "السعر: ستة دنانير.", "اللون: أزرق."),
        ("ما سبب الزحام؟", "كثرة السيارات.", "وما الحل؟", "شق طريق جديد."),
        ("س: متى الموعد؟", "ج: غدا.", "انتهى الخبر."),
        ("الحل: متى؟", "الحل: أين؟", "الحل: كيف؟"),
    ],
)
def test_lists_and_rhetorical_questions_are_no_interview(lines: tuple[str, ...]) -> None:
    assert turns("عن السوق القديم تحدث الناس كثيرا.", *lines) == []
