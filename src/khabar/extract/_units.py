"""The tokens of a text as naming rules walk them: hashtag signs left out, line ends put in."""

from collections.abc import Sequence

from khabar import arabic
from khabar.records import Range, Token

_OPENING = frozenset("\"“«„[('‘”")
_CLOSING = frozenset("\"”»“])'’")
_COMMAS = frozenset("،,")
_LINE_END = "\n"
_LINE_ENDS = frozenset("\n\r\v\f\x85\u2028\u2029")


class Units:
    """Tokens with their keys, so that neighbours in the list are neighbours in a name."""

    __slots__ = ("keys", "text", "tokens")

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        """Walk the tokens once; «#» joins, an end of line separates."""
        self.text = text
        kept: list[Token] = []
        last = 0
        for token in tokens:
            if token.key == "#":
                continue
            if token.start > last and not _LINE_ENDS.isdisjoint(text[last : token.start]):
                kept.append(Token(start=last, end=last, form=_LINE_END, key=_LINE_END, kind="mark"))
            kept.append(token)
            last = token.end
        kept.append(Token(start=last, end=last, form=_LINE_END, key=_LINE_END, kind="mark"))
        self.tokens = kept
        self.keys = [token.key for token in kept]

    def __len__(self) -> int:
        """Count the tokens, the closing line end included."""
        return len(self.tokens)

    def word(self, at: int) -> bool:
        """Say whether token `at` is there and a word."""
        return 0 <= at < len(self.tokens) and self.tokens[at].kind == "word"

    def opening(self, at: int) -> bool:
        """Say whether token `at` opens a quotation or bracket."""
        return at < len(self.keys) and self.keys[at] in _OPENING

    def closing(self, at: int) -> bool:
        """Say whether token `at` closes a quotation or bracket."""
        return at < len(self.keys) and self.keys[at] in _CLOSING

    def comma(self, at: int) -> bool:
        """Say whether token `at` is a comma."""
        return at < len(self.keys) and self.keys[at] in _COMMAS

    def span(self, first: int, cut: int, last: int) -> Range:
        """Give the original span of tokens `first` to before `last`, without `cut` letters at the head."""
        start = self.tokens[first].start
        if cut:
            start = arabic.after_letters(self.text, start, cut)
        return start, self.tokens[last - 1].end

    def written(self, span: Range) -> str:
        """Give the words of a span as one writes a name: folded, hashtags opened, no marks."""
        words = (token.form for token in arabic.tokens(self.text[span[0] : span[1]]) if token.kind != "mark")
        return " ".join(words)
