"""What the service is asked and what it answers: filters and rows, shared by every face."""

import msgspec

from khabar.links import Change
from khabar.records import Document, Event, Figure, Range, Record, Statement


class Hit(Record, frozen=True, kw_only=True):
    """A document that a search found; `marks` are the hit words inside `snippet`."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    snippet: str
    marks: tuple[Range, ...]


class Page(Record, frozen=True, kw_only=True):
    """One page of a search and how many documents it found in all."""

    total: int
    hits: tuple[Hit, ...]


class StatementFilter(Record, frozen=True, kw_only=True):
    """Which statements are asked for; words must all occur, in any order.

    `office` and `body` are words of the speaker's title and organisation, `country` the speaker's ISO 3166
    alpha-3 code; `since` and `until` are ISO days of publication, both inside.
    """

    speaker: str | None = None
    office: str | None = None
    body: str | None = None
    country: str | None = None
    since: str | None = None
    until: str | None = None
    stance: str | None = None
    words: str | None = None
    document: str | None = None
    limit: int = 100
    offset: int = 0


class FigureFilter(Record, frozen=True, kw_only=True):
    """Which figures are asked for; words must occur in the figure's sentence.

    `disputed`: only those that two sources of one article give differently.
    """

    category: str | None = None
    unit: str | None = None
    disputed: bool = False
    words: str | None = None
    document: str | None = None
    limit: int = 100
    offset: int = 0


class TimelineFilter(Record, frozen=True, kw_only=True):
    """Which dated sentences are asked for; `since` and `until` are ISO days, both inside."""

    since: str | None = None
    until: str | None = None
    words: str | None = None
    limit: int = 100
    offset: int = 0


class EventFilter(Record, frozen=True, kw_only=True):
    """Which events are asked for; words must occur in the event's sentence.

    `actor` and `recipient` are codes, whole («IRQ:MIL») or the part before the colon («IRQ»); `place` is
    words of its name, `country` where it lies (ISO 3166 alpha-3). `since` and `until` are ISO days, both
    inside: of the event, or of publication where it has no date. `background`: only history, only news, both.
    """

    type: str | None = None
    mode: str | None = None
    actor: str | None = None
    recipient: str | None = None
    place: str | None = None
    country: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    background: bool | None = None
    words: str | None = None
    document: str | None = None
    oldest_first: bool = False
    limit: int = 100
    offset: int = 0


class EventRow(Record, frozen=True, kw_only=True):
    """An event with its words: the trigger, the parties as written, its place, sentence and claimant.

    `day` is the first day of the event, or that of publication where it has no date.
    """

    document: str
    published: str | None
    outlet: str | None
    event: Event
    day: str | None
    quote: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    claimant: str | None
    sentence: str


class StatementRow(Record, frozen=True, kw_only=True):
    """A statement with its words."""

    document: str
    published: str | None
    outlet: str | None
    statement: Statement
    content: str
    cue: str
    speaker: str | None
    speaker_name: str | None
    office: str | None = None
    body: str | None = None
    country: str | None = None
    venue: str | None = None
    addressee: str | None = None


class FigureRow(Record, frozen=True, kw_only=True):
    """A figure with its words, its sentence, who claims it, and whether it stands in background, not news."""

    document: str
    published: str | None
    outlet: str | None
    figure: Figure
    quote: str
    counted: str | None
    claimant: str | None
    sentence: str
    background: bool = False


class TimelineRow(Record, frozen=True, kw_only=True):
    """A sentence with a time in it that could be resolved to days."""

    document: str
    begin: str
    finish: str | None
    value: str | None
    quote: str
    sentence: str
    outlet: str | None
    published: str | None


class Edition(Record, frozen=True, kw_only=True):
    """An article or a near-duplicate of it; `version` tells those of the article's own outlet or address.

    `changes` are against the version `before`: `left` into its text, `right` into this one's.
    """

    document: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    version: bool
    before: str | None = None
    changes: tuple[Change, ...] = ()


class Reprint(Record, frozen=True, kw_only=True):
    """A paragraph that other articles print too, word for word or slightly edited.

    `first` is the document that printed it first, as far as days are known; `own_articles` and `own_days` are
    those of the outlet of the document that was asked for. Counts and days include this one.
    """

    start: int
    end: int
    first: str
    first_outlet: str | None
    first_published: str | None
    articles: int
    days: tuple[str, ...]
    own_articles: int
    own_days: tuple[str, ...]


class Status(Record, frozen=True, kw_only=True):
    """What the store holds."""

    documents: int
    rejected: int
    statements: int
    figures: int
    times: int
    mentions: int
    outlets: tuple[tuple[str, int], ...]
    first: str | None
    last: str | None


class WordRow(Record, frozen=True, kw_only=True):
    """A token as it was read: clitics cut off with «+», folded lemma, coarse part of speech."""

    start: int
    end: int
    word: str
    cut: str
    lemma: str
    pos: str


class FormRow(Record, frozen=True, kw_only=True):
    """A form of a lemma, what it is, and the table that has the lemma; `table` is None for a lemma given."""

    key: str
    lemma: str
    features: str
    table: str | None = None


class AddReport(Record, frozen=True, kw_only=True):
    """What one `add` did: inputs by what became of them."""

    added: int = 0
    same: int = 0
    known: int = 0
    rejected: dict[str, int] = msgspec.field(default_factory=dict)
    seconds: float = 0.0


def outlet_of(document: Document) -> str | None:
    """Name a document's outlet."""
    return (document.outlet.name or document.outlet.id) if document.outlet else None


def day_of(published: str | None) -> str | None:
    """Give the ISO day of a time of publication."""
    return published[:10] if published else None


def headline_of(document: Document) -> str | None:
    """Give a document's title, else its first line that reads like one."""
    if document.title:
        return document.title
    return next((document.text[b.start : b.end] for b in document.blocks if b.role == "title"), None)


class Problem(Record, frozen=True, kw_only=True):
    """A row of a world table that is not sound; `line` is 0 where the whole file is meant."""

    file: str
    line: int
    message: str


class WorldReport(Record, frozen=True, kw_only=True):
    """How many rows each world table has, and what is wrong with them."""

    tables: tuple[tuple[str, int], ...]
    problems: tuple[Problem, ...]


class Held(Record, frozen=True, kw_only=True):
    """An office of a person, or a holder of an office, with the dates as far as they are known."""

    name: str
    since: str
    until: str | None = None
    acting: bool = False


class WorldRow(Record, frozen=True, kw_only=True):
    """What a name may stand for; `country` is ISO 3166 alpha-3; `offices`: of a person, or who held it.

    `within` names the district and the admin-1 unit of a place.
    """

    name: str
    kind: str
    name_en: str | None = None
    code: str | None = None
    country: str | None = None
    within: str | None = None
    lat: float | None = None
    lon: float | None = None
    offices: tuple[Held, ...] = ()
    why: str
