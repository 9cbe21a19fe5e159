"""Fetching, from a real server on this machine."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from khabar.acquire import _addresses, acquire
from khabar.records import Raw, Rejected
from khabar.settings import Settings

LOCAL = Settings(allow_private=True, fetch_timeout=5.0, max_bytes=50_000)
HTML = "text/html; charset=windows-1256"


class Site(BaseHTTPRequestHandler):
    """A small news site; `asked` keeps the paths that were fetched."""

    asked: list[str]
    robots = (200, b"User-agent: *\nDisallow: /private/\n")

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if self.path == "/robots.txt":
            self.answer(self.robots[0], "text/plain", self.robots[1])
        elif self.path.startswith("/to/"):
            self.answer(302, HTML, b"", self.path.removeprefix("/to/"))
        elif self.path == "/big":
            self.answer(200, HTML, b"x" * 60_000)
        elif self.path == "/endless":
            self.endless()
        elif self.path == "/pdf":
            self.answer(200, "application/pdf", b"%PDF-")
        elif self.path == "/gone":
            self.answer(404, HTML, b"gone")
        else:
            self.answer(200, HTML, "<p>خبر</p>".encode("cp1256"))

    def answer(self, status: int, kind: str, body: bytes, location: str | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", HTML)
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"x" * 10_000)
        except OSError:
            pass

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name of the base class
        pass


@pytest.fixture
def site() -> Iterator[str]:
    Site.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def fetch(url: str, settings: Settings = LOCAL) -> Raw | Rejected:
    (found,) = acquire(url, settings)
    return found


def reason(url: str, settings: Settings = LOCAL) -> str:
    found = fetch(url, settings)
    assert isinstance(found, Rejected), found
    assert found.uri == url
    return found.reason


def test_page(site: str) -> None:
    found = fetch(f"{site}/a#part")
    assert isinstance(found, Raw)
    assert found.body == "<p>خبر</p>".encode("cp1256")
    assert (found.media, found.encoding, found.given.url) == ("html", "windows-1256", f"{site}/a")
    assert Site.asked == ["/robots.txt", "/a"]


def test_robots_disallow(site: str) -> None:
    assert reason(f"{site}/private/a") == "robots"
    assert reason(f"{site}/to//private/a") == "robots"
    assert not any("/private" in path for path in Site.asked if not path.startswith("/to/"))


def test_site_without_robots(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Site, "robots", (404, b""))
    assert isinstance(fetch(f"{site}/private/a"), Raw)
    monkeypatch.setattr(Site, "robots", (503, b""))
    assert reason(f"{site}/a") == "robots"


def test_redirect_is_followed(site: str) -> None:
    found = fetch(f"{site}/to//a")
    assert isinstance(found, Raw)
    assert found.given.url == f"{site}/a"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/big", "too_large"),
        ("/endless", "too_large"),
        ("/pdf", "not_a_page"),
        ("/gone", "fetch_failed"),
        ("/to/file:///etc/passwd", "fetch_failed"),
        ("/to/http://127.0.0.1:1/", "fetch_failed"),
    ],
)
def test_what_is_refused(site: str, path: str, expected: str) -> None:
    assert reason(site + path) == expected


def test_redirects_without_end(site: str) -> None:
    assert reason(f"{site}/to//" + "to//" * 7 + "a") == "fetch_failed"
    assert len(Site.asked) == 7  # robots.txt, the page, five redirects


def test_private_address_is_refused_unasked(site: str) -> None:
    assert reason(f"{site}/a", Settings()) == "private_address"
    assert Site.asked == []


def test_redirect_to_private_address_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    port = site.rpartition(":")[2]
    public = "127.0.0.1"  # stands for a host of the open internet: the check is told so
    monkeypatch.setattr(_addresses, "is_public", lambda address: address == public)
    assert isinstance(fetch(f"{site}/a", Settings()), Raw)
    assert reason(f"{site}/to/http://127.0.0.2:{port}/a", Settings()) == "private_address"
    assert Site.asked[-1].startswith("/to/")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("10.0.0.8", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104  refused, not bound
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.8", False),
        ("64:ff9b::a00:8", False),
        ("2002:a00:8::1", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert _addresses.is_public(address) is public


@pytest.mark.parametrize("url", ["http://", "http://[::1", "https://no-such-host.invalid/"])
def test_bad_addresses(url: str) -> None:
    assert reason(url) == "fetch_failed"
