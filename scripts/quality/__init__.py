"""How good the product is, measured against evaluation data.

A measure is one module of this folder, found by scan; a leading `_` hides a helper:

    NEEDS: str                                what it reads inside the DATA folder, separated by spaces
    def measure(data: Path) -> Iterator[Score]
    def misses(data: Path) -> Iterator[str]   optional: each case that went wrong, one line each

Floors stand in tests/floors.toml under the module's name.
"""
