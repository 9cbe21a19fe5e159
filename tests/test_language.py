"""The commands that show the language core: what a user sees of words and forms."""

import json
import subprocess
import sys

import pytest

from khabar import language

RUN = [sys.executable, "-c", "from khabar.cli import main; main()"]


def _run(*arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run([*RUN, *arguments], capture_output=True, text=True, input=text, check=False)


def test_words_are_cut_in_context_with_their_offsets() -> None:
    text = "وقال المدير: «كتبهم وصلت»."
    rows = language.words(text)
    assert [row.cut for row in rows] == ["و+قال", "المدير", "كتب+هم", "وصلت"]
    assert [text[row.start : row.end] for row in rows] == ["وقال", "المدير", "كتبهم", "وصلت"]
    assert [rows[0].pos, rows[0].lemma] == ["verb", "قال"]


def test_words_reads_standard_input() -> None:
    ran = _run("words", "--json", "-", text="وصل الوفد.")
    assert [json.loads(line)["word"] for line in ran.stdout.splitlines()] == ["وصل", "الوفد"]


@pytest.mark.parametrize(
    ("word", "lemma", "told"),
    [
        ("قالوا", "قال", "past, active, third person, masculine, plural"),
        ("مصادرهم", "مصدر", "noun, plural"),
        ("وأكدت", "أكد", "past, third person, feminine, singular"),
    ],
)
def test_a_word_leads_to_the_lemma_of_a_table(word: str, lemma: str, told: str) -> None:
    assert (lemma, told) in [(row.lemma, row.features) for row in language.readings(word)]


def test_forms_of_a_given_verb_and_noun() -> None:
    verb = {row.key for row in language.forms("دعا", "يدعو")}
    assert {"دعا", "دعت", "دعوا", "يدعو", "يدعون", "دعي", "يدعي", "داع", "داعيه"} <= verb
    noun = {row.key for row in language.forms("مصدر", plurals=("مصادر",))}
    assert {"مصدر", "المصدر", "مصدران", "مصدرين", "مصادر", "المصادر"} <= noun


def test_an_unknown_word_is_told_what_to_give() -> None:
    ran = _run("forms", "زعبوط")
    assert ran.returncode == 1
    assert "--plural" in ran.stderr
