"""Ages are no times: «البالغ من العمر 16 عاما», «يبلغ السائق 17 عاما», «توفي عن 43 عاما»."""

from khabar.extract._time_scene import Scene

_AGE_REACH = 4
_CLOSE = 2
_LENGTH_REACH = 8
_COMMAS = ("،", ",")


def is_age(scene: Scene, i: int, last: int, code: str) -> bool:
    """Does the length at `[i, last)` tell an age: «البالغ من العمر 16 عاماً», «(8 سنوات)»?"""
    if code != "Y":
        close = range(max(0, i - _CLOSE), i)
        return code in ("M", "W", "D") and any(scene.hit(k, "age") for k in close)
    if scene.key(last) == ")" and any(scene.key(k) == "(" for k in range(max(0, i - _AGE_REACH), i)):
        return True
    if scene.key(i - 1) in _COMMAS and (scene.key(last) in _COMMAS or scene.hit(last, "now", whole=True)):
        return True
    if any(scene.hit(k, "age") for k in range(max(0, i - _AGE_REACH), i)):
        return True
    if scene.hit(last, "age") or (scene.key(last) == "من" and scene.hit(last + 1, "age")):
        return True
    return _reached(scene, i) or _died(scene, i)


def _reached(scene: Scene, i: int) -> bool:
    """Does «يبلغ» or «البالغ» with no length for a subject govern the years at `i`?"""
    return _governed(scene, i, _AGE_REACH, "reach") and not _governed(scene, i, _LENGTH_REACH, "length")


def _died(scene: Scene, i: int) -> bool:
    """Do the years at `i` stand behind «عن» and a verb of death: «توفي الرسام عن 43 عاما»?"""
    return scene.key(i - 1) == "عن" and _governed(scene, i, _LENGTH_REACH, "die")


def _governed(scene: Scene, i: int, reach: int, kind: str) -> bool:
    """Does a word of the kind stand at most `reach` tokens before token `i` in its sentence?"""
    for k in range(i - 1, max(-1, i - 1 - reach), -1):
        if scene.ends_line(k):
            return False
        if scene.hit(k, kind):
            return True
    return False
