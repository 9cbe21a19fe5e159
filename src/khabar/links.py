"""What holds between documents: links, and the passages that linkers compare. Spans as in `records`."""

from khabar.records import Range, Record


class Link(Record, frozen=True, kw_only=True):
    """Two documents and what holds between them; `left` is the earlier one. Spans are into their texts."""

    kind: str
    left: str
    right: str
    left_span: Range | None = None
    right_span: Range | None = None
    score: float = 1.0
    why: str = ""


class Change(Record, frozen=True, kw_only=True):
    """Words that differ between two texts: `left` is None where added, `right` where removed."""

    left: Range | None
    right: Range | None


class Passage(Record, frozen=True, kw_only=True):
    """A stretch of a document as a linker compares it; `sketch` is all that verifying a pair needs."""

    document: str
    published: str | None
    start: int
    end: int
    sketch: bytes = b""


class Keyed(Record, frozen=True, kw_only=True):
    """A passage under the key by which one linker groups."""

    linker: str
    key: str
    passage: Passage
