"""Clitics and a coarse part of speech for every token of a text, from left to right."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from khabar import arabic
from khabar.morphology._table import built_in
from khabar.morphology.clitics import Choice, Reader
from khabar.records import Token, TokenKind


@lru_cache(maxsize=1)
def reader() -> Reader:
    """Give the reader of words of this process."""
    return Reader(built_in())


def tokens(text: str, words: Reader) -> list[Token]:
    """Cut a text into tokens, and read each word beside its neighbours."""
    pieces = list(arabic.pieces(text))
    chosen = choose([piece[2] for piece in pieces], [piece[4] for piece in pieces], words)
    return [
        Token(start=start, end=end, form=form, key=key, kind=kind, pre=pre, post=post, pos=pos)
        for (start, end, form, key, kind), (pre, post, pos) in zip(pieces, chosen, strict=True)
    ]


def choose(forms: Sequence[str], kinds: Sequence[TokenKind], words: Reader) -> Iterator[Choice]:
    """Choose the cut and the part of speech of each form, given all forms of a text and their kinds."""
    sure, last = words.sure.get, len(forms) - 1
    left, left_tag, led = "", "", False
    for i, form in enumerate(forms):
        choice = sure(form)
        if choice is None:
            choice = words.surely(form, kinds[i])
        if choice is None:
            right, kind = (forms[i + 1], kinds[i + 1]) if i < last else ("", "")
            choice = _beside(form, (left, left_tag), (right, kind), words)
        if led and choice[2] == "verb" and choice[0] == 0:
            choice = (0, choice[1], "noun")
        left, left_tag = form, choice[2]
        led = form in _LEADING
        yield choice


def _beside(form: str, left: tuple[str, str], right: tuple[str, str], words: Reader) -> Choice:
    """Choose by the neighbours: that before with its tag, that behind with its kind."""
    found = words.analysis(form)
    pre, post, _ = found.cuts[0]
    choices = found.tags
    if len(found.cuts) > 1:
        pre, post = words.cut(form, found, left[0], right[0])
        choices = words.tags(form, (pre, post), found)
    if len(choices) == 1:
        return pre, post, choices[0][0]
    behind, kind = right
    tag = words.analysis(behind).tags[0][0] if kind == "word" else _OTHER[kind]
    return pre, post, words.tag(choices, left, (behind, tag), article=form.startswith("ال", pre))


_LEADING = frozenset(("في", "فى", "إلى", "عن"))
"""Prepositions behind which no verb stands («في قصف»); «من» is «who» too, «على» a name, «حتى» takes verbs."""

_OTHER = {"number": "num", "mark": "mark", "": ""}
