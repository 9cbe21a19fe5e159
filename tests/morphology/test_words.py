"""Words in context: cut, part of speech and lemma, each case in a sentence of our own."""

import csv
from pathlib import Path

import pytest

from khabar import arabic
from khabar.morphology import lemmas, pos
from khabar.records import Token

CASES = Path(__file__).parent.parent / "cases"
PARTS = ("cut", "pos", "lemma")


def rows(name: str) -> list[dict[str, str]]:
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def word(sentence: str, typed: str) -> Token:
    form = arabic.fold(typed).form
    return next(token for token in pos.tokens(sentence, pos.reader()) if token.form == form)


def wrong(row: dict[str, str]) -> list[str]:
    token = word(row["sentence"], row["word"])
    right = {
        "cut": (token.pre, token.post) == (int(row["pre"]), int(row["post"])),
        "pos": token.pos == row["pos"],
        "lemma": lemmas.lemma(token) == arabic.key(row["lemma"]),
    }
    return [part for part in PARTS if not right[part]]


@pytest.mark.parametrize("row", rows("words.tsv"), ids=lambda row: row["word"])
def test_a_word_is_cut_tagged_and_led_to_its_lemma(row: dict[str, str]) -> None:
    """`fails` names what is known to go wrong, so that it is told when it goes right."""
    assert wrong(row) == row["fails"].split()


@pytest.mark.parametrize("row", rows("tags.tsv"), ids=lambda row: f"{row['word']} {row['pos']}")
def test_a_spelling_with_two_readings_is_told_by_its_neighbours(row: dict[str, str]) -> None:
    assert (word(row["sentence"], row["word"]).pos == row["pos"]) == (row["fails"] == "")
