"""The rows of our own tables that have principal parts, with all their forms."""

import csv
from collections.abc import Iterator

from khabar.lexicon import World, lines
from khabar.morphology import inflection

_PARTS = ("present", "masdar", "participle", "plural", "feminine")


def rows(world: World) -> Iterator[tuple[str, str, tuple[inflection.Form, ...]]]:
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
