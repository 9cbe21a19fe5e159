"""The web pages: search, article, statements and figures, made on the server, for this machine only.

Everything that an article says is data: the templates escape it, and the Content-Security-Policy allows no
script at all. The pages read the store through `Service` and through nothing else.
"""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, TypeAlias, TypeVar

import uvicorn
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Litestar, get
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency, Provide
from litestar.exceptions import HTTPException, NotFoundException
from litestar.params import FromPath, QueryParameter, SkipValidation
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.response import Template
from litestar.static_files import create_static_files_router
from litestar.template.config import TemplateConfig

from khabar.answers import headline_of
from khabar.records import Range
from khabar.service import FigureFilter, Service, StatementFilter
from khabar.tell.pages import connections, guard, highlight, labels, rows
from khabar.tell.pages.frame import AnyRequest, page
from khabar.tell.pages.highlight import Mark

_PAGES = Path(labels.__file__).parent
_HITS = 20
_ROWS = 50
_log = logging.getLogger(__name__)

T = TypeVar("T")
Asked: TypeAlias = SkipValidation[NamedDependency[T]]
Store: TypeAlias = Asked[Service]
Words: TypeAlias = Annotated[str, QueryParameter(max_length=300)]
Number: TypeAlias = Annotated[int, QueryParameter(name="page", ge=1, le=100_000)]


def app(service: Service) -> Litestar:
    """Build the application over one store."""
    environment = Environment(
        loader=FileSystemLoader(_PAGES / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    static = create_static_files_router(
        path="/static", directories=[_PAGES / "static"], cache_control=CacheControlHeader(max_age=3600)
    )
    return Litestar(
        [home, article, statements, figures, health, static],
        dependencies={"service": Provide(lambda: service, sync_to_thread=False)},
        template_config=TemplateConfig(instance=JinjaTemplateEngine.from_environment(environment)),
        before_request=guard.only_from_here,
        before_send=[guard.add_headers],
        exception_handlers={Exception: _failed},
        openapi_config=None,
    )


def serve(service: Service, host: str = "127.0.0.1", port: int = 8765) -> None:
    """Serve the pages until interrupted; raises ValueError for a host that other machines could reach."""
    if host not in guard.LOOPBACK:
        raise ValueError(f"{host}: this version serves only on {', '.join(sorted(guard.LOOPBACK))}")
    uvicorn.run(app(service), host=host, port=port, log_level="warning")


@get("/", sync_to_thread=False)
def home(request: AnyRequest, service: Store, q: Words = "", number: Number = 1) -> Template:
    """Search, or the newest articles where nothing is asked for."""
    words = q.strip()
    found = service.search(words, limit=_HITS, offset=(number - 1) * _HITS)
    return page(
        request,
        "search",
        query={"q": words},
        total=found.total,
        hits=[(hit, tuple(_snippet(hit.snippet, hit.marks))) for hit in found.hits],
        number=number,
        more=number * _HITS < found.total,
        status=service.status(),
    )


@get("/article/{document_id:str}", sync_to_thread=False)
def article(request: AnyRequest, service: Store, document_id: FromPath[str]) -> Template:
    """One article: its text with every span marked, and beside it what the record says."""
    document = service.document(document_id)
    if document is None:
        raise NotFoundException
    links = service.links(document_id)
    marks = [*highlight.marks_of(document), *connections.marks(document, links)]
    return page(
        request,
        "article",
        document=document,
        headline=headline_of(document),
        lines=highlight.lines(document, marks),
        said=tuple(rows.said(document)),
        counted=tuple(rows.counted(document)),
        dated=tuple(rows.dated(document)),
        named=tuple(rows.named(document)),
        connected=tuple(connections.connections(document, links, service.document)),
    )


def _statement_filter(
    speaker: Words = "", stance: Words = "", q: Words = "", number: Number = 1
) -> StatementFilter:
    at, words = (number - 1) * _ROWS, q.strip() or None
    return StatementFilter(
        speaker=speaker.strip() or None, stance=stance or None, words=words, limit=_ROWS + 1, offset=at
    )


@get(
    "/statements",
    dependencies={"asked": Provide(_statement_filter, sync_to_thread=False)},
    sync_to_thread=False,
)
def statements(request: AnyRequest, service: Store, asked: Asked[StatementFilter]) -> Template:
    """The statements of all articles, by speaker, stance or words."""
    found = service.statements(asked)
    query = {"speaker": asked.speaker, "stance": asked.stance, "q": asked.words}
    shown = {"found": found[:_ROWS], "more": len(found) > _ROWS, "number": asked.offset // _ROWS + 1}
    return page(request, "statements", **shown, query=query, stances=labels.codes("stance"))


def _figure_filter(category: Words = "", unit: Words = "", q: Words = "", number: Number = 1) -> FigureFilter:
    at, words = (number - 1) * _ROWS, q.strip() or None
    return FigureFilter(
        category=category or None, unit=unit.strip() or None, words=words, limit=_ROWS + 1, offset=at
    )


@get("/figures", dependencies={"asked": Provide(_figure_filter, sync_to_thread=False)}, sync_to_thread=False)
def figures(request: AnyRequest, service: Store, asked: Asked[FigureFilter]) -> Template:
    """The figures of all articles, by category, unit or words."""
    found = service.figures(asked)
    query = {"category": asked.category, "unit": asked.unit, "q": asked.words}
    shown = {
        "found": [(row, rows.amount(row.figure)) for row in found[:_ROWS]],
        "more": len(found) > _ROWS,
        "number": asked.offset // _ROWS + 1,
    }
    return page(request, "figures", **shown, query=query, categories=labels.codes("category"))


@get("/health", sync_to_thread=False)
def health(service: Store) -> dict[str, str | int]:
    """Say that the server runs and can read its store."""
    return {"status": "ok", "documents": service.status().documents}


def _failed(request: AnyRequest, error: Exception) -> Template:
    status = error.status_code if isinstance(error, HTTPException) else 500
    if status >= 500:
        _log.error("no answer to %s", request.url.path, exc_info=error)
    answer = page(request, "failed", status=status)
    answer.status_code = status
    return answer


def _snippet(text: str, hits: tuple[Range, ...]) -> Iterator[highlight.Piece]:
    return highlight.pieces(text, (0, len(text)), (Mark(start, end, "hit") for start, end in hits))
