"""A stage is a folder: find its modules and put them in the order of what they need."""

import importlib
import pkgutil
from graphlib import CycleError, TopologicalSorter
from types import ModuleType


class StageError(RuntimeError):
    """The modules of a stage do not fit together; the message names them."""


def modules(package: str) -> dict[str, ModuleType]:
    """Import the modules of a package by name, in alphabetical order; a leading `_` hides a helper."""
    root = importlib.import_module(package)
    names = sorted(m.name for m in pkgutil.iter_modules(root.__path__) if not m.name.startswith("_"))
    return {name: importlib.import_module(f"{package}.{name}") for name in names}


def ordered(found: dict[str, ModuleType]) -> tuple[tuple[str, ModuleType], ...]:
    """Sort modules so that each stands behind those that its NEEDS names; ties in alphabetical order.

    Raises StageError where a need is unknown or two modules need each other.
    """
    for name, module in found.items():
        missing = sorted(set(module.NEEDS) - set(found))
        if missing:
            raise StageError(f"{name} needs {', '.join(missing)}, which no module of the stage gives")
    sorter = TopologicalSorter({name: sorted(module.NEEDS) for name, module in found.items()})
    try:
        sorter.prepare()
    except CycleError as error:
        raise StageError(f"modules need each other: {' -> '.join(error.args[1])}") from error
    order: list[str] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        order.extend(ready)
        sorter.done(*ready)
    return tuple((name, found[name]) for name in order)
