"""The command line: parse, ask the service, print."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from khabar import __version__
from khabar.console import columns, complain, console, day, inputs, line, opened, print_json, told
from khabar.settings import Settings

if TYPE_CHECKING:
    from khabar.answers import AddReport
    from khabar.service import Service

Store = Annotated[
    Path, Parameter(name=["--store", "-s"], env_var="KHABAR_STORE", help="The store, one file.")
]
Sources = Annotated[str, Parameter(allow_leading_hyphen=True)]
ColumnOf = Annotated[tuple[str, ...], Parameter(name="--column", negative="", consume_multiple=False)]
Json = Annotated[bool, Parameter(name="--json", negative="", help="Print records as JSON Lines.")]
Limit = Annotated[int, Parameter(help="At most so many rows.")]
Offset = Annotated[int, Parameter(help="Leave out so many rows first.")]
DEFAULT_STORE = Path("khabar.db")

app = App(name="khabar", version=__version__, help="Arabic news pages into a record that can be checked.")


def main() -> None:
    """Run the command line."""
    app()


@app.command
def annotate(
    *files: Sources,
    published: str | None = None,
    as_json: Json = False,
    any_language: bool = False,
    column: ColumnOf = (),
) -> int:
    """Read articles and print what they say, without a store.

    Parameters
    ----------
    files
        Text, HTML, JSONL or CSV files, folders, URLs; `-` is standard input.
    published
        The ISO date of publication, for articles that do not tell theirs.
    any_language
        Take articles that are not in Arabic too.
    column
        Which key or column holds what, as in `--column text=body`; may be given several times.
    """
    with told():
        from khabar import records, service
        from khabar.records import Rejected
        from khabar.tell import terminal

        settings = Settings(published=day(published), any_language=any_language, columns=columns(column))
        failed = False
        for result in service.annotate(inputs(files) or ("-",), settings):
            if isinstance(result, Rejected):
                failed = True
                complain(f"{result.uri}: {result.reason}: {result.detail}")
            elif as_json:
                line(records.encode(result))
            else:
                terminal.document(console(), result)
        return int(failed)
    return 1


@app.command
def add(
    *sources: Sources,
    store: Store = DEFAULT_STORE,
    published: str | None = None,
    any_language: bool = False,
    allow_private: bool = False,
    workers: int = 0,
    column: ColumnOf = (),
) -> int:
    """Take articles into the store; what is there already is left as it is.

    Parameters
    ----------
    sources
        Text, HTML, JSONL or CSV files, folders, URLs; `-` is standard input.
    published
        The ISO date of publication, for articles that do not tell theirs.
    any_language
        Take articles that are not in Arabic too.
    allow_private
        Fetch URLs of this machine and of private networks too.
    workers
        Worker processes; 0 is one a core, 1 works in this process.
    column
        Which key or column holds what, as in `--column text=body`; may be given several times.
    """
    settings = Settings(
        published=day(published),
        any_language=any_language,
        allow_private=allow_private,
        workers=workers,
        columns=columns(column),
    )
    with told():
        from khabar.service import Service
        from khabar.tell import terminal

        if not sources:
            complain("nothing to add: name files, folders or URLs, or - for standard input")
            return 2
        service = Service.open(store, settings, create=True)
        report = _with_progress(service, inputs(sources))
        terminal.added(console(), report)
        if report.rejected:
            console().print(f"why, one by one: khabar rejected --store {store}", highlight=False)
        return int(not (report.added or report.same or report.known))
    return 1


def _with_progress(service: "Service", sources: tuple[str, ...]) -> "AddReport":
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from khabar.answers import AddReport

    parts = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*parts, console=console(errors=True), disable=not sys.stderr.isatty()) as bar:
        shown = bar.add_task("reading")

        def progress(now: AddReport) -> None:
            refused = sum(now.rejected.values())
            rate = now.added / now.seconds if now.seconds else 0.0
            bar.update(
                shown,
                description=f"{now.added:,} added, {now.same + now.known:,} there already, "
                f"{refused:,} rejected, {rate:.0f}/s",
            )

        return service.add(sources, progress)


@app.command
def search(
    *words: str, store: Store = DEFAULT_STORE, limit: Limit = 20, offset: Offset = 0, as_json: Json = False
) -> None:
    """Find articles that hold all words; «"…"» is a phrase."""
    with opened(store) as service:
        from khabar.tell import terminal

        page = service.search(" ".join(words), limit=limit, offset=offset)
        if not print_json(as_json, page.hits):
            terminal.hits(console(), page.total, page.hits)


@app.command
def show(name: str, *, store: Store = DEFAULT_STORE, as_json: Json = False) -> int:
    """Show one article by its id, or the beginning of it."""
    with opened(store) as service:
        from khabar.tell import terminal

        found = service.document(name)
        if found is None:
            complain(f"no article has the id {name}, or several begin so")
            return 1
        if not print_json(as_json, (found,)):
            terminal.document(console(), found, service.links(found.id))
    return 0


@app.command
def statements(
    *words: str,
    speaker: str | None = None,
    stance: str | None = None,
    store: Store = DEFAULT_STORE,
    limit: Limit = 50,
    as_json: Json = False,
) -> None:
    """List who said what, by speaker, stance (say, deny, accuse …) and words."""
    with opened(store) as service:
        from khabar.answers import StatementFilter
        from khabar.tell import terminal

        asked = StatementFilter(speaker=speaker, stance=stance, words=" ".join(words) or None, limit=limit)
        found = service.statements(asked)
        if not print_json(as_json, found):
            terminal.statements(console(), found)


@app.command
def figures(
    *words: str,
    category: str | None = None,
    unit: str | None = None,
    store: Store = DEFAULT_STORE,
    limit: Limit = 50,
    as_json: Json = False,
) -> None:
    """List figures with who claims them, by category (killed, displaced, money …), unit and words."""
    with opened(store) as service:
        from khabar.answers import FigureFilter
        from khabar.tell import terminal

        asked = FigureFilter(category=category, unit=unit, words=" ".join(words) or None, limit=limit)
        found = service.figures(asked)
        if not print_json(as_json, found):
            terminal.figures(console(), found)


@app.command
def timeline(
    *words: str,
    since: str | None = None,
    until: str | None = None,
    store: Store = DEFAULT_STORE,
    limit: Limit = 50,
    as_json: Json = False,
) -> None:
    """List dated sentences, oldest date first, between two ISO days."""
    with opened(store) as service:
        from khabar.answers import TimelineFilter
        from khabar.tell import terminal

        joined = " ".join(words) or None
        asked = TimelineFilter(since=day(since), until=day(until), words=joined, limit=limit)
        found = service.timeline(asked)
        if not print_json(as_json, found):
            terminal.timeline(console(), found)


@app.command
def export(
    *, to: str, layer: str = "documents", out: Path | None = None, store: Store = DEFAULT_STORE
) -> int:
    """Write the whole store out: `--to jsonl` whole documents, `--to csv --layer statements` one layer."""
    with opened(store) as service:
        from khabar import tell

        exporter = tell.exporters().get(to)
        if exporter is None:
            complain(f"cannot write {to}; there are {', '.join(sorted(tell.exporters()))}")
            return 2
        if out is None:
            rows = exporter.tell(service.documents(), layer, sys.stdout)
        else:
            part = out.with_name(out.name + ".part")
            with part.open("w", encoding="utf-8", newline="") as file:
                rows = exporter.tell(service.documents(), layer, file)
            part.replace(out)
        complain(f"{rows:,} rows")
        return 0
    return 1


@app.command
def rejected(*, store: Store = DEFAULT_STORE, limit: Limit = 100, as_json: Json = False) -> None:
    """List the inputs that did not become articles, with the reason."""
    with opened(store) as service:
        from khabar.tell import terminal

        found = service.rejected(limit=limit)
        if not print_json(as_json, found):
            terminal.rejected(console(), found)


@app.command
def status(*, store: Store = DEFAULT_STORE, as_json: Json = False) -> None:
    """Count what the store holds."""
    with opened(store) as service:
        from khabar.tell import terminal

        found = service.status()
        if not print_json(as_json, (found,)):
            terminal.status(console(), found)


@app.command
def serve(*, store: Store = DEFAULT_STORE, host: str = "127.0.0.1", port: int = 8765) -> None:
    """Serve the web page on this machine; needs `pip install khabar[web]`."""
    with opened(store) as service:
        try:
            from khabar import web
        except ModuleNotFoundError as missing:
            complain(f"{missing.name} is not installed: pip install 'khabar[web]'")
            raise SystemExit(1) from missing
        complain(f"http://{host}:{port}/ (stop with Ctrl-C)")
        web.serve(service, host, port)
