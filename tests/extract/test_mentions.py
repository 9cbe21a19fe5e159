"""Which spans are names, of what type, and which name the same."""

import pytest

from khabar import extract
from khabar.lexicon import built_in
from khabar.records import Document, Entity


def read(text: str) -> Document:
    return extract.annotate(Document(id="t", text=text), built_in())


def found(text: str) -> list[str]:
    return [f"{m.type} {text[m.start : m.end]}" for m in read(text).mentions]


def entity(text: str, shown: str) -> Entity:
    doc = read(text)
    wanted = {m.entity for m in doc.mentions if text[m.start : m.end] == shown}
    return next(e for e in doc.entities if e.id in wanted)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("تعمل الشركة بالعراق وبسوريا", ["LOC العراق", "LOC سوريا"]),
        ("قدمت المنحة للعراق وللأردن", ["LOC للعراق", "LOC للأردن"]),
        ("زار محافظة نينوى وقضاء مخمور", ["LOC نينوى", "LOC مخمور"]),
        ("وصل إلى مطار بغداد الدولي مساء", ["LOC مطار بغداد الدولي"]),
        ("عاد من مخيم الهول أمس", ["LOC مخيم الهول"]),
        ("في مديرية كحلبوش الجبلية", ["LOC كحلبوش"]),
        ("أعلن تنظيم داعش وحركة طالبان", ["ORG داعش", "ORG طالبان"]),
        ("بيان ميليشيا الحوثي", ["ORG الحوثي"]),
        ("قال حزب الله إن القرية هادئة", ["ORG حزب الله"]),
        ("اجتمعت وزارة الخارجية الأميركية", ["ORG وزارة الخارجية الأميركية"]),
        ("بيان للخارجية العراقية", ["ORG للخارجية العراقية"]),
        ("وزيرة الخارجية النمساوية في القاعة", []),
        ("عاد الجيش العراقي والقوات الأميركية", ["ORG الجيش العراقي", "ORG القوات الأميركية"]),
        ("موقف الحكومة (العراقية) الجديد", ["ORG الحكومة (العراقية)"]),
        ("درب قوات الأمن الكندية", ["ORG قوات الأمن الكندية"]),
        ("قائد مركز التنسيق المشترك", ["ORG مركز التنسيق المشترك"]),
        ('منظمة "زهور الوادي" الخيرية', ["ORG زهور الوادي"]),
        ("قال وزير الخارجية العراقي فؤاد حسين", ["PER فؤاد حسين"]),
        ("قال وزير الخارجية العراقي، #فؤاد_حسين، أمس", ["PER فؤاد_حسين"]),
        ("قال الكولونيل “جاك دوراند” أمس", ["PER جاك دوراند"]),
        ("كتبت هالة سالم بن ناصر آل عمران القصة", ["PER هالة سالم بن ناصر آل عمران"]),
        ("وصل عبدالله السقاف ومحمد علي الحداد", ["PER عبدالله السقاف", "PER محمد علي الحداد"]),
        ("الجيش والحكومة والتنظيم في البلاد", []),
        ("العراقيون والمواطن العراقي", []),
        ("بدا البيت كبيرا في صباح مبارك", []),
        ("درست في جامعة القاهرة وبجامعة بريستول", ["ORG جامعة القاهرة", "ORG جامعة بريستول"]),
        ("اجتمع مجلس الشورى العسكري الأعلى أمس", ["ORG مجلس الشورى العسكري الأعلى"]),
        ("خرج الحارس من منطقة الجزاء مسرعا", []),
        ("سارت القافلة في شارع مغطى بالثلج", []),
        ("قطعت الطريق القنابل المسيلة للدموع", []),
        ("استقبل أمير قطر الشيخ حمدان سالم الضيوف", ["LOC قطر", "PER حمدان سالم"]),
        ("قرأت سلمى الحداد أبدت رأيها", ["PER سلمى الحداد"]),
        ("لأن سامر سيظل مدربا للفريق", []),
        ("أخبر القاضي تلقائيا بما جرى", []),
        ("استقبل مسؤولاً روسياً أمس", []),
        ("عنوان القاعة\nبغداد", ["LOC بغداد"]),
    ],
)
def test_spans_and_types(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("كان السفير وبصحبته ابنه في القاعة", []),
        ("نالت الشركة حصة الأسد من الأرباح", []),
        ("وصف كلامه بأنه زلة لسان عابرة", []),
        ("كتبت على ورقة عتبة البيت وعادت", []),
        ("قال المتحدث باسم لوبيز إن الحفل قائم", []),
        ("فازت بطلة العالم مرتين بالكأس", []),
        ("تعمل رئيسة قسم البحوث بشركة فاروس القابضة", []),
        ("وصل محمد الحمداني وسامر الكناني أمس", ["PER محمد الحمداني", "PER سامر الكناني"]),
        ("عاد الطبيب سامر الكناني لتدعيم الفريق", ["PER سامر الكناني"]),
    ],
)
def test_everyday_words_are_no_names_and_no_parts_of_one(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("🚨 وصل ترامـــب إلى لندن", ["ترامـــب", "لندن"]),
        ("سَيطَرَ دَاعِش على الموصِل", ["دَاعِش", "الموصِل"]),
        ("قال \u202bالكرملين\u202c إن موسكو مستعدة", ["الكرملين", "موسكو"]),
        ("زار ﺑﻐﺪﺍﺩ أمس", ["ﺑﻐﺪﺍﺩ"]),
        ("وَبِالعِراقِ 🌍 #جو_بايدن", ["العِراقِ", "جو_بايدن"]),
        ("عاد إلى #إقليم_كردستان أمس", ["كردستان"]),
    ],
)
def test_offsets_are_those_of_the_received_text(text: str, shown: list[str]) -> None:
    assert [text[m.start : m.end] for m in read(text).mentions] == shown


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("قسد هي قوات سوريا الديمقراطية", ["e1", "e1"]),
        ("الولايات المتحدة وأميركا وأمريكا", ["e1", "e1", "e1"]),
        ("القوات الأميركية ثم القوات الأمريكية", ["e1", "e1"]),
        ("وزارة الخارجية العراقية ثم بيان الخارجية العراقية", ["e1", "e1"]),
        ("زار سامر أبو طيور القرية. وعاد أبوطيور أمس", ["e1", "e1"]),
        ("أعلن الدكتور ليث الكناني النتيجة. وقال الكناني إن العمل بدأ", ["e1", "e1"]),
        ("الكناني في القاعة. وصل الدكتور ليث الكناني", ["e1", "e1"]),
        ("رئيسنا جو بايدن و#جو_بايدن وبايدن", ["e1", "e1", "e1"]),
        ("محمد بن سلمان ومحمد بن زايد", ["e1", "e2"]),
        ("وصل سامر الكناني ثم قال الكناني. ووصل ليث الكناني ثم قال الكناني", ["e1", "e1", "e2", "e2"]),
        ("غرد سامر بايدن، وقال بايدن إن العمل بدأ", ["e1", "e1"]),
        ("غرد سامر بايدن، وقال جو بايدن إن العمل بدأ", ["e1", "e2"]),
        ("غرد سامر بايدن، وقال الرئيس بايدن إن العمل بدأ", ["e1", "e2"]),
        ("وصل سعيد آل جابر القاعة. وقال آل جابر إن العمل بدأ", ["e1", "e1"]),
    ],
)
def test_one_entity_one_id(text: str, groups: list[str]) -> None:
    assert [m.entity for m in read(text).mentions] == groups


def test_entities_carry_what_the_tables_know() -> None:
    city = entity("هطلت الأمطار في الموصل أمس", "الموصل")
    assert city.geonames is not None
    assert city.lat is not None
    assert 36 < city.lat < 37
    assert city.code == "IRQ"
    assert entity("بيان داعش", "داعش").code == "IMG:ISIS"
    assert entity("الجيش الكندي", "الجيش الكندي").code == "CAN:MIL"
    assert entity("كتب أحمد السقاف القصة", "أحمد السقاف").code is None


def test_a_place_is_looked_for_in_the_countries_of_the_text() -> None:
    text = "هطلت الأمطار في طرابلس"
    alone = entity(text, "طرابلس")
    both = {entity(f"{text} شمالي {c}", "طرابلس").code for c in ("ليبيا", "لبنان")}
    assert (alone.code, alone.lat) == (None, None)
    assert both == {"LBY", "LBN"}
    assert any("ليبيا" in m.why and "لبنان" in m.why for m in read(text).mentions)


def test_every_mention_says_why() -> None:
    doc = read("قال وزير الدفاع الكندي سامر الخطيب إن الجيش الكندي عاد من مدينة الموصل")
    assert len(doc.mentions) == 3
    assert all(m.why for m in doc.mentions)


@pytest.mark.parametrize(
    "text", ["", "#", "وزير", "الرئيس،", "محمد", "وزارة", 'تنظيم "', "مطار #", "محافظة\n"]
)
def test_scraps_give_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\n\n"])
def test_a_name_does_not_run_over_the_end_of_a_line(end: str) -> None:
    assert found(f"وصول رئيس حكومة الأردن{end}أفضت المشاورات إلى نتيجة") == ["ORG حكومة الأردن"]


@pytest.mark.parametrize(
    ("published", "code"),
    [("2013-05-01", "USA"), ("2018-04-01T10:00", "USA:GOV"), ("2022-01-01", "USA"), (None, "USA:GOV")],
)
def test_a_person_has_the_code_of_the_office_held_on_the_day(published: str | None, code: str) -> None:
    doc = extract.annotate(Document(id="t", text="قال دونالد ترامب كلمة.", published=published), built_in())
    assert [e.code for e in doc.entities] == [code]
