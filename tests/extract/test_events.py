"""Events: every row of the triggers' table by its example, and the rules that join words into acts."""

import csv
from collections.abc import Iterator

import msgspec
import pytest

from conftest import read
from khabar.extract import _event_guards, _event_scene
from khabar.records import Document, Event
from layers import WORLD

DAY = "2024-05-15"


class Row(msgspec.Struct, frozen=True):
    """A row of words/triggers.tsv as its example checks it; `fails` names what is not read yet."""

    lemma: str
    kind: str
    example: str
    type: str = ""
    mode: str = ""
    e_trigger: str = ""
    e_actor: str = ""
    e_recipient: str = ""
    e_status: str = ""
    fails: str = ""


ROWS = tuple(row for row in WORLD.rows("words/triggers.tsv", Row) if row.type)


def _spans(text: str, cell: str) -> list[tuple[int, int]]:
    found = ((text.find(words), len(words)) for words in cell.split("|") if words)
    return [(at, at + size) for at, size in found if at >= 0]


def _meet(spans: Iterator[tuple[int, int]], wanted: list[tuple[int, int]]) -> bool:
    return any(a < d and c < b for a, b in spans for c, d in wanted)


def failing(row: Row) -> set[str]:
    """Give the fields of a row's example that are read otherwise than the row says."""
    doc = read(row.example, published=DAY)
    typed = [e for e in doc.events if e.type == row.type]
    events = [e for e in typed if _meet(iter([e.trigger]), _spans(row.example, row.e_trigger))] or typed
    if not events:
        return {"type"}
    found = set()
    if row.mode and all(event.mode != row.mode for event in events):
        found.add("mode")
    if all(event.status != (row.e_status or "occurred") for event in events):
        found.add("status")
    actors = _spans(row.example, row.e_actor)
    if actors and not _meet((s for e in events for s in e.actor_spans), actors):
        found.add("actor")
    others = _spans(row.example, row.e_recipient)
    if others and not _meet((s for e in events for s in (*e.recipient_spans, *e.actor_spans)), others):
        found.add("recipient")
    return found


def _quiet(table: str) -> list[dict[str, str]]:
    path = WORLD.folder / "words" / f"{table}.tsv"
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.mark.parametrize("row", _quiet("event_idioms"), ids=lambda row: row["phrase"])
def test_no_word_of_an_idiom_tells_an_act(row: dict[str, str]) -> None:
    text = row["example"]
    events = read(text).events
    assert not [text[slice(*e.trigger)] for e in events if text[slice(*e.trigger)] in row["phrase"].split()]


@pytest.mark.parametrize("row", _quiet("event_objects"), ids=lambda row: row["lemma"])
def test_an_object_gives_a_trigger_another_sense(row: dict[str, str]) -> None:
    assert not [e.why for e in read(row["example"]).events if e.why.startswith(f"«{row['lemma']}»")]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.lemma}-{row.type}")
def test_the_example_of_a_row_tells_its_act(row: Row) -> None:
    assert failing(row) <= set(filter(None, row.fails.split("|")))


def test_most_examples_are_read() -> None:
    typed = [row for row in ROWS if "type" not in row.fails.split("|")]
    assert len(typed) >= 0.6 * len(ROWS)


@pytest.mark.parametrize(
    "row", WORLD.rows(_event_guards.TABLE, _event_guards.TopicRow), ids=lambda row: f"{row.kind}-{row.lemma}"
)
def test_a_noun_tells_its_field(row: _event_guards.TopicRow) -> None:
    known = _event_guards.topics(WORLD)
    assert any(row.kind == kind for found in known.values() for _, kind in found)


def test_the_words_beside_acts_are_folded_once() -> None:
    assert all(keys for keys in _event_scene.words(WORLD))


def _events(text: str) -> tuple[Event, ...]:
    return read(text, published=DAY).events


def _only(text: str) -> Event:
    events = _events(text)
    assert len(events) == 1, [(e.type, text[slice(*e.trigger)]) for e in events]
    return events[0]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("اتهمت الحكومة السودانية إثيوبيا بدعم المتمردين.", "ACCUSE", ("SDN:GOV",), ("ETH",)),
        ("الشرطة الإيطالية اعتقلت ثلاثة ليبيين في ميناء باري.", "COERCE", ("ITA:COP",), ("LBY:CVL",)),
        ("شن الطيران الروسي ست غارات على مدينة خاركيف الأوكرانية.", "ASSAULT", ("RUS:MIL",), ("UKR",)),
        ("قال متحدث إن إسرائيل قصفت مواقع لحزب الله.", "ASSAULT", ("ISR",), ("LBN:PRM",)),
        ("نجحت القوات العراقية في تحرير قضاء سنجار من تنظيم داعش.", "ASSAULT", ("IRQ:MIL",), ("IMG:ISIS",)),
        ("التقى الرئيس الفرنسي المستشار الألماني في باريس.", "CONSULT", ("FRA:GOV", "DEU:GOV"), ()),
        ("قُتل خمسة من جنود الجيش التركي في كمين نصبه مسلحون.", "ASSAULT", ("UAF",), ("TUR:MIL",)),
        (
            "الغارة التي شنتها المقاتلات الأميركية أصابت معسكرا لتنظيم داعش.",
            "ASSAULT",
            ("USA:MIL",),
            ("IMG:ISIS",),
        ),
        ("رفضت الحكومة المصرية مقترح إثيوبيا.", "REJECT", ("EGY:GOV",), ("ETH",)),
        ("قتل أربعة مدنيين في قصف للحوثيين على مدينة حيس.", "ASSAULT", ("YEM:REB",), ("YEM:CVL",)),
        ("لقي ثلاثة جنود عراقيين حتفهم في هجوم لداعش قرب بيجي.", "ASSAULT", ("IMG:ISIS",), ("IRQ:MIL",)),
        ("اتهم المبعوث الأميركي جون هاريس إيران بالمماطلة.", "ACCUSE", ("USA:GOV",), ("IRN",)),
        ("أعلن الجيش الإسرائيلي أنه منع سكان غزة من عبور السياج.", "COERCE", ("ISR:MIL",), ("PSE:CVL",)),
        ("واحتل داعش ربيعة وأتبعها بسيطرته على زمار العراقية.", "ASSAULT", ("IMG:ISIS",), ("IRQ",)),
    ],
)
def test_who_did_what_to_whom(
    text: str, kind: str, actors: tuple[str, ...], recipients: tuple[str, ...]
) -> None:
    found = [(e.type, e.actors, e.recipients) for e in _events(text)]
    assert (kind, actors, recipients) in found


@pytest.mark.parametrize(
    "text",
    [
        "سجل مهاجم المنتخب الجزائري هدفين في مرمى المنتخب المصري خلال مباراة ودية شهدت هجوما متواصلا.",
        "تعرض القناة فيلما عن الحرب العالمية للمخرج الأميركي، ويلعب الممثل دور جندي يقتل في معركة.",
        "هاجم النقاد رواية الكاتب المصري الجديدة في مهرجان الأدب.",
        "تضرب عاصفة ثلجية شمال الولايات المتحدة وتغلق الطرق.",
    ],
)
def test_sport_art_and_weather_are_no_acts(text: str) -> None:
    assert _events(text) == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("نفت إسرائيل قصف مدرسة في غزة.", "denied"),
        ("لم تقصف إسرائيل مدينة صور اللبنانية.", "denied"),
        ("ستفرض واشنطن عقوبات على مصارف روسية.", "planned"),
        ("يواصل الجيش الروسي قصف مدينة خاركيف الأوكرانية.", "ongoing"),
        ("قصف الجيش الروسي مدينة خاركيف الأوكرانية.", "occurred"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert _only(text).status == status


@pytest.mark.parametrize(
    "text",
    [
        "تحركت القوات التركية باتجاه الحدود لقصف منبج.",
        "يمكن أن ينسحب المراقبون.",
        "دعت فرنسا إيران إلى الإفراج عن مواطنيها.",
        "هددت روسيا أوكرانيا بقصف مراكز القرار في كييف.",
    ],
)
def test_what_is_meant_asked_or_threatened_is_no_act(text: str) -> None:
    assert not {"ASSAULT", "RETREAT"} & {event.type for event in _events(text)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أدانت دمشق قرار الرئيس الأميركي.", "SANCTION"),
        ("أعلنت روسيا إلغاء القمة مع اليابان.", "CONSULT"),
        ("تسيطر القوات التركية على الشريط الحدودي السوري.", "ASSAULT"),
        ("أجلت بغداد موعد الانتخابات المحلية إلى الربيع.", "RETREAT"),
        ("أسفر زلزال في إيران عن مقتل مئات السكان.", "ASSAULT"),
    ],
)
def test_an_object_of_another_kind_is_another_act(text: str, kind: str) -> None:
    assert kind not in {event.type for event in _events(text)}


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("هاجم مقاتلون من تنظيم داعش رتلا للجيش السوري.", ("IMG:ISIS",)),
        ("أعلنت وزارة الدفاع الروسية مقتل أربعة من جنودها.", ("UNK",)),
    ],
)
def test_the_doer_is_not_who_stands_nearest(text: str, actors: tuple[str, ...]) -> None:
    assert [event.actors for event in _events(text) if event.type == "ASSAULT"] == [actors]


def test_an_announced_meeting_is_a_promise() -> None:
    assert _only("سيلتقي الرئيس التركي الرئيس الروسي في سوتشي.").type == "AGREE"


def test_one_act_told_twice_is_one_event() -> None:
    text = "قصفت إسرائيل مطار دمشق فجرا.\nوقالت سوريا إن إسرائيل قصفت مطار دمشق."
    assert [text[slice(*e.trigger)] for e in _events(text)] == ["قصفت"]


def test_a_headline_gives_way_to_the_text() -> None:
    text = "إسرائيل تقصف مطار دمشق\n\nقصفت إسرائيل مطار دمشق الدولي فجر الأربعاء بعدة صواريخ، وفق الوكالة."
    doc = read(text, published=DAY, title="إسرائيل تقصف مطار دمشق")
    assert [text[slice(*e.trigger)] for e in doc.events if e.type == "ASSAULT"] == ["قصفت"]


def test_why_names_row_and_rule() -> None:
    why = _only("اتهمت روسيا أوكرانيا بقصف بيلغورود.").why
    assert why.startswith("«اتهم» (words/triggers.tsv); subject behind the verb")


def test_the_trigger_is_the_word_without_its_proclitic() -> None:
    text = "واعتقلت الشرطة المصرية صحفيا."
    assert text[slice(*_only(text).trigger)] == "اعتقلت"


def test_dates_of_no_day_are_no_dates() -> None:
    assert _only("قصفت إسرائيل مؤخرا مطار دمشق.").date is None
    assert _only("قصفت إسرائيل مطار دمشق أمس.").date == "2024-05-14"


def test_an_empty_document_has_no_events() -> None:
    assert read("").events == ()
    assert Document(id="t", text="").events == ()
