"""What our tables say of each word of a text, as the tagger of names hears it."""

from functools import lru_cache

from khabar import places
from khabar.extract import _gazetteer, _vocabulary
from khabar.extract._naming import Begins, Scene
from khabar.lexicon import World
from khabar.tagging.features import NOT_LISTED, Flags

_TABLES = {
    "countries.tsv": "C",
    "actors.tsv": "A",
    "persons.tsv": "P",
    "tenures.tsv": "P",
    "districts.tsv": "L",
    "sites.tsv": "L",
    "places.tsv.gz": "L",
}


def listed(scene: Scene) -> list[str]:
    """Say for each token what part of a name of the world tables it is: begin or inside, table, length."""
    said = [NOT_LISTED] * len(scene.units)
    for at, begins in enumerate(scene.begins):
        hit = scene.hit(at) if begins & Begins.LISTED else None
        if hit is None or said[at][0] == "I":
            continue
        row = hit.known[0]
        table = _TABLES[row.table]
        if table == "L" and row.population >= places.LARGE:
            table = "M"
        if table == "A":
            table += row.type[0]
        said[at] = f"B{table}{min(hit.length, 2)}"
        for inside in range(at + 1, at + hit.length):
            said[inside] = f"I{table}"
    return said


@lru_cache(maxsize=4)
def flags(world: World) -> Flags:
    """Give the function from a word to the word lists that hold it, a letter each."""
    words = _vocabulary.of(world)
    nations = _gazetteer.of(world).nationality
    lists = (
        ("g", words.given), ("s", words.surnames), ("p", words.particles), ("t", words.titles),
        ("T", words.title_firsts), ("o", words.org_heads), ("l", words.place_heads),
        ("x", words.learnt_stops),
        ("n", nations), ("j", words.org_adjectives), ("k", words.qualifiers), ("v", words.speech),
        ("m", words.ambiguous),
    )  # fmt: skip
    by_core = frozenset("ptoln")

    def found(key: str, stem: str, core: str) -> str:
        held = [name for name, table in lists if stem in table or (name in by_core and core in table)]
        if words.ordinary(key):
            held.append("d")
        return "".join(held)

    return found
