"""What a measure gives."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Score:
    """One measured value: higher is better; `detail` says what of how many.

    `informs` marks a value that depends on the machine and never gets a floor.
    """

    name: str
    value: float
    detail: str = ""
    informs: bool = False
