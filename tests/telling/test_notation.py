from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from samskab.telling.language import Language
from samskab.telling.notation import Notation, danish_order

DANISH = Notation(Language.DANISH)
ENGLISH = Notation(Language.ENGLISH)


@pytest.mark.parametrize(
    ("oere", "danish", "english"),
    [
        (123_456_700, "1.234.567 kr.", "DKK 1,234,567"),
        (0, "0 kr.", "DKK 0"),
        (149, "1 kr.", "DKK 1"),
        (150, "2 kr.", "DKK 2"),
    ],
)
def test_kr_when_whole_kroner_are_shown(oere: int, danish: str, english: str) -> None:
    assert DANISH.kr(oere).replace("\xa0", " ") == danish
    assert ENGLISH.kr(oere).replace("\xa0", " ") == english


def test_kr_to_the_oere_when_there_are_some() -> None:
    assert DANISH.kr_to_the_oere(123_456_05).replace("\xa0", " ") == "123.456,05 kr."
    assert ENGLISH.kr_to_the_oere(123_456_00).replace("\xa0", " ") == "DKK 123,456"


def test_signed_when_a_difference_is_above_below_and_at_0() -> None:
    assert DANISH.signed(Fraction(12_345, 10), 1) == "+1.234,5"
    assert ENGLISH.signed(-1000) == "\N{MINUS SIGN}1,000"
    assert ENGLISH.signed(Fraction(-1, 2)) == "\N{MINUS SIGN}1"
    assert ENGLISH.signed(0, 2) == "0"
    assert ENGLISH.signed(Fraction(-4, 10), 0) == "0"


def test_kr_at_least_when_it_is_not_whole_rounds_down() -> None:
    assert ENGLISH.kr_at_least(199).replace("\xa0", " ") == "DKK 1"


@pytest.mark.parametrize(
    ("share", "danish", "english"),
    [
        (Fraction(43, 1000), "4,3 %", "4.3%"),
        (Fraction(43_001, 1_000_000), "4,4 %", "4.4%"),
        (Fraction(1, 10**9), "0,1 %", "0.1%"),
        (Fraction(1), "100,0 %", "100.0%"),
    ],
)
def test_percent_at_most_never_rounds_down(share: Fraction, danish: str, english: str) -> None:
    assert DANISH.percent_at_most(share).replace("\xa0", " ") == danish
    assert ENGLISH.percent_at_most(share) == english


def test_hours_when_they_have_a_part() -> None:
    assert DANISH.hours(1_234 * 3600 + 2700) == "1.234,8"
    assert ENGLISH.hours(1_234 * 3600 + 2700) == "1,234.8"


def test_days_when_the_month_is_shortened() -> None:
    day = date(2027, 2, 2)
    assert DANISH.short_day(day).replace("\xa0", " ") == "tir. 2. feb."
    assert DANISH.short_day(date(2027, 5, 6)).replace("\xa0", " ") == "tor. 6. maj"
    assert ENGLISH.short_day(day).replace("\xa0", " ") == "Tue 2 Feb"
    assert DANISH.day(day).replace("\xa0", " ") == "2. februar 2027"
    assert ENGLISH.month(day) == "February 2027"


def test_span_when_it_ends_on_the_next_day() -> None:
    start, end = datetime(2027, 2, 2, 8, 30, tzinfo=UTC), datetime(2027, 2, 3, 16, 0, tzinfo=UTC)
    assert DANISH.span(start, end).replace("\xa0", " ") == (
        "tir. 2. feb. 08.30 – ons. 3. feb. 16.00"
    )
    assert ENGLISH.span(start, end.replace(day=2)).replace("\xa0", " ") == "Tue 2 Feb 08:30–16:00"


def test_danish_order_puts_the_last_three_letters_last() -> None:
    names = ["Åse", "Ærø", "Øyvind", "anna", "Zoe", "Bo"]
    assert sorted(names, key=danish_order) == ["anna", "Bo", "Zoe", "Ærø", "Øyvind", "Åse"]
