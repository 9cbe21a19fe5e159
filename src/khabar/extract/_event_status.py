"""Whether an act happened: negation, denial, plans, conditions and purposes round its trigger."""

from typing import NamedTuple

from khabar.extract._event_clause import Sentence
from khabar.extract._triggers import Hit

_BACK, _AHEAD = 6, 5
_LASTING_TYPES = ("ASSAULT", "AID", "COOPERATE", "MOBILIZE", "PROTEST", "COERCE", "SUPPORT")


class Status(NamedTuple):
    """How an act stands to the facts, and the word that says so."""

    status: str
    why: str = ""


def status(sentence: Sentence, hit: Hit, carrier: int) -> Status | None:
    """Give the status of an act; None where it is only wished, asked for or meant.

    `carrier` is the token of the verb that carries the act, the trigger itself where there is none.
    """
    scene = sentence.scene
    if hit.row.status:
        return Status(hit.row.status, f"«{hit.row.lemma}» says so")
    token = scene.tokens[hit.at]
    for at in dict.fromkeys((hit.at, carrier)):
        found = _before(sentence, at)
        if found is not None:
            return None if found.status == "purpose" else found
    if (
        hit.shape in ("masdar", "noun")
        and token.pre
        and token.key[token.pre - 1] == "ل"
        and hit.at == carrier
    ):
        return None if hit.shape == "masdar" else Status("occurred")
    if token.pos == "verb" and token.pre and token.key[token.pre - 1] in "لس":
        return None if token.key[token.pre - 1] == "ل" else Status("planned", "future «س»")
    lead = scene.tokens[carrier]
    if lead.pos == "verb" and lead.pre and lead.key[lead.pre - 1] == "س":
        return Status("planned", "future «س»")
    coming = _coming(sentence, hit)
    return coming or _lasting(sentence, hit, carrier)


def _coming(sentence: Sentence, hit: Hit) -> Status | None:
    """«القمة المقررة الشهر المقبل»: does an adjective behind a noun of action put it into the future?"""
    if hit.shape not in ("masdar", "noun"):
        return None
    scene = sentence.scene
    last = max((hit.at, *hit.rest))
    for k in range(last + 1, min(last + 1 + _AHEAD, sentence.passage.last)):
        if scene.is_verb(k) and sentence.chunk_kind(k - 1) == "rel":
            return (
                Status("planned", "future «س»") if scene.tokens[k].key[: scene.tokens[k].pre] == "س" else None
            )
        if sentence.chunk_kind(k) == "rel":
            continue
        if scene.is_verb(k) or sentence.chunk_kind(k) in ("verb", "break", "that"):
            return None
        if scene.is_a("coming", k):
            return Status("planned", f"«{scene.tokens[k].form}»")
    return None


def _before(sentence: Sentence, at: int) -> Status | None:
    """Read the particles and verbs before token `at` in its clause."""
    scene = sentence.scene
    noun = not scene.is_verb(at)
    if _wanted(sentence, at):
        return Status("purpose", "«أن» with a verb")
    for k in range(at - 1, max(sentence.passage.first, at - _BACK) - 1, -1):
        i = sentence.index.get(k)
        kind = "" if i is None else sentence.chunks[i].kind
        near = at - k
        if near <= 2 and scene.is_a("negation", k) and not scene.is_a("lasting", k):
            return Status("denied", f"negated by «{scene.tokens[k].form}»")
        if near == 1 and scene.is_a("abstract", k) and not scene.is_verb(at):
            return Status("purpose", scene.tokens[k].form)
        if near == 1 and scene.is_a("may", k) and scene.is_verb(at) and scene.stem(at)[0] in "يتن":
            return Status("hypothetical", f"«{scene.tokens[k].form}» with the present")
        if near <= 2 and noun and scene.is_a("called off", k):
            return Status("purpose", scene.tokens[k].form)
        if near <= 3 and scene.is_a("denial", k):
            return Status("denied", f"«{scene.tokens[k].form}»")
        if (
            near <= 4
            and scene.is_a("purpose", k)
            and (sentence.chunk_kind(k) != "np" or not scene.is_verb(at))
        ):
            return Status("purpose", scene.tokens[k].form)
        if near <= (5 if kind in ("other", "verb") else 2) and scene.is_a("condition", k):
            return Status("hypothetical", f"«{scene.tokens[k].form}»")
        if near <= (5 if kind in ("other", "verb", "pp") else 2) and scene.is_a("future", k):
            return Status("planned", f"«{scene.tokens[k].form}»")
        if kind in ("break", "rel") or (kind == "verb" and near > 3):
            return None
    return None


def _wanted(sentence: Sentence, at: int) -> bool:
    """«أن يقصف»: is the verb at token `at` what is wanted or possible, not «بعد أن قصف»?"""
    scene, that = sentence.scene, at - 1
    if scene.tokens[at].pos != "verb" or that < sentence.passage.first or not scene.is_a("to", that):
        return False
    if scene.tokens[that].post or scene.stem(at)[0] not in "يتن" or scene.tokens[that].form.endswith("إن"):
        return False
    return not (that > sentence.passage.first and scene.is_a("after", that - 1))


def _lasting(sentence: Sentence, hit: Hit, carrier: int) -> Status | None:
    scene = sentence.scene
    headline = sentence.passage.block.role in ("title", "caption")
    if scene.key(sentence.passage.last - 1) in "؟?":
        if headline:
            return None  # «هل تقر لندن بالاتفاق؟» reports nothing
        return Status("hypothetical", "asked")
    around = range(max(sentence.passage.first, hit.at - 3), min(sentence.passage.last, hit.at + 4))
    for k in around:
        if scene.is_a("lasting", k):
            return Status("ongoing", f"«{scene.tokens[k].form}»")
    form = hit.form
    present = form is not None and form.kind == "present" and hit.shape == "verb"
    if carrier != hit.at:
        lead = scene.stem(carrier)
        present = scene.tokens[carrier].pos == "verb" and lead[0] in "يت" and not lead.endswith("ت")
    if present and not headline and hit.row.type in _LASTING_TYPES:
        return Status("ongoing", "told in the present")
    return Status("occurred")
