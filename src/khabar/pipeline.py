"""The whole path of one article, on one screen: Raw -> Document with all layers, or Rejected."""

from collections.abc import Iterable, Iterator
from hashlib import blake2b

import msgspec

from khabar import acquire, clean, extract
from khabar.lexicon import of_run
from khabar.records import Document, Raw, Rejected
from khabar.settings import Settings
from khabar.store.prepare import prepare
from khabar.store.write import Outcome


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """One input on its way to a worker: what came in, under which key, read how."""

    key: str
    raw: Raw | Rejected
    settings: Settings


def read(sources: Iterable[str], settings: Settings) -> Iterator[Raw | Rejected]:
    """Read all sources, one after the other."""
    for source in sources:
        yield from acquire.acquire(source, settings)


def annotate(raw: Raw | Rejected, settings: Settings) -> Document | Rejected:
    """Take one input through cleaning and every extractor."""
    document = clean.clean(raw, settings) if isinstance(raw, Raw) else raw
    if isinstance(document, Rejected):
        return document
    return extract.annotate(document, of_run(settings))


def ready(settings: Settings) -> None:
    """Load what annotating needs, so that a broken table or model is told at once.

    Raises LexiconError and ModelError.
    """
    extract.annotate(Document(id="", text="خبر"), of_run(settings))


def task(raw: Raw | Rejected, settings: Settings) -> Task:
    """Give an input its key: what it holds and the settings that decide what becomes of it."""
    named = settings.world or settings.names_model
    own = of_run(settings).fingerprint if named else None
    told = (settings.published, settings.any_language, settings.min_arabic, *((own,) if own else ()))
    held = raw if isinstance(raw, Rejected) else (raw.body, raw.media, raw.encoding, raw.given)
    key = blake2b(msgspec.msgpack.encode((held, told)), digest_size=12).hexdigest()
    return Task(key=key, raw=raw, settings=settings)


def work(tasks: list[Task]) -> list[Outcome]:
    """Take a chunk of inputs all the way to rows of the store; runs in workers."""
    return [_outcome(task) for task in tasks]


def lost(task: Task) -> Outcome:
    """Answer for an input whose worker process died."""
    detail = "The worker process died on this article (out of memory?)."
    return Outcome(key=task.key, uri=task.raw.uri, reason="crashed", detail=detail)


def _outcome(task: Task) -> Outcome:
    try:
        result = annotate(task.raw, task.settings)
    except Exception as error:
        # a fault of ours in one article must not cost the others; it is told with the article's place
        detail = f"Khabar failed on this article, please report it: {type(error).__name__}: {error}"
        return Outcome(key=task.key, uri=task.raw.uri, reason="failed", detail=detail)
    if isinstance(result, Rejected):
        return Outcome(key=task.key, uri=result.uri, reason=result.reason, detail=result.detail)
    return Outcome(key=task.key, uri=task.raw.uri, prepared=prepare(result))
