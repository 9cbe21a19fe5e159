"""What can be asked of events: type, parties, place, days, news or history, in the store and the terminal."""

import subprocess
import sys

import pytest

from khabar.answers import EventFilter
from khabar.service import Service
from store_shelf import shelved

ARTICLES = {
    "a.txt": """غارات على معسكر قرب الرقة
2021-06-28
قصفت المقاتلات الروسية يوم الأحد معسكرا لتنظيم داعش قرب مدينة الرقة السورية.
وأعلنت وزارة الدفاع الروسية أن العملية مستمرة.
""",
    "b.txt": """لقاء في روما
2022-03-01
التقى الرئيس الفرنسي المستشار الألماني في روما يوم الاثنين.
وكان الجيش التركي قد قصف مواقع في شمال سوريا عام 2019.
""",
}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return shelved(tmp_path_factory.mktemp("events"), ARTICLES)


def quotes(service: Service, asked: EventFilter) -> list[str]:
    return [row.quote for row in service.events(asked)]


def test_events_are_asked_by_type_party_place_and_day(service: Service) -> None:
    assert set(quotes(service, EventFilter(type="CONSULT"))) == {"التقى"}
    assert quotes(service, EventFilter(actor="RUS")) == quotes(service, EventFilter(actor="RUS:MIL"))
    assert "قصفت" in quotes(service, EventFilter(actor="RUS:MIL", recipient="IMG:ISIS"))
    assert "قصفت" in quotes(service, EventFilter(place="الرقة", country="SYR"))
    assert quotes(service, EventFilter(actor="RU")) == []
    assert "التقى" not in quotes(service, EventFilter(until="2021-12-31"))
    assert "قصفت" not in quotes(service, EventFilter(since="2022-01-01"))
    assert quotes(service, EventFilter(words="المستشار")) == ["التقى"]


def test_news_and_history_are_told_apart(service: Service) -> None:
    news = quotes(service, EventFilter(background=False))
    history = quotes(service, EventFilter(background=True))
    assert "قصفت" in news
    assert "قصف" in history
    assert len(news) + len(history) == len(quotes(service, EventFilter()))


def test_pages_and_orders_give_the_same_events(service: Service) -> None:
    newest = [row.day for row in service.events(EventFilter())]
    assert newest == sorted(newest, key=str, reverse=True)
    oldest = [row.day for row in service.events(EventFilter(oldest_first=True))]
    assert oldest == sorted(oldest, key=str)
    paged = [q for at in range(len(newest)) for q in quotes(service, EventFilter(limit=1, offset=at))]
    assert paged == quotes(service, EventFilter())


def test_a_row_leads_back_to_the_words(service: Service) -> None:
    row = next(r for r in service.events(EventFilter(actor="RUS:MIL")) if r.quote == "قصفت")
    document = service.document(row.document)
    assert document is not None
    assert document.text[slice(*row.event.trigger)] == "قصفت"
    assert row.actors == ("المقاتلات الروسية",)
    assert row.sentence.startswith("قصفت المقاتلات")
    assert row.event.why


def test_the_command_line_asks_the_same(service: Service) -> None:
    command = [sys.executable, "-c", "from khabar.cli import main; main()", "events"]
    told = [*command, "--type", "assault", "--actor", "rus:mil", "--news", "--store", str(service.path)]
    lines = subprocess.run([*told, "--json"], capture_output=True, check=True).stdout.splitlines()
    assert len(lines) == len(service.events(EventFilter(type="ASSAULT", actor="RUS:MIL", background=False)))
    shown = subprocess.run(told, capture_output=True, check=True).stdout.decode()
    assert "ASSAULT" in shown
    assert "RUS:MIL" in shown
