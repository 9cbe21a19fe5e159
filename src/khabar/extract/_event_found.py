"""An act as it was found, before retellings are united and it gets its number."""

from typing import NamedTuple

from khabar.extract._event_parties import Side
from khabar.extract._event_status import Status
from khabar.extract._trigger_rows import TriggerRow
from khabar.records import Range, Time


class Found(NamedTuple):
    """One telling of an act; `sentence` is the first token of its sentence, `definite` a noun with «ال»."""

    row: TriggerRow
    at: int
    sentence: int
    role: str
    trigger: Range
    actor: Side
    recipient: Side
    status: Status
    place: str | None
    time: Time | None
    background: str
    statement: str | None
    lemma: str
    definite: bool
    why: str
    carrier: int | None
