"""Lemmas of words behind their clitics."""

import pytest

from khabar.morphology import lemmas, pos


@pytest.mark.parametrize(("text", "lemma"), [("وبالمدارس", "مدرسه"), ("xyz", "xyz")])
def test_a_lemma_stands_behind_clitics_and_article(text: str, lemma: str) -> None:
    token = pos.tokens(text, pos.reader())[0]
    assert lemmas.lemma(token) == lemma
