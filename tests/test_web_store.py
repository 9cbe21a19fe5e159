"""The pages over a real store: every sample opens, and each row leads to its span."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from khabar import web
from khabar.service import Service
from khabar.settings import Settings

SAMPLES = Path(__file__).parent.parent / "samples"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    opened = Service.open(tmp_path_factory.mktemp("web") / "k.db", Settings(workers=1), create=True)
    opened.add([str(SAMPLES)])
    return opened


@pytest.fixture(scope="module")
def client(service: Service) -> Iterator[TestClient[Litestar]]:
    with TestClient(web.app(service), base_url="http://127.0.0.1") as opened:
        yield opened


def test_every_sample_opens_and_its_rows_lead_to_spans(
    client: TestClient[Litestar], service: Service
) -> None:
    for document in service.documents():
        answer = client.get(f"/article/{document.id}")
        assert answer.status_code == 200
        anchors = set(re.findall(r'id="([^"]+)"', answer.text))
        wanted = {target for target in re.findall(r'href="#([^"]+)"', answer.text) if target}
        assert {s.id for s in document.statements} <= anchors
        assert wanted <= anchors


def test_a_copy_names_the_article_it_repeats(client: TestClient[Litestar], service: Service) -> None:
    copies = [k for d in service.documents() for k in service.links(d.id) if k.kind == "copy"]
    assert copies
    assert f"/article/{copies[0].left}" in client.get(f"/article/{copies[0].right}").text


@pytest.mark.parametrize(
    "path", ["/?q=كركوك", "/statements?stance=deny", "/figures?category=killed", "/health"]
)
def test_lists_answer_from_the_store(client: TestClient[Litestar], path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert "/article/" in answer.text or answer.json()["documents"] == 12
