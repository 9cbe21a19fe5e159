"""The commands that read articles: annotate, add."""

import sys
from typing import TYPE_CHECKING

from khabar.cli.app import DEFAULT_STORE, ColumnOf, Json, NamesModel, Own, Sources, Store, app
from khabar.cli.console import columns, complain, console, day, inputs, line, told
from khabar.settings import Settings

if TYPE_CHECKING:
    from khabar.answers import AddReport
    from khabar.service import Service


@app.command
def annotate(
    *files: Sources,
    published: str | None = None,
    as_json: Json = False,
    any_language: bool = False,
    column: ColumnOf = (),
    own: Own = None,
    names_model: NamesModel = None,
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

        settings = Settings(
            published=day(published),
            any_language=any_language,
            columns=columns(column),
            world=own,
            names_model=names_model,
        )
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
    own: Own = None,
    names_model: NamesModel = None,
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
        world=own,
        names_model=names_model,
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
