"""A user's own network as a tagger of names: windows of subwords, runs in batches, scores of our labels.

The words given to the tokenizer are the forms of our tokens, without tashkeel, tatweel and what nobody sees.
A subword knows the token that it is of, so a name is whole tokens and their offsets are those of the text.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from khabar.lexicon import World
from khabar.records import Token
from khabar.tagging import _folder
from khabar.tagging._folder import ModelError, Parts
from khabar.tagging.features import EDGE
from khabar.tagging.model import LABELS, NEVER, SCALE
from khabar.tagging.tagger import Found, best

__all__ = ["ModelError", "Tagger", "tagger"]

_BATCH = 16
_MOVES = [[NEVER if b and b % 2 == 0 and a not in (b, b - 1) else 0 for b in range(len(LABELS))]
          for a in range(len(LABELS))]  # fmt: skip
_NOTHING = (0, *[NEVER] * (len(LABELS) - 1))

Row = tuple[int, ...]


class Tagger:
    """Tags documents with one network.

    A word's label is that of its first subword; where windows overlap, that of the window in which the word
    stands farther from the ends.
    """

    def __init__(self, parts: Parts, name: str) -> None:
        """Take a model and the name to tell errors by."""
        self._parts, self._name = parts, name
        longest = parts.config.longest
        room = longest - parts.tokenizer.num_special_tokens_to_add(is_pair=False)
        if room < 4:
            raise ModelError(f"{name}: a run of {longest} subwords has no room for words")
        parts.tokenizer.no_padding()
        parts.tokenizer.enable_truncation(longest, stride=room // 4)

    def tag(self, tokens: Sequence[Token]) -> tuple[Found, ...]:
        """Give the names of a document; a token with the key of a line end parts lines. Raises ModelError."""
        lines = list(_lines(tokens))
        rows = self._rows([[token.form for token in tokens[a:b]] for a, b in lines])
        return tuple(
            found
            for (begin, _), row in zip(lines, rows, strict=True)
            if any(max(word) > 0 for word in row)  # else the best path is no name at all
            for found in best(row, _MOVES, (False, False), begin)
        )

    def _rows(self, lines: list[list[str]]) -> list[list[Row]]:
        """Give the weights of our labels for each word of each line."""
        rows = [[_NOTHING] * len(words) for words in lines]
        inside = [[-1] * len(words) for words in lines]  # how far from an end the word's row was seen
        encoded = self._parts.tokenizer.encode_batch(lines, is_pretokenized=True) if lines else []
        windows = [(line, part) for line, one in enumerate(encoded) for part in (one, *one.overflowing)]
        windows.sort(key=lambda window: len(window[1].ids))  # equal lengths side by side: little padding
        for at in range(0, len(windows), _BATCH):
            batch = windows[at : at + _BATCH]
            for (line, part), scores in zip(batch, self._run([part for _, part in batch]), strict=True):
                for place, word in _firsts(part.word_ids):
                    depth = min(place, len(part.ids) - 1 - place)
                    if depth > inside[line][word]:
                        inside[line][word], rows[line][word] = depth, scores[place]
        return rows

    def _run(self, windows: Sequence[Any]) -> list[list[Row]]:
        """Run a batch of windows; give the weights of our labels for each subword."""
        import numpy

        config, width = self._parts.config, max(len(one.ids) for one in windows)
        shape = (len(windows), width)
        given: dict[str, Any] = {
            "input_ids": numpy.full(shape, config.pad_token_id or 0, dtype=numpy.int64),
            "attention_mask": numpy.zeros(shape, dtype=numpy.int64),
            "token_type_ids": numpy.zeros(shape, dtype=numpy.int64),
        }
        for i, one in enumerate(windows):
            given["input_ids"][i, : len(one.ids)] = one.ids
            given["attention_mask"][i, : len(one.ids)] = 1
        try:
            scores = self._parts.session.run(None, {name: given[name] for name in self._parts.inputs})[0]
        except Exception as error:  # the library raises nothing narrower
            raise ModelError(f"{self._name}/model.onnx cannot be run: {error}") from error
        if scores.shape != (*shape, len(config.id2label)):
            raise ModelError(
                f"{self._name}/model.onnx is not a token-classification model of config.json: it gives "
                f"{list(scores.shape)} for {list(shape)} subwords and {len(config.id2label)} labels"
            )
        if not numpy.isfinite(scores).all():
            raise ModelError(f"{self._name}/model.onnx gives scores that are no numbers")
        return [[_row(self._parts.columns, word) for word in window] for window in scores.tolist()]


def _row(columns: Sequence[Sequence[int]], scores: Sequence[float]) -> Row:
    """Give the weights of our labels relative to O, in whole sixty-fourths of a logit."""
    nothing = max(scores[i] for i in columns[0])
    told = (round((max(scores[i] for i in c) - nothing) * SCALE) if c else NEVER for c in columns[1:])
    return (0, *told)


def _firsts(words: Sequence[int | None]) -> Iterator[tuple[int, int]]:
    """Give the place of each word's first subword in a window, and the word."""
    before = None
    for place, word in enumerate(words):
        if word is not None and word != before:
            yield place, word
        before = word


def _lines(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Give the begin and end of each line that is not empty."""
    begin = 0
    for at, token in enumerate(tokens):
        if token.key == EDGE:
            if at > begin:
                yield begin, at
            begin = at + 1
    if begin < len(tokens):
        yield begin, len(tokens)


@lru_cache(maxsize=2)
def tagger(world: World, process: int) -> Tagger:  # noqa: ARG001  a network is not carried over a fork
    """Give the tagger of a world's model for a process, by its id; raises ModelError."""
    folder = world.names_model
    if folder is None:
        raise ModelError("no model of names is given")
    return Tagger(_folder.load(folder, world), str(folder))
