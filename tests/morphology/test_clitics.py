"""Clitics and parts of speech of words in context; sentences of our own, `+` at the clitics."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar import arabic
from khabar.morphology import pos
from khabar.morphology._cuts import cuts
from khabar.records import Token

CASES = (
    "و+أعلنت الحكومة أن+ها س+ترسل مساعدات إلى السكان",
    "و+غادر الوفد المدينة ب+سيارات+ه",
    "التقى الوزير ب+نظير+ه في وزارة الخارجية",
    "ل+ها فروع في بغداد و+البصرة",
    "و+قتل ثلاثة جنود ب+انفجار قرب بلدة",
    "واشنطن و+لندن ترفضان القرار",
    "لكن الجيش انسحب من مواقع+ه",
    "وزير الدفاع و+قادة الجيش",
    "س+يزور الرئيس ل+لمرة الأولى بيروت",
    "كان بعض+هم يحمل أسلحة+ه",
    "كما قال الناطق ب+اسم الجماعة",
    "وصلت القافلة إلى ليبيا و+سوريا",
    "سبق ل+ه أن زار كردستان",
    "وفق بيان ل+وزارة الصحة",
    "فرنسا و+بريطانيا و+ألمانيا",
)


def read(text: str) -> tuple[Token, ...]:
    return tuple(pos.tokens(text, pos.reader()))


def shown(token: Token) -> str:
    """Show a token cut at its clitics."""
    end = len(token.form) - token.post
    before = "+".join((*token.form[: token.pre], ""))
    return before + token.form[token.pre : end] + ("+" + token.form[end:] if token.post else "")


@pytest.mark.parametrize("case", CASES)
def test_words_are_cut_at_their_clitics(case: str) -> None:
    assert " ".join(shown(t) for t in read(case.replace("+", ""))) == case


def test_verbs_are_told_from_nouns() -> None:
    tags = {t.form: t.pos for t in read("أعلن المتحدث أن القوات لم تدخل المدينة")}
    assert (tags["أعلن"], tags["تدخل"]) == ("verb", "verb")
    assert "verb" not in (tags["المتحدث"], tags["القوات"], tags["المدينة"])


@given(st.text())
def test_any_text_is_read_and_no_stem_is_empty(text: str) -> None:
    plain = tuple(arabic.tokens(text))
    found = read(text)
    assert [(t.start, t.end, t.key) for t in found] == [(t.start, t.end, t.key) for t in plain]
    assert all(t.pre + t.post < len(t.key) for t in found)


@given(st.text(alphabet="وفبلكساهمنيتةأ", min_size=1, max_size=9))
def test_every_cut_leaves_a_stem(form: str) -> None:
    found = list(cuts(form))
    assert found[0] == (0, 0)
    assert all(pre + post < len(form) for pre, post in found)


def test_tashkeel_and_tatweel_keep_offsets() -> None:
    text = "وَقالَ الـــوزير لَهُم"
    first, _, last = read(text)
    assert (text[first.start : first.end], first.pre, last.post) == ("وَقالَ", 1, 2)
