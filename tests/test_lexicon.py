"""Worlds: what their first use does to the process, and that it is undone."""

import gc

import pytest

from khabar import extract
from khabar.lexicon import World
from khabar.records import Document


def test_the_first_use_alone_pauses_the_collector() -> None:
    world = World()
    with world.building():
        assert not gc.isenabled()
    assert gc.isenabled()
    with world.building():
        assert gc.isenabled()


def test_a_first_use_that_fails_starts_the_collector_again() -> None:
    world = World()
    with pytest.raises(ZeroDivisionError), world.building():
        raise ZeroDivisionError
    assert gc.isenabled()


def test_a_collector_that_the_caller_stopped_stays_so() -> None:
    gc.disable()
    try:
        extract.annotate(Document(id="x", text="أعلن الوزير."), World())
        assert not gc.isenabled()
    finally:
        gc.enable()
