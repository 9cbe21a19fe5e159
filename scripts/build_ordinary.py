"""Build `world/ordinary.tsv.gz`: keys of everyday Arabic words, told from names by how they inflect.

usage: build_ordinary.py COUNTS OUT

COUNTS is a TSV of `key<TAB>count` over any large body of Arabic news. A word counts as everyday where at
least three of its inflections (article, pronouns, plural and verb endings, prefixes of the present) occur
too: names do not inflect. Deterministic: sorted, gzip time 0.
"""

import gzip
import sys
from pathlib import Path

AFTER = ("ه", "ها", "هم", "ات", "ين", "ون", "وا", "نا", "هما", "ت", "ان", "تين", "ي")
FEMININE = ("تها", "ته", "ات", "تهم", "تنا", "تان")
BEFORE = ("ال", "لل", "ي", "ت", "سي", "ن")
LEAST = 3


def inflections(word: str, counts: dict[str, int]) -> int:
    """Count the inflections of a word that the counts hold at least twice."""
    forms = {p + word for p in BEFORE} | {word + s for s in AFTER}
    if word.endswith("ه"):
        forms |= {word[:-1] + s for s in FEMININE}
    return sum(counts.get(form, 0) >= 2 for form in forms)


def everyday(word: str, counts: dict[str, int]) -> bool:
    """Say whether a word inflects like an everyday word, itself or without article or verb prefix."""
    if inflections(word, counts) >= LEAST:
        return True
    if word.startswith("ال") and len(word) > 4 and inflections(word[2:], counts) >= LEAST:
        return True
    return (
        len(word) > 3 and word[0] in "يتنا" and counts[word] >= 5 and inflections(word[1:], counts) >= LEAST
    )


def main() -> None:
    source, out = map(Path, sys.argv[1:3])
    counts: dict[str, int] = {}
    for line in source.read_text(encoding="utf-8").splitlines():
        word, count = line.split("\t")
        counts[word] = int(count)
    words = sorted(w for w, n in counts.items() if n >= LEAST and len(w) >= 2 and everyday(w, counts))
    with out.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as file:
        file.write(("form\n" + "".join(f"{word}\n" for word in words)).encode())


if __name__ == "__main__":
    main()
