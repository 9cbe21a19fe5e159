"""Texts whose people are known beforehand, read up to statements."""

from khabar import arabic
from khabar.records import EntityType, Mention, Reading, Role
from layers import layered

PEOPLE: dict[str, EntityType] = {
    "سامي حداد": "PER",
    "هدى نصار": "PER",
    "حداد": "PER",
    "رابطة التجار": "ORG",
    "فرنسا": "LOC",
}


def read(text: str, roles: tuple[str, ...] = (), title: str | None = None) -> Reading:
    """Run the layers up to statements with names that are known here."""
    taken: list[Mention] = []
    for name, kind in PEOPLE.items():
        at = text.find(name)
        while at >= 0:
            if not any(m.start <= at < m.end for m in taken):
                taken.append(Mention(start=at, end=at + len(name), type=kind, entity=name.split()[-1]))
            at = text.find(name, at + 1)
    held = [Role(start=text.find(r), end=text.find(r) + len(r), entity="حداد") for r in roles]
    return layered(
        text,
        "blocks",
        "sentences",
        "statements",
        title=title,
        tokens=tuple(arabic.tokens(text)),
        mentions=tuple(taken),
        roles=tuple(held),
    )
