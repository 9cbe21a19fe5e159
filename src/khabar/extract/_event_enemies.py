"""Who was hit where the text names a place or nobody: the land's government, its enemy, the land."""

from collections import Counter

from khabar.extract._event_parties import Side
from khabar.extract._event_scene import Scene
from khabar.extract._trigger_rows import TriggerRow
from khabar.records import Mention, Range

_GROUP = "IMG:"


class EnemyReader:
    """Completes the acted-on of force in one document."""

    def __init__(self, scene: Scene, home: str | None) -> None:
        """Take the scene and the country that the article is about."""
        self.scene = scene
        self.home = home

    def complete(self, row: TriggerRow, actor: Side, recipient: Side, sentence: Range) -> Side:
        """Give whom an act of force hit; without force or a named doer it stays as it is."""
        if row.type != "ASSAULT" or not actor.coded:
            return recipient
        own = {code.partition(":")[0] for code in actor.codes if not code.startswith(_GROUP)}
        if "force" in row.guards:
            return self._land(actor, recipient, own, sentence)
        if recipient.codes or not any(code.startswith(_GROUP) for code in actor.codes):
            return recipient
        return self.at(sentence, own)  # a group of no land hits the land where it is

    def _land(self, actor: Side, recipient: Side, own: set[str], sentence: Range) -> Side:
        """Give from whom territory was taken: from its government by rebels, from these by everybody else."""
        lands = {code for code in recipient.codes if ":" not in code}
        if recipient.codes and not (lands & own):
            return recipient
        if any(code.endswith(":REB") for code in actor.codes):
            codes = tuple(f"{land}:GOV" for land in sorted(lands & own or own))
            return recipient._replace(codes=codes, why="the land's government")
        if any(code.startswith(_GROUP) for code in actor.codes):
            return self.at(sentence, own)
        return self._foe(sentence, actor.codes)

    def _foe(self, sentence: Range, but: tuple[str, ...]) -> Side:
        """Give the armed group that a stretch names, else the one that the article names most."""
        named = [m for k in range(*sentence) if (m := self.scene.mention_of.get(k)) is not None]
        for mentions in (named, list(self.scene.doc.mentions)):
            codes = Counter(self._code(mention) for mention in mentions)
            found = (c for c, _ in codes.most_common() if c.startswith(_GROUP) or c.endswith(":REB"))
            foe = next((code for code in found if code not in but), None)
            if foe is not None:
                return Side((foe,), (), (), "armed group of the article")
        return Side()

    def at(self, sentence: Range, own: set[str]) -> Side:
        """Give the land in which a stretch tells of an act, else the one that the article is about."""
        for k in range(*sentence):
            mention = self.scene.mention_of.get(k)
            land = self._code(mention).partition(":")[0] if mention and mention.type == "LOC" else ""
            if land and land not in own:
                return Side((land,), (), (), "land where it happened")
        return Side((self.home,), (), (), "land of the article") if self.home else Side()

    def _code(self, mention: Mention) -> str:
        return self.scene.entities[mention.entity].code or ""
