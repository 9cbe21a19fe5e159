"""Links, made when they are asked for: the passages that share a key with a document's own, verified.

Nothing is computed when an article is added, so the order of adding cannot matter, and an article costs the
same however large the store is. Reading costs a look-up a key and at most `link.WINDOW` passages of each.
"""

import json
from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import Connection, text

from khabar import link
from khabar.links import Keyed, Link, Passage
from khabar.records import Document

_SHARING = """
SELECT key, place, "end", sketch FROM (
    SELECT k.value AS key, p.number, row_number() OVER (PARTITION BY k.value ORDER BY p.place) AS at
    FROM json_each(:terms) AS k JOIN keys ON keys MATCH k.value JOIN passages AS p ON p.number = keys.rowid
) AS found JOIN passages USING (number) WHERE at <= :window
"""


def all_links(connection: Connection, document: Document) -> tuple[Link, ...]:
    """Give every link of a document: by its passages, the earliest other one first."""
    found: dict[Link, str] = {}
    keyed = sorted(link.keys(document), key=lambda k: k.linker)
    for linker, own in groupby(keyed, key=lambda k: k.linker):
        found.update(_of(connection, linker, list(own)))
    return tuple(sorted(found, key=lambda k: (k.kind, own_span(document, k), found[k])))


def links(connection: Connection, document: Document) -> tuple[Link, ...]:
    """Give the links of a document worth telling.

    All copies; of each paragraph the first print, or the later ones where this is the first. Paragraphs of a
    copy go without saying.
    """
    found = all_links(connection, document)
    copies = {other(document, k) for k in found if k.kind == "copy"}
    told = [k for k in found if k.kind == "copy"]
    reused = (k for k in found if k.kind == "reuse")
    for _, prints in groupby(reused, key=lambda k: own_span(document, k)):
        told += _first([k for k in prints if other(document, k) not in copies], document)
    return tuple(told)


def other(document: Document, found: Link) -> str:
    """Give the document at the other end of a link."""
    return found.right if found.left == document.id else found.left


def own_span(document: Document, found: Link) -> tuple[int, int]:
    """Give the stretch of a document that a link is about."""
    return (found.left_span if found.left == document.id else found.right_span) or (0, len(document.text))


def _first(prints: list[Link], document: Document) -> list[Link]:
    earlier = [k for k in prints if k.right == document.id]
    return earlier[:1] or prints


def term(linker: str, key: str) -> str:
    """Give the word under which the index holds a key of a linker, both of letters and digits."""
    return f"{linker}{key}"


def _of(connection: Connection, linker: str, own: list[Keyed]) -> Iterator[tuple[Link, str]]:
    terms = json.dumps(sorted({term(linker, k.key) for k in own}))
    sharing: dict[str, list[Passage]] = {}
    for row in connection.execute(text(_SHARING), {"terms": terms, "window": link.WINDOW}):
        sharing.setdefault(row.key, []).append(link.placed(row.place, row.end, row.sketch))
    pairs = {(k.passage, there): k.key for k in own for there in sharing.get(term(linker, k.key), ())}
    for (mine, there), key in pairs.items():
        if there.document != mine.document:
            for made in link.gather(linker, key, (mine, there)):
                yield made, link.place(there)
