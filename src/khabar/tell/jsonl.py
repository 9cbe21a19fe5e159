"""JSON Lines: a whole document a line, in the record format."""

from collections.abc import Iterable
from typing import TextIO

from khabar import records
from khabar.records import Document

SUFFIX = "jsonl"


def tell(documents: Iterable[Document], layer: str, out: TextIO) -> int:
    """Write documents, all layers of each; raises ValueError where one layer alone is asked for."""
    if layer != "documents":
        raise ValueError("jsonl holds whole documents; for one layer use --to csv")
    rows = 0
    for rows, document in enumerate(documents, start=1):  # noqa: B007  the last count is the answer
        out.write(records.encode(document).decode() + "\n")
    return rows
