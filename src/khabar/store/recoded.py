"""Recoding: what a document's blocks are, seen from the whole store.

A paragraph that its outlet had printed on an earlier day is background: no news, and so are its events. The
first print stays what it was, unless the outlet goes on to print the paragraph on three days or more: then it
was background when it first came. Where days are unknown, a paragraph that stands in two articles of one
outlet (or of none known) is background in both.

A short line that its outlet prints in ten articles or more, on three days or more, is furniture.

The record itself is never changed, only what is told.
"""

import msgspec
from sqlalchemy import Connection

from khabar.answers import Reprint, day_of
from khabar.records import Block, BlockRole, Document, Event
from khabar.store import linked
from khabar.store.reprints import both

_STANDING_DAYS = 3
_FURNITURE_ARTICLES = 10


def recoded(connection: Connection, document: Document) -> Document:
    """Give a document with its reprinted paragraphs, and the events in them, as background."""
    paragraphs, lines = both(connection, document)
    told = {found.start: why for found in paragraphs if (why := _why(document, found))}
    furniture = {found.start: why for found in lines if (why := _repeated(found))}
    if not told and not furniture:
        return document
    blocks = (_block(block, "background", told.get(block.start)) for block in document.blocks)
    return msgspec.structs.replace(
        document,
        blocks=tuple(_block(block, "furniture", furniture.get(block.start)) for block in blocks),
        events=tuple(_event(event, document, told | furniture) for event in document.events),
    )


def is_background(connection: Connection, document: Document, start: int) -> bool:
    """Tell whether an offset stands in background; asks for its own block alone where that will do."""
    here = tuple(block for block in document.blocks if block.start <= start < block.end)
    alone = msgspec.structs.replace(document, blocks=here)
    if all(found.kind == "copy" for found in linked.all_links(connection, alone)):
        return any(block.role == "background" for block in here)
    blocks = recoded(connection, document).blocks
    return any(block.role == "background" for block in blocks if block.start <= start < block.end)


def _repeated(found: Reprint) -> str | None:
    """Tell why a short line is furniture, None where it is not repeated enough."""
    if found.own_articles < _FURNITURE_ARTICLES or len(found.own_days) < _STANDING_DAYS:
        return None
    return f"the outlet prints this line in {found.own_articles} articles or more, first in {found.first}"


def _why(document: Document, found: Reprint) -> str | None:
    """Tell why a reprinted paragraph is background, None where it is not."""
    today, days = day_of(document.published), found.own_days
    told = f"first in {found.first}, {found.articles} articles in all"
    if found.own_articles < 2:
        return None
    if today is None or len(days) == 0:
        return f"the outlet prints this paragraph in {found.own_articles} articles ({told})"
    if days[0] < today:
        return f"the outlet had printed this paragraph on {days[0]} ({told})"
    if len(days) >= _STANDING_DAYS:
        return f"the outlet prints this paragraph on {len(days)} days, until {days[-1]} ({told})"
    return None


def _block(block: Block, role: BlockRole, why: str | None) -> Block:
    if why is None:
        return block
    known = f"{block.why}; " if block.role == role else ""
    return msgspec.structs.replace(block, role=role, why=f"{known}{why}")


def _event(event: Event, document: Document, told: dict[int, str]) -> Event:
    at = next((b.start for b in document.blocks if b.start <= event.trigger[0] < b.end), None)
    if at not in told or event.background:
        return event
    return msgspec.structs.replace(event, background=True, why=f"{event.why}; {told[at]}")
