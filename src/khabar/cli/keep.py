"""The commands about the store as a whole: export, rejected, status, serve."""

import sys
from pathlib import Path

from khabar.cli.app import DEFAULT_STORE, Json, Limit, Store, app
from khabar.cli.console import complain, console, opened, print_json


@app.command
def export(
    *, to: str, layer: str = "documents", out: Path | None = None, store: Store = DEFAULT_STORE
) -> int:
    """Write the whole store out: `--to jsonl` whole documents, `--to csv --layer statements` one layer."""
    with opened(store) as service:
        from khabar import tell

        exporter = tell.exporters().get(to)
        if exporter is None:
            complain(f"cannot write {to}; there are {', '.join(sorted(tell.exporters()))}")
            return 2
        if out is None:
            rows = exporter.tell(service.documents(), layer, sys.stdout)
        else:
            part = out.with_name(out.name + ".part")
            with part.open("w", encoding="utf-8", newline="") as file:
                rows = exporter.tell(service.documents(), layer, file)
            part.replace(out)
        complain(f"{rows:,} rows")
        return 0
    return 1


@app.command
def rejected(*, store: Store = DEFAULT_STORE, limit: Limit = 100, as_json: Json = False) -> None:
    """List the inputs that did not become articles, with the reason."""
    with opened(store) as service:
        from khabar.tell import terminal

        found = service.rejected(limit=limit)
        if not print_json(as_json, found):
            terminal.rejected(console(), found)


@app.command
def status(*, store: Store = DEFAULT_STORE, as_json: Json = False) -> None:
    """Count what the store holds."""
    with opened(store) as service:
        from khabar.tell import terminal

        found = service.status()
        if not print_json(as_json, (found,)):
            terminal.status(console(), found)


@app.command
def serve(*, store: Store = DEFAULT_STORE, host: str = "127.0.0.1", port: int = 8765) -> None:
    """Serve the web page on this machine; needs `pip install khabar[web]`."""
    with opened(store) as service:
        try:
            from khabar import web
        except ModuleNotFoundError as missing:
            complain(f"{missing.name} is not installed: pip install 'khabar[web]'")
            raise SystemExit(1) from missing
        complain(f"http://{host}:{port}/ (stop with Ctrl-C)")
        web.serve(service, host, port)
