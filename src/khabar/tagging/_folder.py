"""A model's folder as Hugging Face exports it: `model.onnx`, `tokenizer.json`, `config.json`, checked."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from khabar.lexicon import World
from khabar.records import EntityType
from khabar.tagging.model import LABELS

_FILES = ("config.json", "tokenizer.json", "model.onnx")
_INPUTS = ("input_ids", "attention_mask", "token_type_ids")
_PARTS = {"B": "B", "I": "I", "M": "I", "E": "I", "L": "I", "S": "B", "U": "B"}
_LONGEST = 512
_COUNT_FROM_PADDING = ("roberta", "xlm-roberta", "camembert")
"""Families whose positions begin behind the number of the padding, and are so many fewer."""


class ModelError(ValueError):
    """A model cannot be used; the message says what is wrong and how it would be right."""


class Config(msgspec.Struct, frozen=True):
    """What we need of `config.json`."""

    id2label: dict[int, str] = {}
    max_position_embeddings: int = _LONGEST
    pad_token_id: int | None = None
    model_type: str = ""

    @property
    def longest(self) -> int:
        """The most subwords that one run takes."""
        least = (self.pad_token_id or 0) + 1 if self.model_type in _COUNT_FROM_PADDING else 0
        return min(self.max_position_embeddings - least, _LONGEST)


class LabelRow(msgspec.Struct, frozen=True):
    """A row of words/model_labels.tsv: a kind of name in a model, and our type; empty is left out."""

    label: str
    type: EntityType | None = None


class Parts(NamedTuple):
    """A model ready to run; `columns` gives for each of our labels the model's labels that mean it."""

    config: Config
    tokenizer: Any
    session: Any
    inputs: tuple[str, ...]
    columns: tuple[tuple[int, ...], ...]


def load(folder: Path, world: World) -> Parts:
    """Read and check a folder; raises ModelError."""
    for name in _FILES:
        if not (folder / name).is_file():
            raise ModelError(
                f"{folder}: no {name}; a folder of a model of names has {', '.join(_FILES)}, "
                "as «optimum-cli export onnx --task token-classification» writes them"
            )
    try:
        config = msgspec.json.decode((folder / "config.json").read_bytes(), type=Config)
    except msgspec.DecodeError as error:
        raise ModelError(f"{folder / 'config.json'}: {error}") from error
    columns = _columns(folder, config, world)
    tokenizer, session = _opened(folder)
    inputs = tuple(one.name for one in session.get_inputs())
    if "input_ids" not in inputs or set(inputs) - set(_INPUTS):
        raise ModelError(
            f"{folder / 'model.onnx'}: its inputs are {', '.join(inputs)}; "
            f"wanted are input_ids and at most {', '.join(_INPUTS[1:])} beside"
        )
    return Parts(config, tokenizer, session, inputs, columns)


def _opened(folder: Path) -> tuple[Any, Any]:
    """Open tokenizer and network; one thread, as the workers share the cores already."""
    try:
        import onnxruntime
        from tokenizers import Tokenizer
    except ModuleNotFoundError as missing:
        raise ModelError(
            f"{missing.name} is not installed, a model of names needs it: pip install 'khabar[neural]'"
        ) from missing
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    options.log_severity_level = 3
    try:
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    except Exception as error:  # the library raises nothing narrower
        raise ModelError(f"{folder / 'tokenizer.json'}: {error}") from error
    try:
        session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
    except Exception as error:  # as above
        raise ModelError(f"{folder / 'model.onnx'}: {error}") from error
    return tokenizer, session


def _columns(folder: Path, config: Config, world: World) -> tuple[tuple[int, ...], ...]:
    """Give for each of our labels the numbers of the model's labels that mean it."""
    types = {row.label: row.type for row in world.rows("words/model_labels.tsv", LabelRow)}
    columns: list[list[int]] = [[] for _ in LABELS]
    unknown: list[str] = []
    for number, label in sorted(config.id2label.items()):
        part, kind = label[:1], label[2:].upper()
        if label == "O" or (part in _PARTS and label[1:2] in ("-", "_") and types.get(kind, "") is None):
            columns[0].append(number)
        elif part in _PARTS and label[1:2] in ("-", "_") and kind in types:
            columns[LABELS.index(f"{_PARTS[part]}-{types[kind]}")].append(number)
        else:
            unknown.append(label)
    path = folder / "config.json"
    if not config.id2label:
        raise ModelError(f"{path}: no id2label; this is not the config of a token-classification model")
    if unknown:
        raise ModelError(
            f"{path}: labels {', '.join(unknown)} of id2label are unknown; wanted are O and B-… I-… with "
            f"{', '.join(types)}. Name others in words/model_labels.tsv of your --world folder"
        )
    if sorted(config.id2label) != list(range(len(config.id2label))):
        raise ModelError(f"{path}: the numbers of id2label are not 0, 1, 2 …")
    _complete(path, columns)
    return tuple(map(tuple, columns))


def _complete(path: Path, columns: Sequence[Sequence[int]]) -> None:
    """Raise where no label says that a word is no name, or none begins one."""
    if not columns[0]:
        raise ModelError(f"{path}: id2label has no label O")
    if not any(columns[1::2]):
        raise ModelError(f"{path}: id2label has no label that begins a person, an organisation or a place")
