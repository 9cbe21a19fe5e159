"""What the tests share."""

from hypothesis import HealthCheck, settings

from khabar import extract
from khabar.lexicon import built_in
from khabar.records import Document

# How fast inputs are made tells of the machine's load, not of the code.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


def read(text: str, published: str | None = None, title: str | None = None) -> Document:
    """Annotate a text as one document."""
    return extract.annotate(Document(id="t", text=text, published=published, title=title), built_in())
