"""How often words occur in raw news, and beside what: facts about the language, no text is kept."""

import json
import re
from collections import Counter
from pathlib import Path

from khabar import arabic

_PIECE = re.compile(r"[^\W\d_]+|[.؟!…\n]|\d+|\S")
_BEFORE_VERB = frozenset(["لم", "لن", "قد", "سوف"])
_BEFORE_NOUN = frozenset(["من", "في", "على", "إلى", "عن", "بين", "خلال", "بعد", "قبل"])
_BEFORE_CLAUSE = frozenset(["أن"])
_AFTER_VERB = frozenset(["أن", "إن"])
SIGNALS = ("all", "verb", "noun", "clause", "first", "article", "said")
"""Counted of a form: all; behind لم…, a preposition, أن, a stop, an article word; before أن."""


def count(texts: Path) -> dict[str, Counter[str]]:
    """Count the forms of a JSONL of articles (field `text`), by signal."""
    tables: dict[str, Counter[str]] = {name: Counter() for name in SIGNALS}
    with texts.open(encoding="utf-8") as file:
        for line in file:
            _add(_PIECE.findall(arabic.fold(json.loads(line)["text"]).form), tables)
    return tables


def _add(pieces: list[str], tables: dict[str, Counter[str]]) -> None:
    tables["all"].update(piece for piece in pieces if piece.isalpha())
    verb, noun, clause = tables["verb"], tables["noun"], tables["clause"]
    first, article, said = tables["first"], tables["article"], tables["said"]
    before = "\n"
    for piece in pieces:
        if piece.isalpha():
            if before in _BEFORE_VERB:
                verb[piece] += 1
            elif before in _BEFORE_NOUN:
                noun[piece] += 1
            elif before in _BEFORE_CLAUSE:
                clause[piece] += 1
            elif before in ".\n؟!…":
                first[piece] += 1
            elif before.startswith("ال"):
                article[piece] += 1
            if piece in _AFTER_VERB:
                said[before] += 1
        before = piece
