"""Names: persons, organisations and places against texts that nothing was learnt from.

ANERcorp (last fifth of its training file) marks more kind words than our guidelines do, so the whole layer
cannot reach on it what the tagger reaches in that manner; our own held-out articles follow the guidelines.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from khabar import extract
from khabar.extract import tokens
from khabar.extract._candidates import candidates
from khabar.extract._naming import Scene
from khabar.lexicon import built_in
from khabar.records import Document, Reading
from khabar.tagging.model import Manner
from khabar.training import named
from khabar.training.named import Marked, Span
from scripts.quality._named import Tally, over_words
from scripts.quality._score import Score

NEEDS = "data/anercorp/ANERcorp_train_original.txt nlp-cases/names.json"
CORPUS = Path(__file__).parents[2] / "corpus"
_CARRIERS = ("التقى أعضاء الوفد {} في مقر البعثة.\n", "وغادر {} القاعة بعد ساعة من وصوله.\n")


def measure(data: Path) -> Iterator[Score]:
    """Score the layer of mentions on ANERcorp and on our own articles, and the cases."""
    parts: tuple[tuple[str, Manner, list[Marked]], ...] = (
        ("ANERcorp", "a", _held(data)),
        ("own", "k", named.own(CORPUS, held=True)),
    )
    for name, manner, texts in parts:
        tagger, layer = Tally(), Tally()
        for text in texts:
            tagger.add(text, tagged(text, manner))
            layer.add(text, mentions(text))
        yield from tagger.scores(f"tagger {name}")
        yield from layer.scores(f"layer {name}")
    yield from _cases(data)


def misses(data: Path) -> Iterator[str]:
    """Give the names that were missed (-) and those too much (+), with what stands around them."""
    for text in (*named.own(CORPUS, held=True), *_held(data)):
        wanted = {over_words(text, name) for name in text.names}
        given = {over_words(text, name) for name in mentions(text)}
        for sign, names in (("-", wanted - given), ("+", given - wanted)):
            for one in sorted(names):
                around = text.text[max(0, one.start - 30) : one.end + 20].replace("\n", " ")
                yield f"{sign} {one.type} {text.text[one.start : one.end]} | {around}"


def mentions(text: Marked) -> list[Span]:
    """Give the mentions of a text as the whole layer finds them."""
    document = extract.annotate(Document(id="", text=text.text), built_in())
    return [Span(one.start, one.end, one.type) for one in document.mentions]


def tagged(text: Marked, manner: Manner) -> list[Span]:
    """Give the names of a text as the tagger alone sees them, in the manner of one of the corpora."""
    world = built_in()
    scene = Scene(world, text.text, tuple(tokens.extract(Reading(id="", text=text.text), world)))
    return [
        Span(*scene.units.span(one.first, scene.proclitics(one.first), one.last), one.type)
        for one in candidates(scene, world, manner)
    ]


def _held(data: Path) -> list[Marked]:
    return named.anercorp(data / NEEDS.split()[0], held=True)


def _cases(data: Path) -> Iterator[Score]:
    """Score pairs of names in one text: both found in full, and as one person exactly where they are one."""
    pairs = json.loads((data / "nlp-cases" / "names.json").read_text(encoding="utf-8"))
    pairs = [pair for pair in pairs if pair["kind"] == "ar-ar"]
    found = same = 0
    for pair in pairs:
        text = "".join(c.format(pair[side]) for c, side in zip(_CARRIERS, "ab", strict=True))
        document = extract.annotate(Document(id="", text=text), built_in())
        entities = {text[m.start : m.end]: m.entity for m in document.mentions if m.type == "PER"}
        both = [entities.get(pair[side]) for side in "ab"]
        found += sum(one is not None for one in both)
        same += None not in both and (both[0] == both[1]) == bool(pair["same"])
    yield Score("cases found", found / max(2 * len(pairs), 1), f"{found} of {2 * len(pairs)} names")
    yield Score("cases same", same / max(len(pairs), 1), f"{same} of {len(pairs)} pairs")
