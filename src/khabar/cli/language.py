"""The commands that show the language core at work: words, forms."""

import sys
from typing import Annotated

from cyclopts import Parameter

from khabar.cli.app import Json, Sources, app
from khabar.cli.console import complain, console, print_json, told


@app.command
def words(*text: Sources, as_json: Json = False) -> int:
    """Show how the words of a text are read: clitics cut off, lemma, part of speech.

    Parameters
    ----------
    text
        The text itself; `-` or nothing reads standard input.
    """
    with told():
        from khabar import language
        from khabar.tell import terminal

        found = language.words(_given(text))
        if not print_json(as_json, found):
            terminal.words(console(), found)
        return 0
    return 1


def _given(text: tuple[str, ...]) -> str:
    return " ".join(text) if text and text != ("-",) else sys.stdin.read()


@app.command
def forms(
    lemma: str,
    present: str | None = None,
    *,
    plural: Annotated[tuple[str, ...], Parameter(negative="", consume_multiple=False)] = (),
    as_json: Json = False,
) -> int:
    """Show the forms of a lemma, or the lemmas of our tables that a word is a form of.

    Parameters
    ----------
    lemma
        A verb in the past, third person («قال»), a noun in the singular («مصدر»), or any form of one.
    present
        The verb's present («يقول»).
    plural
        A plural of the noun («مصادر»); may be given several times.
    """
    with told():
        from khabar import language
        from khabar.tell import terminal

        own = present is not None or bool(plural)
        found = language.forms(lemma, present, plural) if own else language.readings(lemma)
        if not found:
            complain(f"no table has {lemma}; give its parts: khabar forms قال يقول, or --plural مصادر")
            return 1
        if not print_json(as_json, found):
            terminal.forms(console(), found)
        return 0
    return 1
