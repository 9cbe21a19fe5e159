"""The commands that ask the store: search, show, versions, statements, figures, events, timeline."""

from dataclasses import dataclass
from typing import Annotated

from cyclopts import Parameter

from khabar.cli.app import DEFAULT_STORE, Json, Limit, Offset, Store, app
from khabar.cli.console import complain, console, day, opened, print_json


@dataclass(frozen=True)
class Speaking:
    """Which statements are asked for."""

    speaker: Annotated[str | None, Parameter(help="Words of the speaker's name.")] = None
    office: Annotated[str | None, Parameter(help="Words of the speaker's title: «وزير الخارجية».")] = None
    body: Annotated[str | None, Parameter(help="Words of the organisation that speaks.")] = None
    country: Annotated[str | None, Parameter(help="The speaker's country, ISO 3166 alpha-3: IRQ.")] = None
    stance: Annotated[str | None, Parameter(help="say, affirm, deny, accuse, warn, call …")] = None
    since: Annotated[str | None, Parameter(help="The first ISO day of publication.")] = None
    until: Annotated[str | None, Parameter(help="The last ISO day of publication.")] = None


_ANY = Speaking()


@dataclass(frozen=True)
class Acting:
    """Which events are asked for."""

    type: Annotated[str | None, Parameter(help="A PLOVER type: ASSAULT, PROTEST, CONSULT …")] = None
    mode: Annotated[str | None, Parameter(help="A mode of the type: aerial, demo, visit …")] = None
    actor: Annotated[str | None, Parameter(help="A code: IRQ for all of Iraq, IRQ:MIL for its army.")] = None
    recipient: Annotated[str | None, Parameter(help="A code, as for --actor.")] = None
    place: Annotated[str | None, Parameter(help="Words of the place's name.")] = None
    country: Annotated[str | None, Parameter(help="Where the place lies, ISO 3166 alpha-3: SYR.")] = None
    status: Annotated[str | None, Parameter(help="occurred, ongoing, planned, denied or hypothetical.")] = (
        None
    )
    since: Annotated[str | None, Parameter(help="The first ISO day of the event.")] = None
    until: Annotated[str | None, Parameter(help="The last ISO day of the event.")] = None


_ANY_ACT = Acting()

Disagree = Annotated[bool, Parameter(help="Only figures that sources of one article give differently.")]


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
def versions(name: str, *, store: Store = DEFAULT_STORE, as_json: Json = False) -> int:
    """Show who printed an article first, its copies, and word by word what later versions changed."""
    with opened(store) as service:
        from khabar.tell import terminal

        found = service.editions(name)
        if not found:
            complain(f"no article has the id {name}, or several begin so")
            return 1
        if not print_json(as_json, found):
            terminal.editions(console(), found, service.document)
    return 0


@app.command
def statements(
    *words: str,
    by: Annotated[Speaking, Parameter(name="*")] = _ANY,
    store: Store = DEFAULT_STORE,
    limit: Limit = 50,
    as_json: Json = False,
) -> None:
    """List who said what, newest first, by who spoke, for whom, when, how, and words said."""
    with opened(store) as service:
        from khabar.answers import StatementFilter
        from khabar.tell import terminal

        asked = StatementFilter(
            speaker=by.speaker,
            office=by.office,
            body=by.body,
            country=by.country.upper() if by.country else None,
            stance=by.stance,
            since=day(by.since),
            until=day(by.until),
            words=" ".join(words) or None,
            limit=limit,
        )
        found = service.statements(asked)
        if not print_json(as_json, found):
            terminal.statements(console(), found)


@app.command
def figures(
    *words: str,
    category: str | None = None,
    unit: str | None = None,
    disagree: Disagree = False,
    store: Store = DEFAULT_STORE,
    limit: Limit = 50,
    as_json: Json = False,
) -> None:
    """List figures with who claims them, by category (killed, displaced, money …), unit and words."""
    with opened(store) as service:
        from khabar.answers import FigureFilter
        from khabar.tell import terminal

        said = " ".join(words) or None
        asked = FigureFilter(category=category, unit=unit, disputed=disagree, words=said, limit=limit)
        found = service.figures(asked)
        if not print_json(as_json, found):
            terminal.figures(console(), found)


@app.command
def events(
    *words: str,
    of: Annotated[Acting, Parameter(name="*")] = _ANY_ACT,
    background: Annotated[
        bool | None, Parameter(negative="--news", help="Only history, or only news.")
    ] = None,
    timeline: Annotated[bool, Parameter(negative="", help="Oldest day first.")] = False,
    store: Store = DEFAULT_STORE,
    limit: Limit = 50,
    as_json: Json = False,
) -> None:
    """List who did what to whom, newest first, by PLOVER type, parties, place, days and words."""
    with opened(store) as service:
        from khabar.answers import EventFilter
        from khabar.tell import terminal

        asked = EventFilter(
            type=of.type.upper() if of.type else None,
            mode=of.mode,
            actor=of.actor.upper() if of.actor else None,
            recipient=of.recipient.upper() if of.recipient else None,
            place=of.place,
            country=of.country.upper() if of.country else None,
            status=of.status,
            since=day(of.since),
            until=day(of.until),
            background=background,
            words=" ".join(words) or None,
            oldest_first=timeline,
            limit=limit,
        )
        found = service.events(asked)
        if not print_json(as_json, found):
            terminal.events(console(), found)


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
