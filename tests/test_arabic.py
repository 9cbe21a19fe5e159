"""Folding with a way back: every token's span is its word in the text as received."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar import arabic

UNEVEN = "قالَ\u200f #صلاح_الدين إنّ ﷲ و\u202bﻻ\u202c «٢٠٢٣» الحكومـــةُ 😀 أغسطس٢٠٢٣ ۱۲٫۵ كلم²"


def spans(text: str) -> list[tuple[str, str]]:
    return [(text[t.start : t.end], t.key) for t in arabic.tokens(text)]


def test_tokens_keep_their_words_as_received() -> None:
    assert spans(UNEVEN) == [
        ("قالَ", "قال"),
        ("#", "#"),
        ("صلاح", "صلاح"),
        ("الدين", "الدين"),
        ("إنّ", "ان"),
        ("ﷲ", "الله"),
        ("و\u202bﻻ", "ولا"),
        ("«", "«"),
        ("٢٠٢٣", "2023"),
        ("»", "»"),
        ("الحكومـــةُ", "الحكومه"),
        ("😀", "😀"),
        ("أغسطس", "اغسطس"),
        ("٢٠٢٣", "2023"),
        ("۱۲٫۵", "12٫5"),
        ("كلم", "كلم"),
        ("²", "2"),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("إلى", "الي"),
        ("الماضى", "الماضي"),
        ("مسئول", "مسءول".replace("ء", "ي")),
        ("هذة", "هذه"),
        ("كرکوک", "كركوك"),
    ],
)
def test_spellings_that_the_press_mixes_have_one_key(one: str, other: str) -> None:
    assert arabic.key(one) == arabic.key(other)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_any_text_folds_with_offsets_inside_it(text: str) -> None:
    starts = [0]
    for token in arabic.tokens(text):
        assert starts[-1] <= token.start < token.end <= len(text)
        assert token.form in arabic.fold(text[token.start : token.end]).form
        starts.append(token.start)


@given(st.lists(st.sampled_from(["وقال", "الحكومةُ", "٢٠٢٣", "ﻻ", "«", "داعـش", "\u200f", "😀"]), max_size=30))
def test_words_between_spaces_come_back_whole(words: list[str]) -> None:
    text = " ".join(words)
    kept = [w for w in words if w != "\u200f"]
    assert [text[t.start : t.end].strip("\u200f") for t in arabic.tokens(text)] == kept


@pytest.mark.parametrize(
    ("word", "letters", "rest"), [("وَالعِراق", 1, "العِراق"), ("بــالأمس", 1, "الأمس"), ("وبِبغداد", 2, "بغداد")]
)
def test_cutting_letters_takes_their_marks_along(word: str, letters: int, rest: str) -> None:
    assert word[arabic.after_letters(word, 0, letters) :] == rest


@pytest.mark.parametrize(
    ("word", "cuts"),
    [("وبالعراق", [0, 1, 2]), ("والعراق", [0, 1]), ("في", [0]), ("كتاب", [0, 1])],
)
def test_proclitics_are_offered_not_decided(word: str, cuts: list[int]) -> None:
    assert list(arabic.proclitics(word)) == cuts


@pytest.mark.parametrize(("text", "share"), [("خبر", 1.0), ("news", 0.0), ("خبر abc", 0.5), ("123", 0.0)])
def test_share_of_arabic_letters(text: str, share: float) -> None:
    assert arabic.arabic_share(text) == share
