"""Where clitics can be cut off a word, and what speaks for each cut: the features of the segmenter.

A cut is `(pre, post)`: letters of proclitics and of enclitics. The features look at the letters, and at how
often what is left occurs as a word of its own; the features in context look at the neighbours.
"""

from collections.abc import Callable, Iterator

Cut = tuple[int, int]
Count = Callable[[str], int]
"""How common a form is in raw news: the whole logarithm of base 2 of its count plus one, 0 where unseen."""

ENDINGS = ("هما", "كما", "ها", "هم", "هن", "كم", "كن", "نا", "ني", "ه", "ك", "ي")
_JOINING = ("و", "ف")
_BOUND = ("ب", "ل", "ك", "س")
_KIN_BEFORE = ("و", "ب", "ل", "ال", "لل", "وال")
_KIN_BEHIND = ("ه", "ها", "هم", "نا", "هما")
_PERSONS = "يتنأ"
_TURNED = {"ت": ("ة",), "ا": ("ى",), "ي": ("ى", "ي"), "ئ": ("ء",), "ؤ": ("ء",), "و": ("وا",)}


def cuts(form: str) -> Iterator[Cut]:
    """Give every cut that the grammar allows, the whole word first; no stem is empty.

    A preposition of one letter with a pronoun (له، بها) has the preposition as its stem.
    """
    posts = [0, *(len(e) for e in ENDINGS if form.endswith(e) and len(form) > len(e))]
    for pre in _pres(form):
        for post in posts:
            left = len(form) - pre - post
            if left > 1 or (left == 1 and (pre + post == 0 or _carries(form[pre], post))):
                yield pre, post


def _pres(form: str) -> Iterator[int]:
    yield 0
    if form[0] in _BOUND:
        yield 1
    elif form[0] in _JOINING:
        yield 1
        if form[1:2] in _BOUND:
            yield 2


def _carries(letter: str, post: int) -> bool:
    return post > 0 and letter in "لبك"


def free(stem: str, before: str, behind: str, count: Count) -> int:
    """Say how common a stem is as a word, in the spelling that it has without its clitics."""
    most = count(stem)
    if behind:
        for last in _TURNED.get(stem[-1], ()):
            most = max(most, count(stem[:-1] + last))
    if before.endswith("ل") and stem[0] == "ل":
        most = max(most, count("ا" + stem), count("ال" + stem))
    return most


def features(form: str, cut: Cut, count: Count) -> list[str]:
    """Give what speaks for a cut in the word itself."""
    pre, post = cut
    end = len(form) - post
    before, stem, behind = form[:pre], form[pre:end], form[end:]
    here, rest = count(form), free(stem, before, behind, count)
    both = f"{before}|{behind}"
    found = [
        "0" + both,
        f"1{before}",
        f"2{behind}",
        f"3{both}|{min(len(stem), 5)}",
        f"4{both}|{rest}",
        f"5{both}|{here}",
        f"6{bool(pre)}{bool(post)}|{max(-6, min(6, rest - here))}",
        f"7{before}|{stem[:2]}",
        f"8{behind}|{stem[-2:]}",
        f"9{before}|{stem[0]}",
        f"a{behind}|{stem[-1]}",
        f"b{both}|{stem}",
        f"c{form}|{pre}{post}",
        f"d{stem}",
        f"e{both}|{stem[0]}{stem[-1]}",
    ]
    if pre:
        found += _of_proclitics(form, cut, count)
    if post:
        found += _of_enclitics(form, cut, count)
    return found


def _of_proclitics(form: str, cut: Cut, count: Count) -> list[str]:
    pre, post = cut
    before, stem, bound = form[:pre], form[pre : len(form) - post], form[pre:]
    kin = sum(count(p + bound) > 0 for p in _KIN_BEFORE)
    return [
        f"f{before}|{kin}",
        f"g{before}|{count('ال' + stem)}",
        f"h{before}|{count(bound)}",
        f"i{before}|{max(-6, min(6, count(bound) - count(form)))}",
        f"j{before}|{stem[:2] == 'ال'}",
        f"w{before}|{_present(stem, count)}",
    ]


def _present(stem: str, count: Count) -> int:
    """Say how common the present is that a stem belongs to, whatever its person; -1 where it is none."""
    if stem[0] not in _PERSONS or len(stem) < 3:
        return -1
    return max(count(person + stem[1:]) for person in _PERSONS)


def _of_enclitics(form: str, cut: Cut, count: Count) -> list[str]:
    pre, post = cut
    end = len(form) - post
    behind = form[end:]
    kin = sum(count(form[:end] + e) > 0 for e in _KIN_BEHIND)
    alone = free(form[:end], "", behind, count)
    return [
        f"k{behind}|{kin}",
        f"l{behind}|{alone}",
        f"m{behind}|{max(-6, min(6, alone - count(form)))}",
        f"n{behind}|{form.startswith('ال', pre)}",
        f"o{behind}|{count('ال' + form[pre:end])}",
    ]


def beside(form: str, cut: Cut, before: str, behind: str) -> list[str]:
    """Give what speaks for a cut in the words beside it: `before` and `behind` are forms, "" at an end."""
    pre, post = cut
    clitics = f"{form[:pre]}|{form[len(form) - post :]}"
    left = _kind(before)
    right = _kind(behind)
    return [
        f"p{clitics}|{before}",
        f"q{clitics}|{behind}",
        f"r{clitics}|{left}",
        f"s{clitics}|{right}",
        f"t{form}|{pre}{post}|{left}",
        f"u{form}|{pre}{post}|{right}",
        f"v{clitics}|{left}|{right}",
    ]


def _kind(form: str) -> str:
    if not form or not form.isalpha():
        return form[:1]
    return "ال" if form.startswith("ال") else f"_{form[-1]}"
