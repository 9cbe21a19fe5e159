"""Pages: the article's words, and what the page says of it."""

import time

import pytest

from khabar.clean import clean
from khabar.records import Document, Given, Outlet, Raw, Rejected, encode
from khabar.settings import Settings

TITLE = "ميناء الوادي يفتتح ثلاثة أرصفة جديدة"
FIRST = "افتتحت سلطة الميناء صباح اليوم ثلاثة أرصفة جديدة بحضور مئات العمال، بعد أعمال دامت أربع سنوات كاملة."
SECOND = "وقال مدير الميناء سامر الخطيب إن الأرصفة «ستضاعف عدد السفن» التي تصل إلى المدينة كل أسبوع من البحر."
THIRD = "ويتوقع تجار السوق القديمة أن تنخفض كلفة النقل بنحو الربع مع نهاية العام إذا بقيت الرسوم كما هي الآن."
BODY = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
MENU = "".join(
    f'<li><a href="/{i}">قسم رقم {i} من أقسام الموقع الإخباري الكبير هذا</a></li>' for i in range(30)
)


def page(body: str, head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    )


def result(markup: str | bytes, url: str | None = None) -> Document | Rejected:
    body = markup if isinstance(markup, bytes) else markup.encode()
    return clean(Raw(uri="u", body=body, media="html", given=Given(url=url)), Settings())


def read(markup: str | bytes, url: str | None = None) -> Document:
    found = result(markup, url)
    assert isinstance(found, Document), found
    return found


def reason(markup: str | bytes) -> str:
    found = result(markup)
    assert isinstance(found, Rejected), found
    return found.reason


ARTICLE = f"<nav><ul>{MENU}</ul></nav><article><h1>{TITLE}</h1>{BODY}</article><footer>© 2019 الوادي</footer>"


def test_article_with_headline_first() -> None:
    found = read(page(ARTICLE))
    assert found.text == "\n\n".join((TITLE, FIRST, SECOND, THIRD))
    assert found.title == TITLE
    assert (found.url, found.outlet, found.published, found.authors) == (None, None, None, ())


def test_headline_stands_once() -> None:
    found = read(
        page(f"<main><h1>{TITLE}</h1><h2>{TITLE}</h2>{BODY}</main>", f"<title>{TITLE} | الوادي</title>")
    )
    assert found.text.startswith(TITLE)
    assert found.title == TITLE
    same = read(
        page(f"<article><p>{TITLE}</p>{BODY}</article>", f'<meta property="og:title" content="{TITLE}">')
    )
    assert same.text.count(TITLE) == 1


def test_everything_the_head_says() -> None:
    data = """{"@context": "https://schema.org", "@graph": [
      {"@type": "WebSite", "name": "شبكة"},
      {"@type": ["NewsArticle"], "headline": "%s &quot;قريبا&quot;",
       "datePublished": "2024-05-05T08:00:00+03:00",
       "dateModified": "2025-01-01", "author": [{"name": "سلمى ناصر"}, "نور الدين"],
       "publisher": {"name": "الوادي نت"}, "keywords": ["موانئ", "نقل"]}]}"""
    head = (
        f'<script type="application/ld+json">{data % TITLE}</script>'
        '<script type="application/ld+json">{</script>'
        '<link rel="canonical" href="/news/7?utm_source=x#c">'
    )
    found = read(page(f"<article>{BODY}</article>", head), "https://WWW.wadi.example/n/7?ref=2")
    assert found.title == f'{TITLE} "قريبا"'
    assert (found.published, found.published_how) == ("2024-05-05T08:00:00+03:00", "html")
    assert found.authors == ("سلمى ناصر", "نور الدين")
    assert found.tags == ("موانئ", "نقل")
    assert found.url == "https://www.wadi.example/news/7"
    assert found.outlet == Outlet(id="wadi.example", name="الوادي نت")


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta property="article:published_time" content="2024-05-05T00:00:00Z">', ""),
        ('<meta name="pubdate" content="5 مايو 2024">', ""),
        ("", '<article><time datetime="2024-05-05">أمس</time></article>'),
        ("", '<span itemprop="datePublished" datetime="2024-05-05">x</span>'),
        ('<script type="application/ld+json">[{"datePublished":"2024-05-05"}]</script>', ""),
    ],
)
def test_marked_dates(head: str, body: str) -> None:
    found = read(page(f"{body}<article>{BODY}</article>", head))
    assert (found.published or "")[:10] == "2024-05-05"
    assert found.published_how == "html"


@pytest.mark.parametrize(
    "more",
    [
        "<footer>جميع الحقوق محفوظة 5 مايو 2024</footer>",
        '<div><time datetime="2024-05-05">a</time><time datetime="2023-01-01">b</time></div>',
        '<meta name="last-modified" content="2024-05-05">',
        '<script type="application/ld+json">{"@type":"NewsArticle","dateModified":"2024-05-05"}</script>',
    ],
)
def test_no_date_is_made_up(more: str) -> None:
    assert read(page(f"<article>{BODY}</article>{more}")).published is None


def test_date_and_source_in_the_text() -> None:
    lines = f"<p>تاريخ النشر: 5 مايو 2024</p>{BODY}<p>المصدر: وكالة الساحل</p>"
    found = read(page(f"<article><h1>{TITLE}</h1>{lines}</article>"))
    assert (found.published, found.published_how) == ("2024-05-05", "text")
    assert found.republished_from == "وكالة الساحل"


def test_foreign_or_front_page_canonical_is_not_believed() -> None:
    for claimed in ("https://wadi.example/", "https://other.test/a"):
        head = f'<link rel="canonical" href="{claimed}">'
        assert read(page(ARTICLE, head), "https://wadi.example/a").url == "https://wadi.example/a"
    head = '<link rel="canonical" href="https://wadi.example/a">'
    assert read(page(ARTICLE, head), "https://m.wadi.example/a?x=1").url == "https://wadi.example/a"


def test_windows_1256_named_in_meta_only() -> None:
    head = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">'
    markup = f"<html><head>{head}</head><body>{ARTICLE}</body></html>".encode("cp1256")
    assert SECOND in read(markup).text
    wrong = markup.replace(b"windows-1256", b"iso-8859-1")
    assert SECOND in read(wrong).text


def test_xhtml_declaration_names_another_encoding() -> None:
    markup = f'<?xml version="1.0" encoding="windows-1256"?>\n{page(ARTICLE)}'
    assert SECOND in read(markup).text
    assert SECOND in read(markup.replace("utf-8", "windows-1256").encode("cp1256")).text


def test_cut_character_does_not_lose_a_page() -> None:
    cut = '<meta name="description" content="افتتحت سلطة'.encode()[:-1] + b'">'
    markup = page(ARTICLE, "CUT").encode().replace(b"CUT", cut)
    assert SECOND in read(markup).text


def test_old_page_of_tables_and_line_breaks() -> None:
    story = f"{FIRST}<br><br>{SECOND}<br>{THIRD}"
    cells = f"<form><table><tr><td><ul>{MENU}</ul></td><td>{story}</td></tr></table>"
    found = read(f"<html><head><title>{TITLE}</title></head><body>{cells}</form></body></html>")
    assert found.text.startswith(TITLE)
    assert FIRST in found.text
    assert THIRD in found.text


def test_short_urgent_news() -> None:
    line = "عاجل: الدفاع المدني يعلن إخماد الحريق في سوق الوادي دون إصابات"
    found = read(page(f"<nav><ul>{MENU}</ul></nav><article><h1>إخماد حريق السوق</h1><p>{line}</p></article>"))
    assert line in found.text


@pytest.mark.parametrize(
    "body",
    [
        "",
        f"<ul>{MENU}</ul>",
        "<p>الصفحة غير موجودة</p>",
        f"<nav>{FIRST}</nav><footer>{SECOND}</footer>",
        f"<script>var a = '{FIRST}';</script>",
    ],
)
def test_pages_without_article(body: str) -> None:
    assert reason(page(body)) == "no_article"


def test_other_failures_of_pages() -> None:
    assert reason("") == "empty"
    assert reason("%PDF-1.5 ") == "binary"
    english = (
        "<p>The harbour authority opened three new berths on Sunday morning in front of workers.</p>" * 3
    )
    assert reason(page(f"<article>{english}</article>")) == "not_arabic"


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 50_000 + BODY,
        "<b><i>" * 20_000 + BODY,
        page("<article>" + "<span>" * 3_000 + FIRST + "</span>" * 3_000 + BODY),
    ],
)
def test_deep_nesting_ends_well(markup: str) -> None:
    began = time.monotonic()
    found = result(markup)
    assert isinstance(found, Document) or found.reason == "no_article"
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    "markup",
    [
        BODY,
        f"<!-- {'x' * 100} --><article>{BODY}",
        f"<html><body><article>{BODY}</div></p></section><table><p",
        f"<html/><article>{BODY}</article>",
        f"<html><body>\0<article>{BODY}</article>",
        f"<p>{FIRST}<p>{SECOND}<p>{THIRD}&nbsp;&#0;&#xD800;&bad;",
    ],
)
def test_broken_markup(markup: str) -> None:
    assert SECOND in read(markup).text


def test_linked_data_that_is_hostile() -> None:
    data = '{"mainEntity":' * 3000 + "1" + "}" * 3000
    odd = '{"@type": 5, "author": {"name": 7}, "keywords": {"a": 1}, "datePublished": [1], "headline": ["x"]}'
    head = "".join(f'<script type="application/ld+json">{d}</script>' for d in (data, odd, "null", "[[[]]]"))
    assert SECOND in read(page(ARTICLE, head)).text


def test_half_a_surrogate_pair_in_linked_data() -> None:
    data = '{"@type": "NewsArticle", "headline": "ميناء \\ud83d الوادي", "author": "\\udc00"}'
    found = read(page(f"<article>{BODY}</article>", f'<script type="application/ld+json">{data}</script>'))
    assert found.title == "ميناء الوادي"
    assert found.authors == ()
    assert encode(found)
