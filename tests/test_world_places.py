"""`places.tsv.gz`: its shape, its size, and that building it again gives the same bytes."""

import gzip
import subprocess
import sys
from pathlib import Path

from khabar import arabic
from khabar.lexicon import BUILT_IN, lines

PLACES = BUILT_IN / "places.tsv.gz"
SCRIPTS = Path(__file__).parents[1] / "scripts"


def test_every_row_is_whole_and_none_is_doubled() -> None:
    rows = [row for _, row in lines(PLACES)]
    numbers = [int(row["geonames"]) for row in rows]
    assert numbers == sorted(set(numbers))
    assert all(len(row["country"]) == 2 and row["name_en"] for row in rows)
    assert all(-90 <= float(row["lat"]) <= 90 for row in rows if "lat" in row)


def test_names_are_arabic_and_no_everyday_words() -> None:
    barred = {arabic.key(row["form"]) for _, row in lines(BUILT_IN / "words" / "place_stop.tsv")}
    for _, row in lines(PLACES):
        for name in (row["name"], *row.get("aliases", "").split("|")):
            assert not name or (len(name) > 2 and arabic.arabic_share(name) == 1.0), name
            assert arabic.key(name) not in barred


def test_it_is_small_and_has_no_date_inside() -> None:
    packed = PLACES.read_bytes()
    assert len(packed) < 2_000_000
    assert packed[4:8] == b"\0\0\0\0"


def test_the_builder_is_deterministic(tmp_path: Path) -> None:
    source = tmp_path / "places.tsv"
    header = "geonameid\tname\tarabic_names(|)\tlat\tlon\tcountry\tadmin1\tpopulation\n"
    source.write_text(
        header + "7\tZahra\tالزهرة\t33.5\t44.25\tIQ\t07\t900\n5\tFar Town\tفارتاون\t1\t2\tUS\tTX\t40\n",
        encoding="utf-8",
    )
    admin = tmp_path / "admin.tsv"
    admin.write_text(
        "country\tiso\tfips\tname_en\tname_ar\tgeonames_id\nIQ\tBG\t07\tKarma Province\tمحافظة الكرمانة\t9\n",
        encoding="utf-8",
    )
    built = []
    for name in ("one", "two"):
        world = tmp_path / name
        (world / "words").mkdir(parents=True)
        for shared in ("ordinary.tsv.gz", "countries.tsv"):
            (world / shared).write_bytes((BUILT_IN / shared).read_bytes())
        for table in (BUILT_IN / "words").glob("*.tsv"):
            (world / "words" / table.name).write_bytes(table.read_bytes())
        script = str(SCRIPTS / "build_places.py")
        subprocess.run([sys.executable, script, str(source), str(admin), str(world)], check=True)
        built.append((world / "places.tsv.gz").read_bytes())
    assert built[0] == built[1]
    text = gzip.decompress(built[0]).decode()
    assert "الكرمانة" in text
    assert "محافظة" not in text
    assert "فارتاون" not in text
