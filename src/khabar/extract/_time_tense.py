"""Past or future: what the words before a time say of it («سيعقد», «المقرر», «وقع», «أرجئت إلى»)."""

from khabar.extract._time_lexicon import Hit
from khabar.extract._time_scene import Scene

_LOOK_BACK = 14
_NEAR = 8
_LONGEST = 40
_UPON = 5
_PRESENT = frozenset("يتن")
_LEADS_VERB = frozenset(("conj", "part", "pron"))
_BEFORE_VERB = _LEADS_VERB | {"mark"}
_NO_CLAUSE = frozenset(("prep", "mark", "num"))


def coming(scene: Scene, i: int, *kinds: str, behind: int | None = None) -> bool:
    """Is the time at token `i` told of the future, by «المقرر» or «سيعقد» before it in its sentence?

    The nearest word that tells decides, a verb of the past too; before all a verb of the future at token
    `behind`: «وفي أغسطس ستنطلق». `kinds` are further kinds of words that tell it.
    """
    if behind is not None and behind < len(scene.tokens) and _future(scene, behind):
        return not scene.breaks(behind - 1)
    return _tense(scene, i, kinds) is True


def past(scene: Scene, i: int) -> bool:
    """Is the time at token `i` told of the past, by a verb close before it?"""
    return _tense(scene, i, (), _NEAR) is False


def _tense(scene: Scene, i: int, kinds: tuple[str, ...], reach: int = _LOOK_BACK) -> bool | None:
    lasting = dependent = False
    for k in range(i - 1, max(-1, i - 1 - _LONGEST), -1):
        if scene.ends_line(k) or (i - k > reach and not dependent):
            break
        if (k > i - 3 and scene.hit(k, "since")) or (k > i - _UPON and scene.hit(k, "upon")):
            return False
        hit = scene.hit(k, "future", *kinds)
        if hit is not None and _dependent(scene, k, hit):
            dependent = True
        elif hit is not None and not _as_expected(scene, k, hit):
            return True
        if _future(scene, k) or (scene.hit(k, "postpone") and _put_off(scene, k, i)):
            return True
        if _past(scene, k):
            return False
        if scene.hit(k, "be"):
            return None
        lasting = lasting or scene.tokens[k].pos == "verb"
    until = scene.hit(i - 1, "until") or scene.hit(i - 2, "until")
    return True if dependent or (lasting and until) else None  # «يستمر حتى نهاية يونيو»


def _dependent(scene: Scene, k: int, hit: Hit) -> bool:
    """«قبل أن تبدأ»: what governs «أن» tells the time of the verb."""
    return hit.entry.value == "present" and scene.key(k - 1) == "ان"


def _put_off(scene: Scene, k: int, i: int) -> bool:
    """Does «إلى» or «حتى» stand between the verb at `k` and the time: «أرجئت الجلسة إلى 18 سبتمبر»?"""
    return any(scene.hit(m, "until", whole=True) for m in range(k + 1, i))


def _as_expected(scene: Scene, k: int, hit: Hit) -> bool:
    """«أكبر من المتوقع في مارس» compares and tells no time."""
    after = scene.tokens[hit.last].pos if hit.last < len(scene.tokens) else "mark"
    return scene.key(k - 1) == "من" and hit.entry.definite and after in _NO_CLAUSE


def _future(scene: Scene, k: int) -> bool:
    key = scene.tokens[k].key
    word = key[1:] if key[:1] == "و" else key
    if len(word) < 5 or word[0] != "س" or word[1] not in "يتنا" or word.startswith(scene.not_future):
        return False
    if scene.tokens[k].start in scene.named:
        return False
    led = k == 0 or scene.ends_line(k - 1) or scene.tokens[k - 1].pos in _LEADS_VERB
    return led or scene.tokens[k].pos == "verb"


def _past(scene: Scene, k: int) -> bool:
    """Is token `k` a verb that no prefix of the present begins? «تراجعت» ends like no present.

    Three letters may be a noun too: then a particle or mark before it, or the table, has to agree.
    """
    token = scene.tokens[k]
    stem = token.key[token.pre : len(token.key) - token.post]
    ended = len(stem) > 4 and stem[0] == stem[-1] == "ت"
    if token.pos != "verb" or (stem[:1] in _PRESENT and not ended) or scene.hit(k, "be", "become"):
        return False
    if k + 1 < len(scene.tokens) and scene.tokens[k + 1].pos == "adj":
        return False  # «بقصة شعر مختلفة»
    sure = len(stem) > 3 or token.pre > 0 or k == 0 or scene.tokens[k - 1].pos in _BEFORE_VERB
    return sure or scene.hit(k, "happen") is not None
