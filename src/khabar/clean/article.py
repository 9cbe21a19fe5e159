"""The article's own words in a page: headline, then one paragraph a line, a blank line between them."""

from khabar import arabic
from khabar.clean import _page
from khabar.clean._page import Tree
from khabar.clean.refuse import RefusedError

_PROSE_WORDS = 8  # a menu entry or a button has fewer; the shortest piece of urgent news has more
_TOO_LITTLE = 0.5
_MAX_LINKED = 0.5
# Forms are not left out: old sites wrap the whole page in one.
_NO_PROSE = ("a", "script", "style", "noscript", "nav", "footer", "button", "template", "select")
_PROSE = f"//body//text()[not({' or '.join(f'ancestor::{tag}' for tag in _NO_PROSE)})]"
_SCOPES = '//article | //main | //*[@itemprop="articleBody"] | //*[@role="main"]'
_PARAGRAPHS = ".//p[not(ancestor::aside or ancestor::nav or ancestor::footer or ancestor::figure)]"


def text(tree: Tree, title: str | None) -> str:
    """Give the text of the page's article; raises RefusedError `no_article`."""
    if not any(_is_prose(node) for node in tree.xpath(_PROSE)):
        raise RefusedError("no_article", "The page has no running text outside its links and menus.")
    lines = _best(tree)
    if not any(map(_is_prose, lines)):
        raise RefusedError("no_article", "No part of the page reads as an article.")
    return "\n\n".join(_headed(lines, title))


def _best(tree: Tree) -> list[str]:
    """Take the extractor's reading, unless the paragraphs that the page marks as its article say far more."""
    marked = max((_paragraphs(scope) for scope in tree.xpath(_SCOPES)), key=_size, default=[])
    lines = _extracted(tree, recall=False)
    if lines and _size(lines) >= _TOO_LITTLE * _size(marked):
        return lines
    wider = _extracted(tree, recall=True)
    return wider if wider and _size(wider) >= _TOO_LITTLE * _size(marked) else marked


def _extracted(tree: Tree, *, recall: bool) -> list[str]:
    from trafilatura import bare_extraction  # slow to import

    try:
        found = bare_extraction(tree, include_comments=False, include_tables=False, favor_recall=recall)
    except Exception:  # whatever a page makes a foreign parser do, the fallback goes on
        return []
    content = getattr(found, "text", None) or ""
    return [line for line in map(_page.words, content.split("\n")) if line]


def _paragraphs(scope: Tree) -> list[str]:
    """Give the paragraphs under an element that are not mostly links."""
    found = []
    for paragraph in scope.xpath(_PARAGRAPHS):
        content = _page.text_of(paragraph)
        linked = sum(len(_page.text_of(link)) for link in paragraph.iter("a"))
        if content and linked <= _MAX_LINKED * len(content):
            found.append(content)
    return found


def _headed(lines: list[str], title: str | None) -> list[str]:
    """Put the headline first, unless one of the first lines is it already."""
    if not title:
        return lines
    head = _bare(title)
    first = [_bare(line) for line in lines[:3]]
    return lines if head in first or first[0].startswith(head) else [title, *lines]


def _bare(line: str) -> str:
    return "".join(token.key for token in arabic.tokens(line) if token.kind != "mark")


def _is_prose(line: str) -> bool:
    return len(line.split()) >= _PROSE_WORDS


def _size(lines: list[str]) -> int:
    return sum(map(len, lines))
