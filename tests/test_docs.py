"""The docs cannot fall behind: every example runs, every command is in them."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import tagging_tiny
from khabar.cli import app

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "use.md").read_text(encoding="utf-8")
WORLD = (ROOT / "docs" / "world.md").read_text(encoding="utf-8")
NAMES = (ROOT / "docs" / "names.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^(?:cat .*\| )?khabar .*$", f"{PAGE}\n{WORLD}\n{NAMES}", re.MULTILINE)
COMMANDS = (
    "annotate",
    "add",
    "search",
    "show",
    "statements",
    "figures",
    "events",
    "versions",
    "timeline",
    "export",
    "rejected",
    "words",
    "forms",
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the page expects it, and the command on the path."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "samples", folder / "samples")
    (folder / "article.txt").write_text("قال الوزير إن 3 جنود قُتلوا أمس.", encoding="utf-8")
    line = '{"body": "قال الوزير إن 5 جنود قُتلوا أمس.", "date": "2024-05-05"}'
    (folder / "articles.jsonl").write_text(line, encoding="utf-8")
    tagging_tiny.folder(folder / "our-names", {"الوزير": "O", "جنود": "O"})
    command = folder / "bin" / "khabar"
    command.parent.mkdir()
    command.write_text(f"#!/bin/sh\nexec {sys.executable} -c 'from khabar.cli import main; main()' \"$@\"\n")
    command.chmod(0o755)
    return folder


def test_every_example_of_the_guide_runs_in_its_order(desk: Path) -> None:
    assert len(EXAMPLES) >= 12
    path = f"{desk / 'bin'}{os.pathsep}{os.environ['PATH']}"
    for example in EXAMPLES:
        if example == "khabar serve":
            continue  # runs until stopped; the browser tests run it
        run = subprocess.run(
            ["bash", "-c", example],
            cwd=desk,
            env={**os.environ, "PATH": path},
            capture_output=True,
            check=False,
        )
        assert run.returncode == 0, f"{example}: {run.stderr.decode()}"
        assert run.stdout or run.stderr, example


@pytest.mark.parametrize("command", [*COMMANDS, "status", "serve"])
def test_every_command_is_in_the_guide(command: str) -> None:
    assert command in app
    assert f"khabar {command}" in PAGE
