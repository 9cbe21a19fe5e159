"""Clitics and a coarse part of speech for every token of a text, from left to right."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from khabar.morphology import _tags
from khabar.morphology._table import built_in
from khabar.morphology.clitics import Reader
from khabar.records import Token


@lru_cache(maxsize=1)
def reader() -> Reader:
    """Give the reader of words of this process."""
    return Reader(built_in())


def read(tokens: Sequence[Token], words: Reader) -> Iterator[Token]:
    """Give the tokens with `pre`, `post` and `pos`: noun name adj verb prep conj part pron num adv mark."""
    left, left_tag = "", ""
    last = len(tokens) - 1
    for i, token in enumerate(tokens):
        form = token.form
        pre = post = 0
        if token.kind == "word":
            found = words.analysis(form)
            pre, post, _ = found.cuts[0]
            choices = found.tags
            if len(found.cuts) > 1:
                pre, post = words.cut(form, found, left, tokens[i + 1].form if i < last else "")
                choices = words.tags(form, (pre, post), found)
            tag = choices[0][0]
            if len(choices) > 1:
                right = tokens[i + 1] if i < last else None
                beside = _tags.beside((left, left_tag), _right(right, words), form.startswith("ال", pre))
                tag = words.tag(choices, beside)
        else:
            tag = "num" if token.kind == "number" else "mark"
        left, left_tag = form, tag
        yield Token(
            start=token.start,
            end=token.end,
            form=form,
            key=token.key,
            kind=token.kind,
            pre=pre,
            post=post,
            pos=tag,
        )


def _right(token: Token | None, words: Reader) -> tuple[str, str]:
    if token is None:
        return "", ""
    if token.kind == "word":
        return token.form, words.analysis(token.form).tags[0][0]
    return token.form, "num" if token.kind == "number" else "mark"
