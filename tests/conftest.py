"""What the tests share."""

from khabar import extract
from khabar.lexicon import built_in
from khabar.records import Document


def read(text: str, published: str | None = None, title: str | None = None) -> Document:
    """Annotate a text as one document."""
    return extract.annotate(Document(id="t", text=text, published=published, title=title), built_in())
