"""Write into `world/countries.tsv` how many texts name each country: the column `news`.

usage: count_countries.py TEXTS WORLD

TEXTS: JSON lines with `text`. Counted are texts with a name, an alias or a definite nationality adjective
of the country, behind proclitics too. The order of rows and all other columns stay as they are.
"""

import csv
import json
import sys
from collections import Counter
from pathlib import Path

from khabar import arabic
from khabar.extract import _gazetteer
from khabar.lexicon import World


def counted(texts: Path, world: World) -> Counter[str]:
    gazetteer = _gazetteer.of(world)
    counts: Counter[str] = Counter()
    with texts.open(encoding="utf-8") as file:
        for line in file:
            keys = [token.key for token in arabic.tokens(json.loads(line)["text"])]
            named: set[str] = set()
            for at in range(len(keys)):
                nation = gazetteer.nation_at(keys, at)
                hit = gazetteer.longest(keys, at, lambda _: False)
                if nation:
                    named.add(nation[1])
                if hit and hit.known[0].table == "countries.tsv" and hit.known[0].code:
                    named.add(hit.known[0].code)
            counts.update(named)
    return counts


def main() -> None:
    texts, folder = map(Path, sys.argv[1:3])
    counts = counted(texts, World(folder))
    path = folder / "countries.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    header = rows[0]
    if "news" not in header:
        at = header.index("source")
        for row in rows:
            row.insert(at, "")
        header[at] = "news"
    iso3, news = header.index("iso3"), header.index("news")
    for row in rows[1:]:
        row[news] = str(counts[row[iso3]])
    path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
