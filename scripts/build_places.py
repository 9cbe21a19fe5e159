"""Build `world/places.tsv.gz` from GeoNames places with Arabic names (CC BY 4.0).

usage: build_places.py PLACES ADMIN1 WORLD

PLACES: TSV (plain or .gz) with the columns geonameid, name, arabic_names(|), lat, lon, country,
admin1, population. ADMIN1: TSV with country, fips, name_en, name_ar, geonames_id. WORLD: the folder with
`ordinary.tsv.gz` and `words/`, whose words a small place may not be called. Deterministic: sorted, gzip
time 0.
"""

import csv
import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

from khabar import arabic
from khabar.lexicon import lines

ARAB = frozenset(
    [
        "AE",
        "BH",
        "DJ",
        "DZ",
        "EG",
        "EH",
        "IQ",
        "JO",
        "KM",
        "KW",
        "LB",
        "LY",
        "MA",
        "MR",
        "OM",
        "PS",
        "QA",
        "SA",
        "SD",
        "SO",
        "SY",
        "TN",
        "YE",
    ]
)
NEAR = frozenset(["IR", "TR", "IL", "AF", "PK"])
LEAST = {"arab": 0, "near": 20_000, "far": 100_000}
SHORT = 3  # letters; a foreign place of so few must be a big one
BIG = 1_000_000
WELL_KNOWN = 400_000  # so many people, and the name is taken for the place even where it is a word
KINDS = ("محافظة", "ولاية", "إمارة", "مقاطعة", "إقليم", "منطقة", "مدينة", "جمهورية", "بلدية")
COLUMNS = ("name", "aliases", "geonames", "lat", "lon", "country", "admin1", "population", "name_en")
LISTS = (
    "given_names",
    "surnames",
    "titles",
    "org_heads",
    "name_stop",
    "place_stop",
    "title_links",
    "place_heads",
)

Row = dict[str, str]


def read(path: Path) -> Iterator[Row]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def words_of(world: Path) -> tuple[set[str], set[str]]:
    """Give the keys that no small place may have, and those that no place at all may have."""
    small = {row["form"] for _, row in lines(world / "ordinary.tsv.gz")}
    for name in LISTS:
        small |= {arabic.key(row["form"]) for _, row in lines(world / "words" / f"{name}.tsv")}
    return small, {arabic.key(row["form"]) for _, row in lines(world / "words" / "place_stop.tsv")}


def without_kind(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if rest and first in KINDS else name


def names(given: str, population: int, barred: tuple[set[str], set[str]]) -> list[str]:
    """Give the usable Arabic names of a place, one a key, in the order of the source."""
    kept: dict[str, str] = {}
    for name in given.split("|"):
        form = without_kind(" ".join(arabic.fold(name).form.split()))
        key = arabic.key(form)
        ordinary = key in barred[0] and population < WELL_KNOWN
        if len(key) > 2 and not ordinary and key not in barred[1] and arabic.arabic_share(form) == 1.0:
            kept.setdefault(key, form)
    return list(kept.values())


def cities(path: Path, barred: tuple[set[str], set[str]]) -> Iterator[Row]:
    for row in read(path):
        region = "arab" if row["country"] in ARAB else "near" if row["country"] in NEAR else "far"
        people = int(row["population"] or 0)
        usable = names(row["arabic_names(|)"], people, barred)
        if region != "arab" and people < BIG:
            usable = [name for name in usable if len(name) > SHORT]
        if usable and people >= LEAST[region]:
            yield {
                "name": usable[0], "aliases": "|".join(usable[1:]), "geonames": row["geonameid"],
                "lat": f"{float(row['lat']):.4f}", "lon": f"{float(row['lon']):.4f}",
                "country": row["country"],
                "admin1": row["admin1"], "population": str(people), "name_en": row["name"],
            }  # fmt: skip


def provinces(path: Path, barred: tuple[set[str], set[str]]) -> Iterator[Row]:
    for row in read(path):
        people = WELL_KNOWN if row["country"] in ARAB else 0
        usable = names(row["name_ar"] or "", people, barred)
        if usable and row["geonames_id"]:
            yield {
                "name": usable[0], "aliases": "", "geonames": row["geonames_id"], "lat": "", "lon": "",
                "country": row["country"], "admin1": row["fips"], "population": "", "name_en": row["name_en"],
            }  # fmt: skip


def main() -> None:
    places, admin1, world = map(Path, sys.argv[1:4])
    barred = words_of(world)
    rows = {row["geonames"]: row for row in (*provinces(admin1, barred), *cities(places, barred))}
    out = ["\t".join(COLUMNS)]
    out += [
        "\t".join(row[c] for c in COLUMNS) for _, row in sorted(rows.items(), key=lambda item: int(item[0]))
    ]
    with (world / "places.tsv.gz").open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as file:
        file.write(("\n".join(out) + "\n").encode())


if __name__ == "__main__":
    main()
