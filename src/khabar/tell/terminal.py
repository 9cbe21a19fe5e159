"""The terminal: the text with its spans marked, and a table a layer, right to left as the terminal can.

Which order the letters of Arabic are written in, `_bidi` decides by the terminal.
"""

from collections.abc import Callable, Iterable

from rich.console import Console, JustifyMethod
from rich.table import Table
from rich.text import Text

from khabar.answers import (
    AddReport,
    Edition,
    EventRow,
    FigureRow,
    FormRow,
    Hit,
    StatementRow,
    Status,
    TimelineRow,
    WordRow,
    WorldRow,
)
from khabar.links import Link
from khabar.records import Document, Rejected
from khabar.tell._bidi import Arabic, turned

_COLOUR = {"PER": "bold magenta", "ORG": "bold cyan", "LOC": "bold green"}
_SHORT = 10  # of an id; `show` takes the beginning of one
_SIGN = {"-": "red", "+": "green"}
_ROLE = {"background": "dim", "furniture": "dim strike", "title": "bold"}


def document(console: Console, shown: Document, links: Iterable[Link] = ()) -> None:
    """Print an article with its spans marked, then a table for each layer that found something."""
    outlet = shown.outlet.name if shown.outlet else None
    published = f"{shown.published or '?'} ({shown.published_how or 'unknown'})"
    head = Text.assemble(f"{shown.id}  {published}  ", turned(console, outlet), f"  {shown.url or ''}")
    console.print(head, soft_wrap=True)
    for block in shown.blocks:
        line = _marked(shown, block.start, block.end)
        line.stylize(_ROLE.get(block.role, ""))
        console.print(Text(block.role, style="dim"))
        console.print(Arabic(line))
    console.print()
    for table in _tables(shown):
        if table.row_count:
            console.print(table)
    for link in links:
        other = link.right if link.left == shown.id else link.left
        order = "printed first here" if link.left == shown.id else "printed before"
        console.print(f"{link.kind}: {order}, see {other} ({link.why})", highlight=False)


def editions(console: Console, found: Iterable[Edition], find: Callable[[str], Document | None]) -> None:
    """Print near-duplicates by publication, and under each version the words that it changed."""
    for one in found:
        head = f"{one.document[:_SHORT]}  {one.published or '?'}  {'version' if one.version else 'copy'}  "
        console.print(
            Text.assemble(head, turned(console, one.outlet), "  ", turned(console, one.title)), soft_wrap=True
        )
        before, after = (find(name) if name else None for name in (one.before, one.document))
        for change in one.changes if before and after else ():
            for sign, shown, span in (("-", before, change.left), ("+", after, change.right)):
                if shown and span:
                    line = turned(console, shown.text[slice(*span)])
                    console.print(Text.assemble(f"  {sign} ", line), style=_SIGN[sign], soft_wrap=True)


def _marked(shown: Document, start: int, end: int) -> Text:
    text = Text(shown.text[start:end])
    for said in shown.statements:
        text.stylize("underline", max(0, said.start - start), max(0, said.end - start))
    for counted in shown.figures:
        text.stylize("yellow", max(0, counted.start - start), max(0, counted.end - start))
    for dated in shown.times:
        text.stylize("blue", max(0, dated.start - start), max(0, dated.end - start))
    for name in shown.mentions:
        text.stylize(_COLOUR[name.type], max(0, name.start - start), max(0, name.end - start))
    return text


def _tables(shown: Document) -> Iterable[Table]:
    text = shown.text
    names = {e.id: e.name for e in shown.entities}
    said = _table("statements", "speaker", "cue", "stance", "kind", "content")
    for s in shown.statements:
        speaker = names.get(s.speaker_entity or "") or (text[slice(*s.speaker)] if s.speaker else None)
        said.add_row(
            Arabic(speaker), Arabic(text[slice(*s.cue)]), s.stance, s.kind, Arabic(text[s.start : s.end])
        )
    yield said
    figures = _table("figures", "text", "low", "high", "unit", "category", "claimed in")
    for f in shown.figures:
        figures.add_row(
            Arabic(text[f.start : f.end]), _number(f.low), _number(f.high), f.unit, f.category, f.statement
        )
    yield figures
    times = _table("times", "text", "type", "value", "mod", "from", "to")
    for t in shown.times:
        times.add_row(Arabic(text[t.start : t.end]), t.type, t.value, t.mod, t.begin, t.finish)
    yield times
    found = _table("entities", "name", "type", "English", "code", "mentions")
    for e in shown.entities:
        count = sum(m.entity == e.id for m in shown.mentions)
        found.add_row(Arabic(e.name), e.type, e.name_en, e.code, str(count))
    yield found


def hits(console: Console, total: int, found: Iterable[Hit]) -> None:
    """Print a page of a search."""
    console.print(f"{total} articles")
    for hit in found:
        day = (hit.published or "?")[:10]
        names = turned(console, hit.outlet), "  ", turned(console, hit.title)
        console.print(Text.assemble(f"{hit.id[:_SHORT]}  {day}  ", *names), soft_wrap=True)
        snippet = Text(hit.snippet, style="dim")
        for start, end in hit.marks:
            snippet.stylize("not dim bold yellow", start, end)
        console.print(Arabic(_one_line(snippet)))


def statements(console: Console, rows: Iterable[StatementRow]) -> None:
    """Print statements over articles."""
    table = _table("statements", "date", "outlet", "speaker", "cue", "stance", "content", "document")
    for row in rows:
        speaker = Arabic(row.speaker_name or row.speaker)
        stance, day = row.statement.stance, (row.published or "?")[:10]
        table.add_row(
            day,
            Arabic(row.outlet),
            speaker,
            Arabic(row.cue),
            stance,
            Arabic(row.content),
            row.document[:_SHORT],
        )
    console.print(table)


def figures(console: Console, rows: Iterable[FigureRow]) -> None:
    """Print figures over articles."""
    table = _table("figures", "date", "text", "low", "high", "unit", "category", "claimed by", "document")
    for row in rows:
        figure, day = row.figure, (row.published or "?")[:10]
        bounds = _number(figure.low), _number(figure.high)
        table.add_row(
            day,
            Arabic(row.quote),
            *bounds,
            figure.unit,
            figure.category,
            Arabic(row.claimant),
            row.document[:_SHORT],
        )
    console.print(table)


def events(console: Console, rows: Iterable[EventRow]) -> None:
    """Print who did what to whom, where and when; mode and status stand below the type."""
    table = _table("events", "day", "act", "who", "whom", "text", "place", "document")
    for column in table.columns[:4]:
        column.no_wrap = True  # a code cut in two is no code
    for row in rows:
        event = row.event
        status = "" if event.status == "occurred" else event.status
        act = filter(None, (event.type, event.mode, status, "background" if event.background else ""))
        parties = "\n".join(event.actors), "\n".join(event.recipients)
        place = Arabic(row.place)
        table.add_row(row.day, "\n".join(act), *parties, Arabic(row.quote), place, row.document[:_SHORT])
    console.print(table)


def timeline(console: Console, rows: Iterable[TimelineRow]) -> None:
    """Print dated sentences."""
    table = _table("timeline", "from", "to", "text", "sentence", "document")
    for row in rows:
        table.add_row(row.begin, row.finish, Arabic(row.quote), Arabic(row.sentence), row.document[:_SHORT])
    console.print(table)


def words(console: Console, rows: Iterable[WordRow]) -> None:
    """Print the words of a text as they were read."""
    table = _table("words", "at", "word", "cut", "lemma", "part of speech")
    for row in rows:
        table.add_row(str(row.start), Arabic(row.word), Arabic(row.cut), Arabic(row.lemma), row.pos)
    console.print(table)


def forms(console: Console, rows: Iterable[FormRow]) -> None:
    """Print forms of lemmas."""
    table = _table("forms", "form", "lemma", "what it is", "table")
    for row in rows:
        table.add_row(Arabic(row.key), Arabic(row.lemma), row.features, row.table)
    console.print(table)


def world(console: Console, rows: Iterable[WorldRow]) -> None:
    """Print what a name may stand for: a line of what it is, then its offices or holders, then why."""
    for row in rows:
        where = "" if row.lat is None or row.lon is None else f"{row.lat:.2f}, {row.lon:.2f}"
        told = "  ".join(filter(None, (row.kind, row.name_en, row.code, where)))
        within = f"  {turned(console, row.within)}" if row.within else ""
        console.print(Text.assemble(turned(console, row.name), f"  {told}", within), soft_wrap=True)
        for held in row.offices:
            span = " to ".join((held.since, held.until or "now")) + (", acting" if held.acting else "")
            console.print(Text.assemble("    ", turned(console, held.name), f"  {span}"), soft_wrap=True)
        console.print(Text.assemble("    ", turned(console, row.why)), style="dim", soft_wrap=True)


def rejected(console: Console, rows: Iterable[Rejected]) -> None:
    """Print what did not become a document."""
    table = _table("rejected", "reason", "input", "what it means")
    for row in rows:
        table.add_row(row.reason, row.uri, row.detail)
    console.print(table)


def status(console: Console, found: Status) -> None:
    """Print what the store holds."""
    table = _table("store", "what", "count")
    for name in ("documents", "statements", "figures", "times", "mentions", "rejected"):
        table.add_row(name, f"{getattr(found, name):,}")
    console.print(table)
    if found.first:
        console.print(f"published {found.first[:10]} to {(found.last or '?')[:10]}", highlight=False)
    for outlet, count in found.outlets[:20]:
        console.print(Text.assemble(f"{count:>7,}  ", turned(console, outlet)))


def added(console: Console, report: AddReport) -> None:
    """Print what an add did."""
    rate = report.added / report.seconds if report.seconds else 0.0
    console.print(
        f"{report.added:,} added, {report.same:,} the same as an article in the store, {report.known:,} seen "
        f"before, {sum(report.rejected.values()):,} rejected; {report.seconds:.1f} s, {rate:.0f} articles/s",
        highlight=False,
    )
    for reason, count in sorted(report.rejected.items()):
        console.print(f"  {count:>7,} {reason}", highlight=False)


def _one_line(text: Text) -> Text:
    text.plain = "".join(" " if letter.isspace() else letter for letter in text.plain)
    return text


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", expand=False)
    for column in columns:
        narrow = column in ("low", "high", "count", "mentions")
        whole = column in ("date", "document", "from", "to", "category", "stance")
        justify: JustifyMethod = "right" if narrow else "left"
        table.add_column(column, justify=justify, overflow="fold", no_wrap=whole)
    return table


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,}"
