"""What speaks for each part of speech of a word: the features of the tagger."""

from collections.abc import Iterable

from khabar.morphology._cuts import Count, Cut

TAGS = ("noun", "name", "adj", "verb", "prep", "conj", "part", "pron", "num", "adv")
_PRESENT = ("ي", "ت", "ن", "أ")
_VERBAL = ("ت", "وا", "نا", "تا")
_NOMINAL = ("ة", "ات", "ون", "ين", "ية", "ان")


def features(form: str, cut: Cut, count: Count, signals: Iterable[str] = ()) -> list[str]:
    """Give what speaks for the part of speech in the word itself.

    `signals` say beside what the word stands in raw news; they are known of the words of the table only.
    """
    end = len(form) - cut[1]
    before, stem, behind = form[: cut[0]], form[cut[0] : end], form[end:]
    article = stem.startswith("ال") and len(stem) > 3
    core = stem[2:] if article else stem
    if before.endswith("ل") and stem.startswith("ل") and count("ا" + stem) > count(stem):
        article, core = True, stem[1:]
    edge = f"{before}|{behind}|{article}"
    found = [
        "0",
        f"1{before}",
        f"2{behind}",
        f"3{article}",
        "4" + edge,
        f"5{stem}",
        f"6{core}",
        f"7{min(len(core), 8)}",
        *(f"8{core[-n:]}" for n in (1, 2, 3, 4) if len(core) > n),
        *(f"9{core[:n]}" for n in (1, 2, 3) if len(core) > n),
        f"a{core[0]}|{core[-1]}|{len(core)}",
        f"b{core[0]}|{edge}",
        f"c{core[-1]}|{behind}",
        f"d{_shape(core)}",
    ]
    return found + _kin(core, article, count) + list(signals)


def _shape(core: str) -> str:
    return "".join(c if c in "اأإآويىةءؤئتنم" else "_" for c in core)


def _kin(core: str, article: bool, count: Count) -> list[str]:
    found = [f"e{article}|{min(count('ال' + core), 6)}|{min(count(core), 6)}"]
    present = sum(count(p + core) > 0 for p in _PRESENT)
    past = sum(count(core + e) > 0 for e in _VERBAL)
    nominal = sum(count(core + e) > 0 for e in _NOMINAL)
    found += [f"f{present}", f"g{past}", f"h{nominal}", f"i{past}|{nominal}|{count('ال' + core) > 0}"]
    if core[0] in "يتنأ" and len(core) > 2:
        family = sum(count(p + core[1:]) > 0 for p in _PRESENT)
        found += [f"j{family}", f"k{count('س' + core) > 0}", f"l{family}|{count('ال' + core) > 0}"]
    if core[-1] in "تةا" and len(core) > 2:
        found += [f"m{core[-1]}|{min(count(core[:-1]), 6)}", f"n{core[-1]}|{count('ي' + core[:-1]) > 0}"]
    if core[-2:] in ("ون", "ين", "وا", "ات", "ان") and len(core) > 3:
        found.append(f"o{core[-2:]}|{count(core[:-2]) > 0}|{count(core[:-2] + 'ة') > 0}")
    return found


def beside(left: str, right: str, *, article: bool) -> list[str]:
    """Give what speaks for a part of speech in the forms of the neighbours."""
    return [f"r{left}|{article}", f"s{right}"]


def between(left_article: bool, left: str, right_article: bool, right: str, article: bool) -> list[str]:
    """Give what speaks for a part of speech in the neighbours' parts of speech and articles."""
    return [
        f"p{left}|{article}",
        f"q{right}|{article}",
        f"t{left}|{right}",
        f"u{left_article}|{article}|{left}",
        f"v{right_article}|{right}|{left}",
    ]
