"""Five real articles outside the project, in `seeds` of the folder KHABAR_DATA: what three of them share."""

import os
from pathlib import Path

import pytest

from khabar.service import Service
from khabar.settings import Settings

SEEDS = Path(os.environ.get("KHABAR_DATA", "data")) / "seeds"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="KHABAR_DATA names no folder with seeds")
def test_reprinted_paragraphs_of_five_articles_are_found_and_are_background(tmp_path: Path) -> None:
    service = Service.open(tmp_path / "k.db", Settings(workers=1), create=True)
    assert service.add([str(SEEDS)]).added == 5
    told = {document.id: service.reprints(document.id) for document in service.documents()}
    assert sorted(map(len, told.values())) == [0, 0, 2, 4, 6]
    for document in service.documents():
        roles = {block.start: (block.role, block.why) for block in document.blocks}
        for found in told[document.id]:
            role, why = roles[found.start]
            assert role == "background"
            assert found.first in why
