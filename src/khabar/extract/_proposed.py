"""Names that the trained tagger proposes: beside those of the rules, and where a rule saw a part of one."""

from collections.abc import Sequence

from khabar import arabic
from khabar.extract._candidates import candidates, whose
from khabar.extract._naming import Candidate, Scene, normal
from khabar.extract._vocabulary import uncut
from khabar.lexicon import World
from khabar.tagging.model import SCALE
from khabar.tagging.tagger import Found

_ENOUGH = {"PER": 2 * SCALE, "LOC": 3 * SCALE // 2, "ORG": 5 * SCALE // 2}
"""The margin from which a proposal is taken; where an organisation's name ends is harder to see."""


def joined(scene: Scene, world: World, found: Sequence[Candidate]) -> list[Candidate]:
    """Give the names of the rules and the proposals that go with them, without overlaps, in order.

    A proposal takes the place of shorter names inside it and of persons no table knows («أمين الناصر جرس»).
    """
    owner = {at: one for one in found for at in range(one.first, one.last)}
    gone: set[Candidate] = set()
    new: list[Candidate] = []
    for one in (_stripped(scene, one) for one in candidates(scene, world)):
        touched = {owner[at] for at in range(one.first, one.last) if at in owner}
        if _likely(scene, one) and all(_gives_way(scene, rule, one) for rule in touched):
            gone |= touched
            new.append(_candidate(scene, one, whose(world)))
    return sorted((*(one for one in found if one not in gone), *new), key=lambda one: one.first)


def _stripped(scene: Scene, one: Found) -> Found:
    """Leave out what our guidelines leave out: a kind word before a place, a title before a given name."""
    one = _bounded(scene, one)
    if one.type == "PER" and one.last - one.first > 1 and _body_kinds(scene, one.first):
        return one._replace(first=one.first + 1, type="ORG")  # «وكالة دوغان»
    if one.last - one.first < 2:
        return one
    key, words = _core(scene, one.first), scene.words
    kind = one.type == "LOC" and words.place_heads.get(key) == frozenset(("outside",))
    rank = key.startswith("ال") and "rank" in words.titles.get(key, ())
    title = one.type == "PER" and key in words.titles and (rank or scene.given(one.first + 1) is not None)
    return one._replace(first=one.first + 1) if kind or title else one


def _bounded(scene: Scene, one: Found) -> Found:
    """Mend the ends of a proposal.

    No place or person goes on over a number («إسطنبول 2 أكتوبر»), no person over a verb («سليم يروي»);
    «[[فخر] الدين ألتون]» begins a word before.
    """
    if one.type == "ORG":
        return _with_head(scene, one)
    tokens = scene.units.tokens[one.first : one.last]
    number = next((i for i, token in enumerate(tokens) if token.kind == "number"), 0)
    if number:
        one = one._replace(last=one.first + number)
    if one.type == "LOC":
        return one
    if tokens[0].key in scene.words.seconds and one.first and scene.units.word(one.first - 1):
        one = one._replace(first=one.first - 1)
    return _person(scene, one)


def _person(scene: Scene, one: Found) -> Found:
    """Take everyday words off both ends of a person: «[اتهام] بينيل», «ماكماستر [توتراً]», «نواف [بن]»."""
    first, last = one.first, one.last
    joined = (at for at in range(first + 1, last) if _joined(scene, at))
    last = next(joined, last)
    while last - first > 1 and _foreign_end(scene, last - 1):
        last -= 1
    while last - first > 1 and _foreign_head(scene, first):
        first += 1
    return one._replace(first=first, last=last)


def _foreign_end(scene: Scene, at: int) -> bool:
    key = scene.units.tokens[at].key
    return scene.action(at) or scene.tanwin(at) or key in scene.words.particles or key in scene.words.stops


def _foreign_head(scene: Scene, at: int) -> bool:
    key, words = _core(scene, at), scene.words
    noun = scene.units.tokens[at].pos == "noun" and not key.startswith("ال")
    listed = _named(scene, key) or key in words.titles
    return not listed and (key in words.stops or (noun and words.ordinary(key) and scene.common(at)))


def _joined(scene: Scene, at: int) -> bool:
    """Say whether «و» joins another name or word: «محمد [وخير]»."""
    token = scene.units.tokens[at]
    return token.pre > 0 and token.key[0] == "و" and scene.seen(at) and not _named(scene, token.key)


def _core(scene: Scene, at: int) -> str:
    """Give the key of a word without its proclitics."""
    return uncut(scene.units.keys[at], scene.proclitics(at))


def _named(scene: Scene, key: str) -> bool:
    words = scene.words
    return key in words.given or key in words.surnames or key in words.particles


def _body_kinds(scene: Scene, at: int) -> frozenset[str]:
    """Give the kinds of the kind word of organisations that a word is; none where it may be a first name."""
    key, words = _core(scene, at), scene.words
    return frozenset() if key in words.given else words.org_heads.get(key, frozenset())


def _with_head(scene: Scene, one: Found) -> Found:
    """Give an organisation the kind word before it: «منظمة [حظر الأسلحة]», «المنظمة [الأوروبية للسلامة]»."""
    before = one.first - 1
    if one.last - one.first < 2 or before < 0 or not scene.units.word(before):
        return one
    definite = scene.units.keys[one.first].startswith("ال")
    return one._replace(first=before) if definite and "body" in _body_kinds(scene, before) else one


def _likely(scene: Scene, one: Found) -> bool:
    """Say whether a proposal is sure enough: an everyday word must be twice as sure to be a name by itself.

    No phrase of Latin letters is, as the model has seen hardly any, and no given name alone.
    """
    keys, enough = scene.units.keys[one.first : one.last], _ENOUGH[one.type]
    if any(key.isalpha() and arabic.arabic_share(key) < 1 for key in keys):
        return False
    if scene.idiom(one.first):
        return False
    if len(keys) == 1 and scene.units.tokens[one.first].post and one.type != "ORG":  # «ضيافتنا»
        return False
    word, words = _core(scene, one.first), scene.words
    if one.type != "PER" and word in scene.gazetteer.nationality:  # «شركة … الأمريكية للإنتاج»
        return False
    if len(keys) > 1:
        return one.margin >= enough and not (one.type == "LOC" and word in words.no_places)
    if word in words.ambiguous or word in words.given or (one.type == "LOC" and word in words.no_places):
        return False
    return one.margin >= (2 * enough if _everyday(scene, one.first) else enough)


def _everyday(scene: Scene, at: int) -> bool:
    """Say whether a word is an everyday one: listed, or seen with the article as well as without."""
    return scene.words.ordinary(scene.units.tokens[at].key) or scene.common(at)


def _gives_way(scene: Scene, rule: Candidate, one: Found) -> bool:
    """Say whether a name of the rules makes room for a proposal that shares a token with it."""
    if (rule.first, rule.last) == (one.first, one.last):
        return False
    if rule.known and rule.type != "LOC":
        return _namesake(scene, rule, one)
    behind = scene.units.keys[rule.last] if rule.last < one.last else ""
    if rule.type == one.type == "ORG" and behind.startswith("و") and not behind.startswith("وال"):
        return False  # «مجلس الأمن القومي ومديرية الصناعات»
    further = (*range(one.first, rule.first), *range(rule.last, one.last))
    if rule.known and one.type == "LOC" and any(_everyday(scene, at) for at in further):
        return False  # «بحر الشمال تسليم حزيران»
    if one.first <= rule.first and rule.last <= one.last:
        return rule.type == one.type or one.type != "LOC"
    left = {*range(rule.first, rule.last)}.difference(range(one.first, one.last))
    names = scene.words.given | scene.words.surnames
    return rule.type == "PER" and all(scene.units.keys[at] not in names for at in left)


def _namesake(scene: Scene, rule: Candidate, one: Found) -> bool:
    """Say whether a famous surname has another first name: «هانتر بايدن» is not «بايدن»."""
    if rule.type != "PER" or one.type != "PER" or rule.last - rule.first > 1 or one.last != rule.last:
        return False
    before = range(one.first, rule.first)
    return all(
        not _everyday(scene, at) and scene.units.keys[at] not in scene.words.titles for at in before
    ) and bool(before)


def _candidate(scene: Scene, one: Found, whose: str) -> Candidate:
    keys, cut = scene.units.keys, scene.proclitics(one.first)
    first = normal(keys[one.first], cut) if one.type == "ORG" else uncut(keys[one.first], cut)
    name = " ".join((first, *keys[one.first + 1 : one.last]))
    rows = () if name in scene.words.ambiguous else scene.gazetteer.named(name)
    known = tuple(row for row in rows if row.type == one.type)
    why = f"{whose}, margin {one.margin / SCALE:.1f}"
    return Candidate(
        one.first, one.last, cut, one.type, known[0].ident if known else f"{one.type}:{name}", why, known
    )
