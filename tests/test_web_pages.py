"""The web pages over a store in memory."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from litestar import Litestar
from litestar.testing import TestClient

from khabar import web
from khabar.lexicon import built_in
from khabar.records import Block, Document
from khabar.tell.pages import frame, highlight, labels
from khabar.tell.pages.highlight import Mark, Piece
from web_shelf import COPY, HOSTILE, KIRKUK, LINKS, TEXT, Shelf, span

HERE = "http://127.0.0.1:8765"


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient[Litestar]]:
    with TestClient(web.app(Shelf(KIRKUK, HOSTILE, COPY, links=LINKS)), base_url=HERE) as opened:
        yield opened


@pytest.fixture(scope="module")
def empty() -> Iterator[TestClient[Litestar]]:
    with TestClient(web.app(Shelf()), base_url=HERE) as opened:
        yield opened


def words_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


def joined(pieces: Iterator[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


@pytest.mark.parametrize(
    "path", ["/", "/article/a1", "/statements", "/figures", "/no/such", "/static/base.css"]
)
def test_every_answer_carries_the_safety_headers(client: TestClient[Litestar], path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "'unsafe" not in policy
    assert all(f"{rule} 'self'" in policy for rule in ("style-src", "font-src", "img-src", "form-action"))
    assert "base-uri 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("path", ["/", "/article/x2", "/?q=script", "/statements?q=<script>", "/?q=<script>"])
def test_markup_in_an_article_or_a_question_stays_text(client: TestClient[Litestar], path: str) -> None:
    html = client.get(path).text
    assert "<script" not in html
    assert "<img" not in html
    assert "<b>outlet" not in html


def test_the_hostile_text_is_shown_as_it_is(client: TestClient[Litestar]) -> None:
    html = client.get("/article/x2").text
    body = html[html.index('<p class="line') : html.index('<div class="tables"')]
    assert HOSTILE.text in words_of(body)
    assert "javascript:" not in html


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://a.example/x", True),
        ("http://a.example", True),
        ("javascript:alert(1)", False),
        (" JavaScript:alert(1)", False),
        ("data:text/html,x", False),
        ("http://[", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, kept: bool) -> None:
    assert frame.outward(url) == (url if kept else None)


def test_a_request_under_a_foreign_name_is_refused(client: TestClient[Litestar]) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 403
    assert client.get("/", headers={"host": "localhost:99"}).status_code == 200
    assert client.get("/", headers={"host": "[::1]:99"}).status_code == 200


def test_the_article_holds_an_anchor_for_every_span(client: TestClient[Litestar]) -> None:
    html = client.get("/article/a1").text
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    linked = set(re.findall(r'href="#([^"]+)"', html))
    assert linked <= set(ids)
    assert {"s1", "s2", "s3", "s4", "f1", "f2", "t1", "m1", "m2", "l2"} <= set(ids)


def test_the_article_text_is_whole_and_its_blocks_show_their_roles(client: TestClient[Litestar]) -> None:
    html = client.get("/article/a1").text
    lines = re.findall(r'<p class="line (\w+)"[^>]*>(.*?)</p>', html, re.DOTALL)
    assert [words_of(line) for _, line in lines] == TEXT.split("\n")
    assert [role for role, _ in lines] == [block.role for block in KIRKUK.blocks]


def test_the_tables_say_who_said_and_who_counted(client: TestClient[Litestar]) -> None:
    page = words_of(client.get("/article/a1?lang=en").text)
    for expected in ("حازم الرشيداوي", "denies", "killed", "≈\u00a040", "2022-04-03", "Kirkuk", "IRQ:MIL"):
        assert expected in page
    assert "copy of the article" in page
    assert "reprinted paragraph" in page


def test_arabic_comes_first_and_english_stays_once_chosen(client: TestClient[Litestar]) -> None:
    arabic, english = client.get("/?q=كركوك").text, client.get("/?q=كركوك&lang=en").text
    assert '<html lang="ar" dir="rtl">' in arabic
    assert '<html lang="en" dir="ltr">' in english
    assert "lang=en" not in arabic.replace(
        'class="other" href="/?q=%D9%83%D8%B1%D9%83%D9%88%D9%83&amp;lang=en"', ""
    )
    inner = re.findall(r'href="(/(?!static)[^"]*)"', english)
    assert all("lang=en" in link for link in inner if "q=" not in link)
    assert '<input type="hidden" name="lang" value="en">' in english
    assert 'href="/?q=%D9%83%D8%B1%D9%83%D9%88%D9%83"' in english


def test_a_search_marks_its_words(client: TestClient[Litestar]) -> None:
    html = client.get("/", params={"q": "كركوك"}).text
    assert '<span class="hit">كركوك</span>' in html
    assert 'href="/article/a1"' in html
    assert 'value="كركوك"' in html


def test_a_search_without_result_says_so(client: TestClient[Litestar]) -> None:
    assert "Nothing found" in client.get("/?q=zzz&lang=en").text


def test_long_results_come_in_pages() -> None:
    many = [Document(id=f"d{n}", text=f"خبر {n}", title=f"خبر {n}") for n in range(45)]
    with TestClient(web.app(Shelf(*many)), base_url=HERE) as client:
        first, last = client.get("/").text, client.get("/?page=3").text
    assert first.count('class="hit"') == 20
    assert 'rel="next" href="/?page=2"' in first
    assert 'rel="prev"' not in first
    assert last.count('class="hit"') == 5
    assert 'rel="next"' not in last


@pytest.mark.parametrize("page", ["0", "-1", "x", "9" * 30])
def test_a_senseless_page_number_is_a_clean_refusal(client: TestClient[Litestar], page: str) -> None:
    answer = client.get("/", params={"page": page})
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("text/html")


def test_a_missing_page_or_article_is_a_404_in_the_readers_language(client: TestClient[Litestar]) -> None:
    for path in ("/no/such", "/article/none", "/static/none.css"):
        answer = client.get(path, params={"lang": "en"})
        assert answer.status_code == 404
        assert "no page at this address" in answer.text


def test_a_fault_is_a_page_without_its_inside() -> None:
    class Broken(Shelf):
        def document(self, id: str) -> Document | None:  # noqa: A002 (as Service names it)
            raise RuntimeError(f"secret {id}")

    with TestClient(web.app(Broken()), base_url=HERE, raise_server_exceptions=False) as client:
        answer = client.get("/article/a1")
    assert answer.status_code == 500
    assert "secret" not in answer.text


@pytest.mark.parametrize("path", ["/", "/?q=x", "/statements", "/figures", "/health"])
def test_an_empty_store_has_pages_too(empty: TestClient[Litestar], path: str) -> None:
    assert empty.get(path).status_code == 200


def test_health_counts_documents(client: TestClient[Litestar]) -> None:
    assert client.get("/health").json() == {"status": "ok", "documents": 3}


@pytest.mark.parametrize(
    ("path", "shown", "hidden"),
    [
        ("/statements?stance=deny", "#s2", "#s1"),
        ("/statements?stance=", "#s1", "#s9"),
        ("/figures?category=displaced", "#f2", "#f1"),
    ],
)
def test_lists_filter_and_link_to_the_span(
    client: TestClient[Litestar], path: str, shown: str, hidden: str
) -> None:
    html = client.get(path).text
    assert f"/article/a1{shown}" in html
    assert f"/article/a1{hidden}" not in html


def test_other_hosts_are_refused() -> None:
    with pytest.raises(ValueError, match=r"0\.0\.0\.0"):
        web.serve(Shelf(), "0.0.0.0", 8000)  # noqa: S104 (the refusal is what is tested)


def test_every_label_speaks_both_languages() -> None:
    arabic, english = labels.in_language("ar"), labels.in_language("en")
    for group in ("role", "layer", "kind", "stance", "category", "type"):
        assert labels.codes(group)
        for code in labels.codes(group):
            assert arabic(group, code) != code
            assert english(group, code)
    assert arabic("category", "brand_new") == "brand_new"


def test_every_stance_and_category_of_the_word_lists_has_a_label() -> None:
    class Cue(msgspec.Struct, frozen=True):
        stance: str = ""

    class Noun(msgspec.Struct, frozen=True):
        category: str = ""

    stances = {row.stance for row in built_in().rows("words/cues.tsv", Cue)} - {""}
    categories = {row.category for row in built_in().rows("words/counted_nouns.tsv", Noun)} - {""}
    assert stances <= set(labels.codes("stance"))
    assert categories <= set(labels.codes("category"))


def test_nested_marks_nest_and_crossing_marks_are_cut() -> None:
    text = "0123456789"
    marks = [Mark(0, 6, "a", "x"), Mark(2, 4, "b", "y"), Mark(4, 9, "c", "z")]
    pieces = list(highlight.pieces(text, (0, 10), marks))
    assert joined(iter(pieces)) == text
    shape = [(p.text, [(o.layer, o.anchor) for o in p.opens], p.closes) for p in pieces]
    assert shape == [
        ("01", [("a", "x")], 0),
        ("23", [("b", "y")], 1),
        ("45", [("c", "z")], 2),
        ("678", [("c", None)], 1),
        ("9", [], 0),
    ]


spans = st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60)), max_size=15)


@given(st.text(max_size=50), spans)
def test_pieces_put_together_are_the_text(text: str, found: list[tuple[int, int]]) -> None:
    marks = [Mark(start, end, f"l{n}", f"a{n}") for n, (start, end) in enumerate(found)]
    pieces = list(highlight.pieces(text, (0, len(text)), marks))
    assert joined(iter(pieces)) == text
    depth = 0
    anchors: list[str] = []
    for piece in pieces:
        depth += len(piece.opens) - piece.closes
        anchors += [o.anchor for o in piece.opens if o.anchor]
        assert depth >= 0
    assert depth == 0
    inside = {f"a{n}" for n, (start, end) in enumerate(found) if 0 <= start < min(end, len(text))}
    assert sorted(anchors) == sorted(inside)


@given(st.text(max_size=50), spans, st.lists(st.integers(0, 50), max_size=5))
def test_each_code_point_carries_the_layers_that_cover_it(
    text: str, found: list[tuple[int, int]], cuts: list[int]
) -> None:
    bounds = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    blocks = tuple(Block(start=a, end=b, role="body") for a, b in pairwise(bounds))
    marks = [Mark(start, end, f"l{n}") for n, (start, end) in enumerate(found)]
    seen: list[set[str]] = []
    for line in highlight.lines(Document(id="t", text=text, blocks=blocks), marks):
        stack: list[str] = []
        for piece in line.pieces:
            stack += [opened.layer for opened in piece.opens]
            seen += [set(stack)] * len(piece.text)
            del stack[len(stack) - piece.closes :]
    wanted = [{m.layer for m in marks if m.start <= at < m.end} for at in range(len(text))]
    assert seen == wanted


def test_a_statement_stays_one_element_around_the_names_in_it() -> None:
    lines = highlight.lines(KIRKUK, highlight.marks_of(KIRKUK))
    layers = [opened.layer for line in lines for piece in line.pieces for opened in piece.opens]
    assert layers.count("statement") == len(KIRKUK.statements)
    start, _ = span("ثلاثة جنود قُتلوا")
    opened = next(
        p.opens for line in lines for p in line.pieces if p.text.startswith("ثلاثة جنود") and p.opens
    )
    assert [o.anchor for o in opened] == ["s1", "f1"]
    assert KIRKUK.statements[0].start == start
