"""What all pages share: the language, links that keep it, and the template with its words."""

from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from litestar import Request
from litestar.datastructures import State
from litestar.response import Template

from khabar.tell.pages import labels

AnyRequest = Request[Any, Any, State]


def page(request: AnyRequest, name: str, **context: object) -> Template:
    """Fill the template `name` in the reader's language; Arabic unless the address says `lang=en`."""
    language: labels.Language = "en" if request.query_params.get("lang") == "en" else "ar"

    def link(path: str, at: str | None = None, **query: object) -> str:
        return _address(path, at, {**query, "lang": "en" if language == "en" else None})

    here = {**request.query_params, "lang": "en" if language == "ar" else None}
    frame = {
        "language": language,
        "direction": "rtl" if language == "ar" else "ltr",
        "label": labels.in_language(language),
        "link": link,
        "elsewhere": _address(request.url.path, None, here),
        "outward": outward,
    }
    return Template(template_name=f"{name}.html", context={**frame, **context}, media_type="text/html")


def outward(url: str | None) -> str | None:
    """Give an address that may be linked to: http and https only, never `javascript:` and its like."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def _address(path: str, at: str | None, query: dict[str, Any]) -> str:
    kept = {name: value for name, value in query.items() if value not in (None, "")}
    tail = f"?{urlencode(kept)}" if kept else ""
    return quote(path) + tail + (f"#{quote(at)}" if at else "")
