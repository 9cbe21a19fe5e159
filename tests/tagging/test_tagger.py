"""The tagger of names: its sums are those that a model learns from, its path is the best one."""

import itertools
import random

import pytest

from khabar.extract import _candidates, _signs, tokens
from khabar.extract._naming import Scene
from khabar.lexicon import built_in
from khabar.records import Reading
from khabar.tagging import features, model, tagger
from khabar.tagging.model import LABELS, Model, Stored, packed, unpacked

TEXT = "افتتح المهندس جوزيف كرباج معرض النحاسين في بلدة زوق مصبح.\nوحضر كرباج الحفل مع وفد من شركة نورتك."


def _scene(text: str) -> Scene:
    return Scene(built_in(), text, tuple(tokens.extract(Reading(id="", text=text), built_in())))


def test_sums_are_those_of_the_features_a_model_learns_from() -> None:
    scene = _scene(TEXT.split("\n")[0])
    known = model.built_in()
    found = tagger.Tagger(known, _signs.flags(built_in()))
    line, listed = scene.units.tokens[:-1], _signs.listed(scene)[:-1]
    words = [features.word(token, _signs.flags(built_in()), known.groups) for token in line]
    wanted = [sum(known.weights[f[0]].get(f[1:], 0) for f in row) for row in features.rows(words, listed)]
    assert list(found._weights([found._read(token) for token in line], listed)) == wanted


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("ends", list(itertools.product((False, True), repeat=2)))
def test_the_path_is_the_best_one_and_leads_are_against_the_next(seed: int, ends: tuple[bool, bool]) -> None:
    dice = random.Random(seed)  # noqa: S311  weights, no secret
    count = len(LABELS)
    moves = [[model._legal(a, b, dice.randint(-200, 200)) for b in range(count)] for a in range(count)]
    rows = [[0, *(dice.randint(-300, 300) for _ in range(count - 1))] for _ in range(3)]

    def total(path: tuple[int, ...]) -> int:
        inside = not ends[0] and path[0] and path[0] % 2 == 0
        edges = (moves[0][path[0]] if ends[0] else -(1 << 20) if inside else 0) + (
            moves[path[-1]][0] if ends[1] else 0
        )
        return (
            edges
            + sum(r[x] for r, x in zip(rows, path, strict=True))
            + sum(moves[a][b] for a, b in itertools.pairwise(path))
        )

    paths = sorted(itertools.product(range(count), repeat=len(rows)), key=total)
    best = paths[-1]
    other = max(total(p) for p in paths if p[1] != best[1])
    sums = [sum(w << (model.FIELD * i) for i, w in enumerate(row[1:])) for row in rows]
    assert [list(tagger._fields(one)) for one in sums] == rows
    last = [row[0] for row in moves] if ends[1] else [0] * count
    forward, back = tagger._forward(rows, moves, ends), tagger._backward(rows, moves, last)
    totals = [a + b for a, b in zip(forward[1], back[1], strict=True)]
    assert (totals.index(max(totals)), max(totals)) == (best[1], total(best))
    assert sorted(totals)[-2] == other


def test_names_are_read_off_labels() -> None:
    found = list(tagger._names([0, 1, 2, 1, 0, 5], [9, 8, 7, 6, 5, 4], 10))
    assert found == [(11, 13, "PER", 6), (13, 14, "PER", 5), (15, 16, "LOC", 4)]


def test_a_feature_of_one_manner_counts_in_it_alone() -> None:
    rows = [[0, 5, 0, 0, 0, 0, 0], [0, 3, 0, 0, 0, 0, 0], [2, 0, 0, 0, 0, 0, 0]]
    stored = Stored(
        words="ا", finenesses=1, groups=packed([4]), features="0wا\na|0wا\nk|0wا",
        weights=packed([w for row in rows for w in row]), moves=[[0] * 7 for _ in range(7)],
    )  # fmt: skip
    assert tagger._fields(Model(stored, "a").weights["0"]["wا"])[1] == 8
    assert tagger._fields(Model(stored, "k").weights["0"]["wا"])[1:3] == (3, -2)
    assert list(unpacked(packed([-3, 300]))) == [-3, 300]


def test_names_that_no_table_has_are_proposed() -> None:
    scene = _scene(TEXT)
    shown = {
        (scene.units.written(scene.units.span(one.first, 0, one.last)), one.type)
        for one in _candidates.candidates(scene, built_in())
    }
    assert {("جوزيف كرباج", "PER"), ("زوق مصبح", "LOC"), ("نورتك", "ORG")} <= shown


def test_the_file_is_small() -> None:
    assert model.PATH.stat().st_size <= 3_000_000
