"""Editions: who was first, which are versions, and what they changed, word by word."""

from pathlib import Path

from khabar import link
from link_shelf import article, edited, paragraph, shelved

NEWS = [paragraph(number) for number in range(5)]
WIRE = article("و", *NEWS, published="2019-03-01T08:00", outlet="وكالة")
FIRST = article("ص1", *NEWS[:4], published="2019-03-01T10:00")
SECOND = article("ص2", *NEWS[:3], edited(NEWS[3], 5), published="2019-03-01T12:00")
THIRD = article("ص3", *NEWS[:3], edited(NEWS[3], 5), paragraph(7), published="2019-03-02T12:00")
FOURTH = article(
    "ص4", *NEWS[:2], edited(NEWS[3], 5), paragraph(7), paragraph(8), published="2019-03-03T12:00"
)
STRANGER = article("غ", *(paragraph(number) for number in range(20, 24)), published="2019-03-01T09:00")


def test_versions_are_chained_in_time_behind_the_first_publisher(tmp_path: Path) -> None:
    service = shelved(tmp_path / "k.db", [FOURTH, SECOND, STRANGER], [WIRE, THIRD, FIRST])
    told = service.editions("ص1")
    assert [(e.document, e.version, e.before) for e in told] == [
        ("و", False, None),
        ("ص1", True, None),
        ("ص2", True, "ص1"),
        ("ص3", True, "ص2"),
        ("ص4", True, "ص3"),
    ]
    assert not told[1].changes
    assert service.editions("غ")[0].document == "غ"
    assert service.editions("لا") == ()


def test_what_changed_is_told_by_words_with_offsets_in_both_texts(tmp_path: Path) -> None:
    service = shelved(tmp_path / "k.db", [FIRST, SECOND])
    changes = [
        (FIRST.text[slice(*c.left)] if c.left else None, SECOND.text[slice(*c.right)] if c.right else None)
        for c in service.editions("ص2")[1].changes
    ]
    assert changes == [("1", "2"), (NEWS[3].split()[5], "مبدل5")]


def test_added_and_removed_words_have_no_other_side() -> None:
    left = "افتتح الوزير الجسر الجديد\nوعاد إلى مكتبه"
    right = "افتتح الوزير صباحا الجسر\nوعاد إلى مكتبه\nثم زار السوق"
    found = [
        (left[slice(*c.left)] if c.left else None, right[slice(*c.right)] if c.right else None)
        for c in link.changes(left, right)
    ]
    assert found == [(None, "صباحا"), ("الجديد", None), (None, "ثم زار السوق")]


def test_spelling_and_marks_are_no_change() -> None:
    assert not list(link.changes("قال إنّ الأمرَ انتهى.", "قال ان الامر انتهي"))
