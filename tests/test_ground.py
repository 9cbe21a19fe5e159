"""The ground floor: lexicons that say what is wrong with them, stages in order, engines that lose nothing."""

import os
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from khabar import engine, extract, lexicon, stage


class Word(msgspec.Struct, frozen=True):
    form: str
    weight: int = 1


def world(folder: Path, table: str) -> lexicon.World:
    (folder / "w.tsv").write_text(table, encoding="utf-8")
    return lexicon.World(folder)


def test_rows_are_typed_and_comments_left_out(tmp_path: Path) -> None:
    found = world(tmp_path, "form\tweight\tsource\n# a comment\nقال\t3\town\nأكد\t\town\n").rows(
        "w.tsv", Word
    )
    assert found == (Word("قال", 3), Word("أكد"))


@pytest.mark.parametrize(
    ("table", "said"),
    [("form\tweight\nقال\tmany\n", "w.tsv:2"), ("form\tweight\nقال\n", "w.tsv:2: 1 cells, 2 columns")],
)
def test_a_broken_row_is_named(tmp_path: Path, table: str, said: str) -> None:
    with pytest.raises(lexicon.LexiconError, match=said):
        world(tmp_path, table).rows("w.tsv", Word)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(lexicon.LexiconError, match="none"):
        lexicon.World(tmp_path).rows("none.tsv", Word)


def test_the_fingerprint_follows_the_tables(tmp_path: Path) -> None:
    first = world(tmp_path, "form\nقال\n").fingerprint
    assert world(tmp_path, "form\nقال\n").fingerprint == first
    assert world(tmp_path, "form\nقالت\n").fingerprint != first


def test_every_table_of_words_gives_source_and_example() -> None:
    for path in sorted((lexicon.BUILT_IN / "words").glob("*.tsv")):
        for number, cells in lexicon.lines(path):
            assert cells.get("source"), f"{path.name}:{number}"
            assert cells.get("example"), f"{path.name}:{number}"


def module(*needs: str) -> ModuleType:
    made = ModuleType("m")
    made.NEEDS = needs  # type: ignore[attr-defined]
    return made


def test_modules_stand_behind_what_they_need() -> None:
    found = {"a": module("c"), "b": module(), "c": module("b")}
    assert [name for name, _ in stage.ordered(found)] == ["b", "c", "a"]


@pytest.mark.parametrize("found", [{"a": module("b")}, {"a": module("b"), "b": module("a")}])
def test_needs_that_cannot_be_met_are_an_error(found: dict[str, ModuleType]) -> None:
    with pytest.raises(stage.StageError):
        stage.ordered(found)


def test_the_extractors_and_their_order() -> None:
    names = [name for name, _ in extract.extractors()]
    assert sorted(names) == [
        "blocks", "events", "figures", "mentions", "numbers", "roles", "sentences", "statements",
        "times", "tokens",
    ]  # fmt: skip
    assert names.index("tokens") < names.index("times") < names.index("figures")


def double(chunk: list[int]) -> list[int]:
    if 13 in chunk:
        os._exit(1)
    return [2 * item for item in chunk]


def lost(item: int) -> int:
    return -item


def test_a_dying_worker_loses_only_the_item_that_killed_it() -> None:
    chunks = [list(range(n, n + 5)) for n in range(0, 30, 5)]
    results = [r for chunk in engine.Processes(2).map(double, chunks, lost) for r in chunk]
    assert results == [-13 if n == 13 else 2 * n for n in range(30)]


def test_serial_and_processes_agree() -> None:
    chunks = [[1, 2], [3]]
    serial = list(engine.Serial().map(double, chunks, lost))
    assert serial == list(engine.Processes(2).map(double, chunks, lost)) == [[2, 4], [6]]
