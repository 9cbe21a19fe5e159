"""Build the model of names: groups from raw news, weights from the annotated texts of both manners.

Each feature counts for both corpora; those that may differ from one manner of annotation to the other count a
second time for each alone («frustratingly easy» domain adaptation, Daumé 2007).
"""

import gzip
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec
import pycrfsuite

from khabar.extract import _signs, tokens
from khabar.extract._naming import Scene
from khabar.lexicon import World, built_in
from khabar.records import Reading
from khabar.tagging import features
from khabar.tagging.features import EDGE
from khabar.tagging.model import LABELS, SCALE, Manner, Stored, packed
from khabar.training import groups, named, texts
from khabar.training.named import Marked

_SETTINGS = {"c1": 0.1, "c2": 0.1, "max_iterations": 60, "feature.possible_transitions": True}
_LIGHT = 2
"""A feature none of whose weights is more is left out."""

Groups = dict[str, tuple[int, ...]]
Tell = Callable[[str], None]


def build(data: Path, out: Path, tell: Tell) -> None:
    """Write the model from a folder with `anercorp.txt`, `corpus/*.txt` and `texts.jsonl`.

    What `training.named` holds back is not learnt from. Same input, same bytes. Raises OSError.
    """
    marked: list[tuple[Manner, list[Marked]]] = [
        ("a", named.anercorp(data / "anercorp.txt", held=False)),
        ("k", named.own(data / "corpus", held=False)),
    ]
    tell(f"groups of words: reading {data / 'texts.jsonl'}")
    found = groups.learn(texts.lines(data / "texts.jsonl"))
    tell(f"groups of words: {len(found):,} words")
    stored = _stored(found, *_learnt(marked, found, tell))
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(gzip.compress(msgspec.msgpack.encode(stored), compresslevel=9, mtime=0))
    tell(f"{out}: {out.stat().st_size:,} bytes")


def lines(text: Marked, world: World, found: Groups) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Give the features and labels of the words of each line of a text."""
    scene = Scene(world, text.text, tuple(tokens.extract(Reading(id="", text=text.text), world)))
    flags, listed, labels = _signs.flags(world), _signs.listed(scene), _labels(scene, text)
    begin = 0
    for at, token in enumerate(scene.units.tokens):
        if token.key == EDGE:
            if at > begin:
                words = [features.word(t, flags, found) for t in scene.units.tokens[begin:at]]
                yield features.rows(words, listed[begin:at]), labels[begin:at]
            begin = at + 1


def _labels(scene: Scene, text: Marked) -> list[str]:
    labels = ["O"] * len(scene.units)
    for name in text.names:
        first = True
        for at, token in enumerate(scene.units.tokens):
            if token.start < name.end and token.end > name.start and token.end > token.start:
                labels[at] = ("B-" if first else "I-") + name.type
                first = False
    return labels


def _differs(feature: str) -> bool:
    """Say whether a feature may mean another thing in each manner: words and what tables say, not letters."""
    return (feature[0] in "0-+" and feature[1:2] in tuple("wcfqpP")) or feature[0] in "Lb"


def _learnt(
    marked: Sequence[tuple[Manner, list[Marked]]], found: Groups, tell: Tell
) -> tuple[dict[str, list[int]], list[list[int]]]:
    """Learn a conditional random field; give the weights of features and of moves between labels."""
    trainer = pycrfsuite.Trainer("lbfgs", verbose=False)
    trainer.set_params(_SETTINGS)
    for manner, part in marked:
        for text in part:
            for rows, labels in lines(text, built_in(), found):
                doubled = [row + [f"{manner}|{f}" for f in row if _differs(f)] for row in rows]
                trainer.append(doubled, labels)
    tell("weights: learning, some minutes")
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "names.crf")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    weights: dict[str, list[int]] = {}
    for (feature, label), weight in sorted(info.state_features.items()):
        weights.setdefault(feature, [0] * len(LABELS))[LABELS.index(label)] = round(weight * SCALE)
    kept = {f: row for f, row in weights.items() if max(map(abs, row)) > _LIGHT}
    tell(f"weights: {len(kept):,} of {len(weights):,} features kept")
    return kept, [[round(info.transitions.get((a, b), 0.0) * SCALE) for b in LABELS] for a in LABELS]


def _stored(found: Groups, weights: dict[str, list[int]], moves: list[list[int]]) -> Stored:
    words = sorted(found)
    return Stored(
        words="\n".join(words),
        finenesses=len(groups.FINENESSES),
        groups=packed([number for word in words for number in found[word]]),
        features="\n".join(weights),
        weights=packed([weight for row in weights.values() for weight in row]),
        moves=moves,
    )
