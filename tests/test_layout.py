"""The shape of the code: imports only to the left, files of one idea, short functions."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "khabar"
STAGES = ("acquire", "clean", "extract", "link", "store", "tell")
GROUND = (
    "records",
    "arabic",
    "lexicon",
    "morphology",
    "tagging",
    "settings",
    "stage",
    "engine",
    "answers",
    "offices",
    "places",
    "links",
    "__init__",
)
MIDDLE = ("pipeline", "service", "language", "knowledge", "training")
FACES = ("cli", "web")
FILES = sorted(SOURCE.rglob("*.py"))


def _own_imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("khabar"):
            parts = node.module.split(".")
            found |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
    return found - {"__version__"}


def _allowed(path: Path) -> set[str]:
    place = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    if place in STAGES:
        return {*GROUND, *STAGES[: STAGES.index(place) + 1]}
    if place in FACES:
        shown = {
            "service",
            "language",
            "knowledge",
            "training",
            "records",
            "links",
            "settings",
            "answers",
            "tell",
        }
        return shown | set(FACES)
    if place in MIDDLE:
        return {*GROUND, *STAGES, *MIDDLE}
    return set(GROUND)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_only_to_the_left(path: Path) -> None:
    assert _own_imports(path) <= _allowed(path)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_a_file_is_one_idea(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_functions_are_short() -> None:
    long = [
        f"{path.name}:{node.name}"
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - _body_start(node) >= 40
    ]
    assert not long


def _body_start(node: ast.FunctionDef) -> int:
    """Where the statements behind the docstring start."""
    documented = ast.get_docstring(node) is not None and len(node.body) > 1
    return node.body[1 if documented else 0].lineno


def test_stages_sort_into_the_path_of_the_data() -> None:
    assert sorted(STAGES) == list(STAGES)
    assert all((SOURCE / stage / "__init__.py").is_file() for stage in STAGES)
