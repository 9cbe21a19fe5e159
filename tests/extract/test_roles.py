"""The title that the text gives a person."""

import pytest

from khabar import extract
from khabar.lexicon import built_in
from khabar.records import Document


def read(text: str, published: str | None = None) -> Document:
    return extract.annotate(Document(id="t", text=text, published=published), built_in())


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("قال وزير الخارجية الأميركي سامر الخطيب", ["وزير الخارجية الأميركي"]),
        ("قال وزير الخارجية الأميركي، سامر الخطيب، أمس", ["وزير الخارجية الأميركي"]),
        ("رسالة للرئيس الروسي فلاديمير بوتين", ["للرئيس الروسي"]),
        ("وكتب بالأمس لوزير الدفاع سامر الخطيب", ["وزير الدفاع"]),
        ("قال الكولونيل “جاك دوراند” أمس", ["الكولونيل"]),
        ("قال الفريق الركن المتقاعد سامر الخطيب", ["الفريق الركن المتقاعد"]),
        ("قالت نائبة السفيرة الكندية في الأمم المتحدة هالة سالم", ["نائبة السفيرة الكندية في الأمم المتحدة"]),
        ("قال رئيس لجنة العلاقات الخارجية في البرلمان العراقي ليث الكناني",
         ["رئيس لجنة العلاقات الخارجية في البرلمان العراقي"]),
        ("قال قائد مركز التنسيق المشترك في بغداد، العقيد سامر الخطيب",
         ["قائد مركز التنسيق المشترك في بغداد", "العقيد"]),
        ("قالت هالة سالم، مديرة مكتب الصحة، إن العمل بدأ", ["مديرة مكتب الصحة"]),
        ("قال جاك دوراند الخبير في شركة النقل إن السعر ثابت", ["الخبير في شركة النقل"]),
        ('قال جاك دوراند الخبير في شركة "نور الصباح" إن السعر ثابت', ['الخبير في شركة "نور الصباح']),
        ("زار الشيخ سالم بن ناصر، أمير قطر السابق، المعرض", ["أمير قطر السابق"]),
        ("زار الشيخ سالم بن ناصر المعرض", ["الشيخ"]),
        ("رأى الصحفيون نجله أحمد الخطيب والطفل سامر الخطيب", []),
        ("قال مدير مكتب الحريري إن الباب مفتوح", []),
        ("وزير الخارجية الأميركي يدعو إلى الهدوء", []),
        ("زعيمه “البغدادي” في الصورة", ["زعيمه"]),
    ],
)  # fmt: skip
def test_titles_before_and_behind(text: str, roles: list[str]) -> None:
    assert [text[r.start : r.end] for r in read(text).roles] == roles


def test_a_role_names_its_person_and_says_why() -> None:
    text = "قَالَ الرَّئيسُ الأَميركيّ، جو بايدن 🚨 إنه عائد"
    doc = read(text)
    role = doc.roles[0]
    assert text[role.start : role.end] == "الرَّئيسُ الأَميركيّ"
    assert role.entity == doc.mentions[0].entity
    assert "titles.tsv" in role.why


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("أعلن وزير الخارجية الأميركي مايك بومبيو موقف بلاده", ["USA.SECRETARY_OF_STATE"]),
        ("التقى رئيس وزراء العراق مصطفى الكاظمي الوفد", ["IRQ.PRIME_MINISTER"]),
        ("استقبل الرئيس رجب طيب أردوغان الوفد", ["TUR.PRESIDENT"]),
        ("حضر الأمين العام للأمم المتحدة أنطونيو غوتيريش الجلسة", ["UNO.SECRETARY_GENERAL"]),
        ("تحدث الخبير سامر الخطيب إلى القناة", [None]),
    ],
)
def test_a_title_names_an_office(text: str, offices: list[str | None]) -> None:
    assert [role.office for role in read(text, published="2021-03-01").roles] == offices


@pytest.mark.parametrize(
    ("text", "published", "speaker", "told"),
    [
        (
            "أعلن رئيس الوزراء العراقي أن الجلسة غدا. وكان مصطفى الكاظمي زار أربيل.", "2021-03-01",
            "مصطفى الكاظمي", "the text names the holder",
        ),
        ("أعلن رئيس الوزراء العراقي أن الجلسة غدا.", "2019-03-01", None, "then held by عادل عبد المهدي"),
        ("قال الأمين العام للأمم المتحدة إن الهدنة هشة.", "2013-03-01", None, "then held by بان كي مون"),
        ("أعلن رئيس الوزراء العراقي أن الجلسة غدا.", None, None, "the office IRQ.PRIME_MINISTER"),
        ("قال وزير العدل سامر الخطيب إنه باق. وأضاف الوزير أنه راض", "2019-03-01", "سامر الخطيب", ""),
    ],
)  # fmt: skip
def test_a_title_without_a_name_is_its_holder(
    text: str, published: str | None, speaker: str | None, told: str
) -> None:
    doc = read(text, published)
    said = doc.statements[-1]
    names = {entity.id: entity.name for entity in doc.entities}
    assert names.get(said.speaker_entity or "") == speaker
    assert told in said.why
