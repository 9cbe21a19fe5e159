"""What can be asked of statements and figures: by whom, in which office, where, when, disputed or not."""

import subprocess
import sys

import pytest

from khabar.answers import FigureFilter, StatementFilter
from khabar.service import Service
from store_shelf import shelved

ARTICLES = {
    "a.txt": """بغداد تعلن خطة جديدة
2021-06-28
قال وزير الخارجية العراقي فؤاد حسين في مؤتمر صحفي إن الاجتماع كان مثمرا.
وأكد متحدث باسم وزارة الصحة العراقية أن اللقاحات وصلت إلى المستشفيات.
""",
    "b.txt": """خلاف على حصيلة الهجوم في الميناء
2022-03-01
أعلنت وزارة الصحة مقتل 10 أشخاص في الهجوم على الميناء.
وقال المرصد البحري إن 25 شخصا قتلوا في الهجوم نفسه.
وأكدت الشرطة مقتل 10 أشخاص بينهم طفل.
""",
}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return shelved(tmp_path_factory.mktemp("asking"), ARTICLES)


def said(service: Service, asked: StatementFilter) -> list[str]:
    return sorted(row.content for row in service.statements(asked))


def test_statements_are_asked_by_office_body_country_and_day(service: Service) -> None:
    minister, spokesman = "الاجتماع كان مثمرا", "اللقاحات وصلت إلى المستشفيات"
    assert said(service, StatementFilter(office="وزير الخارجية")) == [minister]
    assert said(service, StatementFilter(body="وزارة الصحة العراقية")) == [spokesman]
    assert minister in said(service, StatementFilter(country="IRQ"))
    assert said(service, StatementFilter(country="FRA")) == []
    assert set(said(service, StatementFilter(until="2021-12-31"))) >= {minister, spokesman}
    assert not {minister, spokesman} & set(said(service, StatementFilter(since="2022-01-01")))


def test_a_statement_says_where_and_for_whom(service: Service) -> None:
    (row,) = service.statements(StatementFilter(office="وزير الخارجية"))
    assert (row.venue, row.country) == ("مؤتمر صحفي", "IRQ")
    (spokesman,) = service.statements(StatementFilter(body="وزارة الصحة العراقية"))
    assert spokesman.speaker == "متحدث باسم وزارة الصحة العراقية"


def test_figures_that_sources_give_differently(service: Service) -> None:
    rows = service.figures(FigureFilter(disputed=True))
    assert sorted(row.quote for row in rows) == ["10 أشخاص", "10 أشخاص", "25 شخصا"]
    assert not service.figures(FigureFilter(disputed=True, category="wounded"))


def test_the_command_line_asks_the_same(service: Service) -> None:
    def run(*words: str) -> list[bytes]:
        command = [sys.executable, "-c", "from khabar.cli import main; main()", *words]
        asked = [*command, "--store", str(service.path), "--json"]
        return subprocess.run(asked, capture_output=True, check=True).stdout.splitlines()

    (line,) = run("statements", "--office", "وزير الخارجية", "--country", "irq")
    assert "الاجتماع كان مثمرا" in line.decode()
    assert len(run("figures", "--disagree")) == 3
