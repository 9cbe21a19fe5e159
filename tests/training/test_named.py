"""The texts that teach and judge the tagger: read with their names, parted once and for all."""

from pathlib import Path

from khabar.training import named
from khabar.training.named import Span

CORPUS = Path(__file__).parents[2] / "corpus"


def test_words_and_labels_become_texts_and_spans(tmp_path: Path) -> None:
    path = tmp_path / "anercorp.txt"
    path.write_text("وصل O\nسامر B-PERS\nالخطيب I-PERS\nإلى O\nبيروت B-LOC\n\n" * 10, encoding="utf-8")
    learnt, held = named.anercorp(path, held=False), named.anercorp(path, held=True)
    assert sum(text.text.count("\n") for text in learnt) == 8
    assert sum(text.text.count("\n") for text in held) == 2
    assert held[0].text.startswith("وصل سامر الخطيب إلى بيروت\n")
    assert held[0].names[:2] == (Span(4, 15, "PER"), Span(20, 25, "LOC"))


def test_our_articles_are_parted_by_file() -> None:
    learnt, held = named.own(CORPUS, held=False), named.own(CORPUS, held=True)
    assert not {text.text for text in learnt} & {text.text for text in held}
    assert len(learnt) > 3 * len(held) > 0
    for text in held:
        ends = [0, *(name.end for name in text.names)]
        assert all(name.start >= end for name, end in zip(text.names, ends, strict=False))
