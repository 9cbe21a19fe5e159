"""Which place a name means: cases/places.tsv, and what must hold of every answer."""

from pathlib import Path

import pytest

from khabar import extract
from khabar.extract._surroundings import Surroundings
from khabar.lexicon import built_in, lines
from khabar.places import distance
from khabar.records import Document, Entity, Mention, Outlet

CASES = Path(__file__).parents[1] / "cases" / "places.tsv"


def cases() -> list[dict[str, str]]:
    return [row for _, row in lines(CASES)]


def read(text: str, outlet: str | None = None) -> Document:
    published_by = Outlet(id="o", name="صحيفة", country=outlet) if outlet else None
    return extract.annotate(Document(id="t", text=text, outlet=published_by), built_in())


def named(doc: Document, name: str) -> tuple[Mention, Entity] | None:
    """Give the last place mention whose words are, or end in, the name."""
    entities = {entity.id: entity for entity in doc.entities}
    fits = [m for m in doc.mentions if m.type == "LOC" and doc.text[m.start : m.end].endswith(name)]
    return (fits[-1], entities[fits[-1].entity]) if fits else None


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["text"][:40])
def test_a_name_is_put_where_the_text_says(case: dict[str, str]) -> None:
    found = named(read(case["text"], case.get("outlet")), case["name"])
    if case["country"] == "none":
        assert found is None
        return
    assert found is not None
    mention, entity = found
    told = (entity.admin1 or "null", entity.code or "null")
    assert told == (case["unit"], case["country"]), mention.why


def test_who_is_not_told_apart_is_listed_in_why() -> None:
    found = named(read("هطلت الأمطار في طرابلس فجرا."), "طرابلس")
    assert found is not None
    mention, entity = found
    assert (entity.lat, entity.lon, entity.geonames) == (None, None, None)
    assert all(name in mention.why for name in ("ليبيا", "لبنان"))


def test_one_name_is_one_place_all_through_a_text() -> None:
    doc = read("غادر الوفد طرابلس صباحا.\nقالت الحكومة اللبنانية إن طرابلس آمنة، وإن ميناء المدينة يعمل.")
    ids = {m.entity for m in doc.mentions if doc.text[m.start : m.end] == "طرابلس"}
    assert len(ids) == 1
    assert {e.code for e in doc.entities if e.id in ids} == {"LBN"}


def test_a_name_is_no_witness_for_itself() -> None:
    around = Surroundings(
        {"LY": {"place:1": 1.0}, "LB": {"place:2": 0.5, "": 2.0}}, frozenset(), frozenset(), ()
    )
    assert around.told(frozenset(["place:1", "place:2"])) == {"LB": 2.0}


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        ((33.34, 44.40), (36.34, 43.12), 353),
        ((0.0, 0.0), (0.0, 180.0), 20015),
        ((33.5, 36.3), (33.5, 36.3), 0),
    ],
)
def test_distance_is_along_the_great_circle(
    one: tuple[float, float], other: tuple[float, float], km: float
) -> None:
    assert distance(one, other) == pytest.approx(km, abs=1)
