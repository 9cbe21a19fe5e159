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
        ("هذة", "هذه"),
        ("إتفاق", "اتفاق"),
        ("الإعلام", "الاعلام"),
        ("الأمن", "الامن"),
        ("مؤتمر", "موتمر"),
        ("رئيس", "رييس"),
        ("رَئِّيس", "رئيس"),
        ("إنّما", "إنَّما"),
        ("شَّ", "ش\u0651\u064e"),
        ("كرکوک", "كركوك"),
        ("علی", "علي"),
        ("کۀ", "كه"),
        ("ٳيران", "إيران"),
        ("مسؤول", "مسو\u0654ول"),
        ("آسيا", "ا\u0653سيا"),
        ("الحكـــــومة", "الحكومة"),
        ("می\u200cروم", "ميروم"),
        ("ﻻجئ", "لاجئ"),
        ("ﺍﻟﺴﻼﻡ", "السلام"),
        ("ﷲ", "الله"),
        ("اللّٰه", "الله"),
        ("ﷺ", "صلى الله عليه وسلم"),
        ("٢٥٪", "25%"),
        ("＂２０２３＂", '"2023"'),
        ("صلاح_الدين", "صلاح الدين"),
    ],
)
def test_spellings_that_the_press_mixes_have_one_key(one: str, other: str) -> None:
    assert arabic.key(one) == arabic.key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("مسؤول", "مسئول"), ("جزء", "جز"), ("قلل", "قل"), ("جدااا", "جدا"), ("اللغة", "الغة")]
)
def test_words_that_stay_apart(one: str, other: str) -> None:
    assert arabic.key(one) != arabic.key(other)


def test_marks_go_with_the_letter_that_carries_them() -> None:
    text = "قَـ\u200fالَ جداً ﻡﹱ كتبَ\u200f."
    assert [text[t.start : t.end] for t in arabic.tokens(text)] == [
        "قَـ\u200fالَ", "جداً", "ﻡﹱ", "كتبَ", ".",
    ]  # fmt: skip


ODD = st.sampled_from([*"اويلهشَّـًٰٓٔ_٪٣۵²ﷲﷺﻻﹱکە \n\0\u200f\u200c\u00ad", "ااا", "ييي", "ة", "A", "😀", "\ud800"])
ANY = st.one_of(st.lists(ODD, max_size=40).map("".join), st.text(st.characters(), max_size=80))


@given(ANY)
def test_any_text_folds_with_a_way_back(text: str) -> None:
    folded = arabic.fold(text)
    spans = [folded.span(i, i + 1) for i in range(len(folded.form))]
    before, at = -1, 0
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        if start != before:  # the letters of one ligature share its place
            assert start >= at
            assert arabic.fold(text[at:start]).form == ""  # only dropped characters lie between letters
        before, at = start, end
    assert arabic.fold(text[at:]).form == ""


@given(ANY)
def test_a_mark_that_is_dropped_changes_no_key(text: str) -> None:
    assert arabic.key(text) == arabic.key(
        text + "\u200f"
    )  # a text without uneven characters has a way of its own


@given(ANY)
def test_folding_twice_is_folding_once(text: str) -> None:
    form, key = arabic.fold(text).form, arabic.key(text)
    assert arabic.fold(form).form == form
    assert arabic.key(key) == key == arabic.key(form)
    assert len(key) == len(form)


@given(ANY)
def test_tokens_tile_any_text_but_for_white_space(text: str) -> None:
    folded = arabic.fold(text).form
    assert "".join(t.form for t in arabic.tokens(text)) == "".join(folded.split())
    at = before = 0
    for token in arabic.tokens(text):
        assert before <= token.start < token.end <= len(text)  # words of one ligature share its span
        assert arabic.fold(text[at : token.start]).form.strip() == ""
        before, at = token.start, max(at, token.end)
    assert arabic.fold(text[at:]).form.strip() == ""


@given(ANY, st.integers(0, 8))
def test_letters_are_counted_as_the_form_counts_them(text: str, letters: int) -> None:
    word = "".join(text.split()).translate({ord(c): None for c in "ﷲﷺﻻﹱ\0"})
    word = "".join(c for c in word if "\u0620" <= c <= "\u0670" or c == "\u200f").lstrip("\u200f")
    rest = word[arabic.after_letters(word, 0, letters) :]
    assert len(arabic.fold(word).form) - len(arabic.fold(rest).form) <= letters


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
