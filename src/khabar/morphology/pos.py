"""Clitics and a coarse part of speech for every token of a text, from left to right."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from khabar.morphology._table import Analysis, built_in
from khabar.morphology._tags import Place, has_article
from khabar.morphology.clitics import Reader
from khabar.records import Token

_OTHER = {
    "mark": Analysis(0, ((0, 0, 0),), (("mark", 0),)),
    "number": Analysis(0, ((0, 0, 0),), (("num", 0),)),
}
_END = Analysis(0, ((0, 0, 0),), (("", 0),))


@lru_cache(maxsize=1)
def reader() -> Reader:
    """Give the reader of words of this process."""
    return Reader(built_in())


def read(tokens: Sequence[Token], words: Reader) -> Iterator[Token]:
    """Give the tokens with `pre`, `post` and `pos`: noun name adj verb prep conj part pron num adv mark."""
    forms = [token.form for token in tokens]
    known, analysis = words.table.known.get, words.analysis
    found = [
        known(token.form) or analysis(token.form) if token.kind == "word" else _OTHER[token.kind]
        for token in tokens
    ]
    forms.append("")
    found.append(_END)
    left, left_tag = "", ""
    for i, token in enumerate(tokens):
        form, one = forms[i], found[i]
        cuts, tags = one.cuts, one.tags
        pre, post, _ = cuts[0]
        if len(cuts) > 1:
            pre, post = words.cut(form, one, left, forms[i + 1])
            tags = words.tags(form, (pre, post), one)
        tag = tags[0][0]
        if len(tags) > 1:
            right = forms[i + 1]
            right_tag, article = found[i + 1].tags[0][0], form.startswith("ال", pre)
            place = Place(left_tag, right_tag, article, has_article(left), has_article(right))
            tag = words.tag(tags, left, right, place)
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
