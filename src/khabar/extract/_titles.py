"""Titles: the phrase that names a person's office or rank, and where the person's name begins.

«وزير الخارجية العراقي، `فؤاد حسين`», «الكولونيل "`ديف وليامز`"», «نائب السفيرة الأميركية في الأمم المتحدة».
"""

from collections.abc import Iterator
from typing import NamedTuple

from khabar import arabic
from khabar.extract import _names, _orgs
from khabar.extract._naming import Candidate, Scene
from khabar.extract._vocabulary import any_of, uncut

_LONGEST = 14
_NOUNS_AFTER_HEAD = 2


class Phrase(NamedTuple):
    """A title from token `first` to before `last`, `cut` letters off its head, of a kind of titles.tsv."""

    first: int
    last: int
    cut: int
    kind: str


class Titled(NamedTuple):
    """A title phrase and the name that it introduces."""

    phrase: Phrase
    name: Candidate


def head_at(scene: Scene, at: int) -> tuple[int, int, str] | None:
    """Give length, letters to cut and kind of the title word at `at`."""
    if not scene.units.word(at):
        return None
    key, titles = scene.units.keys[at], scene.words.titles
    for cut in arabic.proclitics(key):
        first = uncut(key, cut)
        if at + 1 < len(scene.units):
            two = f"{first} {scene.units.keys[at + 1]}"
            if two in titles:
                return 2, cut, min(titles[two])
        if first in titles:
            return 1, cut, min(titles[first])
    return None


def titled_at(scene: Scene, at: int) -> Titled | None:
    """Read the title that begins at `at` up to the name behind it; None where no name follows."""
    head = head_at(scene, at)
    if head is None:
        return None
    length, cut, kind = head
    phrase_end = at + length
    nouns = _NOUNS_AFTER_HEAD if kind == "office" else 0
    while phrase_end - at < _LONGEST:
        name = _name_behind(scene, phrase_end, bare=phrase_end == at + length and kind == "office")
        if name:
            return Titled(Phrase(at, phrase_end, cut, kind), name)
        step, is_noun = _step(scene, phrase_end, nouns=nouns)
        if not step:
            return None
        nouns = nouns - 1 if is_noun else 0 if phrase_end - at > 1 else nouns
        phrase_end += step
    return None


def all_at(scene: Scene, at: int) -> Iterator[Titled]:
    """Give the titles that begin at `at` and lead to a name: one, or two with a comma between.

    «قائد مركز التنسيق، الكولونيل "`ديف وليامز`"»
    """
    titled = titled_at(scene, at)
    if titled:
        yield titled
        return
    head = head_at(scene, at)
    if head is None or head[2] != "office":
        return
    end = at + head[0]
    while end - at < _LONGEST:
        step, _ = _step(scene, end, nouns=1)
        if not step:
            break
        end += step
    following = titled_at(scene, end + 1) if scene.units.comma(end) and end - at > 1 else None
    if following:
        yield Titled(Phrase(at, end, head[1], head[2]), following.name)
        yield following


def _name_behind(scene: Scene, at: int, *, bare: bool) -> Candidate | None:
    """Give the name at `at`, perhaps behind a comma or an opening mark.

    `bare`: nothing but the head of an office stands before it, so the name must be known to be one.
    """
    units = scene.units
    comma = units.comma(at)
    start = at + comma
    quoted = units.opening(start)
    start += quoted
    if not units.word(start):
        return None
    before = units.keys[at - 1]
    if "preposition" in scene.words.title_links.get(before, ()):  # «المحامي عن أمل»: the name is another's
        return None
    if bare and not comma and not quoted and not before.startswith("ال") and not before.endswith(("ه", "ها")):
        return None  # «مدرب رونالدو»: likewise
    if units.keys[start] in scene.words.title_links or scene.nation(start):
        return None
    if units.keys[start] in scene.words.titles and units.word(start + 1) and scene.given(start + 1) == 0:
        return None  # «أمير قطر الشيخ تميم»: another title
    if (
        not comma
        and before[:2] != "ال"
        and (before in scene.words.place_heads or any_of(before, scene.words.org_heads) is not None)
    ):
        return None  # «مدير مكتب الحريري», «نادي شاتورو»: the name is another's
    name = _names.run(scene, start, titled=True)
    if name is None or name.cut or (quoted and not units.closing(name.last)):
        return None
    sure = scene.kind(start, "PER") or scene.given(start) is not None
    second = units.keys[start + 1]
    if sure:
        return name if not comma or quoted or name.known or name.last - start > 1 else None
    if comma or bare:
        named = name.last - start > 1 and (second in scene.words.given or second in scene.words.surnames)
        return name if named else None
    return name


def _step(scene: Scene, at: int, *, nouns: int) -> tuple[int, bool]:
    """Give how many tokens the title takes up at `at`, 0 where it ends, and whether it is a bare noun."""
    units, words = scene.units, scene.words
    if not units.word(at):
        return 0, False
    nation = scene.nation(at)
    if nation:
        return nation[0], False
    key = units.keys[at]
    if key in words.title_links:
        return 1, False
    head = head_at(scene, at)
    if head:
        return (0 if head[1] else head[0]), False
    hit = scene.hit(at)
    if hit and hit.known[0].type != "PER":
        return hit.length, False
    if key in words.stops:
        return 0, False
    if key.startswith(("ال", "لل")) or any_of(key, words.org_heads) is not None:
        return 1, False
    if key.startswith(("وال", "بال", "لل")) and words.ordinary(key[1:]):
        return 1, False
    if nouns and words.ordinary(key) and key[0] not in "يتو":
        return 1, True
    return 0, False


def behind(scene: Scene, at: int) -> Phrase | None:
    """Give the title that stands behind a name: «، مدير المكتب الإعلامي،», «الخبير في شركة …»."""
    comma = scene.units.comma(at)
    start = at + comma
    head = head_at(scene, start)
    if head is None or head[1] or head[2] in ("person", "honorific"):
        return None
    if not comma and not scene.units.keys[start].startswith("ال"):
        return None
    end = start + head[0]
    while end - start < _LONGEST:
        quoted = _orgs.quoted_at(scene, end - 1) if scene.units.opening(end) else None
        if quoted:  # «الخبير في شركة "…»
            end = quoted.last
            break
        step, _ = _step(scene, end, nouns=1 if comma else 0)
        if not step:
            break
        end += step
    while end > start + head[0] and "preposition" in scene.words.title_links.get(
        scene.units.keys[end - 1], ()
    ):
        end -= 1
    if titled_at(scene, start) or (not comma and end - start < 2):
        return None
    return Phrase(start, end, 0, head[2])
