"""Who says it, behind the cue: a name, a name behind its title, a title or a noun with nobody named."""

from khabar import arabic
from khabar.extract._scene import Scene, Speaker
from khabar.records import Mention

STRIP = "«»\"“”‘’'#()[]،,:"
_PHRASE_ENDS = frozenset({"np_end", "adverb", "that", "saying", "relative"})
_UNNAMED = "noun phrase, nobody named"


def behind(scene: Scene, first: int, last: int, governed: bool = False) -> Speaker | None:
    """Find the speaker in the tokens `[first, last)` behind a cue; `governed`: they begin with its ل."""
    while first < last:
        bound = "bound" in scene.words.kinds(scene.tokens[first].key)
        passed = scene.words.adverbs(scene.tokens, first) or bound or scene.tokens[first].form in STRIP
        if not passed:
            break
        first += passed
    if first >= last:
        return None
    at_head = scene.mention_of.get(first)
    if at_head is not None and first not in scene.role_of:
        return name(at_head, "name behind the cue")
    sort = scene.words.noun(_bare_key(scene, first))
    person = _person(scene, first, last)
    if person is not None and (sort is not None or first in scene.role_of or _near(scene, first, person)):
        return name(person, "name behind its title")
    if sort == "body":
        for k in range(first + 1, min(last, first + 4)):
            body = scene.mention_of.get(k)
            if body is not None and body.type == "ORG":
                return name(body, "name behind the kind of body")
    if sort is None and first not in scene.role_of and not (governed or _may_name(scene, first)):
        return None
    return phrase(scene, first, last)


def _bare_key(scene: Scene, k: int) -> str:
    key = scene.tokens[k].key
    if key.startswith("لل"):
        return "ال" + key[2:]
    return key[1:] if key[0] == "ل" and scene.words.noun(key) is None else key


def _near(scene: Scene, first: int, person: Mention) -> bool:
    return scene.from_offset(person.start) - first <= 5


def _person(scene: Scene, first: int, last: int) -> Mention | None:
    """Find the first named person who is not the one on whose behalf somebody speaks."""
    for k in range(first, last):
        kinds = scene.words.kinds(scene.tokens[k].key)
        if "behalf" in kinds:
            comma = next((i for i in range(k, last) if scene.tokens[i].form in "،,"), last)
            return _person(scene, comma + 1, last) if comma < last else None
        if kinds & {"relative", "saying"}:
            return None
        mention = scene.mention_of.get(k)
        if mention is not None and mention.type == "PER":
            before = scene.words.kinds(scene.tokens[k - 1].key) if k > first else frozenset()
            if "np_end" not in before:
                return mention
    return None


def name(mention: Mention, how: str) -> Speaker:
    """Give a named speaker."""
    return Speaker((mention.start, mention.end), mention.entity, how)


def phrase(scene: Scene, first: int, last: int) -> Speaker:
    """Take the noun phrase at `first` as the speaker: a title with no name, or nobody known."""
    k = first
    role = scene.role_of.get(first)
    while k < last:
        token = scene.tokens[k]
        inside = role is not None and token.start < role.end
        if not inside and (token.form in "،,:.-–" or token.form in '«»"“”()[]'):
            break
        if (
            not inside
            and k > first
            and (
                len(token.key) == 1
                or token.pos == "verb"
                or scene.words.kinds(token.key) & _PHRASE_ENDS
                or _outlet(scene, k)
            )
        ):
            break
        k += 1
    k = max(k, first + scene.offices.known.length(t.key for t in scene.tokens[first:last]))
    start = scene.tokens[first].start
    if scene.words.noun(scene.tokens[first].key) is None and scene.tokens[first].key[0] == "ل":
        start += 0 if scene.tokens[first].key.startswith("لل") else 1
    span = (start, scene.tokens[max(k, first + 1) - 1].end)
    key = " ".join(token.key for token in scene.tokens[first : max(k, first + 1)])
    entity = role.entity if role is not None else scene.role_text.get(key) or _same_title(scene, key)
    known = role is not None or scene.words.noun(_bare_key(scene, first)) is not None
    if entity is None and not known and not scene.tokens[first].key.startswith(("ال", "لل")):
        return Speaker(span, None, "words behind the cue that no table knows")
    words = " ".join(arabic.fold(scene.text[span[0] : span[1]]).form.split())
    holder, how = (entity, _UNNAMED) if entity is not None else _office_holder(scene, key)
    return Speaker(span, holder or f"anon:{words}", how)


def _same_title(scene: Scene, key: str) -> str | None:
    """Give whom «الوزير», «الوزير البريطاني» means: the one of that title, or of several who spoke last."""
    head, *rest = key.split(" ")
    nation = scene.offices.gazetteer.nation_at(rest, 0) if rest else None
    if not head.startswith("ال") or (rest and (nation is None or nation[0] != len(rest))):
        return None
    titled = scene.role_heads.get(head[2:], set())
    if nation:
        titled = {one for one in titled if scene.codes.get(one, nation[1])[:3] == nation[1]}
    if len(titled) == 1:
        return min(titled)
    return scene.last.entity if scene.last is not None and scene.last.entity in titled else None


def _office_holder(scene: Scene, key: str) -> tuple[str | None, str]:
    """Give the entity of the text that a title without a name stands for, and how it is known."""
    held = scene.offices.unnamed(key.split())
    if held is None:
        return None, _UNNAMED
    if held.entity is not None:
        return held.entity, f"the text names the holder of the office {held.office.office}"
    how = f"{_UNNAMED}, the office {held.office.office}"
    if held.holder is not None:
        how += f", then held by {held.holder.person} (tenures.tsv)"
    return None, how


def _may_name(scene: Scene, k: int) -> bool:
    """Say whether the word behind a cue can be a subject that no table knows: a name, a plain noun."""
    token = scene.tokens[k]
    if token.kind != "word" or scene.words.kinds(token.key) or token.key.startswith("لل"):
        return False
    return token.key[0] not in "بل" and len(token.key) > 2


def _outlet(scene: Scene, k: int) -> bool:
    """«قال مسؤول لوكالة كذا»: to whom it was said is no part of the speaker."""
    key = scene.tokens[k].key
    if key[0] != "ل" or len(key) < 4:
        return False
    return scene.words.nouns.get(key[1:]) == "body" or k in scene.mention_of
