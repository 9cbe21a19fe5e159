"""Blocks: each line once, with its exact span and the role that its place and words tell."""

import pytest

from khabar.extract import _block_cues, _lines, blocks
from khabar.lexicon import built_in
from khabar.records import Block, Reading

HEAD = "البلدية تفتح السوق الجديد للتجار"
LONG = "افتتحت البلدية السوق الجديد الخميس بحضور عدد كبير من التجار والأهالي الذين قدموا من الأحياء القريبة."
MORE = "وطالب التجار بخفض الضرائب على المحال الصغيرة وبإنارة الطرق التي تؤدي إلى السوق قبل الشتاء القادم."


def roles(text: str, published: str | None = None, title: str | None = None) -> list[tuple[str, str]]:
    found = judged(text, published, title)
    return [(block.role, text[block.start : block.end]) for block in found]


def judged(text: str, published: str | None = None, title: str | None = None) -> list[Block]:
    return list(blocks.extract(Reading(id="t", text=text, published=published, title=title), built_in()))


def test_every_line_end_parts_blocks_and_spans_carry_no_white_space() -> None:
    text = f"  {HEAD}\r\n\u200f{LONG}\u2028\t{MORE} \n\n \u00a0\n\u200b\n{LONG}"
    found = [(b.start, b.end) for b in judged(text)]
    assert [text[s:e] for s, e in found] == [HEAD, f"\u200f{LONG}", MORE, LONG]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("ضرائب السوق", "title"),
        ("اقرأ أيضاً: أسعار القمح", "furniture"),
        ("ٱقْرَأْ أَيْضًا: أســعار القمح", "furniture"),
        ("﴾ﺗﺎﺭﻳﺦ ﺍﻟﻨﺸﺮ﴿: 3 مارس 2021", "meta"),
        ("3/4/2021", "meta"),
        ("السوق القديم في المساء [حقوق الصورة للبلدية] 📷", "caption"),
        ("يُذكر أن السوق بني قبل مئة عام على يد تجار من الساحل.", "background"),
        ("وكان السوق القديم قد احترق عام 1998، وفقد التجار فيه بضاعة كثيرة لم تعوض.", "background"),
        ("وفي 12 آذار 2015 احترق السوق القديم كله ولم يبق منه غير الجدران الخارجية.", "background"),
        ("وقال رئيس البلدية إن السوق القديم احترق عام 1998 ولم يعوض أحد من تجاره.", "body"),
        ("واشترت البلدية الأربعاء أرضا مجاورة كانت مهجورة منذ عام 1998 لتوسيع السوق.", "body"),
        ("وزير الزراعة: موسم القمح هذا العام أفضل من الموسم الماضي بكثير", "furniture"),
    ],
)
def test_a_line_between_paragraphs(line: str, role: str) -> None:
    found = roles(f"{HEAD}\n{LONG}\n{line}\n{MORE}", published="2021-03-04")
    assert found[2] == (role, line)


def test_the_head_of_a_page() -> None:
    text = f"محليات\n{HEAD}\nسامي حداد\n{LONG}\n{MORE}"
    assert [role for role, _ in roles(text, title=HEAD)] == ["title", "title", "meta", "body", "body"]


def test_the_repeated_headline_and_the_repeated_caption() -> None:
    caption = "التجار يرتبون بضائعهم في السوق الجديد صباح يوم الافتتاح وسط حضور كبير للأهالي"
    text = f"{HEAD}\n{HEAD}\n{caption}\n{caption}\n{LONG}\n{MORE}"
    assert [role for role, _ in roles(text, title=HEAD)][:4] == ["title", "title", "caption", "caption"]


def test_background_goes_on_until_somebody_speaks() -> None:
    text = (
        f"{HEAD}\n{LONG}\nيذكر أن السوق بني قبل مئة عام.\nويضم السوق عشرات المحال.\nوقال تاجر إن السوق جميل."
    )
    assert [role for role, _ in roles(text)][2:] == ["background", "background", "body"]


def test_an_article_of_paragraphs_only_is_body() -> None:
    assert [role for role, _ in roles(f"{LONG}\n{MORE}")] == ["body", "body"]
    assert judged("") == []


@pytest.mark.parametrize(
    "row", built_in().rows("words/block_cues.tsv", _block_cues.BlockCue), ids=lambda r: r.form
)
def test_every_cue_fires_on_its_example(row: _block_cues.BlockCue) -> None:
    text = f"{HEAD}\n{LONG}\nيذكر أن السوق قديم.\n{row.example}\n{MORE}"
    page = _lines.read(Reading(id="t", text=text, published="2021-03-04"), built_in())
    line = page.lines[3]
    if row.role == "recent":
        assert line.recent
    elif row.role == "body":
        assert page.cues.news(line)
        assert roles(text, "2021-03-04")[3][0] == "body"
    else:
        block = judged(text, "2021-03-04")[3]
        assert block.role == row.role
        assert "words/block_cues.tsv" in block.why
