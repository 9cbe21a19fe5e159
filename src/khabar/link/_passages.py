"""What the linkers share: folded words of a passage as a key, and the links of passages that agree."""

import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache

from khabar import arabic
from khabar.links import Link, Passage
from khabar.records import Document


@lru_cache(maxsize=512)
def words(text: str) -> tuple[str, ...]:
    """Give the folded words and numbers of a text, without marks; every linker asks for the same ones."""
    return tuple(t.key for t in arabic.tokens(text) if t.kind != "mark")


def digest(folded: Sequence[str]) -> str:
    """Give the key of a run of folded words."""
    return hashlib.blake2b(" ".join(folded).encode(), digest_size=10).hexdigest()


def passage(document: Document, start: int, end: int) -> Passage:
    """Give a stretch of a document as a passage."""
    return Passage(document=document.id, published=document.published, start=start, end=end)


def to_first(kind: str, passages: Sequence[Passage], why: str) -> Iterator[Link]:
    """Link every later document to the first one, once each."""
    first = passages[0]
    seen = {first.document}
    for later in passages[1:]:
        if later.document not in seen:
            seen.add(later.document)
            yield Link(
                kind=kind,
                left=first.document,
                right=later.document,
                left_span=(first.start, first.end),
                right_span=(later.start, later.end),
                why=why,
            )
