"""Whether the world tables are sound: columns, ids, codes, dates, holders that overlap, places."""

import csv
import gzip
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from khabar import arabic
from khabar.answers import Problem, WorldReport
from khabar.knowledge import _check_places
from khabar.lexicon import LexiconError, World, built_in, lines

COLUMNS = {
    "actors.tsv": ("name", "aliases", "type", "name_en", "code", "wikidata", "source", "example"),
    "countries.tsv": ("name", "aliases", "adjectives", "iso3", "iso2", "name_en", "source", "example"),
    "districts.tsv": _check_places.COLUMNS,
    "offices.tsv": (
        "office", "title", "aliases", "country", "body", "code", "name_en", "source", "example"
    ),
    "persons.tsv": ("name", "aliases", "name_en", "code", "wikidata", "source", "example"),
    "places.tsv.gz": tuple(c for c in _check_places.COLUMNS if c not in ("parent", "source", "example")),
    "sectors.tsv": ("code", "name", "name_en", "source", "example"),
    "sites.tsv": _check_places.COLUMNS,
    "tenures.tsv": ("office", "person", "name_en", "from", "to", "acting", "aliases", "source"),
}  # fmt: skip
_NEEDED = {
    "actors.tsv": ("name", "type", "source", "example"),
    "countries.tsv": ("name", "iso3", "iso2", "source", "example"),
    "districts.tsv": ("name", "kind", "admin1", "country", "name_en", "source", "example"),
    "offices.tsv": ("office", "title", "code", "name_en", "source", "example"),
    "persons.tsv": ("name", "source", "example"),
    "places.tsv.gz": ("name", "kind", "country", "geonames"),
    "sectors.tsv": ("code", "name_en", "source", "example"),
    "sites.tsv": ("name", "kind", "name_en", "source", "example"),
    "tenures.tsv": ("office", "person", "from", "source"),
}
_IDS = {
    "actors.tsv": "name", "countries.tsv": "iso3", "offices.tsv": "office", "persons.tsv": "name",
    "places.tsv.gz": "geonames", "sectors.tsv": "code",
}  # fmt: skip
_BODIES = ("IGO", "IMG", "NGO", "UNO", "EUR")  # what stands in the place of a country in a code
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")

_Rows = list[tuple[int, dict[str, str]]]


def check(world: World | None = None) -> WorldReport:
    """Check every world table of a folder and count its rows; problems come in the order of the files."""
    folder = (world or built_in()).folder
    tables: dict[str, _Rows] = {}
    problems: list[Problem] = []
    for name in COLUMNS:
        try:
            tables[name] = list(lines(folder / name))
            problems += _columns(folder / name)
        except LexiconError as error:
            tables.setdefault(name, [])
            problems.append(Problem(file=name, line=0, message=str(error)))
    for name, rows in tables.items():
        problems += _cells(name, rows)
    problems += [*_codes(tables), *_dates(tables["tenures.tsv"])]
    problems += _check_places.problems(tables)
    problems += [*_unknown_offices(tables), *_overlaps(tables["tenures.tsv"]), *_said_twice(tables)]
    counts = tuple((name, len(rows)) for name, rows in tables.items())
    order = {name: at for at, name in enumerate(COLUMNS)}
    return WorldReport(
        tables=counts, problems=tuple(sorted(problems, key=lambda p: (order[p.file], p.line, p.message)))
    )


def _columns(path: Path) -> Iterator[Problem]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        header = next((cells for cells in rows if cells and not cells[0].startswith("#")), [])
    for missing in sorted(set(COLUMNS[path.name]) - set(header)):
        yield Problem(file=path.name, line=1, message=f"column {missing} is missing")


def _cells(name: str, rows: _Rows) -> Iterator[Problem]:
    """Give cells that must not be empty and are, and ids given twice."""
    seen: dict[str, int] = {}
    for line, row in rows:
        for column in _NEEDED[name]:
            if column not in row:
                yield Problem(file=name, line=line, message=f"{column} is empty")
        ident = row.get(_IDS.get(name, ""), "")
        if ident in seen:
            yield Problem(file=name, line=line, message=f"{ident} is in line {seen[ident]} already")
        if ident:
            seen[ident] = line


def _codes(tables: dict[str, _Rows]) -> Iterator[Problem]:
    """Give codes whose country is not in countries.tsv or whose sector is not in sectors.tsv."""
    heads = {row.get("iso3", "") for _, row in tables["countries.tsv"]}
    sectors = {row.get("code", "") for _, row in tables["sectors.tsv"]}
    for name in ("actors.tsv", "offices.tsv", "persons.tsv"):
        for line, row in tables[name]:
            head, _, sector = row.get("code", "").partition(":")
            if head and head not in heads and head not in _BODIES:
                yield Problem(file=name, line=line, message=f"code {row['code']}: {head} is no country")
            if head in heads and sector and sector not in sectors:
                yield Problem(file=name, line=line, message=f"code {row['code']}: no sector {sector}")
            if row.get("country", head) not in heads and "country" in row:
                yield Problem(file=name, line=line, message=f"country {row['country']} is unknown")


def _dates(rows: _Rows) -> Iterator[Problem]:
    for line, row in rows:
        since, until = row.get("from", ""), row.get("to", "")
        wrong = [day for day in (since, until) if day and not _DATE.fullmatch(day)]
        for day in wrong:
            yield Problem(file="tenures.tsv", line=line, message=f"{day} is no date like 2014-06-10")
        if until and not wrong and _before(until, since):
            yield Problem(file="tenures.tsv", line=line, message=f"ends {until}, before it begins {since}")
        if row.get("acting", "yes") != "yes":
            yield Problem(file="tenures.tsv", line=line, message="acting is yes or empty")


def _before(day: str, other: str) -> bool:
    """Say whether a day is surely before another, as far as both are known."""
    known = min(len(day), len(other))
    return day[:known] < other[:known]


def _unknown_offices(tables: dict[str, _Rows]) -> Iterator[Problem]:
    offices = {row.get("office") for _, row in tables["offices.tsv"]}
    held = {row.get("office") for _, row in tables["tenures.tsv"]}
    for line, row in tables["tenures.tsv"]:
        if row.get("office") not in offices:
            yield Problem(file="tenures.tsv", line=line, message=f"no office {row.get('office')}")
    for line, row in tables["offices.tsv"]:
        if row.get("office") not in held:
            yield Problem(file="offices.tsv", line=line, message=f"nobody held {row.get('office')}")


def _overlaps(rows: _Rows) -> Iterator[Problem]:
    """Give holders who came before the one before had gone; who acts for another may stand beside him."""
    offices: dict[str, _Rows] = {}
    for line, row in rows:
        if "acting" not in row:
            offices.setdefault(row.get("office", ""), []).append((line, row))
    for held in offices.values():
        for (_, old), (line, new) in pairwise(sorted(held, key=lambda item: item[1].get("from", ""))):
            gone = old.get("to")
            if gone is None or _before(new.get("from", ""), gone):
                told = f"{new.get('person')} from {new.get('from')}, {old.get('person')} to {gone or 'now'}"
                yield Problem(file="tenures.tsv", line=line, message=f"two holders: {told}")


def _said_twice(tables: dict[str, _Rows]) -> Iterator[Problem]:
    """Give names that two actors share."""
    seen: dict[str, tuple[str, int]] = {}
    for line, row in tables["actors.tsv"]:
        own = row.get("name", "")
        for name in filter(None, (own, *row.get("aliases", "").split("|"))):
            first = seen.setdefault(arabic.key(name), (own, line))
            if first[0] != own:
                message = f"{name} is a name of {first[0]} in line {first[1]} already"
                yield Problem(file="actors.tsv", line=line, message=message)
