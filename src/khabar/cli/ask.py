"""The commands that ask the store: search, show, statements, figures, timeline."""

from khabar.cli.app import DEFAULT_STORE, Json, Limit, Offset, Store, app
from khabar.cli.console import complain, console, day, opened, print_json


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
