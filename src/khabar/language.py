"""What can be asked of the language core alone: the words of a text, and the forms of a lemma."""

import csv
from collections.abc import Iterator

from khabar import arabic
from khabar.answers import FormRow, WordRow
from khabar.lexicon import World, built_in, lines
from khabar.morphology import inflection, lemmas, pos

_PARTS = ("present", "masdar", "participle", "plural", "feminine")


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
    for table, lemma, made in _inflected(world or built_in()):
        for form in made:
            if not sought.isdisjoint((form.key, arabic.key(lemma))):
                row = FormRow(key=form.key, lemma=lemma, features=inflection.in_words(form), table=table)
                found[row] = None
    return tuple(found)


def _stems(word: str) -> Iterator[str]:
    for token in pos.tokens(word, pos.reader()):
        yield token.key[token.pre : len(token.key) - token.post]


def _inflected(world: World) -> Iterator[tuple[str, str, tuple[inflection.Form, ...]]]:
    """Give table, lemma and forms of every row that has principal parts; the first column is the lemma."""
    for path in sorted((world.folder / "words").glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            columns = next(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        if not set(columns) & set(_PARTS):
            continue
        for _, cells in lines(path):
            lemma, parts = cells[columns[0]], {part: _listed(cells.get(part)) for part in _PARTS}
            if " " in lemma:
                continue
            if parts["present"]:
                yield path.name, lemma, inflection.verb_forms(lemma, parts["present"][0], parts["masdar"])
            else:
                feminine = next(iter(parts["feminine"]), None)
                yield path.name, lemma, inflection.noun_forms(lemma, parts["plural"], feminine)


def _listed(cell: str | None) -> tuple[str, ...]:
    return tuple(part for part in (cell or "").split("|") if part and part != "-")
