"""A store in memory with a few articles made by hand, for the tests of the web pages."""

from khabar.links import Link
from khabar.records import (
    Block,
    BlockRole,
    Document,
    Entity,
    EntityType,
    Figure,
    Mention,
    Outlet,
    Range,
    Role,
    Statement,
    Time,
)
from khabar.service import (
    FigureFilter,
    FigureRow,
    Hit,
    Page,
    Service,
    StatementFilter,
    StatementRow,
    Status,
)

TITLE = "متحدث عسكري: مقتل ثلاثة جنود قرب كركوك"
TEXT = "\n".join(
    [
        TITLE,
        "وكالة سهل البيان - ليلى الناصر",
        "قال المتحدث العسكري حازم الرشيداوي، يوم الأحد 3 نيسان 2022، إن ثلاثة جنود قُتلوا في هجوم قرب كركوك.",
        "ونفى مصدر في وزارة الدفاع العراقية أن يكون أحد قد أُسر، مؤكداً أن «القوات تسيطر على الوضع 100%».",
        "وقال سكان إن نحو 40 عائلة نزحت من ناحية الرشاد في الأيام الماضية بحثاً عن مأوى آمن.",
        "وكان التنظيم قد سيطر على مساحات واسعة من شمال العراق صيف عام 2014 قبل أن يخسرها.",
        "اشترك في نشرتنا البريدية ليصلك كل جديد",
    ]
)
_ROLES: tuple[BlockRole, ...] = ("title", "meta", "body", "body", "body", "background", "furniture")


def span(words: str, text: str = TEXT, after: int = 0) -> Range:
    """Find words in a text."""
    start = text.index(words, after)
    return start, start + len(words)


def blocks(text: str, roles: tuple[BlockRole, ...]) -> tuple[Block, ...]:
    """Make a block of every line of a text."""
    found: list[Block] = []
    at = 0
    for line, role in zip(text.split("\n"), roles, strict=True):
        found.append(Block(start=at, end=at + len(line), role=role, why=f"test: {role}"))
        at += len(line) + 1
    return tuple(found)


def _mention(words: str, kind: EntityType, entity: str, after: int = len(TITLE)) -> Mention:
    start, end = span(words, after=after)
    return Mention(start=start, end=end, type=kind, entity=entity, why=f"test: {words}")


def _statement(name: str, verb: str, content: str, **more: object) -> Statement:
    start, end = span(content, after=len(TITLE))
    made = {"id": name, "start": start, "end": end, "kind": "indirect", "cue": span(verb, after=len(TITLE))}
    return Statement(**{**made, **more})  # type: ignore[arg-type]


KIRKUK = Document(
    id="a1",
    url="https://sahl.example/1",
    outlet=Outlet(id="sahl", name="وكالة سهل البيان"),
    title=TITLE,
    published="2022-04-03",
    published_how="html",
    text=TEXT,
    blocks=blocks(TEXT, _ROLES),
    mentions=(
        _mention("كركوك", "LOC", "e2", after=0),
        _mention("حازم الرشيداوي", "PER", "e1"),
        _mention("كركوك", "LOC", "e2"),
        _mention("وزارة الدفاع العراقية", "ORG", "e3"),
        _mention("الرشاد", "LOC", "e4"),
        _mention("العراق", "LOC", "e5", after=TEXT.index("شمال")),
    ),
    entities=(
        Entity(id="e1", type="PER", name="حازم الرشيداوي"),
        Entity(id="e2", type="LOC", name="كركوك", name_en="Kirkuk", code="IQ-KI"),
        Entity(
            id="e3", type="ORG", name="وزارة الدفاع العراقية", name_en="Ministry of Defence", code="IRQ:MIL"
        ),
        Entity(id="e4", type="LOC", name="الرشاد"),
        Entity(id="e5", type="LOC", name="العراق", name_en="Iraq", code="IRQ"),
    ),
    roles=(Role(start=span("المتحدث العسكري")[0], end=span("المتحدث العسكري")[1], entity="e1"),),
    statements=(
        _statement(
            "s1",
            "قال",
            "ثلاثة جنود قُتلوا في هجوم قرب كركوك",
            speaker=span("حازم الرشيداوي"),
            speaker_entity="e1",
            stance="say",
            why="cue «قال», content after «إن»",
        ),
        _statement(
            "s2",
            "نفى",
            "يكون أحد قد أُسر، مؤكداً أن «القوات تسيطر على الوضع 100%»",
            speaker=span("مصدر في وزارة الدفاع العراقية"),
            speaker_entity="anon:مصدر",
            stance="deny",
        ),
        _statement("s3", "مؤكداً", "القوات تسيطر على الوضع 100%", kind="direct", stance="affirm"),
        _statement(
            "s4",
            "قال",
            "نحو 40 عائلة نزحت",
            cue=span("قال", after=TEXT.index("سكان") - 5),
            speaker=span("سكان"),
            stance="say",
        ),
    ),
    figures=(
        Figure(
            id="f1",
            start=span("ثلاثة جنود قُتلوا")[0],
            end=span("ثلاثة جنود قُتلوا")[0] + 10,
            low=3,
            high=3,
            unit="person",
            category="killed",
            statement="s1",
        ),
        Figure(
            id="f2",
            start=span("نحو 40 عائلة")[0],
            end=span("نحو 40 عائلة")[1],
            low=40,
            high=40,
            approx=True,
            unit="item",
            category="displaced",
            statement="s4",
        ),
    ),
    times=(
        Time(
            start=span("الأحد 3 نيسان 2022")[0],
            end=span("الأحد 3 نيسان 2022")[1],
            type="DATE",
            value="2022-04-03",
            begin="2022-04-03",
            finish="2022-04-03",
            why="month name «نيسان»",
        ),
    ),
)
HOSTILE = Document(
    id="x2",
    url="javascript:alert(1)",
    title="<script>alert('title')</script>",
    outlet=Outlet(id="x", name="<b>outlet</b>"),
    text="خبر <script>alert('text')</script> & \"قول\" <img src=x onerror=alert(1)>\nسطر ثان",
    mentions=(Mention(start=4, end=12, type="PER", entity="e1", why='"><script>alert(2)</script>'),),
    entities=(Entity(id="e1", type="PER", name="<i>name</i>"),),
)
COPY = Document(
    id="b3",
    title="هجوم قرب كركوك يوقع قتلى",
    outlet=Outlet(id="nakhla", name="صحيفة واحة السطر"),
    published="2022-04-04",
    republished_from="وكالة سهل البيان",
    text=TEXT,
    blocks=blocks(TEXT, _ROLES),
)
LINKS = (
    Link(kind="copy", left="a1", right="b3", left_span=(0, 10), right_span=(0, 10), why="same words"),
    Link(
        kind="reuse",
        left="a1",
        right="b3",
        left_span=(KIRKUK.blocks[5].start, KIRKUK.blocks[5].end),
        right_span=(COPY.blocks[5].start, COPY.blocks[5].end),
        why="same paragraph",
    ),
)


class Shelf(Service):
    """Answers as a Service does, from documents in memory."""

    def __init__(self, *documents: Document, links: tuple[Link, ...] = ()) -> None:
        self.shelf = documents
        self.kept = links

    def search(self, words: str, *, limit: int = 20, offset: int = 0) -> Page:
        found = [d for d in self.shelf if words in d.text]
        hits = tuple(
            Hit(
                id=d.id,
                title=d.title,
                outlet=d.outlet.name if d.outlet else None,
                published=d.published,
                snippet=d.text[:160],
                marks=(span(words, d.text[:160]),) if words and words in d.text[:160] else (),
            )
            for d in found[offset : offset + limit]
        )
        return Page(total=len(found), hits=hits)

    def document(self, name: str) -> Document | None:
        return next((d for d in self.shelf if d.id == name), None)

    def links(self, name: str) -> tuple[Link, ...]:
        return tuple(link for link in self.kept if name in (link.left, link.right))

    def statements(self, asked: StatementFilter) -> tuple[StatementRow, ...]:
        rows = tuple(
            StatementRow(
                document=d.id,
                published=d.published,
                outlet=d.outlet.name if d.outlet else None,
                statement=s,
                content=d.text[s.start : s.end],
                cue=d.text[slice(*s.cue)],
                speaker=d.text[slice(*s.speaker)] if s.speaker else None,
                speaker_name=None,
            )
            for d in self.shelf
            for s in d.statements
            if asked.stance in (None, s.stance)
        )
        return rows[asked.offset : asked.offset + asked.limit]

    def figures(self, asked: FigureFilter) -> tuple[FigureRow, ...]:
        rows = tuple(
            FigureRow(
                document=d.id,
                published=d.published,
                outlet=d.outlet.name if d.outlet else None,
                figure=f,
                quote=d.text[f.start : f.end],
                counted=None,
                claimant=None,
                sentence=d.text[f.start : f.end + 20],
            )
            for d in self.shelf
            for f in d.figures
            if asked.category in (None, f.category)
        )
        return rows[asked.offset : asked.offset + asked.limit]

    def status(self) -> Status:
        return Status(
            documents=len(self.shelf),
            rejected=0,
            statements=sum(len(d.statements) for d in self.shelf),
            figures=sum(len(d.figures) for d in self.shelf),
            times=sum(len(d.times) for d in self.shelf),
            mentions=sum(len(d.mentions) for d in self.shelf),
            outlets=(("وكالة سهل البيان", 1),) if self.shelf else (),
            first="2022-04-03" if self.shelf else None,
            last="2022-04-04" if self.shelf else None,
        )
