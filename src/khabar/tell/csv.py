"""CSV: one layer as a table, each row with its document, its offsets and its words."""

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

from khabar import records
from khabar.records import Document, Record

SUFFIX = "csv"
_LAYERS: dict[str, type[Record]] = {
    "blocks": records.Block,
    "mentions": records.Mention,
    "entities": records.Entity,
    "roles": records.Role,
    "statements": records.Statement,
    "figures": records.Figure,
    "times": records.Time,
}
_DOCUMENT = ("document", "url", "outlet", "published", "title")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def tell(documents: Iterable[Document], layer: str, out: TextIO) -> int:
    """Write one layer of every document, or `documents`; raises ValueError for a layer there is not."""
    if layer != "documents" and layer not in _LAYERS:
        raise ValueError(f"no layer {layer}; there are documents, {', '.join(_LAYERS)}")
    fields = _LAYERS[layer].__struct_fields__ if layer != "documents" else ("text",)
    quoted = layer not in ("documents", "entities")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*_DOCUMENT, *fields, *(["quote"] if quoted else [])])
    rows = 0
    for document in documents:
        for cells in _rows(document, layer, fields):
            writer.writerow([_cell(cell) for cell in cells])
            rows += 1
    return rows


def _rows(document: Document, layer: str, fields: tuple[str, ...]) -> Iterator[list[object]]:
    outlet = document.outlet.name if document.outlet else None
    head: list[object] = [document.id, document.url, outlet, document.published, document.title]
    if layer == "documents":
        yield [*head, document.text]
        return
    for record in getattr(document, layer):
        cells = [getattr(record, name) for name in fields]
        if layer != "entities":
            cells.append(document.text[record.start : record.end])
        yield head + cells


def _cell(value: object) -> str:
    """Write a cell; text that a spreadsheet would run as a formula is kept from running by a quote."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return " ".join(str(part) for part in value)
    written = str(value)
    return f"'{written}" if isinstance(value, str) and written.startswith(_FORMULA) else written
