"""A page as a tree, and what its head says: meta tags, linked data."""

import json
import logging
import re
from collections.abc import Iterator
from html import unescape
from typing import Any, TypeAlias

from khabar.clean.refuse import RefusedError

Tree: TypeAlias = Any
"""An element of lxml, which ships no types."""

_DECLARATION = re.compile(r"^\ufeff?\s*<\?xml[^>]*>")
_SPACE = re.compile(r"[\s\ud800-\udfff]+")  # half pairs, which JSON can hold and UTF-8 cannot
_MAX_DEPTH = 20  # of linked data; real pages nest three deep


def parse(markup: str) -> Tree:
    """Read markup, however broken; raises RefusedError `no_article` where there is none."""
    import trafilatura  # a third of a second; plain text must not pay it

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it finds is in our Rejected
    markup = _DECLARATION.sub("", markup)  # names the encoding of the bytes, and this is text by now
    for attempt in (markup, f"<html><body><div>{markup}</div></body></html>"):
        tree = trafilatura.load_html(attempt)
        if tree is not None and tree.find("body") is not None:  # a piece of a page has none
            return tree
    raise RefusedError("no_article", "There is no markup that could be read.")


def words(text: str | None) -> str:
    """Give a text in one line, with single spaces."""
    return _SPACE.sub(" ", text or "").strip()


def text_of(element: Tree) -> str:
    """Give all text under an element in one line."""
    return words("".join(element.itertext()))


def metas(tree: Tree) -> dict[str, list[str]]:
    """Give the contents of the meta tags by property, name or itemprop in lower case."""
    found: dict[str, list[str]] = {}
    for meta in tree.xpath("//meta[@content]"):
        content = words(unescape(meta.get("content")))
        for attribute in ("property", "name", "itemprop"):
            if content and (name := meta.get(attribute)):
                found.setdefault(name.strip().lower(), []).append(content)
    return found


def linked_data(tree: Tree) -> list[dict[str, Any]]:
    """Give the objects of the page's JSON-LD, articles first; what is no JSON is passed over."""
    nodes: list[dict[str, Any]] = []
    for script in tree.xpath('//script[contains(@type, "ld+json")]'):
        try:
            nodes.extend(_objects(json.loads("".join(script.itertext()), strict=False), _MAX_DEPTH))
        except (ValueError, RecursionError):
            continue
    return sorted(nodes, key=lambda node: not _is_article(node))  # stable: the order of the page


def _objects(value: object, depth: int) -> Iterator[dict[str, Any]]:
    """Give an object and those in its lists and its graph; not those that are its properties."""
    if isinstance(value, list) and depth:
        for item in value:
            yield from _objects(item, depth - 1)
    elif isinstance(value, dict):
        yield value
        if depth:
            for inner in ("@graph", "mainEntity", "mainEntityOfPage"):
                yield from _objects(value.get(inner), depth - 1)


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(
        str(k).endswith(("Article", "Posting")) for k in (kinds if isinstance(kinds, list) else [kinds])
    )
