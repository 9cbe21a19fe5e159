"""What a user can ask: the only door to the data for the command line, the pages and any other face."""

import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, Engine, Select, Table, func, select

from khabar import engine, pipeline
from khabar.answers import (
    AddReport,
    Edition,
    EventFilter,
    EventRow,
    FigureFilter,
    FigureRow,
    Hit,
    Page,
    Reprint,
    StatementFilter,
    StatementRow,
    Status,
    TimelineFilter,
    TimelineRow,
    headline_of,
    outlet_of,
)
from khabar.links import Link
from khabar.records import Document, Rejected
from khabar.settings import DEFAULT, Settings
from khabar.store import acts, database, editions, linked, reprints, rows, schema, search, terms, write
from khabar.store.database import StoreError
from khabar.store.prepare import restore
from khabar.store.recoded import is_background, recoded

__all__ = [
    "EventFilter", "EventRow", "FigureFilter", "FigureRow", "Hit", "Page", "Service", "StatementFilter",
    "StatementRow", "Status", "StoreError", "TimelineFilter", "TimelineRow", "annotate",
]  # fmt: skip

_CHUNK = 32
_T = TypeVar("_T")
_SNIPPET = 220


def annotate(sources: Iterable[str], settings: Settings = DEFAULT) -> Iterator[Document | Rejected]:
    """Read sources and give for each article a document or the reason why there is none; needs no store."""
    for raw in pipeline.read(sources, settings):
        yield pipeline.annotate(raw, settings)


class Service:
    """One store and what can be asked of it."""

    def __init__(self, path: Path, tables: Engine, settings: Settings) -> None:
        """Take an open store; use `Service.open`."""
        self.path, self._tables, self._settings = path, tables, settings

    @classmethod
    def open(cls, path: Path, settings: Settings = DEFAULT, *, create: bool = False) -> "Service":
        """Open the store in a file, made where there is none and `create` is true; raises StoreError."""
        return cls(path, database.connect(path, create=create), settings)

    def add(self, sources: Iterable[str], progress: Callable[[AddReport], None] | None = None) -> AddReport:
        """Take articles in; each chunk is stored whole or not at all.

        Raises StoreError, LexiconError and ModelError.
        """
        if self._settings.world or self._settings.names_model:
            pipeline.ready(self._settings)
        started, report = time.monotonic(), AddReport()
        tasks = (pipeline.task(raw, self._settings) for raw in pipeline.read(sources, self._settings))
        skipped = [0]
        runner = engine.choose(self._settings.workers)
        for outcomes in runner.map(pipeline.work, self._unknown(tasks, skipped), pipeline.lost):
            with database.errors(self.path), self._tables.begin() as connection:
                new = write.save(connection, outcomes)
            report = _counted(report, outcomes, new, time.monotonic() - started)
            if progress:
                progress(msgspec.structs.replace(report, known=skipped[0]))
        with database.errors(self.path), self._tables.begin() as connection:
            write.settle(connection, report.added)
        return msgspec.structs.replace(report, known=skipped[0], seconds=time.monotonic() - started)

    def _unknown(self, tasks: Iterator[pipeline.Task], skipped: list[int]) -> Iterator[list[pipeline.Task]]:
        while chunk := list(islice(tasks, _CHUNK)):
            with database.errors(self.path), self._tables.connect() as connection:
                seen = write.known(connection, [t.key for t in chunk])
            fresh = list({t.key: t for t in chunk if t.key not in seen}.values())
            skipped[0] += len(chunk) - len(fresh)
            if fresh:
                yield fresh

    def search(self, words: str, *, limit: int = 20, offset: int = 0) -> Page:
        """Find documents that hold all words («"…"» a phrase); no words: all, newest first."""
        with database.errors(self.path), self._tables.connect() as connection:
            total, found = search.documents(connection, words, limit, offset)
        return Page(total=total, hits=tuple(_hit(document, words) for document in found))

    def document(self, name: str) -> Document | None:
        """Give one document by its id or an unambiguous beginning of it."""
        with database.errors(self.path), self._tables.connect() as connection:
            found = search.document(connection, name)
            return recoded(connection, found) if found else None

    def editions(self, name: str) -> tuple[Edition, ...]:
        """Give a document with its copies by publication: who was first, what later versions changed."""
        return self._asked(name, editions.editions)

    def reprints(self, name: str) -> tuple[Reprint, ...]:
        """Give the paragraphs of a document that other articles print too: first by whom, how often, when."""
        return self._asked(name, reprints.reprints)

    def _asked(self, name: str, answer: Callable[[Connection, Document], tuple[_T, ...]]) -> tuple[_T, ...]:
        with database.errors(self.path), self._tables.connect() as connection:
            found = search.document(connection, name)
            return answer(connection, found) if found else ()

    def documents(self) -> Iterator[Document]:
        """Give every document, in the order of adding."""
        last, table = 0, schema.documents
        while True:
            query = select(table.c.number, table.c.record).where(table.c.number > last)
            with database.errors(self.path), self._tables.connect() as connection:
                found = connection.execute(query.order_by(table.c.number).limit(200)).all()
                told = [recoded(connection, restore(row.record)) for row in found]
            if not found:
                return
            yield from told
            last = found[-1].number

    def links(self, name: str) -> tuple[Link, ...]:
        """Give the links of a document to others."""
        return self._asked(name, linked.links)

    def statements(self, asked: StatementFilter) -> tuple[StatementRow, ...]:
        """Give statements, newest first."""
        table = schema.statements
        query = search.with_words(select(table), table, "speaker", asked.speaker)
        query = search.with_words(query, table, "office", asked.office)
        query = search.with_words(query, table, "body", asked.body)
        query = search.with_words(query, table, "words", asked.words)
        query = query.where(table.c.published >= asked.since) if asked.since else query
        query = query.where(func.substr(table.c.published, 1, 10) <= asked.until) if asked.until else query
        told = {"stance": asked.stance, "document": asked.document, "country": asked.country}
        query = search.with_values(query, table, told)
        query = query.order_by(table.c.published.desc(), table.c.document, table.c.place)
        found = self._rows(query.limit(asked.limit).offset(asked.offset))
        return tuple(rows.statement_row(document, place) for document, place in found)

    def figures(self, asked: FigureFilter) -> tuple[FigureRow, ...]:
        """Give figures, newest first."""
        table = schema.figures
        query = search.with_words(select(table), table, "words", asked.words)
        told = {"category": asked.category, "unit": asked.unit, "document": asked.document}
        query = search.with_values(query, table, told)
        query = query.where(table.c.disputed == 1) if asked.disputed else query
        query = query.order_by(table.c.published.desc(), table.c.document, table.c.place)
        found = self._rows(query.limit(asked.limit).offset(asked.offset))
        with database.errors(self.path), self._tables.connect() as connection:
            return tuple(
                rows.figure_row(d, place, is_background(connection, d, d.figures[place].start))
                for d, place in found
            )

    def events(self, asked: EventFilter) -> tuple[EventRow, ...]:
        """Give events, newest first; those that an outlet prints again count as background."""
        with database.errors(self.path), self._tables.connect() as connection:
            return acts.events(connection, asked)

    def timeline(self, asked: TimelineFilter) -> tuple[TimelineRow, ...]:
        """Give sentences with a resolved time, oldest time first."""
        table = schema.times
        query = search.with_words(
            select(table).where(table.c.begin.is_not(None)), table, "words", asked.words
        )
        query = query.where(table.c.finish >= asked.since) if asked.since else query
        query = query.where(table.c.begin <= asked.until) if asked.until else query
        query = query.order_by(table.c.begin, table.c.finish, table.c.document, table.c.place)
        found = self._rows(query.limit(asked.limit).offset(asked.offset))
        return tuple(rows.timeline_row(document, place) for document, place in found)

    def _rows(self, query: Select[tuple[object, ...]]) -> list[tuple[Document, int]]:
        """Run a query over a layer's table; give each row as its document and its place in the layer."""
        with database.errors(self.path), self._tables.connect() as connection:
            return search.rows(connection, query)

    def rejected(self, *, limit: int = 100, offset: int = 0) -> tuple[Rejected, ...]:
        """Give the inputs that did not become documents, with the reason."""
        table = schema.sources
        query = select(table.c.uri, table.c.reason, table.c.detail).where(table.c.reason.is_not(None))
        with database.errors(self.path), self._tables.connect() as connection:
            found = connection.execute(query.order_by(table.c.uri).limit(limit).offset(offset)).all()
        return tuple(Rejected(uri=row.uri, reason=row.reason, detail=row.detail or "") for row in found)

    def status(self) -> Status:
        """Count what the store holds."""
        documents = schema.documents
        count = func.count()
        with database.errors(self.path), self._tables.connect() as connection:
            sizes = {t.name: connection.scalar(select(count).select_from(t)) or 0 for t in _COUNTED}
            refused = select(count).where(schema.sources.c.reason.is_not(None))
            outlets = select(documents.c.outlet, count).where(documents.c.outlet.is_not(None))
            outlets = outlets.group_by(documents.c.outlet).order_by(count.desc(), documents.c.outlet)
            span = select(func.min(documents.c.published), func.max(documents.c.published))
            first, last = connection.execute(span).one()
            return Status(
                documents=sizes["documents"],
                rejected=connection.scalar(refused) or 0,
                statements=sizes["statements"],
                figures=sizes["figures"],
                times=sizes["times"],
                mentions=connection.scalar(select(func.sum(schema.entities.c.mentions))) or 0,
                outlets=tuple((row[0], row[1]) for row in connection.execute(outlets)),
                first=first,
                last=last,
            )


_COUNTED: tuple[Table, ...] = (
    schema.documents, schema.statements, schema.figures, schema.times
)  # fmt: skip


def _counted(report: AddReport, outcomes: list[write.Outcome], new: list[bool], seconds: float) -> AddReport:
    rejected = dict(report.rejected)
    for outcome in outcomes:
        if outcome.reason:
            rejected[outcome.reason] = rejected.get(outcome.reason, 0) + 1
    same = sum(not is_new and o.prepared is not None for o, is_new in zip(outcomes, new, strict=True))
    return AddReport(
        added=report.added + sum(new), same=report.same + same, rejected=rejected, seconds=seconds
    )


def _hit(document: Document, words: str) -> Hit:
    marks = terms.hits(document.text, words)
    start = max(0, (marks[0][0] if marks else 0) - _SNIPPET // 4)
    while start and not document.text[start - 1].isspace():
        start -= 1
    end = min(len(document.text), start + _SNIPPET)
    while end < len(document.text) and not document.text[end].isspace():
        end += 1
    return Hit(
        id=document.id,
        title=headline_of(document),
        outlet=outlet_of(document),
        published=document.published,
        snippet=document.text[start:end],
        marks=tuple((s - start, e - start) for s, e in marks if s >= start and e <= end),
    )
