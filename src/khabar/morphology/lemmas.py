"""The lemma of a word behind its clitics: from the lists of simplemma, which are loaded at the first call."""

from functools import lru_cache

from simplemma import lemmatize

from khabar import arabic
from khabar.records import Token


def lemma(token: Token) -> str:
    """Give the folded lemma of a token; what the lists do not know is its stem without the article."""
    return of_stem(token.form[token.pre : len(token.form) - token.post], token.post > 0)


@lru_cache(maxsize=32768)
def of_stem(stem: str, bound: bool = False) -> str:
    """Give the folded lemma of a stem; `bound` says that a pronoun was cut off, so that its ت may be a ة."""
    if stem.startswith("ال") and len(stem) > 4:
        stem = stem[2:]
    tries = [stem]
    if bound and stem.endswith("ت"):
        tries.insert(0, stem[:-1] + "ة")
    for word in tries:
        found = lemmatize(word, lang="ar")
        if found != word:
            return arabic.key(found)
    return arabic.key(tries[0])
