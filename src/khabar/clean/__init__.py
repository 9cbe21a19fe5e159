"""Raw -> Document or Rejected: bytes to text, the article out of its page, what is known of it, the gates."""

from hashlib import blake2b

from khabar.clean import encoding, metadata, refuse
from khabar.clean.refuse import RefusedError
from khabar.lexicon import of_run
from khabar.records import Document, Given, Raw, Rejected
from khabar.settings import Settings

__all__ = ["clean"]


def clean(raw: Raw, settings: Settings) -> Document | Rejected:
    """Make a document of one raw article, or say why it is none; never raises for what is in it."""
    try:
        refuse.binary_bytes(raw.body)
        text = encoding.decode(raw)
        refuse.binary_text(text)
        text, page = _article(text, raw, settings) if raw.media == "html" else (text, Given())
        refuse.empty_text(text)
        language = refuse.language(text, settings)
        return _document(text, language, (raw.given, page), settings)
    except RefusedError as refused:
        return Rejected(uri=raw.uri, reason=refused.reason, detail=refused.detail)


def _article(markup: str, raw: Raw, settings: Settings) -> tuple[str, Given]:
    """Give the text of a page's article and what the page says of it."""
    from khabar.clean import _page, article  # plain text needs neither

    tree = _page.parse(markup)
    said = metadata.of_page(tree, raw.given.url, of_run(settings))
    return article.text(tree, raw.given.title or said.title), said


def _document(text: str, language: str | None, said: tuple[Given, Given], settings: Settings) -> Document:
    """Put the document together from its text and what was said of it."""
    given, page = said
    url = page.url or metadata.canonical(given.url)
    outlet = metadata.outlet(given.outlet or page.outlet, url)
    world = of_run(settings)
    sources = (*said, metadata.of_url(url), metadata.of_text(text, outlet, world))
    known = metadata.settle(sources, settings, world)
    name = url or (outlet.name if outlet else "")
    return Document(
        id=blake2b(f"{name}\0{text}".encode(), digest_size=10).hexdigest(),
        url=url,
        outlet=outlet,
        republished_from=known.republished_from,
        title=known.title,
        authors=known.authors,
        tags=known.tags,
        language=language,
        published=known.published,
        published_how=known.published_how,
        text=text,
    )
