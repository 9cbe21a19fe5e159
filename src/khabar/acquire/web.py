"""Pages fetched from the web: one URL, one article."""

from collections.abc import Iterator

from khabar.acquire import _sniff
from khabar.records import Given, Raw, Rejected
from khabar.settings import Settings

ACCEPTS: tuple[str, ...] = ("http:", "https:")
_MEDIA = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}


def read(source: str, settings: Settings) -> Iterator[Raw | Rejected]:
    """Fetch the page as robots.txt and the limits of the settings allow."""
    from khabar.acquire import _fetch  # slow to import, and most runs fetch nothing

    try:
        with _fetch.Fetcher(settings) as fetcher:
            page = fetcher.page(source)
    except _fetch.FetchError as error:
        yield Rejected(uri=source, reason=error.reason, detail=error.detail)
        return
    kind = page.content_type or ("text/html" if _sniff.media(page.body) == "html" else "text/plain")
    media = _MEDIA.get(kind)
    if media is None:
        yield Rejected(uri=source, reason="not_a_page", detail=f"The address gives {kind}, no page or text.")
        return
    given = Given(url=page.url)
    yield Raw(
        uri=source,
        body=page.body,
        media="html" if media == "html" else "text",
        encoding=page.encoding,
        given=given,
    )
