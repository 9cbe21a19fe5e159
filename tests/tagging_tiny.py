"""Tiny networks for the tests: a table from subwords to labels, cut into words or letters."""

import json
from pathlib import Path
from typing import Any

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, pre_tokenizers, processors

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC")
SURE = 8.0


def folder(
    path: Path, words: dict[str, str], *, labels: tuple[str, ...] = LABELS, longest: int = 512,
    inputs: tuple[str, ...] = ("input_ids", "attention_mask"),
) -> Path:  # fmt: skip
    """Make a model's folder in which `words` (forms) have labels.

    Words that are not given are cut into letters, each surely O.
    """
    path.mkdir(parents=True, exist_ok=True)
    letters = [chr(c) for c in (*range(0x21, 0x7F), *range(0x621, 0x64B))]
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *letters, *("##" + c for c in letters)]
    vocabulary = {piece: i for i, piece in enumerate(dict.fromkeys([*pieces, *words]))}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))  # noqa: S106  no password
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    tokenizer.save(str(path / "tokenizer.json"))
    config = {
        "id2label": {str(i): label for i, label in enumerate(labels)}, "model_type": "bert",
        "max_position_embeddings": longest, "pad_token_id": 0,
    }  # fmt: skip
    (path / "config.json").write_text(json.dumps(config), encoding="utf-8")
    weights: Any = numpy.zeros((len(vocabulary), len(labels)), dtype=numpy.float32)
    weights[:, 0] = SURE
    for word, label in words.items():
        weights[vocabulary[word]] = 0
        weights[vocabulary[word], labels.index(label)] = SURE
    network(path, weights, inputs)
    return path


def network(path: Path, weights: Any, inputs: tuple[str, ...], *, flat: bool = False) -> None:
    """Write the table as a network: a row of labels for each subword; `flat`: one for a text."""
    nodes = [helper.make_node("Gather", ["table", inputs[0]], ["all"], axis=0)]
    nodes += [helper.make_node("Identity", [name], [f"unused {name}"]) for name in inputs[1:]]
    if flat:
        nodes.append(helper.make_node("ReduceMax", ["all", "axes"], ["logits"], keepdims=0))
    else:
        nodes.append(helper.make_node("Identity", ["all"], ["logits"]))
    given = [helper.make_tensor_value_info(n, TensorProto.INT64, ["batch", "length"]) for n in inputs]
    shape = ["batch", len(weights[0])] if flat else ["batch", "length", len(weights[0])]
    out = helper.make_tensor_value_info("logits", TensorProto.FLOAT, shape)
    held = [numpy_helper.from_array(weights, "table")]
    held += [numpy_helper.from_array(numpy.array([1], dtype=numpy.int64), "axes")] if flat else []
    graph = helper.make_graph(nodes, "tiny", given, [out], held)
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    onnx.save(made, str(path / "model.onnx"))
