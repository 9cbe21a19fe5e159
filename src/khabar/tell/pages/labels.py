"""The words of the pages in each language they speak, read from `labels.tsv`."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Literal, TypeAlias

Language: TypeAlias = Literal["ar", "en"]

_TABLE = Path(__file__).parent / "labels.tsv"


@lru_cache(maxsize=1)
def _table() -> dict[Language, dict[str, str]]:
    rows = [line.split("\t") for line in _TABLE.read_text("utf-8").splitlines()[1:] if line]
    return {"ar": {key: arabic for key, arabic, _ in rows}, "en": {key: english for key, _, english in rows}}


def in_language(language: Language) -> Callable[[str, str | None], str]:
    """Give the function that names a code: `label("category", "killed")` -> «قتلى».

    A code that has no label is shown as it is; an unknown value as a dash.
    """
    words = _table()[language]

    def label(group: str, code: str | None) -> str:
        if code is None:
            return "—"
        return words.get(f"{group}.{code}", code)

    return label


def codes(group: str) -> tuple[str, ...]:
    """Give the codes of a group that have a label, in the order of the table."""
    return tuple(key.removeprefix(f"{group}.") for key in _table()["ar"] if key.startswith(f"{group}."))
