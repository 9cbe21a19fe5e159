"""What the tables beside an article say: the records of a document as words that a reader can check."""

from collections import Counter
from collections.abc import Iterator

from khabar.records import Document, Figure, Range, Record, Role


class Said(Record, frozen=True):
    """A statement: `speaker` as the text words it, `name` as the entity is called."""

    anchor: str
    speaker: str | None
    name: str | None
    cue: str
    kind: str
    stance: str | None
    content: str
    why: str


class Counted(Record, frozen=True):
    """A figure and who claims it."""

    anchor: str
    quote: str
    amount: str
    unit: str | None
    category: str
    counted: str | None
    claimant: str | None
    why: str


class Dated(Record, frozen=True):
    """A time expression and the days it covers."""

    anchor: str
    quote: str
    value: str | None
    mod: str | None
    days: tuple[str, ...]
    why: str


class Named(Record, frozen=True):
    """An entity and how often the text names it; the anchor is where it does so first."""

    anchor: str | None
    name: str
    english: str | None
    code: str | None
    type: str
    count: int
    roles: tuple[str, ...]


def said(document: Document) -> Iterator[Said]:
    """Give the statements of a document in the order of the text."""
    names = {entity.id: entity.name for entity in document.entities}
    for one in sorted(document.statements, key=lambda s: s.start):
        yield Said(
            one.id,
            _words(document, one.speaker),
            names.get(one.speaker_entity or ""),
            document.text[slice(*one.cue)],
            one.kind,
            one.stance,
            document.text[one.start : one.end],
            one.why,
        )


def counted(document: Document) -> Iterator[Counted]:
    """Give the figures of a document in the order of the text."""
    names = {entity.id: entity.name for entity in document.entities}
    claimants = {
        statement.id: names.get(statement.speaker_entity or "") or _words(document, statement.speaker)
        for statement in document.statements
    }
    for one in sorted(document.figures, key=lambda f: f.start):
        yield Counted(
            one.id,
            document.text[one.start : one.end],
            amount(one),
            one.unit,
            one.category,
            _words(document, one.counted),
            claimants.get(one.statement or ""),
            one.why,
        )


def dated(document: Document) -> Iterator[Dated]:
    """Give the time expressions of a document; their anchors count them as the document lists them."""
    for number, one in enumerate(document.times, start=1):
        days = tuple(dict.fromkeys(day for day in (one.begin, one.finish) if day))
        quote = document.text[one.start : one.end]
        yield Dated(f"t{number}", quote, one.value, one.mod, days, one.why)


def named(document: Document) -> Iterator[Named]:
    """Give the entities of a document, those named most often first."""
    count = Counter(mention.entity for mention in document.mentions)
    first: dict[str, str] = {}
    for number, mention in enumerate(document.mentions, start=1):
        first.setdefault(mention.entity, f"m{number}")
    for one in sorted(document.entities, key=lambda e: -count[e.id]):
        titles = tuple(dict.fromkeys(_role(document, r) for r in document.roles if r.entity == one.id))
        yield Named(first.get(one.id), one.name, one.name_en, one.code, one.type, count[one.id], titles)


def amount(figure: Figure) -> str:
    """Write what a figure says: `12`, `≈ 10,000`, `20–99`, `≥ 1,000` with no upper bound."""
    low, high = figure.low, figure.high
    if low is None and high is None:
        return "—"
    if high is None:
        return f"≥\u00a0{_number(low)}"
    if low is None:
        return f"≤\u00a0{_number(high)}"
    both = _number(low) if low == high else f"{_number(low)}–{_number(high)}"
    return f"≈\u00a0{both}" if figure.approx else both


def _number(value: float | None) -> str:
    return f"{value:,.10g}" if isinstance(value, float) and not value.is_integer() else f"{int(value or 0):,}"


def _words(document: Document, span: Range | None) -> str | None:
    return document.text[slice(*span)] if span else None


def _role(document: Document, role: Role) -> str:
    return document.text[role.start : role.end]
