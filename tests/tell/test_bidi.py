"""Right to left on the terminal: the order that the eye meets, with the styles on their letters."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from khabar.tell import _bidi


def seen(line: str) -> str:
    """The line as the eye meets it from the left, letters unshaped."""
    return "".join(line[start:end] for start, end, _ in _bidi.order(line))


@pytest.mark.parametrize(
    ("line", "visual"),
    [
        ("قال نعم", "معن لاق"),
        ("قتل 12 جنديا", "ايدنج 12 لتق"),
        ("عام 2017", "2017 ماع"),
        ("وكالة AFP قالت", "تلاق AFP ةلاكو"),
        ("شركة Big Oil وقعت", "تعقو Big Oil ةكرش"),
        ("نسبة 7.5% هنا", "انه 7.5% ةبسن"),
        ("قُتل", "لتقُ"),
        ("في ٢٠١٧ كان", "ناك ٢٠١٧ يف"),
    ],
)
def test_a_line_is_put_in_the_order_of_the_eye(line: str, visual: str) -> None:
    assert seen(line) == visual


@given(st.text(alphabet=st.sampled_from("ابتثج دهوABC 123٤٥٦.,%«»()ًَُ-/"), max_size=60))
def test_no_letter_is_lost_or_doubled(line: str) -> None:
    covered = sorted((start, end) for start, end, _ in _bidi.order(line))
    assert [start for start, _ in covered] == ([0, *[end for _, end in covered]][: len(covered)])
    assert sum(end - start for start, end in covered) == len(line)


@pytest.mark.parametrize(
    ("terminal", "environment", "visual"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"VTE_VERSION": "7200"}, False),
        (True, {"VTE_VERSION": "7200", "KHABAR_BIDI": "visual"}, True),
        (True, {"KHABAR_BIDI": "logical"}, False),
        (True, {"TERM_PROGRAM": "Apple_Terminal"}, False),
    ],
)
def test_terminals_that_turn_text_get_it_unturned(
    *, terminal: bool, environment: dict[str, str], visual: bool
) -> None:
    assert _bidi.visual(terminal=terminal, environment=environment) is visual


def printed(text: Text, width: int, monkeypatch: pytest.MonkeyPatch, mode: str) -> list[str]:
    monkeypatch.setenv("KHABAR_BIDI", mode)
    out = io.StringIO()
    Console(file=out, width=width, color_system=None).print(_bidi.Arabic(text))
    return out.getvalue().splitlines()


def test_lines_wrap_in_reading_order_and_stand_at_the_right_edge(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = printed(Text("دخل 40 عاملا إلى المصنع"), 12, monkeypatch, "visual")
    assert len(lines) == 2
    assert "40" in lines[0]
    assert lines[0] == lines[0].rjust(12)
    assert lines[1] != lines[1].lstrip()


def test_logical_order_is_isolated_from_its_column(monkeypatch: pytest.MonkeyPatch) -> None:
    (line,) = printed(Text("قال نعم"), 10, monkeypatch, "logical")
    assert line == "   \u2067قال نعم\u2068"[:-1] + "\u2069"


def test_brackets_are_mirrored_and_styles_stay_on_their_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KHABAR_BIDI", "visual")
    line = Text("قال «نعم» ثم")
    line.stylize("bold", 5, 8)
    shown = _bidi.turned(Console(file=io.StringIO(), width=40), line)
    bold = [shown.plain[s.start : s.end] for s in shown.spans if s.style == "bold"]
    assert len("".join(bold)) == 3
    assert shown.plain.index("«") < shown.plain.index("»")
