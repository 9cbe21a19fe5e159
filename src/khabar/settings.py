"""What a run may be told: one frozen record of settings, read once, at the top."""

from pathlib import Path

import msgspec


class Columns(msgspec.Struct, frozen=True, kw_only=True):
    """Which column of a table or key of a JSON line holds what; a name that is absent gives nothing."""

    text: str = "text"
    title: str = "title"
    url: str = "url"
    outlet: str = "outlet"
    published: str = "published"
    authors: str = "authors"
    tags: str = "tags"
    republished_from: str = "republished_from"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Limits and choices of one run; sizes in bytes, times in seconds.

    `world` is a folder of own rows, `names_model` one of a model that proposes names.
    """

    any_language: bool = False
    min_arabic: float = 0.5
    max_bytes: int = 20_000_000
    published: str | None = None
    columns: Columns = Columns()
    world: Path | None = None
    names_model: Path | None = None
    fetch_timeout: float = 20.0
    allow_private: bool = False
    workers: int = 0


DEFAULT = Settings()
