"""A network of the user's own: whole tokens of the text, long lines in windows, faults told clearly."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy
import pytest

from khabar import pipeline, service
from khabar.extract import tokens
from khabar.extract._naming import Scene
from khabar.lexicon import LexiconError, World, built_in, lines, with_own
from khabar.records import Reading, Rejected, Token
from khabar.service import Service
from khabar.settings import Settings
from khabar.tagging import _folder, neural
from khabar.tagging._folder import ModelError
from khabar.tagging.neural import Tagger
from tagging_tiny import LABELS, folder, network

NAME = {"زغلولان": "B-PER", "خربوطان": "I-PER", "بعرورة": "B-LOC", "طفشون": "B-MISC"}
RUN = [sys.executable, "-c", "from khabar.cli import main; main()"]
TEXT = "افتتح زغلولان خربوطان معرضا للصور في المدينة أمس.\nوقال إن المعرض مستمر."


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder(tmp_path_factory.mktemp("models") / "our-names", NAME)


def _tokens(text: str) -> tuple[Token, ...]:
    read = tuple(tokens.extract(Reading(id="", text=text), built_in()))
    return tuple(Scene(built_in(), text, read).units.tokens)


def _tagger(path: Path) -> Tagger:
    return Tagger(_folder.load(path, built_in()), str(path))


def _found(path: Path, text: str) -> list[tuple[str, str]]:
    read = _tokens(text)
    return [(text[read[f.first].start : read[f.last - 1].end], f.type) for f in _tagger(path).tag(read)]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("حضر زَغْلُولَانُ خَرْبُوطان الحفل", "زَغْلُولَانُ خَرْبُوطان"),
        ("حضر زغـــلولان خربوطـان الحفل", "زغـــلولان خربوطـان"),
        ("حضر \u200fزغلولان\u200f \u202bخربوطان\u202c الحفل", "زغلولان\u200f \u202bخربوطان"),
        ("حضر ﺯﻏﻠﻮﻻﻥ ﺧﺮﺑﻮﻃﺎﻥ الحفل", "ﺯﻏﻠﻮﻻﻥ ﺧﺮﺑﻮﻃﺎﻥ"),
        ("😀👨‍👩‍👧 حضر زغلولان خربوطان😀 الحفل", "زغلولان خربوطان"),
        ("«زغلولان   خربوطان»، قال", "زغلولان   خربوطان"),
    ],
)
def test_names_are_whole_tokens_of_the_text_as_received(model: Path, written: str, name: str) -> None:
    assert _found(model, written) == [(name, "PER")]


def test_a_kind_we_do_not_take_is_left_out_and_an_inside_without_begin_is_none(model: Path) -> None:
    assert _found(model, "حضر طفشون") == []
    assert _found(model, "حضر خربوطان إلى بعرورة") == [("بعرورة", "LOC")]
    assert _found(model, "") == []


def test_a_name_anywhere_in_a_long_line_is_found_once(tmp_path: Path) -> None:
    path = folder(tmp_path / "m", NAME, longest=32)
    for before in range(0, 60, 7):
        text = "و " * before + "حضر زغلولان خربوطان الحفل " + "ثم غادر " * 30
        assert _found(path, text) == [("زغلولان خربوطان", "PER")], before
    text = " ".join(["زغلولان", "خربوطان", "مع"] * 40)
    assert _found(path, text) == [("زغلولان خربوطان", "PER")] * 40


def test_a_word_longer_than_a_window_costs_no_other_its_name(tmp_path: Path) -> None:
    path = folder(tmp_path / "m", NAME, longest=16)
    assert _found(path, f"زغلولان {'هـه' * 60} بعرورة") == [("زغلولان", "PER"), ("بعرورة", "LOC")]


def test_lines_in_one_batch_do_not_change_each_other(model: Path) -> None:
    alone = _tagger(model).tag(_tokens(TEXT))
    assert [(f.type, f.margin) for f in alone] == [("PER", 8 * 64)]
    many = _tagger(model).tag(_tokens("\n".join([TEXT, "ثم " * 90] * 20)))
    assert [f.type for f in many] == ["PER"] * 20
    assert {f.margin for f in many} == {8 * 64}


def test_a_name_does_not_go_on_over_a_line_end(model: Path) -> None:
    assert _found(model, "حضر زغلولان\n\nخربوطان") == [("زغلولان", "PER")]


def test_every_label_of_the_table_is_read_in_its_example(tmp_path: Path) -> None:
    rows = [cells for _, cells in lines(built_in().folder / "words" / "model_labels.tsv")]
    for at, row in enumerate(rows):
        assert row["named"] in row["example"]
        read = _tokens(row["named"])
        labels = ("O", f"B-{row['label']}", f"I-{row['label']}")
        words = {token.form: labels[min(i, 1) + 1] for i, token in enumerate(read)}
        path = folder(tmp_path / str(at), words, labels=labels if "type" in row else (*labels, "B-PER"))
        wanted = [(row["named"], row["type"])] if "type" in row else []
        assert _found(path, row["example"]) == wanted, row["label"]


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("model.onnx", "no model.onnx; a folder of a model of names has"),
        ("tokenizer.json", "no tokenizer.json"),
        ("config.json", "no config.json"),
        ("labels", "labels LABEL_1, B-SHIP of id2label are unknown"),
        ("no labels", "no id2label"),
        ("no O", "no label O"),
        ("no names", "no label that begins"),
        ("broken config", "config.json: Input data was truncated"),
        ("broken tokenizer", "tokenizer.json: "),
        ("broken network", "model.onnx: "),
        ("inputs", "its inputs are pixel_values; wanted are input_ids"),
        ("flat", "is not a token-classification model of config.json"),
        ("fewer", "is not a token-classification model of config.json"),
        ("no numbers", "gives scores that are no numbers"),
        ("short", "has no room for words"),
    ],
)
def test_a_fault_is_told(tmp_path: Path, fault: str, said: str) -> None:
    path = folder(tmp_path / "m", NAME)
    config = json.loads((path / "config.json").read_bytes())
    zeros: Any = numpy.zeros((400, len(LABELS)), dtype=numpy.float32)
    told = {"labels": ("O", "LABEL_1", "B-SHIP"), "no labels": (), "no O": ("B-PER",), "no names": ("O",)}
    if fault in told:
        config["id2label"] = dict(enumerate(told[fault]))
    elif fault == "short":
        config["max_position_embeddings"] = 5
    elif fault == "inputs":
        network(path, zeros, ("pixel_values",))
    elif fault == "flat":
        network(path, zeros, ("input_ids",), flat=True)
    elif fault == "fewer":
        network(path, zeros[:, :3], ("input_ids",))
    elif fault == "no numbers":
        network(path, zeros * numpy.nan, ("input_ids",))
    elif fault.startswith("broken"):
        name = {"config": "config.json", "tokenizer": "tokenizer.json", "network": "model.onnx"}
        (path / name[fault.split()[1]]).write_text("{", encoding="utf-8")
    else:
        (path / fault).unlink()
    if fault in told or fault == "short":
        (path / "config.json").write_text(json.dumps(config), encoding="utf-8")
    with pytest.raises(ModelError, match=said):
        _tagger(path).tag(_tokens(TEXT))


@pytest.mark.parametrize("missing", ["onnxruntime", "tokenizers"])
def test_without_the_extra_the_command_to_install_is_told(
    model: Path, missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(ModelError, match=r"pip install 'khabar\[neural\]'"):
        _folder.load(model, built_in())


def test_nothing_of_it_is_imported_without_the_option() -> None:
    code = (
        "import sys; from khabar import pipeline; from khabar.settings import DEFAULT; "
        "pipeline.ready(DEFAULT); sys.exit(any(n in sys.modules for n in ('onnxruntime', 'tokenizers')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_fingerprint_and_the_key_follow_the_model(model: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(model, tmp_path / "copy"))
    (raw,) = pipeline.read([_written(tmp_path)], Settings())
    plain, with_model = (pipeline.task(raw, Settings(names_model=m)).key for m in (None, model))
    assert plain != with_model
    assert pipeline.task(raw, Settings(names_model=copy)).key == with_model
    assert World(names_model=copy).fingerprint == World(names_model=model).fingerprint
    folder(copy, {**NAME, "خربوطان": "O"})
    assert World(names_model=copy).fingerprint != World(names_model=model).fingerprint
    with pytest.raises(LexiconError, match="no such folder"):
        with_own(None, tmp_path / "none")


def test_each_process_has_a_network_of_its_own(model: Path) -> None:
    world = with_own(None, model)
    assert neural.tagger(world, os.getpid()) is neural.tagger(world, os.getpid())
    assert neural.tagger(world, os.getpid()) is not neural.tagger(world, -1)


def test_a_name_that_only_the_model_knows_is_in_the_record(model: Path, tmp_path: Path) -> None:
    (plain,) = service.annotate([_written(tmp_path)])
    (document,) = service.annotate([_written(tmp_path)], Settings(names_model=model))
    assert not isinstance(plain, Rejected)
    assert not isinstance(document, Rejected)
    assert "زغلولان خربوطان" not in [TEXT[m.start : m.end] for m in plain.mentions]
    (found,) = (m for m in document.mentions if TEXT[m.start : m.end] == "زغلولان خربوطان")
    assert (found.type, found.why) == ("PER", "the model of names our-names, margin 8.0")


def test_workers_find_the_same_as_one_process(model: Path, tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    rows = (json.dumps({"text": f"{TEXT} وبيعت {n} صور."}, ensure_ascii=False) for n in range(3, 80))
    source.write_text("\n".join(rows), encoding="utf-8")
    found = []
    for workers in (1, 2):
        settings = Settings(names_model=model, workers=workers)
        shelf = Service.open(tmp_path / f"{workers}.db", settings, create=True)
        assert shelf.add([str(source)]).added == 77
        found.append([d.mentions for d in shelf.documents()])
    assert found[0] == found[1]
    assert all(any("our-names" in m.why for m in mentions) for mentions in found[0])


@pytest.mark.parametrize("way", ["option", "environment"])
def test_the_command_takes_a_model(model: Path, tmp_path: Path, way: str) -> None:
    told = ["--names-model", str(model)] if way == "option" else []
    environment = {**os.environ, **({"KHABAR_NAMES_MODEL": str(model)} if way == "environment" else {})}
    words = [*RUN, "annotate", _written(tmp_path), "--json", *told]
    run = subprocess.run(words, env=environment, capture_output=True, check=True)
    assert any("our-names" in m["why"] for m in json.loads(run.stdout)["mentions"])


@pytest.mark.parametrize("command", ["annotate", "add"])
def test_a_folder_without_a_model_is_told_in_a_line(tmp_path: Path, command: str) -> None:
    words = [*RUN, command, _written(tmp_path), "--names-model", str(tmp_path)]
    run = subprocess.run(words, cwd=tmp_path, capture_output=True, check=False)
    assert run.returncode == 1
    assert b"no config.json" in run.stderr
    assert b"Traceback" not in run.stderr


def _written(folder_: Path) -> str:
    path = folder_ / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)
