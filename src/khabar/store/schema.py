"""The tables: documents as they are, rows of their layers to filter by, and the keys of the linkers.

`documents.record` holds the whole record, compressed, and is the truth; every other table can be made again
from it. The word index is contentless: it holds our own search terms, not the text. Links are not kept:
`passages` are what is compared, and the index `keys` finds those that share a key.
"""

from sqlalchemy import Column, Float, Index, Integer, LargeBinary, MetaData, Table, Text

SCHEMA_VERSION = "4"

METADATA = MetaData()

facts = Table(
    "facts", METADATA, Column("name", Text, primary_key=True), Column("value", Text, nullable=False)
)

sources = Table(
    "sources",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("uri", Text, nullable=False),
    Column("document", Text),
    Column("reason", Text),
    Column("detail", Text),
    Index("sources_reason", "reason"),
)

documents = Table(
    "documents",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("url", Text),
    Column("outlet", Text),
    Column("title", Text),
    Column("published", Text),
    Column("record", LargeBinary, nullable=False),
    Index("documents_published", "published"),
    Index("documents_outlet", "outlet"),
)


def _layer(name: str, *columns: Column[object]) -> Table:
    return Table(
        name,
        METADATA,
        Column("document", Text, nullable=False),
        Column("place", Integer, nullable=False),
        *columns,
        Column("words", Text, nullable=False),
        Index(f"{name}_document", "document"),
    )


statements: Table = _layer(
    "statements",
    Column("speaker", Text),
    Column("office", Text),
    Column("body", Text),
    Column("country", Text),
    Column("stance", Text),
    Column("kind", Text),
    Column("published", Text),
)
figures: Table = _layer(
    "figures",
    Column("low", Float),
    Column("high", Float),
    Column("unit", Text),
    Column("category", Text),
    Column("disputed", Integer),
    Column("published", Text),
)
events: Table = _layer(
    "events",
    Column("type", Text),
    Column("mode", Text),
    Column("actors", Text),
    Column("recipients", Text),
    Column("place_name", Text),
    Column("country", Text),
    Column("status", Text),
    Column("since", Text),
    Column("until", Text),
)
times: Table = _layer("times", Column("begin", Text), Column("finish", Text), Column("value", Text))
entities: Table = _layer(
    "entities", Column("type", Text), Column("name", Text), Column("code", Text), Column("mentions", Integer)
)

Index("statements_published", statements.c.published)
Index("figures_category", figures.c.category, figures.c.published)
Index("events_type", events.c.type, events.c.since)
Index("events_since", events.c.since)
Index("times_begin", times.c.begin)

passages = Table(
    "passages",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("place", Text, nullable=False),
    Column("end", Integer, nullable=False),
    Column("sketch", LargeBinary, nullable=False),
)

WORD_INDEX = "CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(terms, content='', tokenize='unicode61')"
# An index of merged segments: keys are random, so a tree would have to touch a page for each of them.
KEY_INDEX = "CREATE VIRTUAL TABLE IF NOT EXISTS keys USING fts5(terms, content='', columnsize=0, detail=none)"
