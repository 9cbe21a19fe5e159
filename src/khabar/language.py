"""What can be asked of the language core alone: the words of a text, and the forms of a lemma."""

from collections.abc import Iterator

from khabar import arabic
from khabar.answers import FormRow, WordRow
from khabar.lexicon import World, built_in
from khabar.morphology import _inflected, inflection, lemmas, pos


def words(text: str) -> tuple[WordRow, ...]:
    """Read the words of a text in context, as all layers see them; marks are left out."""
    tokens = pos.tokens(text, pos.reader())
    return tuple(
        WordRow(
            start=token.start,
            end=token.end,
            word=text[token.start : token.end],
            cut=_cut(token.form, token.pre, token.post),
            lemma=lemmas.lemma(token) if token.kind == "word" else token.form,
            pos=token.pos,
        )
        for token in tokens
        if token.kind != "mark"
    )


def _cut(form: str, pre: int, post: int) -> str:
    """Write a form with its clitics cut off: each proclitic is one letter, the enclitic one piece."""
    stem, enclitic = form[pre : len(form) - post], form[len(form) - post :]
    return "+".join([*form[:pre], stem, *([enclitic] if enclitic else [])])


def forms(lemma: str, present: str | None = None, plurals: tuple[str, ...] = ()) -> tuple[FormRow, ...]:
    """Give all forms of a lemma: a verb where its present is given, else a noun."""
    found = inflection.verb_forms(lemma, present) if present else inflection.noun_forms(lemma, plurals)
    return tuple(FormRow(key=f.key, lemma=lemma, features=inflection.in_words(f)) for f in found)


def readings(word: str, world: World | None = None) -> tuple[FormRow, ...]:
    """Give the lemmas of our tables that a word is a form of, clitics cut off; of a lemma, all its forms."""
    sought = {arabic.key(word), *_stems(word)}
    found: dict[FormRow, None] = {}
    for table, lemma, made in _inflected.rows(world or built_in()):
        for form in made:
            if not sought.isdisjoint((form.key, arabic.key(lemma))):
                row = FormRow(key=form.key, lemma=lemma, features=inflection.in_words(form), table=table)
                found[row] = None
    return tuple(found)


def _stems(word: str) -> Iterator[str]:
    for token in pos.tokens(word, pos.reader()):
        yield token.key[token.pre : len(token.key) - token.post]
