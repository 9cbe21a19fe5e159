"""The web pages in a real browser, served by the real server."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from khabar import web
from web_shelf import COPY, KIRKUK, LINKS, Shelf

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
_ARGUMENTS = [
    "--no-sandbox",
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    app = web.app(Shelf(KIRKUK, COPY, links=LINKS))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    until = time.monotonic() + 20
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    assert server.started
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)
    listener.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=_ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 400}, color_scheme="light")
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("requestfailed", lambda request: complaints.append(f"{request.url} {request.failure}"))
    yield opened
    settle(opened)
    opened.close()
    assert complaints == []


def settle(page: Page) -> None:
    """Let the fonts arrive: leaving or closing a page breaks off what it still loads."""
    page.evaluate("document.fonts.ready.then(() => true)")
    page.wait_for_load_state("networkidle")


def test_the_article_reads_from_right_to_left_in_its_colours(page: Page, address: str) -> None:
    page.goto(f"{address}/article/a1")
    assert page.locator("html").get_attribute("dir") == "rtl"
    name = page.locator(".text .per", has_text="حازم الرشيداوي").last
    assert name.evaluate("e => getComputedStyle(e).color") == "rgb(163, 21, 79)"
    assert name.evaluate("e => getComputedStyle(e).direction") == "rtl"
    text, tables = page.locator("article.text").bounding_box(), page.locator(".tables").bounding_box()
    assert text is not None
    assert tables is not None
    assert text["x"] > tables["x"]  # the text is on the right, where reading starts
    assert page.evaluate("document.fonts.check('16px Plex', 'خبر')")


def test_a_statement_row_leads_to_its_words(page: Page, address: str) -> None:
    page.goto(f"{address}/article/a1")
    page.locator(".said tbody tr").nth(3).click()  # anywhere in the row
    assert page.url.endswith("#s4")
    page.wait_for_function("document.querySelector('#s4').getBoundingClientRect().bottom < innerHeight")
    assert page.locator("#s4").inner_text() == "نحو 40 عائلة نزحت"
    assert page.locator("#s4").evaluate("e => e.matches(':target')")
    assert page.evaluate("scrollY") > 0


def test_search_works_by_typing_and_enter(page: Page, address: str) -> None:
    page.goto(address)
    settle(page)
    page.locator("#q").fill("الرشاد")
    page.locator("#q").press("Enter")
    page.wait_for_url("**/?q=*")
    assert page.locator("article.hit").count() == 2
    settle(page)
    page.locator("article.hit a").first.click()
    page.wait_for_url("**/article/*")
    assert "كركوك" in page.title()


def test_pages_work_without_javascript_and_in_english(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 400, "height": 800})
    page = context.new_page()
    page.goto(f"{address}/statements")
    page.locator("a.other").click()
    assert page.locator("html").get_attribute("dir") == "ltr"
    page.locator("select[name=stance]").select_option("deny")
    page.locator("form.filter button").click()
    page.wait_for_url("**stance=deny*")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("table.wide tbody tr").count() == 1
    context.close()


@pytest.mark.parametrize(
    "path", ["/", "/article/a1", "/statements", "/figures?lang=en", "/article/a1?lang=en"]
)
def test_no_page_is_wider_than_a_narrow_screen(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 400, "height": 800})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
