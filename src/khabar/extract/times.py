"""Times: TIMEX3 expressions of Arabic news, resolved against the day of publication."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from khabar.extract import _calendar, _time_dates, _time_relative, _time_spans, _time_years
from khabar.extract._counted import counts_something, is_label
from khabar.extract._time_scene import Found, Scene
from khabar.extract.numbers import Bounds, bounds
from khabar.lexicon import World
from khabar.records import Reading, Time

NEEDS: tuple[str, ...] = ("tokens", "numbers", "mentions")
VERSION = 2


def extract(doc: Reading, world: World) -> Iterator[Time]:
    """Give the time expressions of the text in its order; none overlaps another."""
    scene = Scene(doc, world)
    reader = _Reader(scene, world)
    found: list[Found] = []
    done = 0
    names = _in_names(doc)
    for i in range(len(scene.tokens)):
        if (
            i < done
            or i in names
            or (scene.entries[i] is None and i not in scene.numbers and scene.tokens[i].kind != "number")
        ):
            continue
        one = reader.read(i)
        if one is not None:
            while found and found[-1].last > one.first:
                found.pop()
            found.append(one)
            done = one.last
            if one.value is not None and one.value[:4].isdigit():
                scene.said_year = int(one.value[:4])
    for one in _settled(found):
        yield _time(scene, one)


def _in_names(doc: Reading) -> frozenset[int]:
    """Give the tokens inside a person's name: «دي مايو» is no month."""
    spans = [(m.start, m.end) for m in doc.mentions if m.type == "PER"]
    starts = [token.start for token in doc.tokens]
    return frozenset(i for s, e in spans for i in range(bisect_left(starts, s), bisect_left(starts, e)))


class _Reader:
    """Tries the readers at a token, the more telling ones first."""

    def __init__(self, scene: Scene, world: World) -> None:
        self.scene = scene
        self.world = world
        self.bounds: Bounds = bounds(world)

    def read(self, i: int) -> Found | None:
        """Read the time expression at token `i`."""
        scene = self.scene
        part = scene.hit(i, "part")
        if part is not None:
            core = self._core(part.last) or _time_relative.current(scene, part.last)
            if core is not None and core.start == scene.tokens[core.first].start and core.first == part.last:
                why = f"{part.entry.why}, {core.why}"
                return core._replace(first=i, start=scene.start(i, part.entry), mod=part.entry.value, why=why)
            return None
        return self._core(i)

    def _core(self, i: int) -> Found | None:
        scene = self.scene
        if i >= len(scene.tokens):
            return None
        if scene.tokens[i].kind == "number" or i in scene.numbers:
            found = self._at_number(i)
            if found is not None or scene.entries[i] is None:
                return found
        if scene.entries[i] is None:
            return None
        return self._at_word(i)

    def _at_number(self, i: int) -> Found | None:
        scene = self.scene
        digits = scene.tokens[i].kind == "number"
        found = (_time_dates.numeric(scene, i) if digits else None) or _time_dates.from_day(scene, i)
        found = found or _time_spans.counted(scene, i)
        if found is None and digits:
            counts = counts_something(scene.doc, i + 1, self.world) or is_label(scene.key(i - 1), self.world)
            found = _time_years.bare_year(scene, i, counts)
        return found

    def _at_word(self, i: int) -> Found | None:
        scene = self.scene
        return (
            _time_relative.from_reference(scene, i)
            or _time_relative.day_part(scene, i)
            or _time_relative.from_weekday(scene, i)
            or _time_relative.from_day_word(scene, i)
            or _time_dates.from_month(scene, i)
            or _time_dates.from_hijri(scene, i)
            or _time_years.from_year(scene, i)
            or _time_years.named_span(scene, i)
            or _time_relative.shifted(scene, i)
            or _time_spans.repeated(scene, i)
            or _time_spans.clock(scene, i)
            or _time_spans.counted(scene, i)
            or _time_spans.uncounted(scene, i, self.bounds)
        )


def _settled(found: Sequence[Found]) -> Iterator[Found]:
    """Give one day to a date or weekday that the document leaves open here and settles elsewhere."""
    firm = {f.loose: f.value for f in found if f.loose is not None and f.firm and f.value is not None}
    for one in found:
        settled = firm.get(one.loose) if one.loose is not None and not one.firm else None
        if settled is not None and settled != one.value:
            yield one._replace(value=settled, why=f"{one.why}, as elsewhere in the text")
        else:
            yield one


def _time(scene: Scene, one: Found) -> Time:
    days = one.days if one.days is not None else _calendar.interval(one.value)
    value = f"{one.value}{one.suffix}" if one.value is not None else None
    end = scene.tokens[one.last - 1].end
    return Time(
        start=one.start, end=end, type=one.type, value=value, mod=one.mod,
        begin=days[0], finish=days[1], why=one.why,
    )  # fmt: skip
