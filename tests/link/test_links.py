"""Links: copies and reprinted paragraphs are found, equal however the articles came."""

from itertools import combinations, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from khabar import link
from khabar.link import _sketch
from khabar.links import Keyed, Link
from khabar.records import Document, Figure
from khabar.service import FigureFilter, Service
from link_shelf import article, edited, paragraph, shelved

NEWS = [paragraph(number) for number in range(4)]
STANDING = paragraph(11)
FIRST = article("أ", *NEWS, published="2019-03-01T10:00", outlet="الوكالة")
EDITED = article("ب", *NEWS[:3], edited(NEWS[3], 4, 18), published="2019-03-01T12:00", outlet="الجريدة")
OTHERS = [
    article(f"خ{day}", paragraph(20 + day), STANDING, paragraph(30 + day), published=f"2019-03-0{day}T09:00")
    for day in (2, 3, 4)
]
SLIGHTLY = article("ح", paragraph(26), edited(STANDING, 12), published="2019-03-05T09:00")
UNDATED = [article(name, paragraph(at), STANDING, outlet=None) for name, at in (("غ", 51), ("ق", 52))]
ALL = (FIRST, EDITED, *OTHERS, SLIGHTLY, *UNDATED)


def _all(service: Service) -> set[Link]:
    return {made for document in ALL for made in service.links(document.id)}


def _roles(service: Service, name: str) -> list[str]:
    found = service.document(name)
    assert found
    return [block.role for block in found.blocks]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return shelved(tmp_path_factory.mktemp("links") / "k.db", ALL)


def test_an_edited_copy_is_linked_to_the_first_print(service: Service) -> None:
    (made,) = service.links(EDITED.id)
    assert (made.kind, made.left, made.right) == ("copy", FIRST.id, EDITED.id)
    assert 0.5 < made.score < 1
    assert service.links(FIRST.id) == (made,)


def test_a_reprinted_paragraph_is_linked_to_its_first_print(service: Service) -> None:
    (made,) = service.links(SLIGHTLY.id)
    assert (made.kind, made.left) == ("reuse", "خ2")
    assert made.left_span
    assert made.right_span
    assert OTHERS[0].text[slice(*made.left_span)] == STANDING
    assert SLIGHTLY.text[slice(*made.right_span)] == edited(STANDING, 12)


def test_who_printed_a_paragraph_first_how_often_and_when(service: Service) -> None:
    (told,) = service.reprints("ح")
    assert (told.first, told.first_outlet) == ("خ2", "صحيفة")
    assert told.articles == 6
    assert told.own_articles == 4
    assert told.own_days == ("2019-03-02", "2019-03-03", "2019-03-04", "2019-03-05")


def test_what_the_outlet_prints_again_is_background_and_copies_are_not(service: Service) -> None:
    assert _roles(service, "ح") == ["title", "body", "background"]
    assert _roles(service, "غ") == ["title", "body", "background"]
    assert _roles(service, EDITED.id) == _roles(service, FIRST.id) == ["title"] + ["body"] * 4
    found = service.document("ح")
    assert found
    assert "2019-03-02" in found.blocks[2].why
    assert "خ2" in found.blocks[2].why


def test_a_first_print_is_news_until_the_outlet_prints_it_on_three_days(tmp_path: Path) -> None:
    for count, role in ((2, "body"), (3, "background")):
        service = shelved(tmp_path / f"{count}.db", OTHERS[:count])
        assert _roles(service, "خ2")[2] == role
        assert _roles(service, f"خ{count + 1}")[2] == "background"


def test_figures_in_reprinted_paragraphs_are_background(tmp_path: Path) -> None:
    told = f"{STANDING[:-1]} وقتل 12 شخصا."
    days = [article(f"ف{n}", paragraph(n), told, published=f"2019-03-0{n}") for n in (1, 2)]
    killed = [replace(d, figures=(_figure(d, "12"),)) for d in days]
    rows = shelved(tmp_path / "k.db", killed).figures(FigureFilter())
    assert {row.document: row.background for row in rows} == {"ف1": False, "ف2": True}


def _figure(document: Document, digits: str) -> Figure:
    at = document.text.index(digits)
    return Figure(id="f1", start=at, end=at + len(digits), low=12, high=12, category="killed")


def test_a_short_line_of_many_articles_of_one_outlet_is_furniture(tmp_path: Path) -> None:
    line = "تابعوا أخبارنا على تطبيق الصحيفة"
    for count, role in ((9, "body"), (10, "furniture")):
        made = [article(f"ت{n}", paragraph(n), line, published=f"2019-03-{n + 1:02}") for n in range(count)]
        service = shelved(tmp_path / f"{count}.db", made, [article("ش", line, outlet="غيرها")])
        assert _roles(service, "ت4")[2] == role
        assert _roles(service, "ش")[1] == "body"
        assert not service.links("ت4")


@settings(max_examples=25, deadline=None)
@given(order=st.permutations(ALL), cuts=st.sets(st.integers(1, len(ALL) - 1)))
def test_links_are_equal_in_any_order_and_any_batches(order: list[Document], cuts: set[int]) -> None:
    ends = [0, *sorted(cuts), len(order)]
    batches = [order[start:end] for start, end in pairwise(ends)]
    with TemporaryDirectory() as folder:
        one = shelved(Path(folder) / "one.db", ALL)
        many = shelved(Path(folder) / "many.db", *batches)
        assert _all(one) == _all(many) != set()
        assert [one.document(d.id) for d in ALL] == [many.document(d.id) for d in ALL]


def test_a_key_that_every_article_has_does_not_grow_quadratic() -> None:
    same = [p for n in range(400) for p in _passages(article(f"{n:03}", STANDING, published="2019-03-01"))]
    key = same[0].key
    made = link.gather("reuse", key, [k.passage for k in same if k.key == key])
    assert len(made) <= 400 * link.WINDOW
    assert {k.right for k in made} == {f"{n:03}" for n in range(1, 400)}


def _passages(document: Document) -> list[Keyed]:
    return [k for k in link.keys(document) if k.linker == "reuse"]


def test_likeness_is_the_jaccard_index_of_runs() -> None:
    words = tuple(str(number) for number in range(40))
    left, right = words[:30], words[10:]
    assert _sketch.likeness(_sketch.sketch(left), _sketch.sketch(right)) == 16 / 36
    assert _sketch.sketch(()) == b""
    assert _sketch.likeness(b"", b"") == 0


def test_long_texts_are_compared_by_a_fair_sample() -> None:
    words = tuple(str(number) for number in range(9000))
    kept = [_sketch.sketch(words[at : at + 6000]) for at in (0, 2000, 3000)]
    assert all(len(sketch) == 4096 for sketch in kept)
    for (left, right), exact in zip(combinations(kept, 2), (4 / 8, 3 / 9, 5 / 7), strict=True):
        assert _sketch.likeness(left, right) == pytest.approx(exact, abs=0.05)
