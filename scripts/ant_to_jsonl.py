"""Unpack the ANT multi-source news corpus (https://github.com/antcorpus) into JSON Lines for `khabar add`.

usage: ant_to_jsonl.py ARCHIVE.tar.gz… > articles.jsonl
"""

import json
import re
import sys
import tarfile
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def field(article: str, name: str) -> str:
    found = re.search(f"<{name}>(.*?)</{name}>", article, re.DOTALL)
    return found[1].strip("\n") if found else ""


def published(article: str) -> str | None:
    try:
        return parsedate_to_datetime(field(article, "TIME")).isoformat()
    except ValueError:
        day = re.search(r"(\d{8})$", field(article, "DOCNO"))
        return datetime.strptime(day[1], "%Y%m%d").replace(tzinfo=UTC).date().isoformat() if day else None


def row(article: str) -> dict[str, object]:
    title, abstract, text = (field(article, name).strip() for name in ("TITLE", "ABSTRACT", "TEXT"))
    parts = [title, *([] if not abstract or text.startswith(abstract) else [abstract]), text]
    return {
        "title": title,
        "url": field(article, "URL") or None,
        "outlet": field(article, "SRC") or None,
        "published": published(article),
        "authors": [field(article, "AUTHOR")] if field(article, "AUTHOR").strip() else [],
        "text": "\n".join(part for part in parts if part),
    }


def main(archives: list[str]) -> None:
    for name in archives:
        with tarfile.open(name) as archive:
            for member in archive:
                file = archive.extractfile(member) if member.isfile() else None
                if file is not None and member.name.endswith(".txt"):
                    print(json.dumps(row(file.read().decode("utf-8")), ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
