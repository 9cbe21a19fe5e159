"""The command line as a user runs it, in a process of its own."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from khabar import __version__

SAMPLES = Path(__file__).parent.parent / "samples"
RUN = [sys.executable, "-c", "from khabar.cli import main; main()"]
TEXT = "قالَ \u200fالمتحدّث إنّ «الوضـــع هادئ» يوم ٣ أيّار ٢٠٢٣ 😀.\r\nوأُصيب ١٢ شخصاً في ﻻهور.\n\n"


def khabar(*words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*RUN, *words], input=given, capture_output=True, check=False)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("cli") / "k.db")
    added = khabar("add", str(SAMPLES), "--store", path, "--workers", "1")
    assert b"12 added" in added.stdout
    return path


def test_annotate_prints_a_document_a_line_with_its_text_as_received(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode())
    run = khabar("annotate", str(path), "--published", "2023-05-04", "--json")
    assert run.returncode == 0
    document = json.loads(run.stdout)
    assert document["text"] == TEXT
    assert (document["published"], document["published_how"]) == ("2023-05-04", "option")
    quotes = {layer: [TEXT[r["start"] : r["end"]] for r in document[layer]] for layer in ("figures", "times")}
    assert quotes["times"] == ["٣ أيّار ٢٠٢٣"]
    assert quotes["figures"] == ["١٢ شخصاً"]
    assert [(f["low"], f["category"]) for f in document["figures"]] == [(12, "wounded")]
    said = document["statements"][0]
    assert TEXT[said["start"] : said["end"]].startswith("الوضـــع هادئ» يوم ٣ أيّار ٢٠٢٣")
    assert TEXT[slice(*said["cue"])] == "قالَ"


def test_annotate_reads_standard_input_and_shows_tables() -> None:
    run = khabar("annotate", "-", given="أعلن الوزير مقتل ثلاثة جنود يوم الأحد 3 أبريل 2022.".encode())
    shown = run.stdout.decode()
    assert run.returncode == 0
    assert "ثلاثة جنود" in shown
    assert "2022-04-03" in shown
    assert "killed" in shown


def test_annotate_reads_jsonl_with_other_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"body": "قال الوزير إن 5 قتلى سقطوا."}\nnot json\n', encoding="utf-8")
    run = khabar("annotate", str(path), "--column", "text=body", "--json")
    assert json.loads(run.stdout)["text"] == "قال الوزير إن 5 قتلى سقطوا."
    assert run.returncode == 1
    assert b"a.jsonl:2: not_json" in run.stderr


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode())
    outputs = {
        subprocess.run(
            [*RUN, "annotate", str(path), "--json"],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C.UTF-8", "TZ": zone},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Baghdad"))
    }
    assert len(outputs) == 1


def test_show_by_the_beginning_of_an_id(store: str) -> None:
    hit = json.loads(khabar("search", "كركوك", "--store", store, "--json").stdout.splitlines()[0])
    shown = json.loads(khabar("show", hit["id"][:8], "--store", store, "--json").stdout)
    assert shown["id"] == hit["id"]
    assert "كركوك" in khabar("show", hit["id"], "--store", store).stdout.decode()


@pytest.mark.parametrize("command", ["statements", "figures", "timeline", "rejected", "status"])
def test_lists_are_the_same_records_in_json(store: str, command: str) -> None:
    rows = khabar(command, "--store", store, "--json").stdout.splitlines()
    assert rows
    assert all(isinstance(json.loads(row), dict) for row in rows)
    assert khabar(command, "--store", store).returncode == 0


def test_export_csv_of_a_layer(store: str) -> None:
    run = khabar("export", "--to", "csv", "--layer", "figures", "--store", store)
    rows = list(csv.DictReader(io.StringIO(run.stdout.decode())))
    assert f"{len(rows):,} rows".encode() in run.stderr
    assert all(row["quote"] and row["document"] for row in rows)


def test_export_jsonl_can_be_added_again(store: str, tmp_path: Path) -> None:
    out = tmp_path / "all.jsonl"
    assert khabar("export", "--to", "jsonl", "--out", str(out), "--store", store).returncode == 0
    other = str(tmp_path / "other.db")
    assert b"12 added" in khabar("add", str(out), "--store", other, "--workers", "1").stdout
    again = khabar("export", "--to", "jsonl", "--store", other).stdout
    assert sorted(json.loads(x)["text"] for x in again.splitlines()) == sorted(
        json.loads(x)["text"] for x in out.read_text(encoding="utf-8").splitlines()
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("export", "--to", "xml"), b"cannot write xml"),
        (("export", "--to", "csv", "--layer", "nonsense"), b"no layer nonsense"),
        (("show", "zzzz"), b"no article has the id zzzz"),
        (("serve", "--host", "192.0.2.1"), b"192.0.2.1"),
        (("annotate", "--frobnicate"), b"unknown option --frobnicate"),
        (("annotate", "-", "--column", "words=a"), b"NAME=COLUMN"),
        (("timeline", "--since", "yesterday"), b"no ISO date"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_line(store: str, words: tuple[str, ...], said: bytes) -> None:
    run = khabar(*words, *(() if words[0] == "annotate" else ("--store", store)))
    assert run.returncode
    assert said in run.stderr
    assert b"Traceback" not in run.stderr


@pytest.mark.parametrize("words", [("status",), ("search", "خبر"), ("serve",)])
def test_without_a_store_every_question_says_so(tmp_path: Path, words: tuple[str, ...]) -> None:
    run = khabar(*words, "--store", str(tmp_path / "none.db"))
    assert run.returncode == 1
    assert b"there is no store" in run.stderr


def test_help_and_version() -> None:
    assert __version__.encode() in khabar("--version").stdout
    for command in (
        "annotate",
        "add",
        "search",
        "show",
        "statements",
        "figures",
        "timeline",
        "export",
        "serve",
    ):
        assert command.encode() in khabar("--help").stdout
