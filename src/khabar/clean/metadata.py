"""What is known of an article beside its text: from its page, its address, and lines of its text."""

from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from khabar.clean import _calendar, _labels, _page
from khabar.clean._page import Tree
from khabar.lexicon import World
from khabar.records import Given, Outlet
from khabar.settings import Settings

_PUBLISHED = ("article:published_time", "og:article:published_time", "datepublished", "og:published_time")
_PUBLISHED_MORE = (
    "parsely-pub-date",
    "publishdate",
    "pubdate",
    "publish-date",
    "dc.date.issued",
    "dcterms.created",
)
_TRACKING = ("utm_", "fbclid", "gclid", "yclid", "igshid", "mc_cid", "mc_eid")
_MAX_TITLE = 300  # longer is a page whose title nobody closed
_TITLE_ENDS = (" | ", " - ", " – ", " — ", " :: ", " » ")


def settle(sources: tuple[Given, ...], settings: Settings, world: World) -> Given:
    """Merge what several sources say, the first that says something of a field wins.

    The first source is what came with the article; dates are read, and those that cannot be are dropped.
    """
    first, *found = sources
    told = None if first.published is None else _calendar.given(first.published, world)
    dated = [Given(published=told, published_how=first.published_how or "option")] if told else []
    if settings.published and (day := _calendar.given(settings.published, world)):
        dated.append(Given(published=day, published_how="option"))
    dated.extend(found)
    date = next((source for source in dated if source.published), Given())

    def pick(field: str) -> Any:
        return next((value for source in sources if (value := getattr(source, field))), None)

    return Given(
        title=pick("title"),
        published=date.published,
        published_how=date.published_how,
        authors=pick("authors") or (),
        tags=pick("tags") or (),
        republished_from=pick("republished_from"),
    )


def outlet(said: Outlet | str | None, url: str | None) -> Outlet | None:
    """Give the outlet: called by its host where there is an address, else by its name."""
    if isinstance(said, Outlet):
        return said
    host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    name = said or host
    return Outlet(id=host or name, name=name) if name else None


def of_page(tree: Tree, address: str | None, world: World) -> Given:
    """Read what a page says of itself, from its head, its linked data and its marked-up times."""
    metas = _page.metas(tree)
    data = _page.linked_data(tree)
    site = _first(metas, "og:site_name", "application-name") or _name(_property(data, "publisher"))
    published = _published(tree, metas, data, world)
    title = _title(tree, metas, data, site)
    return Given(
        title=title,
        url=_canonical(tree, metas, address),
        outlet=site,
        published=published,
        published_how="html" if published else None,
        authors=_authors(metas, data),
        tags=tuple(tag for tag in _tags(metas, data) if not _labels.same(tag, title or "")),
    )


def of_url(address: str | None) -> Given:
    """Read the date that many outlets write into the path of an address."""
    day = _calendar.in_path(urlsplit(address or "").path)
    return Given(published=day, published_how="url" if day else None)


def of_text(text: str, known: Outlet | None, world: World) -> Given:
    """Read the lines of a text that say when it was published and where it was taken from."""
    day, source = _labels.read(text, world)
    if source and known and _labels.same(source, known.name):
        source = None
    return Given(published=day, published_how="text" if day else None, republished_from=source)


def canonical(address: str | None, base: str | None = None) -> str | None:
    """Give an address without fragment and tracking parameters, its host in lower case; None for none."""
    try:
        parts = urlsplit(urljoin(base or "", (address or "").strip()))
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    kept = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not k.startswith(_TRACKING)]
    query = parts.query if len(kept) == len(parts.query.split("&")) else urlencode(kept)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2].lower(), parts.path or "/", query, ""))


def _canonical(tree: Tree, metas: dict[str, list[str]], address: str | None) -> str | None:
    """Take the address that the page gives itself, unless it is a front page's or of another site."""
    came = canonical(address)
    links = tree.xpath('//link[contains(@rel, "canonical")]/@href')
    for claimed in (*links, *metas.get("og:url", ())):
        found = canonical(claimed, address)
        if found and urlsplit(found).path != "/" and _site(came or found) == _site(found):
            return found
    return came


def _site(url: str) -> list[str]:
    """Give the last two parts of the host: `m.example.net` and `www.example.net` are one site."""
    return (urlsplit(url).hostname or "").split(".")[-2:]


def _published(
    tree: Tree, metas: dict[str, list[str]], data: list[dict[str, Any]], world: World
) -> str | None:
    """Take the first date that is marked as the publication's; the words of the page are not searched."""
    said = [node["datePublished"] for node in data if isinstance(node.get("datePublished"), str)]
    said.extend(value for name in (*_PUBLISHED, *_PUBLISHED_MORE) for value in metas.get(name, ()))
    said.extend(tree.xpath('//*[@itemprop="datePublished"]/@datetime | //time[@pubdate]/@datetime'))
    said.extend(tree.xpath("//article//time/@datetime | //header//time/@datetime | //main//time/@datetime"))
    times = tree.xpath("//time/@datetime")
    said.extend(times if len(times) == 1 else ())  # several, and nobody knows whose each is
    return next((day for value in said if (day := _calendar.given(value, world))), None)


def _title(
    tree: Tree, metas: dict[str, list[str]], data: list[dict[str, Any]], site: str | None
) -> str | None:
    """Take the headline that the page shows where its head agrees, else what the head says."""
    claims = [_string(_property(data, "headline")), _first(metas, "og:title", "twitter:title", "title")]
    claims.append(_page.words(tree.findtext(".//head//title")))
    claimed = next((claim for claim in claims if claim and len(claim) <= _MAX_TITLE), None)
    shown = [heading for heading in map(_page.text_of, tree.iter("h1")) if heading]
    for heading in shown:
        if claimed and _labels.begins(claimed, heading):
            return heading
    if claimed is None:
        return shown[0] if len(shown) == 1 else None
    return _without_site(claimed, site)


def _without_site(title: str, site: str | None) -> str:
    """Cut the site's name off the end of a title."""
    for mark in _TITLE_ENDS:
        head, found, tail = title.rpartition(mark)
        if found and head and site and _labels.same(tail, site):
            return head.strip()
    return title


def _authors(metas: dict[str, list[str]], data: list[dict[str, Any]]) -> tuple[str, ...]:
    said = _property(data, "author")
    names = [_name(author) for author in (said if isinstance(said, list) else [said])]
    names = names if any(names) else [*metas.get("author", ()), *metas.get("article:author", ())]
    return tuple(dict.fromkeys(n for n in names if n and not n.startswith(("http:", "https:", "@"))))


def _tags(metas: dict[str, list[str]], data: list[dict[str, Any]]) -> tuple[str, ...]:
    said = _property(data, "keywords")
    tags = [t for t in said if isinstance(t, str)] if isinstance(said, list) else _labels.parts(_string(said))
    tags = (
        tags or metas.get("article:tag") or [p for k in metas.get("keywords", ()) for p in _labels.parts(k)]
    )
    return tuple(dict.fromkeys(tag for t in tags if (tag := _page.words(t))))


def _property(data: list[dict[str, Any]], name: str) -> object:
    return next((node[name] for node in data if node.get(name)), None)


def _name(value: object) -> str | None:
    return _string(value.get("name") if isinstance(value, dict) else value)


def _string(value: object) -> str | None:
    from html import unescape

    return _page.words(unescape(value)) or None if isinstance(value, str) else None


def _first(metas: dict[str, list[str]], *names: str) -> str | None:
    return next((metas[name][0] for name in names if name in metas), None)
