"""Build `world/models/words.json.gz`: the table of common words and the weights of segmenter and tagger.

usage: python -m scripts.train_words TREEBANK.conllu.gz TEXTS.jsonl OUT

TREEBANK is Arabic PUD of Universal Dependencies, TEXTS any large body of Arabic news (field `text`); our own
annotated sentences lie beside this script. Same input, same bytes.
"""

import gzip
import sys
from collections import Counter
from pathlib import Path

import msgspec

from khabar.morphology import _cuts, _tags
from khabar.morphology._table import Analysis, Row, Stored, Table
from khabar.morphology.clitics import guess
from scripts._words_counts import SIGNALS, count
from scripts._words_gold import Word, own, treebank
from scripts._words_learn import Example, learn, settle

OWN = Path(__file__).with_name("words_sentences.txt")
LEAST = 6
"""A form that is rarer in the texts is not in the table."""

CLOSE = 48
"""A word that our sentences call no verb teaches where a verb was this near (thirty-seconds of a logit)."""

Counts = dict[str, Counter[str]]


def signals(form: str, cut: _cuts.Cut, counts: Counts) -> tuple[str, ...]:
    """Say beside what a word stands in the texts, with and without its clitics."""
    found = []
    for name, word in (("w", form), ("s", form[cut[0] :]), ("t", form[cut[0] : len(form) - cut[1]])):
        all_of = counts["all"][word]
        if all_of >= 5:
            shares = ((s, 100 * counts[s][word] // all_of) for s in SIGNALS[1:])
            found += [f"z{name}{s}{sum(share >= x for x in (1, 3, 10, 30))}" for s, share in shares]
    return tuple(found)


def cut_examples(sentences: list[list[Word]], table: Table) -> list[Example]:
    """Make the choices between cuts that the sentences show."""
    examples: list[Example] = []
    for words in sentences:
        forms = ["", *(w.form for w in words), ""]
        for i, word in enumerate(words):
            choices = list(_cuts.cuts(word.form))
            if word.cut in choices and len(choices) > 1:
                found = [
                    _cuts.features(word.form, c, table.count)
                    + _cuts.beside(word.form, c, forms[i], forms[i + 2])
                    for c in choices
                ]
                examples.append((found, {choices.index(word.cut)}))
    return examples


def tag_examples(sentences: list[list[Word]], table: Table, counts: Counts) -> list[Example]:
    """Make the choices between parts of speech that the sentences show."""
    common: dict[str, Counter[str]] = {}
    for word in (w for words in sentences for w in words if len(w.tags) == 1):
        common.setdefault(word.form, Counter()).update(word.tags)
    usual = {form: max(sorted(tags), key=tags.__getitem__) for form, tags in common.items()}
    examples: list[Example] = []
    for words in sentences:
        around = [("", ""), *((w.form, _only(w) or usual.get(w.form, "noun")) for w in words), ("", "")]
        for i, word in enumerate(words):
            article = word.form.startswith("ال", word.cut[0])
            behind = (around[i + 2][0], usual.get(around[i + 2][0], around[i + 2][1]))
            found = _tags.features(word.form, word.cut, table.count, signals(word.form, word.cut, counts))
            found += _tags.beside(around[i][0], behind[0], article=article)
            found += _tags.between(
                "ال" in around[i][0][:4], around[i][1], "ال" in behind[0][:4], behind[1], article
            )
            right = {_tags.TAGS.index(t) for t in word.tags}
            examples.append(([[t + f for f in found] for t in _tags.TAGS], right))
    return examples


def _only(word: Word) -> str:
    return next(iter(word.tags)) if len(word.tags) == 1 else ""


def build(sentences: list[list[Word]], counts: Counts) -> Stored:
    """Learn the weights and read every common form with them."""
    forms = sorted(f for f, n in counts["all"].items() if n >= LEAST and "ء" <= f[0] <= "ي")
    table = Table({f: Analysis(counts["all"][f].bit_length(), (), ()) for f in forms})
    table.cut_weights = learn(cut_examples(sentences, table), 1)
    tags = tag_examples(sentences, table, counts)
    told = learn([one for one in tags if len(one[1]) == 1], 0)
    settled = (settle(one, told, CLOSE) for one in tags)
    table.tag_weights = _rows(learn([one for one in settled if one is not None], 6))
    index: dict[Analysis, int] = {}
    readings = []
    for form in forms:
        first = guess(form, table)
        full = guess(form, table, signals(form, first.cuts[0][:2], counts))
        readings.append(index.setdefault(full, len(index)))
    rows = {name: row for name, row in table.tag_weights.items() if name[0] != "z"}
    return Stored(
        list(index),
        "\n".join(forms),
        readings,
        "\n".join(table.cut_weights),
        list(table.cut_weights.values()),
        "\n".join(rows),
        [weight for row in rows.values() for weight in row],
    )


def _rows(weights: dict[str, int]) -> dict[str, Row]:
    """Give the weights of `tag + feature` by feature, one for each tag."""
    names = sorted({name.removeprefix(t) for t in _tags.TAGS for name in weights if name.startswith(t)})
    return {name: tuple(weights.get(tag + name, 0) for tag in _tags.TAGS) for name in names}


def main() -> None:
    """Build the file named on the command line."""
    bank, texts, out = map(Path, sys.argv[1:4])
    known = list(treebank(bank))
    ours = list(own(OWN, known))
    stored = build([*known, *ours, *ours], count(texts))
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(gzip.compress(msgspec.json.encode(stored), compresslevel=9, mtime=0))


if __name__ == "__main__":
    main()
