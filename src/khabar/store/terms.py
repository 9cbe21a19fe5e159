"""Search terms: what of a word goes into the index, and how a query is written against it.

Indexed is the folded word without و and without the article (with the ب ك ل before it); one query word
also finds itself behind a lone ب ل ك ف س. So «العراق» finds وبالعراق and للعراق, «بغداد» finds لبغداد.
"""

import re
from functools import lru_cache

from khabar import arabic
from khabar.records import Range, Token

_ARTICLE = re.compile("^[وف]?(?:[بك]?ال|لل)(?=..)")
_AND = re.compile("^و(?=...)")
_LONE = ("ب", "ل", "ك", "ف", "س")


@lru_cache(maxsize=100_000)
def term(key: str) -> str:
    """Give the index term of a folded word."""
    bare = _ARTICLE.sub("", key)
    return bare if bare != key else _AND.sub("", key)


def terms(tokens: tuple[Token, ...]) -> str:
    """Give the terms of a text in their order, as one line for the index."""
    return " ".join(term(t.key) for t in tokens if t.kind != "mark")


def words(query: str) -> tuple[str, ...]:
    """Give the terms of a query, without phrases."""
    return tuple(term(t.key) for t in arabic.tokens(query) if t.kind != "mark")


def expression(query: str) -> str | None:
    """Write a query for the index: all words must occur, «"…"» in this order; None where it has no word."""
    parts: list[str] = []
    for place, piece in enumerate(re.split('["“”«»]', query)):
        found = words(piece)
        if place % 2 and found:
            parts.append('"' + " ".join(found) + '"')
        else:
            parts.extend("(" + " OR ".join(f'"{form}"' for form in forms(word)) + ")" for word in found)
    return " AND ".join(parts) or None


def forms(word: str) -> tuple[str, ...]:
    """Give the terms under which a query word may stand in the index."""
    return (word, *(prefix + word for prefix in _LONE)) if len(word) > 2 else (word,)


def hits(text: str, query: str) -> tuple[Range, ...]:
    """Give the spans of a text that a query's words hit, in the text's own offsets."""
    wanted = {form for word in words(query) for form in forms(word)}
    return tuple((t.start, t.end) for t in arabic.tokens(text) if term(t.key) in wanted)
