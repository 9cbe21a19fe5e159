"""Who says it, where the cue does not tell: the subject before it, the sentence's subject, who spoke last."""

from khabar.extract import _speaker
from khabar.extract._cues import CueAt
from khabar.extract._scene import Clause, Scene, Speaker
from khabar.records import Mention

CARRIED = ("speaker of the statement before in the sentence", "who spoke last")
THING = Speaker(None, None, "the relative clause is about a thing, nobody speaks")
_BACK = 14
_RELATIVE_BACK = 6  # tokens before «الذي» in which its noun stands
_TITLE = 4  # tokens of a title between a person and the body it names
_FAR_BACK = 40  # before «والذي», and for names in the sentence
_MAIN_VERB = 16  # tokens from the sentence's head in which its verb stands
_PRONOUN_AT = 3  # a verb this near the sentence's head has its subject in the sentence before


def heading(scene: Scene, clause: Clause, cue: CueAt) -> Speaker | None:
    """Find the subject that opens the sentence with nothing else before the verb: «فلان يطلع فلانا على»."""
    if cue.cut or cue.cue.shape not in ("past", "present") or cue.first == clause.first:
        return None
    names: list[Mention] = []
    for k in range(clause.first, cue.first):
        token = scene.tokens[k]
        if k in scene.mention_of:
            names.append(scene.mention_of[k])
        elif k not in scene.role_of and token.form not in _speaker.STRIP:
            return None
    people = [one for one in names if one.type == "PER"]
    chosen = people or names
    return _speaker.name(_owner(scene, chosen[0]), "name that opens the sentence") if chosen else None


def before(scene: Scene, clause: Clause, cue: CueAt) -> Speaker | None:
    """Find the subject before the cue: «فلان أضاف», «كان فلان قد أضاف», «… التي قالت».

    `THING` where the cue stands in a relative clause about no speaker: «الأنباء التي تتحدث عن …».
    """
    kinds = scene.words.kinds
    k = cue.first - 1
    crossed_comma = False
    while k >= max(clause.first, cue.first - _BACK):
        token = scene.tokens[k]
        mention = scene.mention_of.get(k)
        if mention is not None:
            return _speaker.name(_owner(scene, mention), "name before the cue")
        crossed_comma = crossed_comma or token.form in "،,"
        passable = kinds(token.key) & {"particle", "adverb", "relative"} or token.form in _speaker.STRIP
        if not passable or (crossed_comma and cue.cut):
            break
        k -= 1
    if cue.first > clause.first and "relative" in kinds(scene.tokens[cue.first - 1].key):
        return _antecedent(scene, clause, cue)
    return _opening(scene, clause, cue)


def _opening(scene: Scene, clause: Clause, cue: CueAt) -> Speaker | None:
    """Find the subject at the head of the sentence: «كان مسؤول قد قال», «مسؤولون أكدوا»."""
    head = scene.tokens[clause.first].key.lstrip("و")
    if "was" in scene.words.kinds(head):
        subject = _speaker.behind(scene, clause.first + 1, cue.first)
        if subject is not None:
            return subject
    if head not in ("و", "ف") and cue.first - clause.first <= 5 and cue.first > clause.first:
        noun = scene.words.noun(scene.tokens[clause.first].key)
        if noun is not None or clause.first in scene.role_of:
            return _speaker.behind(scene, clause.first, cue.first)
    return None


def _antecedent(scene: Scene, clause: Clause, cue: CueAt) -> Speaker:
    """Find whom «الذي» stands for: the name, or the noun of a speaker, close before it."""
    at = cue.first - 1
    joined = scene.tokens[at].key[0] == "و"
    definite = False
    for k in range(at - 1, max(clause.first, at - (_FAR_BACK if joined else _RELATIVE_BACK)) - 1, -1):
        mention, token = scene.mention_of.get(k), scene.tokens[k]
        if mention is not None:
            return _speaker.name(_owner(scene, mention), "name before the relative clause")
        if not joined and (token.pos == "verb" or (definite and token.key.startswith("ال"))):
            break  # «المواقع الأنباء التي تتحدث»: two noun phrases
        if scene.words.noun(token.key) is not None:
            return _speaker.phrase(scene, k, at)
        definite = definite or (token.key.startswith("ال") and token.pos != "adj")
    return THING


def _owner(scene: Scene, mention: Mention) -> Mention:
    """Give the person whose title holds a name: «زوكربرغ رئيس فيسبوك الذي تعهد» is the person."""
    at = scene.from_offset(mention.start)
    role = scene.role_of.get(at)
    if mention.type == "PER":
        return mention
    if role is None:
        return _titled(scene, at) or mention
    near = [one for one in scene.mentions if one.entity == role.entity]
    return min(near, key=lambda one: abs(one.start - role.start), default=mention)


def _titled(scene: Scene, at: int) -> Mention | None:
    """Give the person before a title that ends in the name at `at`: «فلان رئيس شركة كذا»."""
    titled = False
    for k in range(at - 1, max(-1, at - _TITLE) - 1, -1):
        if k in scene.mention_of:
            return scene.mention_of[k] if titled and scene.mention_of[k].type == "PER" else None
        if scene.tokens[k].kind == "mark" or scene.tokens[k].pos in ("verb", "prep"):
            return None
        titled = titled or scene.words.noun(scene.tokens[k].key) == "person"
    return None


def carried(scene: Scene, clause: Clause, cue: CueAt, told: Speaker | None) -> Speaker | None:
    """Find the speaker of a cue that names none: who spoke in this sentence, its subject, who spoke last.

    Gender and number of the verb must fit, as far as they are known.
    """
    if told is not None and _fits(scene, cue, told):
        return Speaker(told.span, told.entity, CARRIED[0])
    if cue.cue.shape == "participle":
        subject = _main_subject(scene, clause, cue)
        if subject is not None and _fits(scene, cue, subject):
            return subject
    named = _named_before(scene, clause, cue)
    if named is not None and _fits(scene, cue, named):
        return named
    last = scene.last if cue.cue.shape != "noun" else None
    return (
        None if last is None or not _fits(scene, cue, last) else Speaker(last.span, last.entity, CARRIED[1])
    )


def _fits(scene: Scene, cue: CueAt, speaker: Speaker) -> bool:
    """Say whether gender and number of the cue hold nothing against a speaker."""
    told = scene.genders.get(speaker.entity or "")
    if told and cue.cue.gender and told != cue.cue.gender:
        return False
    return cue.cue.number == "sg" or not cue.cue.number or speaker.entity not in scene.people


def _main_subject(scene: Scene, clause: Clause, cue: CueAt) -> Speaker | None:
    """Find the subject of the sentence's verb: «رد الوفد على البيان، واصفا …»."""
    for k in range(clause.first, min(cue.first, clause.first + _MAIN_VERB)):
        verb = scene.tokens[k].pos == "verb" or scene.words.cues.word(scene.tokens[k].key)
        if not verb or k in scene.mention_of or k in scene.role_of:
            continue
        before = scene.tokens[k - 1] if k > clause.first else None
        if before is None or before.kind == "mark" or "particle" in scene.words.kinds(before.key):
            subject = _speaker.behind(scene, k + 1, cue.first)
            known = subject is not None and subject.entity is not None
            return (
                Speaker(subject.span, subject.entity, "subject of the sentence")
                if subject and known
                else None
            )
    return None


def _named_before(scene: Scene, clause: Clause, cue: CueAt) -> Speaker | None:
    """Find a name in the sentence before the cue, where the cue is not the sentence's own verb."""
    where = "adverbial" in scene.words.kinds(scene.tokens[cue.first - 1].key) if cue.first else False
    if cue.first - clause.first < _PRONOUN_AT and cue.cue.shape != "noun":
        return None
    if not (cue.cue.shape in ("participle", "noun") or cue.cut or where):
        return None
    back = range(max(clause.first, cue.first - _FAR_BACK), cue.first)
    names = [scene.mention_of[k] for k in back if k in scene.mention_of]
    people = [one for one in names if one.type == "PER"]
    then = [one for one in names if _behind_then(scene, one)]
    fitting = [
        one
        for one in then or people or [one for one in names if one.type == "ORG"] or names
        if _fits(scene, cue, _speaker.name(one, ""))
    ]
    return _speaker.name(fitting[0], "name in the sentence before the cue") if fitting else None


def _behind_then(scene: Scene, mention: Mention) -> bool:
    k = scene.from_offset(mention.start)
    return k > 0 and "then" in scene.words.kinds(scene.tokens[k - 1].key)
