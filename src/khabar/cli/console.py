"""What all commands share: an open store, errors told in one line, JSON lines, a console."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from khabar.settings import Columns

if TYPE_CHECKING:
    from rich.console import Console

    from khabar.records import Record
    from khabar.service import Service


@contextmanager
def opened(store: Path) -> Iterator["Service"]:
    """Open the store for a question, with errors told in one line."""
    with told():
        from khabar.service import Service

        yield Service.open(store)


@contextmanager
def told() -> Iterator[None]:
    """Tell the user of what went wrong in one line, without a traceback."""
    from khabar.service import StoreError

    try:
        yield
    except (StoreError, ValueError, OSError) as error:
        if isinstance(error, BrokenPipeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise SystemExit(0) from error
        complain(str(error))
        raise SystemExit(1) from error
    except KeyboardInterrupt as stopped:
        complain("stopped; every article finished before is kept")
        raise SystemExit(130) from stopped


def day(value: str | None) -> str | None:
    """Check an ISO date of the command line; leaves with status 2 where it is none."""
    from datetime import datetime

    if value is None:
        return None
    try:
        datetime.fromisoformat(value)
    except ValueError:
        complain(f"{value} is no ISO date like 2024-05-31")
        raise SystemExit(2) from None
    return value


def print_json(wanted: bool, rows: "tuple[Record, ...]") -> bool:
    """Print records as JSON Lines where that is wanted, and say whether it was."""
    if wanted:
        from khabar import records

        for row in rows:
            line(records.encode(row))
    return wanted


def line(encoded: bytes) -> None:
    """Print one JSON line."""
    sys.stdout.write(encoded.decode() + "\n")


def complain(message: str) -> None:
    """Say something beside the output, on standard error."""
    sys.stderr.write(f"{message}\n")


def console(*, errors: bool = False) -> "Console":
    """Give the console to print tables on."""
    from rich.console import Console

    return Console(stderr=errors)


def inputs(words: tuple[str, ...]) -> tuple[str, ...]:
    """Give the sources of a command line; leaves with status 2 for an option there is not."""
    for word in words:
        if word.startswith("-") and word != "-":
            complain(f"unknown option {word}; for a file of that name write ./{word}")
            raise SystemExit(2)
    return words


def columns(pairs: tuple[str, ...]) -> Columns:
    """Read `text=body` pairs; leaves with status 2 where one is not of that form."""
    told = {name: column for name, _, column in (pair.partition("=") for pair in pairs)}
    wrong = [name for name, column in told.items() if name not in Columns.__struct_fields__ or not column]
    if wrong:
        names = ", ".join(Columns.__struct_fields__)
        complain(f"--column {wrong[0]}: write NAME=COLUMN, NAME one of {names}")
        raise SystemExit(2)
    return Columns(**told)
