"""The store through its service: what goes in comes out, once, whatever happens on the way."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from khabar.answers import FigureFilter, StatementFilter, TimelineFilter
from khabar.service import Service, StoreError
from khabar.settings import Settings

SAMPLES = Path(__file__).parents[2] / "samples"
ONE = Settings(workers=1)
RUN = "from khabar.cli import main; main()"


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Service:
    service = Service.open(tmp_path_factory.mktemp("store") / "k.db", ONE, create=True)
    service.add([str(SAMPLES)])
    return service


def article(number: int) -> dict[str, str]:
    text = f"قال المتحدث باسم البلدية إن {number} عائلة عادت إلى الحي رقم {number} يوم الاثنين بعد الأعمال."
    return {"title": f"عودة العائلات {number}", "text": text, "published": "2023-05-02", "outlet": "مثال"}


def write(path: Path, count: int) -> Path:
    lines = (json.dumps(article(n), ensure_ascii=False) for n in range(1, count + 1))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_all_samples_are_there_and_the_readme_is_refused(samples: Service) -> None:
    status = samples.status()
    assert status.documents == 12
    assert [r.reason for r in samples.rejected()] == ["not_arabic"]
    assert status.statements
    assert status.figures
    assert status.times
    assert status.mentions


def test_spans_lie_inside_their_text(samples: Service) -> None:
    for document in samples.documents():
        size = len(document.text)
        layers = (document.blocks, document.mentions, document.roles, document.statements)
        for layer in (*layers, document.figures, document.times):
            assert all(0 <= record.start < record.end <= size for record in layer)
        assert all(0 <= start < end <= size for start, end in document.sentences)


def test_a_word_is_found_behind_its_clitics(samples: Service) -> None:
    plain = samples.search("كركوك")
    assert plain.total
    assert all("كركوك" in h.snippet for h in plain.hits)
    assert samples.search("العراق").total >= samples.search('"وزير الخارجية"').total
    assert samples.search("كلمةلاتوجد").total == 0
    assert samples.search('"').total == 0


def test_no_words_list_the_newest_first(samples: Service) -> None:
    days = [h.published for h in samples.search("", limit=50).hits if h.published]
    assert days == sorted(days, reverse=True)


def test_paging_gives_every_hit_once(samples: Service) -> None:
    pages = [samples.search("", limit=5, offset=at) for at in (0, 5, 10)]
    names = [hit.id for page in pages for hit in page.hits]
    assert len(names) == len(set(names)) == pages[0].total


def test_a_copy_under_another_headline_is_linked(samples: Service) -> None:
    kinds = {link.kind for d in samples.documents() for link in samples.links(d.id)}
    assert kinds == {"copy", "reuse"}


def test_statements_by_speaker_stance_and_words(samples: Service) -> None:
    every = samples.statements(StatementFilter(limit=1000))
    assert len(every) == samples.status().statements
    speaker = next(row.speaker_name for row in every if row.speaker_name)
    found = samples.statements(StatementFilter(speaker=speaker, limit=1000))
    assert found
    assert len(found) < len(every)
    stances = samples.statements(StatementFilter(stance="deny", limit=1000))
    assert {row.statement.stance for row in stances} == {"deny"}


def test_figures_tell_their_claimant_and_sentence(samples: Service) -> None:
    found = samples.figures(FigureFilter(category="killed", limit=1000))
    assert found
    assert all(row.quote in " ".join(row.sentence.split()) or row.quote in row.sentence for row in found)
    assert any(row.claimant for row in found)


def test_the_timeline_is_in_order_and_inside_its_bounds(samples: Service) -> None:
    found = samples.timeline(TimelineFilter(since="2017-01-01", until="2017-12-31", limit=1000))
    assert found
    begins = [row.begin for row in found]
    assert begins == sorted(begins)
    assert all(row.begin <= "2017-12-31" and (row.finish or "") >= "2017-01-01" for row in found)


def test_the_same_article_twice_is_stored_once(tmp_path: Path) -> None:
    source = str(write(tmp_path / "a.jsonl", 3))
    again = tmp_path / "b.jsonl"
    again.write_text(Path(source).read_text(encoding="utf-8"), encoding="utf-8")
    service = Service.open(tmp_path / "k.db", ONE, create=True)
    assert service.add([source]).added == 3
    report = service.add([source, str(again)])
    assert (report.added, report.known) == (0, 6)
    assert service.status().documents == 3


def test_one_process_and_several_store_the_same(tmp_path: Path) -> None:
    source = str(write(tmp_path / "a.jsonl", 80))
    stored = []
    for workers in (1, 2):
        service = Service.open(tmp_path / f"{workers}.db", Settings(workers=workers), create=True)
        assert service.add([source]).added == 80
        stored.append(list(service.documents()))
    assert stored[0] == stored[1]


def test_links_do_not_depend_on_the_order_of_adding(tmp_path: Path) -> None:
    files = sorted(str(p) for p in SAMPLES.iterdir() if p.suffix != ".md")
    found: list[set[tuple[str, str, str]]] = []
    for order in (files, files[::-1]):
        service = Service.open(tmp_path / f"{len(found)}.db", ONE, create=True)
        for name in order:
            service.add([name])
        found.append({(k.kind, k.left, k.right) for d in service.documents() for k in service.links(d.id)})
    assert found[0] == found[1] != set()


def _wait(there: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not there():
        assert time.monotonic() < deadline, "the run did not get going"
        time.sleep(0.02)


def _stored(path: Path) -> int:
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT COUNT(*) FROM documents").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def test_kill_9_loses_no_finished_article_and_the_next_run_goes_on(tmp_path: Path) -> None:
    source, store = write(tmp_path / "a.jsonl", 3000), tmp_path / "k.db"
    command = [
        sys.executable,
        "-c",
        "from khabar.cli import main; main()",
        "add",
        str(source),
        "--store",
        str(store),
    ]
    run = subprocess.Popen([*command, "--workers", "1"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _wait(lambda: _stored(store) >= 64)
    os.kill(run.pid, signal.SIGKILL)
    run.wait()
    kept = _stored(store)
    assert 64 <= kept < 3000
    service = Service.open(store, ONE)
    assert sum(1 for _ in service.documents()) == service.search("").total == kept
    report = service.add([str(source)])
    assert (report.known, report.added) == (kept, 3000 - kept)


def test_no_space_is_told_and_nothing_half_written(tmp_path: Path) -> None:
    source, store = write(tmp_path / "a.jsonl", 2000), tmp_path / "k.db"
    command = f"ulimit -f 1500; exec {sys.executable} -c '{RUN}' add {source}"
    run = subprocess.run(
        ["bash", "-c", f"{command} --store {store} --workers 1"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert "refused to write" in run.stderr or "no space" in run.stderr
    with sqlite3.connect(store) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    service = Service.open(store, ONE)
    kept = service.status().documents
    assert sum(1 for _ in service.documents()) == kept < 2000
    assert service.add([str(source)]).added == 2000 - kept


def test_a_read_only_store_says_so(tmp_path: Path) -> None:
    source, store = write(tmp_path / "a.jsonl", 2), tmp_path / "k.db"
    Service.open(store, ONE, create=True).add([str(source)])
    service = Service.open(store, ONE)
    with service._tables.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = 1")
    other = write(tmp_path / "b.jsonl", 5)
    with pytest.raises(StoreError, match="read-only"):
        service.add([str(other)])
    assert Service.open(store, ONE).status().documents == 2


@pytest.mark.parametrize("content", [b"", b"not a database at all, but long enough to look at" * 30])
def test_what_is_no_store_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(content)
    with pytest.raises(StoreError, match="not a store"):
        Service.open(path)
    assert path.read_bytes() == content


def test_a_missing_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store"):
        Service.open(tmp_path / "none.db")
