"""Statements: content, kind, cue and speaker, on sentences of our own."""

from pathlib import Path

import pytest

from khabar import arabic, extract
from khabar.extract import _cues, _scene
from khabar.morphology.inflection import noun_forms
from khabar.records import Document, Statement
from known_people import read
from layers import WORLD


def told(text: str) -> list[tuple[str, str, str | None, str]]:
    return [
        (s.kind, text[slice(*s.cue)], text[slice(*s.speaker)] if s.speaker else None, text[s.start : s.end])
        for s in read(text).statements
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال سامي حداد إن السوق بعيد.", ("indirect", "قال", "سامي حداد", "السوق بعيد")),
        ("وقال سامي حداد إنه سيعود غدا.", ("indirect", "قال", "سامي حداد", "سيعود غدا")),
        ("قال سامي حداد: «السوق بعيد جدا عنا».", ("direct", "قال", "سامي حداد", "السوق بعيد جدا عنا")),
        ('قال “حداد” إن: "السوق بعيد. لكنه جميل".', ("direct", "قال", "حداد", "السوق بعيد. لكنه جميل")),
        ("وأكد التاجر سامي حداد أن السوق «بعيد» عنه.", ("mixed", "أكد", "سامي حداد", "السوق «بعيد» عنه")),
        ("“حداد” أضاف أن السوق بعيد.", ("indirect", "أضاف", "حداد", "السوق بعيد")),
        ("وكان سامي حداد قد أعلن فتح السوق.", ("indirect", "أعلن", "سامي حداد", "فتح السوق")),
        ("وأشار حداد إلى أن السوق بعيد.", ("indirect", "أشار", "حداد", "السوق بعيد")),
        ("دعا سامي حداد التجار إلى فتح السوق.", ("indirect", "دعا", "سامي حداد", "فتح السوق")),
        ("تعهدت رابطة التجار بفتح السوق.", ("indirect", "تعهدت", "رابطة التجار", "فتح السوق")),
        ("السوق بعيد جدا، بحسب سامي حداد.", ("indirect", "بحسب", "سامي حداد", "السوق بعيد جدا")),
        ("ووفقا لرابطة التجار، فإن السوق بعيد.", ("indirect", "وفقا", "رابطة التجار", "السوق بعيد")),
        (
            "السوق بعيد جدا، كما ذكرت رابطة التجار.",
            ("indirect", "كما ذكرت", "رابطة التجار", "السوق بعيد جدا"),
        ),
        (
            "قال متحدث باسم رابطة التجار إن السوق بعيد.",
            ("indirect", "قال", "متحدث باسم رابطة التجار", "السوق بعيد"),
        ),
        ("وصف حداد السوق بأنه «بعيد» عن الناس.", ("direct", "وصف", "حداد", "بعيد")),
        ("قَالَ سامي حداد إِنَّ السّـــوق بعيد 😀.", ("indirect", "قَالَ", "سامي حداد", "السّـــوق بعيد 😀")),
        ("ﻗﺎﻝ سامي حداد ﺇﻥ السوق بعيد.", ("indirect", "ﻗﺎﻝ", "سامي حداد", "السوق بعيد")),
        ("\u200fقال سامي حداد: «السوق بعيد عن بيتنا", ("direct", "قال", "سامي حداد", "السوق بعيد عن بيتنا")),
        ("نقلت الصحيفة عن سامي حداد قوله إن السوق بعيد.", ("indirect", "نقلت", "سامي حداد", "السوق بعيد")),
        ("«السوق بعيد عنا جدا»، يقول سامي حداد.", ("direct", "يقول", "سامي حداد", "السوق بعيد عنا جدا")),
    ],
)
def test_one_statement(text: str, expected: tuple[str, str, str, str]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("قالتا إن السوق بعيد.", "قالتا", "السوق بعيد"),
        ("وأكدن أن السوق بعيد.", "أكدن", "السوق بعيد"),
        ("فرنسا وإيطاليا تؤكدان أن السوق بعيد.", "تؤكدان", "السوق بعيد"),
        ("النساء يقلن إن السوق بعيد.", "يقلن", "السوق بعيد"),
        ("صرّحوا بأن السوق بعيد.", "صرّحوا", "السوق بعيد"),
        ("رابطة التجار قيل إنها ستفتح السوق.", "قيل", "ستفتح السوق"),
        ("وأُعلن أن السوق بعيد.", "أُعلن", "السوق بعيد"),
        ("أثارت تصريحاته بأن السوق بعيد غضب الناس.", "تصريحاته", "السوق بعيد غضب الناس"),
    ],
)
def test_every_inflected_form_of_a_cue_is_one(text: str, cue: str, content: str) -> None:
    assert [(c, words) for _, c, _, words in told(text)] == [(cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "يشار إلى أن السوق بعيد.",
        "دعي مئات التجار إلى حفل كبير في السوق.",
        "ووصل سامي حداد إلى السوق، ثم غادر.",
        "عادة أن السوق بعيد.",
        "غضب الناس من تصريحاته عن السوق.",
        "الطريق الأحمر واللافتان الكبيران: باب ونافذة.",
        "لم يقلن إن السوق بعيد.",
    ],
)
def test_forms_that_report_nothing(text: str) -> None:
    assert told(text) == []


def test_a_sentence_with_two_reports_is_cut_between_them() -> None:
    found = told("قال سامي حداد إن السوق بعيد، مؤكدا أن الطريق طويل، فيما أشارت هدى نصار إلى أن القطار سريع.")
    assert [(speaker, content) for _, _, speaker, content in found] == [
        ("سامي حداد", "السوق بعيد"),
        ("سامي حداد", "الطريق طويل"),
        ("هدى نصار", "القطار سريع"),
    ]


def test_a_pronoun_carries_the_last_speaker_into_the_next_paragraph() -> None:
    found = told(
        "قال سامي حداد: «السوق بعيد جدا عنا».\nوأضاف: «الطريق إليه طويل جدا».\nلافتا إلى أن القطار سريع."
    )
    assert {speaker for _, _, speaker, _ in found} == {"سامي حداد"}
    assert [cue for _, cue, _, _ in found] == ["قال", "أضاف", "لافتا إلى"]


def test_a_second_formula_makes_no_second_statement() -> None:
    assert len(told("قال سامي حداد: «السوق بعيد جدا عنا»، على حد تعبيره.")) == 1
    assert len(told("قال سامي حداد إن السوق بعيد، بحسب حداد.")) == 1


def test_a_title_with_no_name_is_its_holder_or_anonymous() -> None:
    named, title = "قال رئيس الرابطة سامي حداد إن السوق بعيد.", "وقال رئيس الرابطة إن الطريق طويل."
    text = f"{named}\n{title}\nوقال مصدر أمني إن القطار سريع."
    found = read(text, roles=("رئيس الرابطة",)).statements
    assert [s.speaker_entity for s in found] == ["حداد", "حداد", "anon:مصدر أمني"]


def test_the_colon_of_a_headline() -> None:
    body = "زار سامي حداد السوق الجديد الخميس برفقة عدد كبير من التجار والأهالي الذين قدموا من المدينة."
    found = read(f"حداد: السوق الجديد بعيد عن الناس\n{body}").statements
    assert [(s.speaker_entity, s.why) for s in found] == [("حداد", found[0].why)]
    assert "headline" in found[0].why
    assert not read(f"فرنسا: السوق الجديد بعيد عن الناس\n{body}").statements


@pytest.mark.parametrize(
    "text",
    [
        "زار سامي حداد السوق أمس.",
        "لم يقل سامي حداد إن السوق بعيد.",
        "من المتوقع أن يعلن سامي حداد فتح السوق.",
        "يذكر أن السوق بعيد.",
        "تابع سامي حداد سير العمل بين السوق والمحطة.",
        "اقرأ أيضا: قال سامي حداد إن السوق بعيد",
    ],
)
def test_no_statement(text: str) -> None:
    assert told(text) == []


def test_ids_follow_the_text_and_why_names_the_row() -> None:
    found = read("قال سامي حداد إن السوق بعيد. وأضاف أن الطريق طويل.").statements
    assert [s.id for s in found] == ["s1", "s2"]
    assert found[0].why.startswith("«قال» (words/cues.tsv)")
    assert [s.stance for s in found] == ["say", "say"]


@pytest.mark.parametrize("row", WORLD.rows("words/cues.tsv", _cues.CueRow), ids=lambda r: r.lemma)
def test_every_cue_fires_on_its_example(row: _cues.CueRow) -> None:
    found: tuple[Statement, ...] = read(row.example).statements
    assert any(s.why.startswith(f"«{row.lemma}»") for s in found)
    assert any(s.stance == row.stance for s in found)


@pytest.mark.parametrize(
    "row", WORLD.rows("words/speaker_nouns.tsv", _scene.SpeakerNoun), ids=lambda r: r.lemma
)
def test_every_speaking_noun_speaks_in_its_example(row: _scene.SpeakerNoun) -> None:
    found = read(row.example).statements
    heads = {form.key for form in noun_forms(row.lemma)} | {arabic.key(row.lemma)[:-1]}  # «قاض» of «قاضي»
    assert [arabic.key((s.speaker_entity or "")[5:].split(" ")[0]) in heads for s in found] == [True]


@pytest.mark.parametrize(
    "row", WORLD.rows("words/clause_words.tsv", _cues.ClauseWord), ids=lambda r: f"{r.kind}-{r.form}"
)
def test_every_clause_word_plays_its_part(row: _cues.ClauseWord) -> None:
    found = read(row.example).statements
    contents = [row.example[s.start : s.end] for s in found]
    if row.kind in ("negation", "modal", "not_that", "condition"):
        assert found == ()
    elif row.kind in ("break", "break_nominal"):
        assert all(f"، {row.form} " not in content for content in contents)
        assert contents
    elif row.kind in ("adverb", "np_end", "behalf", "saying", "that", "then", "particle", "relative"):
        assert contents
        assert all(not content.startswith(row.form + " ") for content in contents)
    else:
        assert contents


def test_hostile_paragraphs_end_in_time() -> None:
    for text in (
        "قال «" * 3000,
        "قال سامي حداد إن " * 1500,
        "«كلمة» " * 3000 + "قال إن",
        "، مؤكدا أن" * 2000,
        ":" * 5000,
    ):
        read(text)


def _table() -> list[tuple[str, str | None, str]]:
    lines = (Path(__file__).parents[1] / "cases" / "statements.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines[1:] if not line.startswith("#")]
    return [(text.replace("\\n", "\n"), published or None, expected) for text, published, expected in rows]


@pytest.mark.parametrize(("text", "published", "expected"), _table())
def test_statements_of_the_case_table(text: str, published: str | None, expected: str) -> None:
    doc = extract.annotate(Document(id="t", text=text, published=published), WORLD)
    found = [
        (text[slice(*s.cue)], text[slice(*s.speaker)] if s.speaker else "-", text[s.start : s.end])
        for s in doc.statements
    ]
    assert " | ".join(" = ".join(one) for one in found) == expected


@pytest.mark.parametrize("row", WORLD.rows("words/venues.tsv", _scene.VenueNoun), ids=lambda row: row.form)
def test_every_venue_tells_where_or_to_whom(row: _scene.VenueNoun) -> None:
    text = row.example
    (statement,) = extract.annotate(Document(id="t", text=text), WORLD).statements
    span = statement.addressee if row.kind == "audience" else statement.venue
    assert span is not None
    words = arabic.key(text[slice(*span)]).split()
    forms = {form.key for form in noun_forms(row.form, (row.plural,) if row.plural else ())}
    assert (
        words[0] in forms or words[0].removeprefix("لل") in forms or words[0][:3] == arabic.key(row.form)[:3]
    )


def test_the_setting_may_stand_before_the_cue() -> None:
    text = "وفي مقابلة مع قناة الجزيرة، قال سامر الخطيب إن الجسر سيفتح."
    (statement,) = extract.annotate(Document(id="t", text=text), WORLD).statements
    assert statement.venue is not None
    assert text[slice(*statement.venue)] == "مقابلة مع قناة الجزيرة"
