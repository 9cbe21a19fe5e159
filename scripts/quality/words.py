"""Words of news in context: cuts at clitics and parts of speech, against WikiNews of Farasa.

Lemmas are measured on Arabic PUD, once with its cuts and tags and once with ours. Our model has learnt its
cuts and tags there, not its lemmas; the second value flatters the cuts.
"""

from collections.abc import Iterator
from pathlib import Path

from khabar.morphology import lemmas, pos
from khabar.morphology.clitics import Choice
from khabar.records import TokenKind
from scripts._words_gold import treebank
from scripts.quality._score import Score

WIKINEWS = "data/farasa-wikinews/WikiNews.pos.ref"
TREEBANK = "data/ud-pud/ar_pud-ud-test.conllu.gz"
NEEDS = f"{WIKINEWS} {TREEBANK}"
_PROCLITICS = frozenset("وفبلكس")
_ENCLITICS = frozenset(["ه", "ها", "هم", "هما", "هن", "ك", "كم", "نا", "ني", "ي"])
_FUNCTION = frozenset(("prep", "conj", "part", "pron"))
_GOLD = {
    "NOUN": "noun",
    "ADV": "noun",
    "ABBREV": "noun",
    "FOREIGN": "noun",
    "ADJ": "adj",
    "V": "verb",
    "NUM": "num",
}

Gold = tuple[str, tuple[int, int], str]


def measure(data: Path) -> Iterator[Score]:
    """Score every word, the words that carry a clitic, parts of speech, and verbs."""
    pairs = list(_pairs(data))
    clitic = [(g, t) for g, t in pairs if g[1] != (0, 0)]
    yield _share("segmentation", [g[1] == t[:2] for g, t in pairs])
    yield _share("segmentation of words with a clitic", [g[1] == t[:2] for g, t in clitic])
    yield _share("part of speech", [g[2] == _folded(t[2]) for g, t in pairs])
    yield _share("verb precision", [g[2] == "verb" for g, t in pairs if t[2] == "verb"])
    yield _share("verb recall", [t[2] == "verb" for g, t in pairs if g[2] == "verb"])
    lemma_pairs = list(_lemmas(data))
    yield _share("lemma with true cuts", [wanted == true for wanted, true, _ in lemma_pairs])
    yield _share("lemma with own cuts", [wanted == ours for wanted, _, ours in lemma_pairs])


def _lemmas(data: Path) -> Iterator[tuple[str, str, str]]:
    """Give the treebank's lemma of each word, and ours with its cut and with our own."""
    for sentence in treebank(data / TREEBANK):
        forms = [word.form for word in sentence]
        chosen = pos.choose(forms, [_kind(form) for form in forms], pos.reader())
        for word, (pre, post, tag) in zip(sentence, chosen, strict=True):
            if word.form.isalpha() and word.lemma:
                wanted = word.lemma.replace("`", "")  # the dagger alef of its transcription
                ours = lemmas.of_stem(word.form[pre : len(word.form) - post], tag, post > 0)
                yield wanted, lemmas.of_stem(word.stem, min(word.tags), word.cut[1] > 0), ours


def misses(data: Path) -> Iterator[str]:
    """Give the words that are cut in another way than the reference."""
    for gold, token in _pairs(data):
        if gold[1] != token[:2]:
            yield f"{gold[0]}: {token[0]},{token[1]} for {gold[1][0]},{gold[1][1]}"


def _share(name: str, right: list[bool]) -> Score:
    return Score(name, sum(right) / max(len(right), 1), f"{sum(right)} of {len(right)}")


def _folded(tag: str) -> str:
    return "function" if tag in _FUNCTION else "noun" if tag in ("name", "adv") else tag


def _pairs(data: Path) -> Iterator[tuple[Gold, Choice]]:
    golds = list(_golds(data / WIKINEWS))
    forms = [form for form, _, _ in golds]
    chosen = pos.choose(forms, [_kind(form) for form in forms], pos.reader())
    for gold, choice in zip(golds, chosen, strict=True):
        if gold[0].isalpha():
            yield gold, choice


def _kind(form: str) -> TokenKind:
    return "word" if form.isalpha() else "number" if form[0].isdigit() else "mark"


def _golds(path: Path) -> Iterator[Gold]:
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        segments, tags = (
            (cell.strip().split("+") for cell in line.split("\t")[:2]) if "\t" in line else ([], [])
        )
        if segments and len(segments) == len(tags):
            yield _gold(segments, tags)


def _gold(segments: list[str], tags: list[str]) -> Gold:
    """Count clitic letters; subject endings of verbs are none, and ل+ه keeps its ل as the stem."""
    first, last = 0, len(segments)
    while (
        first < last - 1
        and segments[first] in _PROCLITICS
        and tags[first] in ("CONJ", "PREP", "FUT_PART", "PART")
    ):
        first += 1
    bound = last > 1 and tags[-1] == "PRON" and segments[-1] in _ENCLITICS and tags[-2] != "CONJ"
    if bound and (tags[-2], segments[-1]) != ("V", "نا"):
        last -= 1
    first -= first == last
    written = list(segments)
    if first and segments[first - 1] == "ل" and tags[first] == "DET":
        written[first] = "ل"
    stem = next((t for t in tags[first:last] if t not in ("DET", "NSUFF", "CASE")), "NOUN")
    cut = sum(map(len, segments[:first])), sum(map(len, segments[last:]))
    return "".join(written), cut, _GOLD.get(stem, "function")
