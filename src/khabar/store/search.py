"""Reading: searches by words and filters by layer, as pages of document ids and places of rows."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, Select, Table, func, or_, select, text

from khabar.records import Document
from khabar.store import schema, terms
from khabar.store.prepare import restore

_HITS = """
SELECT d.record, COUNT(*) OVER () AS total FROM words w JOIN documents d ON d.number = w.rowid
WHERE words MATCH :query ORDER BY w.rank, d.published DESC, d.id LIMIT :limit OFFSET :offset
"""


def documents(connection: Connection, query: str, limit: int, offset: int) -> tuple[int, list[Document]]:
    """Give how many documents hold a query's words, and one page of them; no words: all, newest first."""
    wanted = terms.expression(query)
    if wanted is None:
        table = schema.documents
        total = 0 if query.strip() else connection.scalar(select(func.count()).select_from(table)) or 0
        newest = select(table.c.record).order_by(table.c.published.desc(), table.c.id)
        packed = connection.scalars(newest.limit(limit).offset(offset)).all() if total else ()
        return total, [restore(p) for p in packed]
    asked = {"query": wanted, "limit": limit, "offset": offset}
    rows = connection.execute(text(_HITS), asked).all()
    if not rows and offset:
        count = text("SELECT COUNT(*) FROM words WHERE words MATCH :query")
        return connection.scalar(count, {"query": wanted}) or 0, []
    return (rows[0].total if rows else 0), [restore(row.record) for row in rows]


def document(connection: Connection, name: str) -> Document | None:
    """Give one document by its id, or by the beginning of it where that is enough to tell."""
    table = schema.documents
    found = connection.execute(
        select(table.c.id, table.c.record).where(table.c.id.startswith(name, autoescape=True)).limit(2)
    ).all()
    exact = [row for row in found if row.id == name]
    one = exact or (found if len(found) == 1 and name else [])
    return restore(one[0].record) if one else None


def with_words(
    query: Select[tuple[object, ...]], table: Table, column: str, words: str | None
) -> Select[tuple[object, ...]]:
    """Narrow a query to rows whose terms hold every word."""
    for word in terms.words(words or ""):
        forms = [f" {form} " for form in terms.forms(word)]
        query = query.where(or_(*(table.c[column].contains(form, autoescape=True) for form in forms)))
    return query


def with_values(
    query: Select[tuple[object, ...]], table: Table, told: Mapping[str, str | None]
) -> Select[tuple[object, ...]]:
    """Narrow a query to rows whose columns hold just these values, None being any."""
    for column, value in told.items():
        query = query.where(table.c[column] == value) if value is not None else query
    return query


def rows(connection: Connection, query: Select[tuple[object, ...]]) -> list[tuple[Document, int]]:
    """Run a query over a layer's table; give each row as its document and its place in the layer."""
    found = connection.execute(query).mappings().all()
    names = sorted({row["document"] for row in found})
    held = _many(connection, names)
    return [(held[row["document"]], row["place"]) for row in found]


def _many(connection: Connection, names: Sequence[str]) -> dict[str, Document]:
    table = schema.documents
    packed = connection.execute(select(table.c.id, table.c.record).where(table.c.id.in_(names))).all()
    return {row.id: restore(row.record) for row in packed}
