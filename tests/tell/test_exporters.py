"""CSV and JSON Lines: what a spreadsheet and a program get."""

import csv
import io

import pytest

from khabar import tell
from khabar.records import Document, Entity, Figure, Mention, decode_document

TEXT = '=HYPERLINK(1) قال الوزير إن\nخمسة, "جنود" قتلوا'
DOCUMENT = Document(
    id="d1",
    title="-عنوان",
    text=TEXT,
    mentions=(Mention(start=0, end=10, type="PER", entity="e1", why="t"),),
    entities=(Entity(id="e1", type="PER", name="=1+1"),),
    figures=(Figure(id="f1", start=29, end=42, low=5, high=5, counted=(36, 40), why="t"),),
)


def rows(layer: str) -> list[dict[str, str]]:
    out = io.StringIO()
    assert tell.exporters()["csv"].tell([DOCUMENT], layer, out) == 1
    return list(csv.DictReader(io.StringIO(out.getvalue())))


def test_a_layer_is_a_table_with_its_words() -> None:
    (row,) = rows("figures")
    assert row["quote"] == TEXT[29:42]
    assert (row["low"], row["counted"], row["unit"], row["approx"]) == ("5", "36 40", "", "false")


def test_text_that_a_spreadsheet_would_run_is_kept_from_it() -> None:
    assert rows("entities")[0]["name"] == "'=1+1"
    assert rows("documents")[0]["text"] == f"'{TEXT}"
    assert rows("mentions")[0]["title"] == "'-عنوان"


def test_json_lines_give_the_record_back() -> None:
    out = io.StringIO()
    assert tell.exporters()["jsonl"].tell([DOCUMENT], "documents", out) == 1
    assert decode_document(out.getvalue().encode()) == DOCUMENT


@pytest.mark.parametrize(("to", "layer"), [("csv", "verbs"), ("jsonl", "figures")])
def test_an_unknown_layer_is_an_error(to: str, layer: str) -> None:
    with pytest.raises(ValueError, match=r"layer"):
        tell.exporters()[to].tell([DOCUMENT], layer, io.StringIO())
