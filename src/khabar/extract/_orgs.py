"""Organisations told by their kind word: «الجيش العراقي», «وزارة الصحة», «لجنة العلاقات», «شركة "…"»."""

from khabar.extract._naming import Candidate, Scene, normal
from khabar.extract._vocabulary import any_of, uncut

_MINISTRY = "وزاره"
_RUN = 5
_QUOTED = 5


def org_at(scene: Scene, at: int) -> Candidate | None:
    """Give the organisation whose kind word stands at `at`; the kind word is inside the span."""
    heads = scene.words.org_heads
    cut = any_of(scene.units.keys[at], heads)
    if cut is None:
        return None
    kinds = heads[uncut(scene.units.keys[at], cut)]
    for kind in ("body", "state", "portfolio", "construct", "seat"):
        if kind in kinds:
            found = _READERS[kind](scene, at, cut)
            if found and _goes_too_far(scene, found):
                return None
            if found:
                return found
    return None


def _goes_too_far(scene: Scene, found: Candidate) -> bool:
    """Say whether the world tables know a shorter name here, and what is added is no nationality."""
    hit = scene.hit(found.first)
    if not hit or hit.known[0].type != "ORG" or hit.length >= found.last - found.first:
        return False
    added = scene.units.keys[found.first + hit.length : found.last]
    if all(key in scene.words.org_adjectives for key in added):  # «مجلس الأمن القومي»
        return False
    nation = scene.nation(found.first + hit.length)
    return not nation or found.last != found.first + hit.length + nation[0]


def quoted_at(scene: Scene, at: int) -> Candidate | None:
    """Give the organisation in quotation marks behind its kind word at `at`; the word stays outside."""
    units, words = scene.units, scene.words
    cut = any_of(units.keys[at], words.org_heads)
    if cut is None or "named" not in words.org_heads[uncut(units.keys[at], cut)]:
        return None
    if not units.opening(at + 1):
        return _foreign(scene, at)
    for last in range(at + 3, min(at + 3 + _QUOTED, len(units))):
        if units.closing(last):
            keys = units.keys[at + 2 : last]
            if any(not units.word(i) for i in range(at + 2, last)) or keys[0] in words.stops:
                return None
            why = f"in quotation marks behind «{units.tokens[at].form[cut:]}» (words/org_heads.tsv)"
            return Candidate(at + 2, last, 0, "ORG", "ORG:" + " ".join(keys), why)
    return None


def _foreign(scene: Scene, at: int) -> Candidate | None:
    """Give up to three words behind a kind word that are no Arabic words and no other names."""
    units = scene.units
    end = at + 1
    while end < at + 4 and units.word(end) and _strange(scene, end):
        end += 1
    if end == at + 1:
        return None
    why = f"unknown name behind «{units.tokens[at].form}» (words/org_heads.tsv)"
    return Candidate(at + 1, end, 0, "ORG", "ORG:" + " ".join(units.keys[at + 1 : end]), why)


def _strange(scene: Scene, at: int) -> bool:
    """Say whether a word is neither an Arabic one, by shape or list, nor a name of another."""
    key, words = scene.units.keys[at], scene.words
    if len(key) < 4 or key.startswith(("ال", "لل")) or key.endswith(("ات", "يه", "اء")) or key[0] in "وبلف":
        return False
    listed = key in words.given or key in words.stops or key in words.title_links
    return not (listed or words.ordinary(key) or scene.hit(at))


def _adjectives(scene: Scene, at: int) -> int:
    while at < len(scene.units) and scene.units.keys[at] in scene.words.org_adjectives:
        at += 1
    return at


def _nation(scene: Scene, at: int) -> tuple[int, str] | None:
    """Give the end and country of a nationality adjective at `at`, in brackets or not."""
    bracket = scene.units.opening(at)
    found = scene.gazetteer.nation_at(scene.units.keys, at + bracket)
    if not found:
        return None
    end = at + bracket + found[0]
    if bracket and not scene.units.closing(end):
        return None
    return end + bracket, found[1]


def _state(scene: Scene, at: int, cut: int) -> Candidate | None:
    """«الجيش العراقي», «الدفاعات الجوية السورية», «الحكومة (العراقية)»."""
    nation = _nation(scene, _adjectives(scene, at + 1))
    return _of_state(scene, at, nation, cut) if nation else None


def _portfolio(scene: Scene, at: int, cut: int) -> Candidate | None:
    """«الخارجية العراقية» for the ministry."""
    nation = _nation(scene, at + 1)
    if not nation or not scene.units.keys[at + 1].endswith("ه"):
        return None
    if at and any_of(scene.units.keys[at - 1], scene.words.titles) is not None:
        return None
    key = normal(scene.units.keys[at], cut)
    why = f"«{scene.units.tokens[at].form}» for the ministry (words/org_heads.tsv) and a nationality"
    head = uncut(scene.units.keys[at], cut)
    known = scene.gazetteer.named(" ".join((_MINISTRY, head, *scene.units.keys[at + 1 : nation[0]])))
    ident = known[0].ident if known else f"ORG:{_MINISTRY} {key} {nation[1]}"
    return Candidate(at, nation[0], cut, "ORG", ident, why, known, f"{nation[1]}:GOV")


def _construct(scene: Scene, at: int, cut: int) -> Candidate | None:
    """«قوات الأمن العراقية», «حكومة العراق»."""
    hit = scene.hit(at + 1)
    if hit:
        row = hit.known[0]
        if row.table != "countries.tsv" or hit.cut:
            return None
        return _of_state(scene, at, (at + 1 + hit.length, row.code or ""), cut)
    end = at + 1
    while end < at + 3 and scene.units.word(end) and scene.units.keys[end].startswith("ال"):
        nation = _nation(scene, end)
        if nation:
            return _of_state(scene, at, nation, cut) if end > at + 1 else None
        end += 1
    nation = _nation(scene, end) if end > at + 1 else None
    return _of_state(scene, at, nation, cut) if nation else None


def _of_state(scene: Scene, at: int, nation: tuple[int, str], cut: int) -> Candidate:
    head = uncut(scene.units.keys[at], cut)
    sector = scene.words.sectors.get(head) or "GOV"
    ident = f"ORG:{normal(scene.units.keys[at], cut)} {nation[1]}"
    why = f"«{scene.units.tokens[at].form[cut:]}» (words/org_heads.tsv) of {nation[1]}"
    return Candidate(at, nation[0], cut, "ORG", ident, why, (), f"{nation[1]}:{sector}")


def _body(scene: Scene, at: int, cut: int) -> Candidate | None:
    """«وزارة الصحة الفلسطينية», «مكتب الاتصال الحكومي القطري»."""
    units = scene.units
    head = uncut(units.keys[at], cut)
    end, country, weight = at + 1, None, 0
    inner = scene.hit(at + 1) if scene.kind(at + 1, "ORG") else None
    if inner:
        end = at + 1 + inner.length
    while end < at + 1 + _RUN and units.word(end):
        nation = scene.nation(end)
        if nation and (end > at + 1 or head.startswith("ال")):
            end, country = end + nation[0], nation[1] or country
            weight += 2 if nation[1] or not head.startswith("ال") else 1
            break
        if inner and units.keys[end] not in scene.words.org_adjectives:
            break
        if _inside(scene, end, ministry=head == "وزاره"):
            end, weight = end + 1, weight + 1
        else:
            break
    enough = 1 if head == "وزاره" or (inner and weight) else 2
    if weight < enough or units.keys[end - 1] in scene.words.place_heads:
        return None
    return _named_body(scene, (at, end, cut), country)


def _inside(scene: Scene, at: int, *, ministry: bool) -> bool:
    """Say whether the name of a body goes on with the word at `at`."""
    key, words = scene.units.keys[at], scene.words
    if key in words.stops:
        return False
    if ministry and key.startswith("وال"):
        return key[1:] not in words.org_heads
    if not key.startswith("ال"):
        return False
    kinds = words.titles.get(key)
    if kinds and not scene.words.org_adjectives.intersection((key,)):
        return False
    hit = scene.hit(at)
    return not (hit and hit.known[0].type == "PER")


def _named_body(scene: Scene, span: tuple[int, int, int], country: str | None) -> Candidate:
    at, end, cut = span
    keys = scene.units.keys
    head = uncut(keys[at], cut)
    body = [normal(keys[at], cut)]
    i = at + 1
    while i < end:
        nation = scene.gazetteer.nation_at(keys, i)
        if not nation:
            body.append(normal(keys[i], 0))
        i += nation[0] if nation else 1
    ident = "ORG:" + " ".join((*body, country) if country else body)
    sector = scene.words.sectors.get(head)
    code = f"{country}:{sector}" if country and sector else None
    why = f"«{scene.units.tokens[at].form[cut:]}» (words/org_heads.tsv) and the words that define it"
    return Candidate(at, end, cut, "ORG", ident, why, (), code)


def _seat(scene: Scene, at: int, cut: int) -> Candidate | None:
    """«جامعة القاهرة», «جامعة جونز هوبكنز»: the place or founder alone is another thing."""
    units = scene.units
    head = uncut(units.keys[at], cut)
    hit = scene.hit(at + 1)
    if not units.word(at + 1) or head.startswith("ال"):
        return None
    if hit:
        end = at + 1 + hit.length if hit.known[0].type == "LOC" and not hit.cut else at
    elif "named" in scene.words.org_heads[head]:
        return None
    else:
        foreign = _foreign(scene, at)
        end = foreign.last if foreign else at
    if end <= at + 1:
        return None
    name = " ".join((head, *units.keys[at + 1 : end]))
    why = f"«{units.tokens[at].form[cut:]}» (words/org_heads.tsv) and a name"
    return Candidate(at, end, cut, "ORG", f"ORG:{name}", why, scene.gazetteer.named(name))


_READERS = {
    "body": _body, "state": _state, "portfolio": _portfolio, "construct": _construct, "seat": _seat,
}  # fmt: skip
