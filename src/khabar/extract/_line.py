"""One line of a page with what the block rules ask of it."""

import msgspec


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line: span without outer white space, folded key, and its features."""

    start: int
    end: int
    key: str
    bare: str
    words: int
    stopped: bool
    colon: bool
    opens_quotation: bool
    years: tuple[int, ...]
    recent: bool
    since: bool
    was_already: bool
    cue_first: bool
    cue_carries: bool
    speaks: bool
