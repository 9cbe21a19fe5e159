"""The records: one frozen type a layer, and the JSON that is exchanged.

Offsets are Unicode code points into `Document.text`, half open: `text[start:end]`. Unknown is None.
`why` names the rule, lexicon row or model that decided.
"""

from typing import Literal, TypeAlias

import msgspec

Range: TypeAlias = tuple[int, int]
"""A half-open stretch of code points, `(start, end)`."""

BlockRole = Literal["title", "meta", "caption", "body", "background", "furniture"]
EntityType = Literal["PER", "ORG", "LOC"]
StatementKind = Literal["direct", "indirect", "mixed"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
PublishedHow = Literal["url", "html", "text", "feed", "option", "inferred"]
TokenKind = Literal["word", "number", "mark"]
EnglishHow = Literal["table", "words", "transliteration"]
NumberUse = Literal["amount", "score", "part"]


class Record(msgspec.Struct, frozen=True):
    """What every record is: immutable and named field by field."""


class Block(Record, frozen=True, kw_only=True):
    """One non-empty line of the text and the part it plays in the article."""

    start: int
    end: int
    role: BlockRole
    why: str = ""


class Mention(Record, frozen=True, kw_only=True):
    """A name in the text; `entity` is shared by all mentions of one entity in the document."""

    start: int
    end: int
    type: EntityType
    entity: str
    why: str = ""


class Entity(Record, frozen=True, kw_only=True):
    """Somebody or something named in a document, with what the world tables know of it.

    `kind` (city, camp, river …) and `admin1` (the ISO 3166-2 unit it lies in) are of places.
    `name_en_how` tells where the English name is from: a row of the world tables, the English of each of
    its words («مطار كركوك» Kirkuk Airport), or Arabic letters written in Latin ones.
    """

    id: str
    type: EntityType
    name: str
    name_en: str | None = None
    name_en_how: EnglishHow | None = None
    code: str | None = None
    wikidata: str | None = None
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    kind: str | None = None
    admin1: str | None = None


class Role(Record, frozen=True, kw_only=True):
    """The title that the text gives a person, and the office of offices.tsv that it names."""

    start: int
    end: int
    entity: str
    office: str | None = None
    why: str = ""


class Statement(Record, frozen=True, kw_only=True):
    """What the text attributes to somebody, where and to whom it was said; the span is the words.

    `body` is the organisation that speaks, or whose holder of office or spokesman does.
    """

    id: str
    start: int
    end: int
    kind: StatementKind
    cue: Range
    speaker: Range | None = None
    speaker_entity: str | None = None
    body: str | None = None
    stance: str | None = None
    venue: Range | None = None
    addressee: Range | None = None
    why: str = ""


class Figure(Record, frozen=True, kw_only=True):
    """A number that counts or measures something in the world."""

    id: str
    start: int
    end: int
    low: float | int | None = None
    high: float | int | None = None
    approx: bool = False
    unit: str | None = None
    category: str = "other"
    counted: Range | None = None
    statement: str | None = None
    event: str | None = None
    why: str = ""


class Time(Record, frozen=True, kw_only=True):
    """A TIMEX3 time expression; `begin` and `finish` are the first and last ISO day it covers."""

    start: int
    end: int
    type: TimexType
    value: str | None = None
    mod: str | None = None
    begin: str | None = None
    finish: str | None = None
    why: str = ""


class Event(Record, frozen=True, kw_only=True):
    """A PLOVER event as the text reports it."""

    id: str
    trigger: Range
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    actor_spans: tuple[Range, ...] = ()
    recipient_spans: tuple[Range, ...] = ()
    place: str | None = None
    date: str | None = None
    begin: str | None = None
    finish: str | None = None
    status: str = "occurred"
    background: bool = False
    statement: str | None = None
    score: float | None = None
    why: str = ""


class Outlet(Record, frozen=True, kw_only=True):
    """A publisher."""

    id: str
    name: str
    country: str | None = None


class Document(Record, frozen=True, kw_only=True):
    """One article with all its layers, as FORMAT.md's JSON object."""

    id: str
    url: str | None = None
    outlet: Outlet | None = None
    republished_from: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    language: str | None = "ar"
    published: str | None = None
    published_how: PublishedHow | None = None
    text: str
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Range, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    roles: tuple[Role, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    times: tuple[Time, ...] = ()
    events: tuple[Event, ...] = ()


class Token(Record, frozen=True, kw_only=True, gc=False):
    """A word, number or mark; `form` is lightly folded for reading, `key` fully folded for matching.

    `pre` and `post` count the letters of its proclitics (و ف ب ل ك س, not the article) and enclitics in this
    context; `key[pre : len(key) - post]` is its stem. `pos` is a coarse part of speech.
    """

    start: int
    end: int
    form: str
    key: str
    kind: TokenKind
    pre: int = 0
    post: int = 0
    pos: str = ""


class Number(Record, frozen=True, kw_only=True):
    """A number expression before anyone asks what it counts.

    `first` and `last` are token indexes, half open; the span covers approximators and bounds too, but not
    the percent sign, whose span is `percent`. `fraction` marks a share below 1 («ثلث», «1/3»). `use` tells
    amounts from halves of a score («2-1») and from parts of dates, clocks, codes, phone and list numbers.
    """

    start: int
    end: int
    first: int
    last: int
    low: float | int | None
    high: float | int | None
    approx: bool = False
    ordinal: bool = False
    percent: Range | None = None
    fraction: bool = False
    use: NumberUse = "amount"
    why: str = ""


class Reading(Document, frozen=True, kw_only=True):
    """A document while it is read: with the working layers that extractors share and nobody stores."""

    tokens: tuple[Token, ...] = ()
    numbers: tuple[Number, ...] = ()

    def document(self) -> Document:
        """Give the finished document, without the working layers."""
        return Document(**{name: getattr(self, name) for name in Document.__struct_fields__})


class Given(Record, frozen=True, kw_only=True):
    """What a source says of an article beside its text; None and () where it says nothing."""

    title: str | None = None
    url: str | None = None
    outlet: Outlet | str | None = None
    published: str | None = None
    published_how: PublishedHow | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    republished_from: str | None = None


class Raw(Record, frozen=True, kw_only=True):
    """One article as it came in, before it is known to be one.

    `uri` says where from (a path, `path:line`, a URL); `body` is undecoded for files and pages and UTF-8
    for tables.
    """

    uri: str
    body: bytes
    media: Literal["text", "html"]
    encoding: str | None = None
    given: Given = Given()


class Rejected(Record, frozen=True, kw_only=True):
    """An input that did not become a document: `reason` is a short code, `detail` a sentence."""

    uri: str
    reason: str
    detail: str


_encoder = msgspec.json.Encoder()
_document_decoder = msgspec.json.Decoder(Document)


def encode(record: Record) -> bytes:
    """Write a record as one line of JSON in UTF-8, without the line end."""
    return _encoder.encode(record)


def decode_document(line: bytes) -> Document:
    """Read a document from its JSON; raises `msgspec.ValidationError` where it is none."""
    return _document_decoder.decode(line)
