"""The command line: parse, ask the service, print; a group of commands is one file."""

from khabar.cli import ask, keep, language, learn, read, world
from khabar.cli.app import app

__all__ = ["app", "ask", "keep", "language", "learn", "main", "read", "world"]


def main() -> None:
    """Run the command line."""
    app()
