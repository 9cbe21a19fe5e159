"""Documents -> links between them. A linker is one module of this folder, found by scan:

    NEEDS: tuple[str, ...]                                      linkers that must run before it
    VERSION: int
    def keys(document: Document) -> Iterator[tuple[str, Passage]]
    def gather(key: str, passages: Sequence[Passage]) -> Iterator[Link]

Both are pure: `keys` looks at one document, `gather` at passages under one key (letters and digits). Whether
two passages are linked depends on these two alone, so whoever groups by key may do so in any order, in parts,
and two passages at a time. A passage is compared with the `WINDOW` earliest of its key, so that no key grows
quadratic.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from types import ModuleType

from khabar import stage
from khabar.link._difference import changes as changes
from khabar.link._passages import WINDOW as WINDOW
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


def place(passage: Passage) -> str:
    """Give where a passage stands among those of its key: by publication, unknown days last."""
    return f"{passage.published or '~'}\t{passage.document}\t{passage.start:09}"


def placed(place: str, end: int, sketch: bytes) -> Passage:
    """Give the passage that stands at a place."""
    published, document, start = place.split("\t")
    known = None if published == "~" else published
    return Passage(document=document, published=known, start=int(start), end=end, sketch=sketch)


def gather(linker: str, key: str, passages: Sequence[Passage]) -> tuple[Link, ...]:
    """Give the links that hold between passages of one key, earliest publication first."""
    return tuple(dict(linkers())[linker].gather(key, sorted(passages, key=place)))
