"""Records -> what people and programs read. An exporter is one module of this folder, found by scan:

SUFFIX: str                                                        as in `--to csv`
def tell(documents: Iterable[Document], layer: str, out: TextIO) -> int     gives the rows written
"""

from functools import lru_cache
from types import ModuleType

from khabar import stage


@lru_cache(maxsize=1)
def exporters() -> dict[str, ModuleType]:
    """Give the exporters by their suffix."""
    found = stage.modules(__name__)
    return {module.SUFFIX: module for module in found.values() if hasattr(module, "SUFFIX")}
