"""The commands that show what is known of the world: world find, world check."""

from typing import Annotated

from cyclopts import App, Parameter

from khabar.cli.app import Json, Own, app
from khabar.cli.console import complain, console, day, print_json, told

world = App(name="world", help="Look into the tables of actors, offices and places.")
app.command(world)


@world.command
def find(
    *name: str,
    date: Annotated[str | None, Parameter(help="An ISO day: offices and holders on it.")] = None,
    country: Annotated[str | None, Parameter(help="An ISO 3166 code: only what belongs to it.")] = None,
    own: Own = None,
    as_json: Json = False,
) -> int:
    """Show what a name or a title stands for, and why; status 1 where no table has it."""
    with told():
        from khabar.knowledge.find import find as found_for
        from khabar.tell import terminal

        found = found_for(" ".join(name), day=day(date), country=country, own=own)
        if not found:
            complain(f"no table has {' '.join(name)}")
            return 1
        if not print_json(as_json, found):
            terminal.world(console(), found)
        return 0
    return 1


@world.command
def check() -> int:
    """Check every world table: columns, ids, codes, dates, overlaps, coordinates; status 1 on a problem."""
    with told():
        from khabar.knowledge.check import check as checked

        report = checked()
        for name, rows in report.tables:
            console().print(f"{name}: {rows:,} rows", highlight=False)
        for problem in report.problems:
            complain(f"{problem.file}:{problem.line}: {problem.message}")
        return 1 if report.problems else 0
    return 1
