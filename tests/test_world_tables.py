"""Tables of actors, offices and tenures: sound, filled, asked by day; faults that are put in are found."""

import shutil
from pathlib import Path

import pytest

from khabar import arabic, offices
from khabar.knowledge.check import check
from khabar.knowledge.find import find
from khabar.lexicon import BUILT_IN, LexiconError, World, built_in


def test_the_tables_are_sound_and_filled() -> None:
    report = check()
    counts = dict(report.tables)
    assert report.problems == ()
    assert counts["actors.tsv"] >= 600
    assert counts["offices.tsv"] >= 300
    assert counts["tenures.tsv"] >= 1000


@pytest.mark.parametrize(
    ("office", "day", "person"),
    [
        ("IRQ.PRIME_MINISTER", "2018-10-24", "حيدر العبادي"),
        ("IRQ.PRIME_MINISTER", "2018-10-25", "عادل عبد المهدي"),  # the day of change: who came
        ("IRQ.PRIME_MINISTER", "2018-10-26", "عادل عبد المهدي"),
        ("SYR.PRESIDENT", "2024-12-07", "بشار الأسد"),
        ("SYR.PRESIDENT", "2025-01-10", None),
        ("SYR.PRESIDENT", "2025-01-29", "أحمد الشرع"),
        ("SYR.FOREIGN_MINISTER", "2024-12-21", "أسعد الشيباني"),
        ("USA.CENTCOM_COMMANDER", "2020-01-03", "كينيث ماكنزي"),
        ("LBY.EAST_PRIME_MINISTER", "2023-05-15", "فتحي باشاغا"),
    ],
)
def test_holder_of_a_day(office: str, day: str, person: str | None) -> None:
    held = offices.of(built_in()).holder(office, day)
    assert (held.person if held else None) == person


def test_offices_of_a_person_on_a_day() -> None:
    held = offices.of(built_in()).held("مصطفى الكاظمي", "2018-01-01")
    assert [t.office for t in held] == ["IRQ.INTELLIGENCE_CHIEF"]


def test_both_holders_on_the_day_of_change() -> None:
    both = offices.of(built_in()).holders("IRQ.PRIME_MINISTER", "2018-10-25")
    assert {t.person for t in both} == {"حيدر العبادي", "عادل عبد المهدي"}


def test_a_title_with_its_country_is_one_office() -> None:
    keys = [arabic.key(word) for word in ("رئيس", "الوزراء", "العراقي")]
    assert [row.office for row in offices.of(built_in()).titled(keys, "IRQ")] == ["IRQ.PRIME_MINISTER"]


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [
        ("قسد", "organisation", "SYR:REB"),
        ("العراق", "country", "IRQ"),
        ("رئيس الوزراء العراقي", "office", "IRQ:GOV"),
        ("رئيس وزراء العراق", "office", "IRQ:GOV"),
        ("الموصل", "city", "IRQ"),
        ("عبد الأمير الشمري", "person", "IRQ:GOV"),
    ],
)
def test_find_tells_what_and_why(name: str, kind: str, code: str) -> None:
    first = find(name, day="2023-01-01")[0]
    assert (first.kind, first.code) == (kind, code)
    assert ".tsv" in first.why


def test_find_keeps_to_a_country_and_a_day() -> None:
    (office,) = find("وزير الخارجية", day="2025-01-15", country="SYR")
    assert [h.name for h in office.offices] == ["أسعد الشيباني"]
    assert find("وزير الخارجية", country="SY") == find("وزير الخارجية", country="SYR")
    assert find("كلمة لا يعرفها أحد") == ()


@pytest.mark.parametrize(
    ("file", "row", "told"),
    [
        ("actors.tsv", "قوة الفجر\t\tORG\tx\tXXQ:MIL\t\town\tظهرت قوة الفجر.", "XXQ is no country"),
        ("actors.tsv", "قوة الفجر\t\tORG\tx\tIRQ:XYZ\t\town\tظهرت قوة الفجر.", "no sector XYZ"),
        ("actors.tsv", "قوة الفجر\tداعش\tORG\tx\tIRQ:MIL\t\town\tظهرت.", "is a name of"),
        ("actors.tsv", "قوة الفجر\t\tORG\tx\tIRQ:MIL\t\town\t", "example is empty"),
        ("actors.tsv", "قوة الفجر\tORG", "2 cells, 8 columns"),
        ("tenures.tsv", "IRQ.NOBODY\tفلان\tx\t2004\t\t\t\town", "no office IRQ.NOBODY"),
        ("tenures.tsv", "IRQ.PRESIDENT\tفلان\tx\t2015-13-01\t2016\t\t\town", "no date"),
        ("tenures.tsv", "IRQ.PRESIDENT\tفلان\tx\t2003-05\t2003-04\t\t\town", "before it begins"),
        ("tenures.tsv", "IRQ.PRESIDENT\tفلان\tx\t2015-01-01\t2016\t\t\town", "two holders"),
    ],
)
def test_a_fault_is_told_with_file_and_line(tmp_path: Path, file: str, row: str, told: str) -> None:
    for path in BUILT_IN.glob("*.tsv*"):
        shutil.copy(path, tmp_path)
    with (tmp_path / file).open("a", encoding="utf-8") as table:
        table.write(row + "\n")
    problems = check(World(tmp_path)).problems
    assert any(p.file == file and (p.line or f"{file}:" in p.message) and told in p.message for p in problems)


def test_own_rows_join_and_replace(tmp_path: Path) -> None:
    header = "name\taliases\ttype\tname_en\tcode\twikidata\tsource\texample\n"
    mine = "لواء النخلة\t\tORG\tPalm Brigade\tIRQ:PRM\t\town\tظهر لواء النخلة.\n"
    other = "حماس\t\tORG\tHamas (mine)\tPSE:PTY\t\town\tأعلنت حماس.\n"
    (tmp_path / "actors.tsv").write_text(header + mine + other, encoding="utf-8")
    assert find("لواء النخلة") == ()
    assert [row.code for row in find("لواء النخلة", own=tmp_path)] == ["IRQ:PRM"]
    assert [row.name_en for row in find("حماس", own=tmp_path)] == ["Hamas (mine)"]


def test_an_own_row_that_is_broken_is_told_with_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "actors.tsv").write_text("name\ttype\nلواء النخلة\tXYZ\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"actors.tsv:2"):
        find("لواء النخلة", own=tmp_path)
