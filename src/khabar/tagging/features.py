"""What speaks for a word being part of a name: in the word, beside it, and in what the tables say.

A feature is a short text; its first letter says where it is: `0` in the word, `-` `+` one off, `<` `>` two
off, `b` `e` in the pair with the word before and behind, `L` in what the tables of the world say.
Nearly all depend on one word and how far off it stands, so that the tagger sums the weights of a word once.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from khabar.records import Token

EDGE = "\n"
NOT_LISTED = "."

Flags = Callable[[str, str, str], str]
"""Gives the word lists that hold a word, a letter each, from its key, its stem and its core."""


class Word(NamedTuple):
    """A token as the features see it; equal words have equal features.

    `stem` is the key without clitics, «لل…» read as «ال…»; `core` is without the article too. `flags` are the
    word lists that hold it, a letter each; `groups` its groups by what it stands beside in raw news.
    """

    form: str
    stem: str
    core: str
    pre: str
    post: str
    pos: str
    kind: str
    flags: str
    groups: tuple[int, ...]

    @property
    def article(self) -> bool:
        """Say whether the word has the article."""
        return self.core != self.stem


def edge() -> Word:
    """Give what stands before the first and behind the last word of a line."""
    return Word("", "", "", "", "", "", "mark", "", ())


def word(token: Token, flags: Flags, groups: Mapping[str, tuple[int, ...]]) -> Word:
    """Read a token; `groups` gives the groups of a stem."""
    if token.kind != "word":
        shown = "0" * min(len(token.key), 5) if token.kind == "number" else token.key
        return Word(token.form, shown, shown, "", "", token.pos, token.kind, "", ())
    key, end = token.key, len(token.key) - token.post
    before, stem = key[: token.pre], key[token.pre : end]
    if before.endswith("ل") and stem[0] == "ل" and len(stem) > 3:
        stem = "ا" + stem
    core = stem[2:] if stem.startswith("ال") and len(stem) > 4 else stem
    said = flags(key, stem, core)
    return Word(token.form, stem, core, before, key[end:], token.pos, "word", said, groups.get(stem, ()))


def here(w: Word) -> list[str]:
    """Give what speaks in the word itself."""
    if w.kind != "word":
        return [f"w{w.stem}", f"p{w.pos}"]
    core, size, written = w.core, len(w.core), w.form[: len(w.form) - len(w.post)]
    found = [
        f"w{w.stem}",
        f"c{core}",
        f"p{w.pos}",
        f"P{w.pos}{w.article}{w.pre}",
        f"f{w.flags}",
        f"F{w.flags}{w.pos}",
        f"l{min(size, 9)}",
        f"s{w.pre}|{w.post}",
        f"a{w.article}",
        *(f"x{core[:n]}" for n in (1, 2, 3, 4) if size >= n),
        *(f"y{written[-n:]}" for n in (1, 2, 3, 4) if size >= n),
        *(f"q{flag}" for flag in w.flags),
        *_grouped(w),
    ]
    if not w.groups:
        found.append(f"u{w.article}{min(size, 7)}{w.pos}")
    return found


def beside(w: Word) -> list[str]:
    """Give what speaks in a neighbour."""
    if w.kind != "word":
        return [f"w{w.stem}"]
    return [
        f"w{w.stem}",
        f"c{w.core}",
        f"p{w.pos}",
        f"P{w.pos}{w.article}{w.pre}",
        f"a{w.article}",
        f"y{w.form[-2:]}",
        f"y{w.form[-3:]}",
        f"f{w.flags}",
        f"x{w.core[:2]}",
        *(f"q{flag}" for flag in w.flags),
        *_grouped(w),
    ]


def far(w: Word) -> list[str]:
    """Give what speaks in the word two off."""
    if w.kind != "word":
        return [f"w{w.stem}"]
    return [f"w{w.stem}", f"p{w.pos}", *(f"q{flag}" for flag in w.flags), *_grouped(w)]


def shape(w: Word) -> str:
    """Give what a pair of words looks at: the part of speech and the article."""
    return f"{w.pos}{w.article}"


def pair(left: str, right: str) -> list[str]:
    """Give what speaks in the shapes of two words side by side."""
    return [f"A{left}|{right}"]


def told(before: str, at: str, behind: str) -> list[str]:
    """Give what speaks in the parts of listed names that a word and its neighbours are."""
    return ["*", at, f"{before}<{at}", f"{at}>{behind}"]


def _grouped(w: Word) -> list[str]:
    return [f"g{i}:{group}" for i, group in enumerate(w.groups)]


def rows(words: Sequence[Word], listed: Sequence[str]) -> list[list[str]]:
    """Give all features of each word of a line, as a model learns from them."""
    nothing = edge()
    row = [nothing, nothing, *words, nothing, nothing]
    said = [NOT_LISTED, *listed, NOT_LISTED]
    return [
        [
            *("0" + f for f in here(row[i])),
            *("-" + f for f in beside(row[i - 1])),
            *("+" + f for f in beside(row[i + 1])),
            *("<" + f for f in far(row[i - 2])),
            *(">" + f for f in far(row[i + 2])),
            *("b" + f for f in pair(shape(row[i - 1]), shape(row[i]))),
            *("e" + f for f in pair(shape(row[i]), shape(row[i + 1]))),
            *("L" + f for f in told(*said[i - 2 : i + 1])),
        ]
        for i in range(2, len(row) - 2)
    ]
