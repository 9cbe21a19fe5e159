"""Texts read by some of the layers, for the tests of one layer."""

from typing import Any

import msgspec

from khabar import extract, lexicon
from khabar.records import Reading

WORLD = lexicon.built_in()


def layered(text: str, *layers: str, **known: Any) -> Reading:
    """Read a text by the named layers, in the order given; `known` are fields that it comes with."""
    doc = Reading(id="t", text=text, **known)
    extractors = dict(extract.extractors())
    for layer in layers:
        module = extractors[layer]
        records = tuple(module.extract(doc, WORLD))
        doc = msgspec.structs.replace(doc, **extract.fields(layer, module, records))
    return doc
