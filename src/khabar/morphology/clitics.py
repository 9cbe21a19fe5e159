"""Proclitics and enclitics of words in context.

و ف ب ل ك س are proclitics, the object and possessive pronouns are enclitics; the article is neither, and
endings of the verb (ت، وا) are no enclitics. «لل…» is cut behind its first ل. Frozen words stay whole:
لكن، كما، كذلك، بينما، لما، فيما. A preposition of one letter with a pronoun (له) is stem and enclitic.
"""

from khabar.morphology import _cuts, _tags
from khabar.morphology._table import Analysis, Row, Table
from khabar.records import TokenKind

CERTAIN, CERTAIN_TAG = 72, 48
"""From these leads on (thirty-seconds of a logit) the neighbours are not asked."""

_KEPT = 60_000
_NOTHING = (0,) * len(_tags.TAGS)
_AT = {tag: i for i, tag in enumerate(_tags.TAGS)}

Neighbour = tuple[str, str]
Choice = tuple[int, int, str]
"""`pre`, `post` and `pos`: noun name adj verb prep conj part pron num adv mark."""


class Reader:
    """Reads forms with one table; what the table does not hold is worked out once and kept."""

    def __init__(self, table: Table) -> None:
        """Take the table."""
        self.table = table
        self._guessed: dict[str, Analysis] = {}
        self._tagged: dict[tuple[str, int, int], tuple[tuple[str, int], ...]] = {}
        self.sure: dict[str, Choice] = {}
        self._summed: dict[tuple[bool, str, bool, str, bool], Row] = {}

    def analysis(self, form: str) -> Analysis:
        """Give the ways to read a form."""
        found = self.table.known.get(form) or self._guessed.get(form)
        if found is None:
            found = guess(form, self.table)
            if len(self._guessed) >= _KEPT:
                self._guessed.clear()
            self._guessed[form] = found
        return found

    def surely(self, form: str, kind: TokenKind) -> Choice | None:
        """Give, and keep, how a form is read beside any neighbours; None where these matter."""
        if kind == "word":
            found = self.analysis(form)
            if len(found.cuts) > 1 or len(found.tags) > 1:
                return None
            choice = (*found.cuts[0][:2], found.tags[0][0])
        else:
            choice = (0, 0, "num" if kind == "number" else "mark")
        if len(self.sure) >= _KEPT:
            self.sure.clear()
        self.sure[form] = choice
        return choice

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

    def tag(
        self, choices: tuple[tuple[str, int], ...], left: Neighbour, right: Neighbour, *, article: bool
    ) -> str:
        """Choose the tag by what the neighbours, a form and its tag, say."""
        get = self.table.tag_weights.get
        rows = [self._between(left, right, article=article)]
        for feature in _tags.beside(left[0], right[0], article=article):
            row = get(feature)
            if row:
                rows.append(row)
        best, most = "", -(10**9)
        for tag, score in choices:
            at = _AT[tag]
            for row in rows:
                score += row[at]
            if score > most:
                best, most = tag, score
        return best

    def _between(self, left: Neighbour, right: Neighbour, *, article: bool) -> Row:
        """Give the weights of the neighbours' tags and articles; there are few of these, so they are kept."""
        at = ("ال" in left[0][:4], left[1], "ال" in right[0][:4], right[1], article)
        found = self._summed.get(at)
        if found is None:
            found = self._summed[at] = _sum(_tags.between(*at), self.table)
        return found


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
    scores = _sum(_tags.features(form, cut, table.count, signals), table)
    top = max(scores)
    scored = zip(scores, _tags.TAGS, strict=True)
    left = sorted((top - score, tag) for score, tag in scored if top - score < CERTAIN_TAG)
    return tuple((tag, -(lead // 16 * 16)) for lead, tag in left[:3])


def _sum(features: list[str], table: Table) -> Row:
    rows = filter(None, map(table.tag_weights.get, features))
    return tuple(map(sum, zip(_NOTHING, *rows, strict=True)))
