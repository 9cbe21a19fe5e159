"""The world tables of names and the word lists that naming rules ask: every row's example is run."""

import functools
from pathlib import Path

import pytest

from khabar import arabic, extract
from khabar.extract import _gazetteer
from khabar.lexicon import BUILT_IN, built_in, lines
from khabar.records import Document

NAMED = "سامر الخطيب"


@functools.cache
def read(text: str) -> Document:
    return extract.annotate(Document(id="t", text=text), built_in())


def texts(doc: Document, kind: str) -> list[str]:
    return [arabic.key(doc.text[m.start : m.end]) for m in doc.mentions if m.type == kind]


def roles(doc: Document) -> list[str]:
    return [arabic.key(doc.text[r.start : r.end]) for r in doc.roles]


def rows(name: str) -> list[dict[str, str]]:
    return [row for _, row in lines(BUILT_IN / name)]


def has(words: list[str], form: str) -> bool:
    return any(f" {arabic.key(form)} " in f" {word} " for word in words)


@pytest.mark.parametrize(("table", "kind"), [("countries", "LOC"), ("persons", "PER"), ("actors", "")])
def test_every_name_is_found_in_its_example(table: str, kind: str) -> None:
    missed = [
        row["name"]
        for row in rows(f"{table}.tsv")
        if arabic.key(row["name"]) not in texts(read(row["example"]), kind or row["type"])
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("table", "least"), [("countries", 195), ("persons", 150), ("actors", 200), ("words/titles", 150)]
)
def test_tables_are_filled(table: str, least: int) -> None:
    assert len(rows(f"{table}.tsv")) >= least
    assert all(row["source"] for row in rows(f"{table}.tsv"))


_SHARED = ("admin1", "crossing", "island", "road", "valley")


@pytest.mark.parametrize("table", ["districts", "sites"])
def test_every_place_is_found_where_it_lies(table: str) -> None:
    """The example's mention is the row's place, or a longer name that begins with a kind word.

    A governorate may share its name with a town or with another country's, and a crossing has two sides.
    """
    wrong = []
    for row in rows(f"{table}.tsv"):
        keys = {arabic.key(name) for name in (row["name"], *row.get("aliases", "").split("|")) if name}
        doc = read(row["example"])
        units = {e.id: e.admin1 for e in doc.entities}
        found = [(arabic.key(doc.text[m.start : m.end]), units[m.entity]) for m in doc.mentions]
        whole = [unit for key, unit in found if key in keys]
        longer = [key for key, _ in found if any(name in key for name in keys)]
        lies = row["kind"] in _SHARED or row.get("admin1") in (*whole, None)
        if not lies if whole else not longer:
            wrong.append(row["name"])
    assert wrong == []


@pytest.mark.parametrize("table", ["given_names", "surnames", "name_particles", "name_seconds"])
def test_name_words_belong_to_the_name(table: str) -> None:
    missed = [
        r["form"] for r in rows(f"words/{table}.tsv") if not has(texts(read(r["example"]), "PER"), r["form"])
    ]
    assert missed == []


@pytest.mark.parametrize("table", ["name_stop", "name_adverbs"])
def test_stop_words_end_a_name(table: str) -> None:
    wrong = [
        row["form"]
        for row in rows(f"words/{table}.tsv")
        if texts(read(row["example"]), "PER") != [arabic.key(NAMED)]
    ]
    assert wrong == []


@pytest.mark.parametrize(("table", "kinds"), [("place_stop", ("LOC",)), ("ambiguous", ("PER", "ORG", "LOC"))])
def test_everyday_words_are_no_names(table: str, kinds: tuple[str, ...]) -> None:
    wrong = []
    for row in rows(f"words/{table}.tsv"):
        doc = read(row["example"])
        if any(arabic.key(row["form"]) in texts(doc, kind) for kind in kinds):
            wrong.append(row["form"])
    assert wrong == []


def test_titles_give_roles_and_announce_names() -> None:
    missed = []
    for row in rows("words/titles.tsv"):
        doc = read(row["example"])
        found = has(roles(doc), row["form"]) if row["kind"] != "person" else not roles(doc)
        if not found or arabic.key(NAMED) not in texts(doc, "PER"):
            missed.append(row["form"])
    assert missed == []


def test_links_stand_inside_roles() -> None:
    missed = [
        r["form"] for r in rows("words/title_links.tsv") if not has(roles(read(r["example"])), r["form"])
    ]
    assert missed == []


def test_kind_words_make_organisations() -> None:
    missed = []
    for row in rows("words/org_heads.tsv"):
        found = texts(read(row["example"]), "ORG")
        form = arabic.key(row["form"])
        good = (
            arabic.key("نور الصباح") in found
            if row["kind"] == "named"
            else any(f.startswith(form) for f in found)
        )
        if not good:
            missed.append((row["form"], row["kind"]))
    assert missed == []


@pytest.mark.parametrize("table", ["org_adjectives", "qualifiers"])
def test_adjectives_stand_inside_organisations(table: str) -> None:
    missed = [
        r["form"] for r in rows(f"words/{table}.tsv") if not has(texts(read(r["example"]), "ORG"), r["form"])
    ]
    assert missed == []


def test_kind_words_make_places() -> None:
    missed = []
    for row in rows("words/place_heads.tsv"):
        found = texts(read(row["example"]), "LOC")
        wanted = {"inside": f"{row['form']} الزرقاء", "outside": "الزرقاء", "before": "مالي"}[row["kind"]]
        if arabic.key(wanted) not in found:
            missed.append(row["form"])
    assert missed == []


@pytest.mark.parametrize(
    ("text", "cut", "length", "name"),
    [
        ("وبالعراق", 2, 1, "العراق"),
        ("للعراق", 0, 1, "العراق"),
        ("وللولايات المتحدة الأميركية", 1, 3, "الولايات المتحدة"),
        ("عبدالفتاح السيسي", 0, 2, "عبد الفتاح السيسي"),
        ("في أبي ظبي", 0, 2, "أبو ظبي"),
    ],
)
def test_longest_match_with_proclitics(text: str, cut: int, length: int, name: str) -> None:
    keys = [token.key for token in arabic.tokens(text) if token.form != "في"]
    hit = _gazetteer.of(built_in()).longest(keys, 0, lambda _: False)
    assert hit is not None
    assert (hit.cut, hit.length) == (cut, length)
    assert arabic.key(name).replace(" ", "") in arabic.key(
        f"{hit.known[0].name}|{hit.known[0].aliases}"
    ).replace(" ", "")


def test_world_folder_holds_no_unread_table() -> None:
    assert {p.name for p in Path(BUILT_IN).glob("*.tsv")} >= {"actors.tsv", "countries.tsv", "persons.tsv"}


def test_idioms_name_nothing() -> None:
    wrong = [r["form"] for r in rows("words/name_idioms.tsv") if read(r["example"]).mentions]
    assert wrong == []
