"""The quality harness: floors hold, rise and never sink; missing data are said, not hidden."""

import json
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from scripts.quality import _floors
from scripts.quality.__main__ import main, names

Run = Callable[..., tuple[int, str, str]]

CASES = [
    {"id": "a", "text": "وصل القطار. ثم غادر.", "sentences": 2},
    {"id": "b", "text": "وصل القطار إلى 3.5 كيلومتر.", "sentences": 1},
    {"id": "wrong", "text": "وصل القطار.", "sentences": 2},
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "nlp-cases").mkdir(parents=True)
    (folder / "nlp-cases" / "sentences.json").write_text(json.dumps(CASES), encoding="utf-8")
    return folder


@pytest.fixture
def floors(tmp_path: Path) -> Path:
    return tmp_path / "floors.toml"


@pytest.fixture
def run(data: Path, floors: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(["--data", str(data), "--floors", str(floors), *arguments])
        return (code, *capsys.readouterr())

    return run


def test_scores_without_floors_pass_and_missing_data_are_named(run: Run) -> None:
    code, out, _ = run("--only", "sentences", "gold")
    assert code == 0
    assert "sentences count" in out
    assert "2 of 3 texts" in out
    assert "skipped" in out
    assert "gold, score.py" in out


def test_a_missed_floor_fails_and_is_named(run: Run, floors: Path) -> None:
    floors.write_text("[sentences]\ncount = 0.9\n", encoding="utf-8")
    code, out, err = run("--only", "sentences")
    assert code == 1
    assert "UNDER" in out
    assert "sentences count: 0.6667 is under its floor 0.900" in err


def test_a_floor_of_an_unknown_score_or_measure_fails(run: Run, floors: Path) -> None:
    floors.write_text("[sentences]\ngone = 0.1\n", encoding="utf-8")
    code, _, err = run("--only", "sentences")
    assert (code, "gone" in err) == (1, True)
    floors.write_text("[nonsense]\ncount = 0.1\n", encoding="utf-8")
    code, _, err = run()
    assert (code, "nonsense" in err) == (1, True)


def test_a_skipped_measure_does_not_fail_its_floor(run: Run, floors: Path) -> None:
    floors.write_text('[gold]\n"times.value" = 0.9\n', encoding="utf-8")
    assert run("--only", "gold")[0] == 0


def test_floors_rise_to_what_is_measured_and_stay(run: Run, floors: Path, data: Path) -> None:
    assert run("--only", "sentences", "--raise")[0] == 0
    assert tomllib.loads(floors.read_text(encoding="utf-8")) == {"sentences": {"count": 0.666}}
    (data / "nlp-cases" / "sentences.json").write_text(json.dumps(CASES[-1:]), encoding="utf-8")
    assert run("--only", "sentences", "--raise")[0] == 1
    assert tomllib.loads(floors.read_text(encoding="utf-8")) == {"sentences": {"count": 0.666}}


def test_speed_gets_no_floor(run: Run, floors: Path) -> None:
    code, out, _ = run("--only", "speed", "--raise")
    assert code == 0
    assert "together" in out
    assert tomllib.loads(floors.read_text(encoding="utf-8")) == {}


def test_misses_are_listed(run: Run) -> None:
    code, out, _ = run("--only", "sentences", "--misses")
    assert code == 0
    assert out == "sentences: wrong wants 2, has 1: وصل القطار.\n"


def test_gold_is_scored_by_the_scorer_of_the_data(run: Run, data: Path) -> None:
    (data / "gold").mkdir()
    (data / "score.py").write_text(
        "def load(path):\n    return [{'id': 'g', 'text': 'وصل القطار أمس.'}]\n"
        "def score(gold, predicted, layer=None):\n"
        "    assert gold[0]['text'] == predicted[0]['text']\n"
        "    line = {'p': 1.0, 'r': 0.5, 'f1': 0.667, 'gold': 2, 'pred': len(predicted[0]['times'])}\n"
        "    return {'times.value': line, 'kind': {'accuracy': None, 'n': 0}}, ['- g أمس'] * bool(layer)\n",
        encoding="utf-8",
    )
    _, out, _ = run("--only", "gold")
    assert "gold times.value" in out
    assert "2 wanted, 1 given" in out
    assert "kind" not in out
    assert "times - g أمس" in run("--only", "gold", "--misses")[1]


def test_no_folder_is_a_mistake_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--data", str(tmp_path / "nowhere")])


def test_floors_only_rise() -> None:
    old = {"numbers": {"value": 0.9, "gone": 0.5}}
    new = _floors.risen(old, {"numbers": {"value": 0.8}, "times": {"value": 0.98765}})
    assert new == {"numbers": {"value": 0.9, "gone": 0.5}, "times": {"value": 0.987}}


def test_the_floors_of_the_project_belong_to_measures() -> None:
    assert set(_floors.read(Path(__file__).parent / "floors.toml")) <= set(names())


def test_make_says_what_to_do_without_data() -> None:
    root = Path(__file__).parents[1]
    found = subprocess.run(
        ["make", "quality", "-o", ".venv/dev"], cwd=root, capture_output=True, text=True, check=False
    )
    assert found.returncode == 2
    assert "make quality DATA=" in found.stdout
