"""The command line: parse, ask the service, print; a group of commands is one file."""

from khabar.cli import ask, keep, language, read, world
from khabar.cli.app import app

__all__ = ["app", "ask", "keep", "language", "main", "read", "world"]


def main() -> None:
    """Run the command line."""
    app()
