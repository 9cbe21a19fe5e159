"""Numbers written in any supported way are read back: value and exact span. The writer here is its own."""

from hypothesis import given, settings
from hypothesis import strategies as st

from khabar.records import Number
from layers import layered

EASTERN, PERSIAN = "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"
MASCULINE = ["ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
FEMININE = ["ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع"]
TENS = ["عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]
SCALES = [(10**9, "مليار", "مليارات"), (10**6, "مليون", "ملايين"), (10**3, "ألف", "آلاف")]
STYLES = st.fixed_dictionaries(
    {
        "feminine": st.booleans(),
        "oblique": st.booleans(),
        "hundred": st.sampled_from(["مئة", "مائة"]),
        "apart": st.booleans(),
        "and_": st.sampled_from([" و", " و "]),
    }
)
Style = dict[str, object]
Scale = tuple[int, str, str]


def read(text: str) -> tuple[Number, ...]:
    return layered(text, "tokens", "numbers").numbers


def check(written: str, low: float, high: float | None = None, before: str = "سجل الفريق ") -> None:
    text = f"{before}{written} كيلوغراما"
    given = read(text)
    assert [(text[n.start : n.end], n.low, n.high) for n in given] == [
        (written, low, low if high is None else high)
    ]


def small(n: int, s: Style) -> str:
    """Write 1 to 99."""
    end = "ين" if s["oblique"] else "ون"
    if n < 3:
        two = (
            ("اثنتين" if s["oblique"] else "اثنتان")
            if s["feminine"]
            else ("اثنين" if s["oblique"] else "اثنان")
        )
        return two if n == 2 else ("واحدة" if s["feminine"] else "واحد")
    if n < 10:
        return (FEMININE if s["feminine"] else MASCULINE)[n - 3]
    if n == 10:
        return "عشر" if s["feminine"] else "عشرة"
    if n == 11:
        return "إحدى عشرة" if s["feminine"] else "أحد عشر"
    if n == 12:
        two = (
            ("اثنتي" if s["oblique"] else "اثنتا") if s["feminine"] else ("اثني" if s["oblique"] else "اثنا")
        )
        return f"{two} عشرة" if s["feminine"] else f"{two} عشر"
    if n < 20:
        return f"{FEMININE[n - 13]} عشرة" if s["feminine"] else f"{MASCULINE[n - 13]} عشر"
    ten = TENS[n // 10 - 2] + end
    return ten if n % 10 == 0 else f"{small(n % 10, s)}{s['and_']}{ten}"


def below_thousand(n: int, s: Style) -> str:
    """Write 1 to 999."""
    hundreds, rest = divmod(n, 100)
    word = str(s["hundred"])
    if hundreds == 2:
        head = word[:-1] + ("تين" if s["oblique"] else "تان")
    else:
        head = word if hundreds == 1 else FEMININE[hundreds - 3] + (" " if s["apart"] else "") + word
    if not hundreds:
        return small(rest, s)
    return head if not rest else f"{head}{s['and_']}{small(rest, s)}"


def scaled(n: int, one: str, many: str, s: Style) -> str:
    """Write `n` times a scale word."""
    if n == 1:
        return one
    if n == 2:
        return one + ("ين" if s["oblique"] else "ان")
    counted = many if 3 <= n % 100 <= 10 else one
    return f"{below_thousand(n, s | {'feminine': False})} {counted}"


def words(n: int, s: Style) -> str:
    parts = []
    for value, one, many in SCALES:
        count, n = divmod(n, value)
        if count:
            parts.append(scaled(count, one, many, s))
    if n:
        parts.append(below_thousand(n, s))
    return str(s["and_"]).join(parts)


def in_script(digits: str, script: str) -> str:
    return digits if script == "0" else digits.translate(str.maketrans("0123456789", script))


SCRIPTS = st.sampled_from(["0", EASTERN, PERSIAN])


@given(st.integers(2, 999_999_999_999), STYLES)
@settings(max_examples=400, deadline=None)
def test_words_are_read_back(n: int, style: Style) -> None:
    check(words(n, style), n)


@given(st.integers(2, 999), STYLES)
@settings(max_examples=300, deadline=None)
def test_small_words_are_read_back(n: int, style: Style) -> None:
    check(words(n, style), n)


@given(st.integers(0, 999_999_999_999), SCRIPTS, st.sampled_from([",", ".", "٬", "،", " "]))
@settings(max_examples=300, deadline=None)
def test_grouped_digits_are_read_back(n: int, script: str, mark: str) -> None:
    check(in_script(f"{n:,}".replace(",", mark), script), n)


@given(st.integers(0, 999_999_999), SCRIPTS)
@settings(max_examples=200, deadline=None)
def test_plain_digits_are_read_back(n: int, script: str) -> None:
    check(in_script(str(n), script), n)


@given(st.integers(0, 9999), st.integers(1, 99), SCRIPTS, st.sampled_from([",", ".", "٫"]))
@settings(max_examples=200, deadline=None)
def test_decimals_are_read_back(whole: int, part: int, script: str, mark: str) -> None:
    if whole > 999:
        whole %= 1000
    check(in_script(f"{whole}{mark}{part:02}", script), float(f"{whole}.{part:02}"))


@given(
    st.integers(2, 999), st.integers(0, 9), st.sampled_from(SCALES), SCRIPTS, st.sampled_from([".", ",", "٫"])
)
@settings(max_examples=200, deadline=None)
def test_decimal_multiples_are_read_back(n: int, part: int, scale: Scale, script: str, mark: str) -> None:
    check(f"{in_script(f'{n}{mark}{part}', script)} {scale[1]}", round((n * 10 + part) * scale[0] / 10))


@given(st.integers(3, 998), st.integers(1, 500), st.sampled_from(SCALES), SCRIPTS)
@settings(max_examples=200, deadline=None)
def test_mixtures_are_read_back(n: int, more: int, scale: Scale, script: str) -> None:
    value, one, many = scale
    check(
        f"{in_script(str(n), script)} {many if n <= 10 else one} و{in_script(str(more), script)}",
        n * value + more,
    )


@given(st.integers(1, 998), st.integers(1, 999), st.sampled_from(SCALES), SCRIPTS)
@settings(max_examples=200, deadline=None)
def test_ranges_are_read_back(low: int, more: int, scale: Scale, script: str) -> None:
    high = min(low + more, 999)
    first, second = in_script(str(low), script), in_script(str(high), script)
    for before, joint in (("كان بين ", " و"), ("كان من ", " إلى "), ("كان ", "-"), ("كان ", " أو ")):
        check(f"{first}{joint}{second} {scale[1]}", low * scale[0], high * scale[0], before)
        check(f"{first}{joint}{second}", low, high, before)


@given(st.integers(2, 99), STYLES, st.sampled_from(["%", "٪", " بالمئة", " في المئة", " بالمائة"]))
@settings(max_examples=100, deadline=None)
def test_percents_are_read_back(n: int, style: Style, sign: str) -> None:
    written = words(n, style) if sign.startswith(" ") else str(n)
    text = f"ارتفع الدخل {written}{sign} هذا العام"
    [number] = read(text)
    assert (text[number.start : number.end], number.low) == (written, n)
    assert number.percent is not None
    assert text[slice(*number.percent)] == sign.strip()
