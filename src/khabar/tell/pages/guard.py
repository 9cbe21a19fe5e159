"""What keeps a page from hurting its reader: headers on every answer, and no answer under a foreign name."""

from typing import Any
from urllib.parse import urlsplit

from litestar import Request
from litestar.datastructures import MutableScopeHeaders, State
from litestar.exceptions import PermissionDeniedException
from litestar.types import Message, Scope

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


async def add_headers(message: Message, _scope: Scope) -> None:
    """Put the headers on an answer that is about to be sent, whoever made it."""
    if message["type"] == "http.response.start":
        headers = MutableScopeHeaders.from_message(message)
        for name, value in _HEADERS.items():
            headers[name] = value


async def only_from_here(request: Request[Any, Any, State]) -> None:
    """Refuse a request whose Host is not this machine's own name; raises PermissionDeniedException.

    A page elsewhere may point its own name at 127.0.0.1 (DNS rebinding) and so read the store through the
    browser of somebody who visits it; the Host it cannot fake.
    """
    try:
        name = urlsplit(f"//{request.headers.get('host', '')}").hostname
    except ValueError:
        name = None
    if name not in LOOPBACK:
        raise PermissionDeniedException
