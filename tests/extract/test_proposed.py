"""Names of the trained tagger among those of the rules: taken, stripped, refused."""

import pytest

from khabar import extract
from khabar.lexicon import built_in
from khabar.records import Document


def _names(text: str) -> set[tuple[str, str]]:
    document = extract.annotate(Document(id="", text=text), built_in())
    return {(text[m.start : m.end], m.type) for m in document.mentions}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("وقال فرانتس أوبرماير إن المصنع سيفتح أبوابه الشهر المقبل.", "فرانتس أوبرماير", "PER"),
        ("وأوضح وزير الزراعة هلموت كراوزه أن الموسم جيد.", "هلموت كراوزه", "PER"),
        ("وسار المتطوعون من بلدة كفرتون إلى الوادي.", "كفرتون", "LOC"),
    ],
)
def test_a_name_that_no_table_has(text: str, name: str, kind: str) -> None:
    assert (name, kind) in _names(text)


@pytest.mark.parametrize(
    "text",
    ["تقع المدرسة في مدينة الزرقاء منذ سنوات.", "التقى الصحفيون في جبال الزرقاء صباحا."],
)
def test_a_kind_word_stays_outside(text: str) -> None:
    assert ("الزرقاء", "LOC") in _names(text)


def test_a_nationality_begins_no_organisation() -> None:
    text = "وسجل اللاعبان السنغالي والمصري الدولي هدفين في الشوط الثاني."
    assert not {name for name, kind in _names(text) if kind == "ORG"}


@pytest.mark.parametrize("text", ["محمد", "how are you", "تذكر الشاهد ما رآه في الطريق."])
def test_what_is_no_name(text: str) -> None:
    assert _names(text) == set()


def test_why_names_the_model() -> None:
    text = "وقال فرانتس أوبرماير إن المصنع سيفتح أبوابه الشهر المقبل."
    document = extract.annotate(Document(id="", text=text), built_in())
    assert "models/names.msgpack.gz" in document.mentions[0].why
