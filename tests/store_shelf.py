"""A store of a few articles written as files, for the tests of what can be asked."""

from collections.abc import Mapping
from pathlib import Path

from khabar.service import Service
from khabar.settings import Settings


def shelved(folder: Path, articles: Mapping[str, str]) -> Service:
    """Write the articles by their file names, add them all and open the store."""
    for name, text in articles.items():
        (folder / name).write_text(text, encoding="utf-8")
    opened = Service.open(folder / "k.db", Settings(workers=1), create=True)
    opened.add([str(folder / name) for name in articles])
    return opened
