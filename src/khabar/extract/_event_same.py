"""One act told several times is one event: what is kept is its first telling in the running text."""

from khabar.extract._event_found import Found

_FORCE = "ASSAULT"
_ONE_ATTACK = 22


def unite(found: list[Found]) -> list[Found]:
    """Drop every retelling; headlines give way to the text."""
    body = [f for f in found if f.role != "title"]
    titles = [f for f in found if f.role == "title"]
    kept: list[Found] = []
    for one in body:
        at = next((i for i, old in enumerate(kept) if _same(old, one)), None)
        if at is None:
            kept.append(one)
        else:
            kept[at] = _filled(kept[at], one)
    for one in titles:
        if not any(_told(one, old) for old in kept):
            kept.append(one)
    return sorted(kept, key=lambda f: f.at)


def _filled(old: Found, new: Found) -> Found:
    """Take from a retelling in the same sentence what the first telling leaves open."""
    if old.sentence != new.sentence:
        return old
    actor = old.actor if old.actor.coded or not new.actor.coded else new.actor
    return old._replace(actor=actor, recipient=old.recipient if old.recipient.codes else new.recipient)


def _same(old: Found, new: Found) -> bool:
    """Do two tellings tell one act?"""
    if old.row.type != new.row.type or not (
        _agree(old.actor.codes, new.actor.codes) and _agree(old.recipient.codes, new.recipient.codes)
    ):
        return False
    if old.status.status != new.status.status and "occurred" not in (old.status.status, new.status.status):
        return False
    near = old.sentence == new.sentence
    if old.time and new.time and old.time.value != new.time.value:
        return False
    met = old.row.type == "CONSULT" and len(old.actor.codes) > 1
    if met and set(old.actor.codes) == set(new.actor.codes):
        return True
    if near:
        return old.lemma == new.lemma or _one_attack(old, new)
    if old.place and new.place and old.place != new.place:
        return False
    return old.lemma == new.lemma or new.definite


def _one_attack(old: Found, new: Found) -> bool:
    """«قتل ثلاثة في غارة»: do two words of force in one sentence tell blow and loss of one attack?"""
    land = any("force" in one.row.guards for one in (old, new))
    return old.row.type == _FORCE and not land and abs(new.at - old.at) <= _ONE_ATTACK


def _told(title: Found, body: Found) -> bool:
    return (
        title.row.type == body.row.type
        and _agree(title.actor.codes, body.actor.codes)
        and _agree(title.recipient.codes, body.recipient.codes)
    )


def _agree(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """May two sides be the same: one unsaid, or a code in common, or one country's?"""
    if not left or not right or left == ("UNK",) or right == ("UNK",):
        return True
    return bool(set(left) & set(right)) or bool(_heads(left) & _heads(right))


def _heads(codes: tuple[str, ...]) -> set[str]:
    return {code if code.startswith(("IGO", "IMG", "NGO")) else code[:3] for code in codes}
