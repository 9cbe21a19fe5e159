"""Who stands where round a trigger: token ranges of the parties, before anyone asks who they are."""

from khabar.extract._event_carriers import CarrierReader
from khabar.extract._event_clause import Sentence
from khabar.extract._event_nouns import NounReader
from khabar.extract._event_positions import Positions, Stand
from khabar.extract._event_verbs import VerbReader
from khabar.extract._triggers import Hit, TriggerReader


class ArgumentReader:
    """Finds the parties of triggers in one sentence."""

    def __init__(self, sentence: Sentence, triggers: TriggerReader) -> None:
        """Take the sentence."""
        positions = Positions(sentence, triggers)
        self.sentence = sentence
        self.verbs = VerbReader(positions)
        self.nouns = NounReader(positions, CarrierReader(positions, self.verbs))

    def read(self, hit: Hit) -> Stand:
        """Give where the parties of a trigger stand."""
        i = self.sentence.index.get(hit.at)
        if i is None:
            return Stand((), ())
        if hit.shape == "verb" and self.sentence.chunks[i].kind == "verb":
            return self.verbs.verb(hit, i)
        if hit.shape == "participle":
            return self.verbs.participle(hit, i)
        return self.nouns.noun(hit, i)
