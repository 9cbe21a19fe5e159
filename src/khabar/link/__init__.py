"""Documents -> links between them. A linker is one module of this folder, found by scan:

    NEEDS: tuple[str, ...]                                      linkers that must run before it
    VERSION: int
    def keys(document: Document) -> Iterator[tuple[str, Passage]]
    def gather(key: str, passages: Sequence[Passage]) -> Iterator[Link]

Both are pure: `keys` looks at one document, `gather` at all passages under one key. Whoever groups by key
(here the store) may do so in any order and in parts: the passages of a key are sorted before `gather`.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from types import ModuleType

from khabar import stage
from khabar.links import Keyed, Link, Passage
from khabar.records import Document


@lru_cache(maxsize=1)
def linkers() -> tuple[tuple[str, ModuleType], ...]:
    """Give the linkers in the order of their needs."""
    return stage.ordered(stage.modules(__name__))


def keys(document: Document) -> Iterator[Keyed]:
    """Give the passages of a document under the key of every linker."""
    for name, module in linkers():
        for key, passage in module.keys(document):
            yield Keyed(linker=name, key=key, passage=passage)


def gather(linker: str, key: str, passages: Sequence[Passage]) -> tuple[Link, ...]:
    """Give the links that hold between the passages of one key, earliest publication first."""
    in_order = sorted(passages, key=lambda p: (p.published is None, p.published or "", p.document, p.start))
    return tuple(dict(linkers())[linker].gather(key, in_order))
