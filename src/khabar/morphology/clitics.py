"""Proclitics and enclitics of words in context.

و ف ب ل ك س are proclitics, the object and possessive pronouns are enclitics; the article is neither, and
endings of the verb (ت، وا) are no enclitics. «لل…» is cut behind its first ل. Frozen words stay whole:
لكن، كما، كذلك، بينما، لما، فيما. A preposition of one letter with a pronoun (له) is stem and enclitic.
"""

from khabar.morphology import _cuts, _tags
from khabar.morphology._table import Analysis, Table

CERTAIN, CERTAIN_TAG = 72, 48
"""From these leads on (thirty-seconds of a logit) the neighbours are not asked."""

_KEPT = 60_000


class Reader:
    """Reads forms with one table; what the table does not hold is worked out once and kept."""

    def __init__(self, table: Table) -> None:
        """Take the table."""
        self.table = table
        self._guessed: dict[str, Analysis] = {}
        self._tagged: dict[tuple[str, int, int], tuple[tuple[str, int], ...]] = {}
        self._places: dict[_tags.Place, dict[str, int]] = {}

    def analysis(self, form: str) -> Analysis:
        """Give the ways to read a form."""
        found = self.table.known.get(form) or self._guessed.get(form)
        if found is None:
            found = guess(form, self.table)
            if len(self._guessed) >= _KEPT:
                self._guessed.clear()
            self._guessed[form] = found
        return found

    def cut(self, form: str, read: Analysis, before: str, behind: str) -> tuple[int, int]:
        """Choose the cut of a form by its neighbours' forms."""
        get = self.table.cut_weights.get
        best, most = read.cuts[0], -(10**9)
        for choice in read.cuts:
            cut = choice[0], choice[1]
            score = choice[2] + sum(get(f, 0) for f in _cuts.beside(form, cut, before, behind))
            if score > most:
                best, most = choice, score
        return best[0], best[1]

    def tags(self, form: str, cut: tuple[int, int], read: Analysis) -> tuple[tuple[str, int], ...]:
        """Give the tags of a form under a cut."""
        if cut == read.cuts[0][:2]:
            return read.tags
        at = (form, *cut)
        if at not in self._tagged:
            if len(self._tagged) >= _KEPT:
                self._tagged.clear()
            self._tagged[at] = rank_tags(form, cut, self.table, ())
        return self._tagged[at]

    def tag(self, choices: tuple[tuple[str, int], ...], left: str, right: str, place: _tags.Place) -> str:
        """Choose the tag by what the neighbours say."""
        get = self.table.tag_weights.get
        of_place = self._places.get(place) or self._place(place)
        of_left, of_right = _tags.of_forms(left, right, place.article)
        best, most = "", -(10**9)
        for tag, score in choices:
            total = score + of_place[tag] + get(tag + of_left, 0) + get(tag + of_right, 0)
            if total > most:
                best, most = tag, total
        return best

    def _place(self, place: _tags.Place) -> dict[str, int]:
        """Work out what a place says for every tag; there are some hundred places."""
        get, found = self.table.tag_weights.get, _tags.of_place(place)
        self._places[place] = {tag: sum(get(tag + f, 0) for f in found) for tag in _tags.TAGS}
        return self._places[place]


def guess(form: str, table: Table, signals: tuple[str, ...] = ()) -> Analysis:
    """Work out how a form can be read from its letters and the counts."""
    if not "ء" <= form[0] <= "ي":
        return Analysis(0, ((0, 0, 0),), (("name", 0),))
    get = table.cut_weights.get
    scored = [
        (p, q, sum(get(f, 0) for f in _cuts.features(form, (p, q), table.count))) for p, q in _cuts.cuts(form)
    ]
    top = max(score for _, _, score in scored)
    left = sorted((top - s, p, q) for p, q, s in scored if top - s < CERTAIN)
    kept = tuple((p, q, -(lead // 16 * 16)) for lead, p, q in left)
    return Analysis(table.count(form), kept, rank_tags(form, kept[0][:2], table, signals))


def rank_tags(
    form: str, cut: tuple[int, int], table: Table, signals: tuple[str, ...]
) -> tuple[tuple[str, int], ...]:
    """Give the tags that a form may have under a cut with their scores, the best first."""
    get = table.tag_weights.get
    found = _tags.features(form, cut, table.count, signals)
    scored = {tag: sum(get(tag + f, 0) for f in found) for tag in _tags.TAGS}
    top = max(scored.values())
    left = sorted((top - score, tag) for tag, score in scored.items() if top - score < CERTAIN_TAG)
    return tuple((tag, -(lead // 16 * 16)) for lead, tag in left[:3])
