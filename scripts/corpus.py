"""Count what the corpus of our own annotated articles holds.

usage: corpus.py FILE…      print what the files hold
"""

import sys
from collections import Counter
from pathlib import Path

from khabar.training.corpus import articles


def main(paths: list[str]) -> None:
    count: Counter[str] = Counter()
    for path in map(Path, paths):
        for article in articles(path):
            count["articles"] += 1
            count["words"] += len(article.text.split())
            count.update(mark.kind for mark in article.marks)
    print(", ".join(f"{n:,} {name}" for name, n in count.most_common()))


if __name__ == "__main__":
    main(sys.argv[1:])
