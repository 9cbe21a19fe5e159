"""Articles for the tests of links, made of paragraphs with no run of words in common, and stores of them."""

from collections.abc import Sequence
from pathlib import Path

from khabar.records import Block, Document, Outlet
from khabar.service import Service
from khabar.settings import Settings
from khabar.store import database, write
from khabar.store.prepare import prepare

_WORDS = ("سوق", "نهر", "جسر", "باب", "قمر", "ورق", "حجر", "لوح", "سهل", "جبل", "بحر", "رمل", "زرع", "حقل")
_MADE = "ابتثجحخدذر"


def paragraph(number: int) -> str:
    """Give a paragraph of 24 words that no other number has."""
    mark = _MADE[number % 10] * (number // 10 + 1)
    return " ".join(f"{_WORDS[at % len(_WORDS)]}{mark}{'سشصض'[at % 4]}" for at in range(24)) + "."


def edited(text: str, *places: int) -> str:
    """Give a text with other words at some places."""
    words = text.split()
    for at in places:
        words[at] = f"مبدل{at}"
    return " ".join(words)


def article(
    name: str, *paragraphs: str, published: str | None = None, outlet: str | None = "صحيفة"
) -> Document:
    """Give an article of paragraphs of running text under a headline of its own."""
    lines = [f"عنوان {name}", *paragraphs]
    blocks, at = [], 0
    for line in lines:
        blocks.append(Block(start=at, end=at + len(line), role="body" if at else "title", why=""))
        at += len(line) + 1
    return Document(
        id=name,
        title=lines[0],
        text="\n".join(lines),
        published=published,
        outlet=Outlet(id=outlet, name=outlet) if outlet else None,
        blocks=tuple(blocks),
    )


def shelved(path: Path, *batches: Sequence[Document]) -> Service:
    """Store documents batch by batch and open the store."""
    engine = database.connect(path, create=True)
    for batch in batches:
        outcomes = [write.Outcome(key=d.id, uri=d.id, prepared=prepare(d)) for d in batch]
        with engine.begin() as connection:
            write.save(connection, outcomes)
    return Service.open(path, Settings(workers=1))
