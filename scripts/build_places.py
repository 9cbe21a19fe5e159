"""Build `world/places.tsv.gz` from GeoNames places with Arabic names (CC BY 4.0).

usage: build_places.py PLACES ADMIN1 WORLD [TEXTS]

PLACES: TSV (plain or .gz) with the columns geonameid, name, arabic_names(|), lat, lon, country,
admin1, population. ADMIN1: TSV with country, iso, fips, name_en, name_ar, geonames_id; what it lacks is in
`admin1_codes.tsv` beside this file. WORLD: the folder with `ordinary.tsv.gz` and `words/`, whose words a
small place may not be called. TEXTS: JSON lines with `text`; of a place's names the one that they have most
often is its main name (without them, the first). Deterministic: sorted, gzip time 0.
"""

import csv
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
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
SIZES = ((100_000, "city"), (5_000, "town"), (1, "village"), (0, "settlement"))  # by how many people
COLUMNS = ("name", "aliases", "kind", "geonames", "lat", "lon", "country", "admin1", "population", "name_en")
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


@dataclass(frozen=True)
class Naming:
    """What places may be called: a small one nothing of `small`, none of `any`; words of `kinds` come off."""

    small: set[str]
    any: set[str]
    kinds: set[str]
    written: Counter[str]

    def without_kind(self, name: str) -> str:
        """Give a name without the kind word before it."""
        first, _, rest = name.partition(" ")
        return rest if rest and arabic.key(first) in self.kinds else name

    def names(self, given: str, population: int) -> list[str]:
        """Give the usable Arabic names of a place, one a key, the one most written first."""
        kept: dict[str, str] = {}
        for name in given.split("|"):
            form = self.without_kind(" ".join(arabic.fold(name).form.split()))
            key = arabic.key(form)
            ordinary = key in self.small and population < WELL_KNOWN
            if len(key) > 2 and not ordinary and key not in self.any and arabic.arabic_share(form) == 1.0:
                kept.setdefault(key, form)
        return [kept[key] for key in sorted(kept, key=lambda key: -self.written[key])]


def naming(world: Path, texts: Path | None) -> Naming:
    def forms(name: str) -> set[str]:
        return {arabic.key(row["form"]) for _, row in lines(world / "words" / f"{name}.tsv")}

    small = {row["form"] for _, row in lines(world / "ordinary.tsv.gz")}.union(*map(forms, LISTS))
    for _, row in lines(world / "countries.tsv"):
        adjectives = [word for word in row.get("adjectives", "").split("|") if word]
        small |= {arabic.key(form) for word in adjectives for form in (f"ال{word}", f"ال{word}ة", f"{word}ة")}
    heads = [row for _, row in lines(world / "words" / "place_heads.tsv")]
    kinds = {arabic.key(row["form"]) for row in heads if row["kind"] == "outside"}
    return Naming(small, forms("place_stop"), kinds, written(texts) if texts else Counter())


def written(texts: Path) -> Counter[str]:
    """Count the runs of up to three words in texts."""
    counts: Counter[str] = Counter()
    with texts.open(encoding="utf-8") as file:
        for line in file:
            words = [token.key for token in arabic.tokens(json.loads(line)["text"])]
            for length in (1, 2, 3):
                counts.update(" ".join(words[i : i + length]) for i in range(len(words) - length + 1))
    return counts


def codes(path: Path) -> dict[tuple[str, str], str]:
    """Give the ISO 3166-2 code of each unit by country and GeoNames number."""
    beside = Path(__file__).parent / "admin1_codes.tsv"
    rows = (*read(path), *(row for _, row in lines(beside)))
    return {(row["country"], row["fips"]): f"{row['country']}-{row['iso']}" for row in rows}


def cities(path: Path, naming: Naming, codes: dict[tuple[str, str], str]) -> Iterator[Row]:
    for row in read(path):
        region = "arab" if row["country"] in ARAB else "near" if row["country"] in NEAR else "far"
        people = int(row["population"] or 0)
        usable = naming.names(row["arabic_names(|)"], people)
        if region != "arab" and people < BIG:
            usable = [name for name in usable if len(name) > SHORT]
        if usable and people >= LEAST[region]:
            yield {
                "name": usable[0], "aliases": "|".join(usable[1:]), "geonames": row["geonameid"],
                "kind": next(kind for least, kind in SIZES if people >= least),
                "lat": f"{float(row['lat']):.4f}", "lon": f"{float(row['lon']):.4f}",
                "country": row["country"], "admin1": codes.get((row["country"], row["admin1"]), ""),
                "population": str(people), "name_en": row["name"],
            }  # fmt: skip


def provinces(path: Path, naming: Naming, codes: dict[tuple[str, str], str]) -> Iterator[Row]:
    for row in read(path):
        people = WELL_KNOWN if row["country"] in ARAB else 0
        usable = naming.names(row["name_ar"] or "", people)
        code = codes[row["country"], row["fips"]]
        if usable and row["geonames_id"]:
            yield {
                "name": usable[0], "aliases": "", "geonames": row["geonames_id"], "kind": "admin1",
                "lat": "", "lon": "", "country": row["country"],
                "admin1": code, "population": "", "name_en": row["name_en"],
            }  # fmt: skip


def main() -> None:
    places, admin1, world, *texts = map(Path, sys.argv[1:5])
    named = naming(world, texts[0] if texts else None)
    units = codes(admin1)
    found = (*provinces(admin1, named, units), *cities(places, named, units))
    rows = {row["geonames"]: row for row in found}
    out = ["\t".join(COLUMNS)]
    out += [
        "\t".join(row[c] for c in COLUMNS) for _, row in sorted(rows.items(), key=lambda item: int(item[0]))
    ]
    with (world / "places.tsv.gz").open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as file:
        file.write(("\n".join(out) + "\n").encode())


if __name__ == "__main__":
    main()
