"""One database file: opening it, its settings, and its errors in plain words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, insert, select, text
from sqlalchemy.exc import DBAPIError

from khabar.store import schema


class StoreError(RuntimeError):
    """The store cannot be used; the message says why and what is left as it was."""


def connect(path: Path, *, create: bool) -> Engine:
    """Open the store in a file, made new where there is none and `create` is true; raises StoreError."""
    if not create and not path.is_file():
        raise StoreError(f"there is no store at {path}; `khabar add` makes one")
    if not create and not path.stat().st_size:
        raise StoreError(f"{path} is not a store of Khabar")
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 30})
    event.listen(engine, "connect", _settings)
    with errors(path), engine.begin() as connection:
        if _is_new(connection):
            if not create:
                raise StoreError(f"{path} is not a store of Khabar")
            schema.METADATA.create_all(connection)
            connection.execute(text(schema.WORD_INDEX))
            connection.execute(text(schema.KEY_INDEX))
            connection.execute(insert(schema.facts).values(name="schema", value=schema.SCHEMA_VERSION))
        version = connection.scalar(select(schema.facts.c.value).where(schema.facts.c.name == "schema"))
    if version != schema.SCHEMA_VERSION:
        raise StoreError(f"{path} has schema {version}, this version of Khabar reads {schema.SCHEMA_VERSION}")
    return engine


def _is_new(connection: Connection) -> bool:
    tables = set(connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars())
    if tables and "facts" not in tables:
        raise StoreError("the file is a database, but not a store of Khabar")
    return not tables


def _settings(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA busy_timeout = 30000")
    if not connection.execute("PRAGMA query_only").fetchone()[0]:
        _write_ahead(connection)
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -65536")


def _write_ahead(connection: sqlite3.Connection) -> None:
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if "readonly" not in str(error):
            raise


@contextmanager
def errors(path: Path) -> Iterator[None]:
    """Turn the database's errors into StoreError with the path and what it means for the user."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(f"{path}: {_meaning(str(error.orig))}") from error


def _meaning(message: str) -> str:
    meanings = {
        "readonly": "the store is read-only; nothing was written",
        "full": "no space left on the disk; articles finished before are kept, the rest was not stored",
        "disk I/O": "the disk refused to write (full or failing); articles finished before are kept",
        "unable to open": "the file cannot be opened; is the folder there, and may you write in it?",
        "not a database": "this is not a store of Khabar",
        "malformed": "the file is damaged",
        "locked": "another process is writing to the store; try again when it has finished",
    }
    return next((said for sign, said in meanings.items() if sign in message), message)
