"""Rows of tables and objects of JSON lines -> Raw, through the columns of the settings."""

import re
from collections.abc import Mapping
from typing import get_args

import msgspec

from khabar.acquire import _files
from khabar.records import Given, Outlet, PublishedHow, Raw, Rejected
from khabar.settings import Settings

_SEPARATORS = tuple(map(re.compile, (";", "[،,]")))  # the first that occurs is the list's

_NAMES, _NAME = 12, 24  # how much of a row's columns a message shows


def article(row: Mapping[str, object], uri: str, settings: Settings) -> Raw | Rejected:
    """Make an article of one row; its text goes on exactly as it stands.

    A value of a kind that its column cannot have counts as absent; a row with no text is Rejected.
    """
    columns = settings.columns
    text = row.get(columns.text)
    if not isinstance(text, str):
        names = ", ".join(name[:_NAME] for name in list(row)[:_NAMES]) or "nothing"
        detail = f"The row has no text in «{columns.text}»; it has: {names}."
        return Rejected(uri=uri, reason="no_text", detail=detail)
    try:
        body = text.encode()
    except UnicodeEncodeError:
        return Rejected(uri=uri, reason="undecodable", detail="The text holds half of a surrogate pair.")
    if len(body) > settings.max_bytes:
        return _files.too_large(uri, settings)
    given = Given(
        title=_string(row.get(columns.title)),
        url=_string(row.get(columns.url)),
        outlet=_outlet(row.get(columns.outlet)),
        published=_string(row.get(columns.published)),
        published_how=_how(row.get("published_how")),
        authors=_list(row.get(columns.authors)),
        tags=_list(row.get(columns.tags)),
        republished_from=_string(row.get(columns.republished_from)),
    )
    return Raw(uri=uri, body=body, media="text", encoding="utf-8", given=given)


def _string(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _how(value: object) -> PublishedHow | None:
    return value if value in get_args(PublishedHow) else None  # type: ignore[return-value]


def _outlet(value: object) -> Outlet | str | None:
    try:
        return msgspec.convert(value, Outlet) if isinstance(value, dict) else _string(value)
    except msgspec.ValidationError:
        return _string(value.get("name") or value.get("id")) if isinstance(value, dict) else None


def _list(value: object) -> tuple[str, ...]:
    """Read a list of names, or one string of names with marks between them."""
    parts: list[object] = []
    if isinstance(value, str):
        separator = next((s for s in _SEPARATORS if s.search(value)), _SEPARATORS[0])
        parts.extend(separator.split(value))
    elif isinstance(value, list):
        parts.extend(value)
    return tuple(dict.fromkeys(name for part in parts if (name := _string(part))))
