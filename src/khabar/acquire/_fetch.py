"""Fetching over HTTP: checked addresses, robots.txt, and limits of size, time and redirects.

The name of a host is resolved here, every address of it is checked, and the connection goes to the address
that was checked, at every redirect anew: a name that changes its address in between gains nothing.
"""

import time
from types import TracebackType
from typing import Self

import httpx
import msgspec
from protego import Protego

from khabar import __version__
from khabar.acquire import _addresses
from khabar.settings import Settings

AGENT = f"khabar/{__version__}"
_ROBOTS_BYTES = 500_000  # RFC 9309, 2.5: at least 500 KiB must be read
_REDIRECTS = 5


class FetchError(Exception):
    """A page that was not fetched: `reason` is the code of the Rejected, `detail` its sentence."""

    def __init__(self, reason: str, detail: str) -> None:
        """Keep both."""
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """What came back: the address it finally came from, and the body within the limit."""

    url: str
    status: int
    content_type: str | None
    encoding: str | None
    body: bytes


class Fetcher:
    """One client and the robots.txt of the sites it met."""

    def __init__(self, settings: Settings) -> None:
        """Open no connection yet; a proxy of the environment is not used: it would hide the address."""
        self._settings = settings
        self._client = httpx.Client(timeout=settings.fetch_timeout, trust_env=False)
        self._robots: dict[str, Protego] = {}

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the connections."""
        self._client.close()

    def page(self, url: str) -> Page:
        """Fetch a page; raises FetchError, also for every status but 200."""
        page = self._follow(url, self._settings.max_bytes, ask_robots=True)
        if page.status != httpx.codes.OK:
            raise FetchError("fetch_failed", f"The server answered with status {page.status}.")
        return page

    def _follow(self, url: str, limit: int, *, ask_robots: bool) -> Page:
        """Fetch an address and follow its redirects, each checked like the first."""
        at = _parsed(url)
        for _ in range(_REDIRECTS + 1):
            if ask_robots and not self._allowed(at):
                raise FetchError("robots", f"The robots.txt of {at.host} does not allow this page.")
            found = self._get(at, limit)
            if isinstance(found, Page):
                return found
            at = found
        raise FetchError("fetch_failed", f"More than {_REDIRECTS} redirects.")

    def _allowed(self, url: httpx.URL) -> bool:
        """Ask the site's robots.txt, as RFC 9309 says: none allows all, one that cannot be had nothing."""
        site = str(url.copy_with(raw_path=b"/", fragment=None))
        if site not in self._robots:
            try:
                page = self._follow(f"{site}robots.txt", _ROBOTS_BYTES, ask_robots=False)
            except FetchError as error:
                reason = "robots" if error.reason == "too_large" else error.reason
                raise FetchError(reason, f"For the site's robots.txt: {error.detail}") from error
            if page.status >= httpx.codes.INTERNAL_SERVER_ERROR:
                raise FetchError("robots", f"The site's robots.txt answered with status {page.status}.")
            rules = page.body.decode("utf-8", "replace") if page.status == httpx.codes.OK else ""
            self._robots[site] = Protego.parse(rules)
        return bool(self._robots[site].can_fetch(str(url), AGENT))

    def _get(self, url: httpx.URL, limit: int) -> Page | httpx.URL:
        """Fetch one address: its page, or the address it redirects to."""
        ends = time.monotonic() + self._settings.fetch_timeout
        try:
            response = self._send(url)
            try:
                if response.has_redirect_location:
                    return _parsed(str(url.join(response.headers["Location"])))
                kind, _, _ = response.headers.get("Content-Type", "").partition(";")
                return Page(
                    url=str(url.copy_with(userinfo=b"", fragment=None)),
                    status=response.status_code,
                    content_type=kind.strip().lower() or None,
                    encoding=response.charset_encoding,
                    body=_body(response, limit, ends),
                )
            finally:
                response.close()
        except httpx.TimeoutException as error:
            raise FetchError("fetch_failed", "The server did not answer in time.") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise FetchError("fetch_failed", f"Fetching failed: {error}.") from error

    def _send(self, url: httpx.URL) -> httpx.Response:
        """Ask each checked address of the host in turn until one takes the connection."""
        host = {"sni_hostname": url.raw_host.decode("ascii")}
        headers = {"Host": url.netloc.decode("ascii"), "User-Agent": AGENT, "Accept": "text/html,text/plain"}
        failure = httpx.ConnectError("the host has no address")
        for address in self._checked(url):
            to = url.copy_with(host=address, userinfo=b"", fragment=None)
            request = self._client.build_request("GET", to, headers=headers, extensions=host)
            try:
                return self._client.send(request, stream=True)
            except httpx.ConnectError as error:
                failure = error
        raise failure

    def _checked(self, url: httpx.URL) -> list[str]:
        """Resolve the host of a URL and check every address it has."""
        port = url.port or (443 if url.scheme == "https" else 80)
        try:
            addresses = _addresses.resolve(url.host, port)
        except (OSError, UnicodeError) as error:
            raise FetchError("fetch_failed", f"The host {url.host} was not found.") from error
        if not self._settings.allow_private and not all(map(_addresses.is_public, addresses)):
            raise FetchError("private_address", f"The host {url.host} is not on the open internet.")
        return addresses


def _parsed(url: str) -> httpx.URL:
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError("fetch_failed", f"This is no address: {error}.") from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise FetchError("fetch_failed", "Only addresses of http and https are fetched.")
    return parsed


def _body(response: httpx.Response, limit: int, ends: float) -> bytes:
    """Read a body up to the limit and the end of its time."""
    announced = response.headers.get("Content-Length", "")
    pieces: list[bytes] = []
    size = int(announced) if announced.isdigit() and announced.isascii() else 0
    if size <= limit:
        size = 0
        for piece in response.iter_bytes():
            pieces.append(piece)
            size += len(piece)
            if time.monotonic() > ends:
                raise FetchError("fetch_failed", "The server did not send the page in time.")
            if size > limit:
                break
    if size > limit:
        raise FetchError("too_large", f"The page is larger than {limit:,} bytes.")
    return b"".join(pieces)
