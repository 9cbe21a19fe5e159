"""Roles: the title that the text gives a person, before the name or behind it."""

from collections.abc import Iterator

from khabar.extract import _titles
from khabar.extract._naming import Begins, Scene
from khabar.extract._office_reader import OfficeReader
from khabar.extract._titles import Phrase
from khabar.extract._vocabulary import uncut
from khabar.lexicon import World
from khabar.records import Mention, Reading, Role

NEEDS: tuple[str, ...] = ("mentions", "tokens")
VERSION = 2

_NO_ROLE = "person"  # «الشاب», «نجله»: such a word announces a name and gives no office


def extract(doc: Reading, world: World) -> Iterator[Role]:
    """Give the roles in the order of the text."""
    persons = {mention.start: mention for mention in doc.mentions if mention.type == "PER"}
    if not persons:
        return
    scene = Scene(world, doc.text, doc.tokens)
    offices = OfficeReader(doc, world)
    after = dict(_behind(scene, persons))
    found = [(phrase, mention, "behind") for mention, phrase in after.items()]
    for phrase, mention in _before(scene, persons):
        if phrase.kind != "honorific" or mention not in after:
            found.append((phrase, mention, "before"))
    for phrase, mention, where in sorted(found, key=lambda item: item[0].first):
        start, end = scene.units.span(phrase.first, phrase.cut, phrase.last)
        head = scene.units.tokens[phrase.first].form[phrase.cut :]
        why = f"title «{head}» (words/titles.tsv) {where} the name"
        first, *rest = scene.units.keys[phrase.first : phrase.last]
        office = offices.of_person((uncut(first, phrase.cut), *rest), mention.entity)
        yield Role(
            start=start, end=end, entity=mention.entity, office=office.office if office else None, why=why
        )


def _before(scene: Scene, persons: dict[int, Mention]) -> Iterator[tuple[Phrase, Mention]]:
    after = 0
    for at, flags in enumerate(scene.begins):
        if at < after or not flags & Begins.TITLE:
            continue
        for phrase, name in _titles.all_at(scene, at):
            mention = persons.get(scene.units.span(name.first, name.cut, name.last)[0])
            if mention and phrase.kind != _NO_ROLE:
                yield phrase, mention
                after = phrase.last


def _behind(scene: Scene, persons: dict[int, Mention]) -> Iterator[tuple[Mention, Phrase]]:
    by_end = {mention.end: mention for mention in persons.values()}
    for at, token in enumerate(scene.units.tokens):
        mention = by_end.get(token.end) if token.kind == "word" else None
        phrase = _titles.behind(scene, at + 1) if mention else None
        if mention and phrase:
            yield mention, phrase
