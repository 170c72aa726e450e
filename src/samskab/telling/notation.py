"""Numbers, money, days and clock times as Danish and English readers write them."""

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from math import ceil

from samskab.common.money import OERE_PER_KR, half_up
from samskab.telling.language import Language
from samskab.telling.words.printable import NO_BREAK

SECONDS_PER_HOUR = 3600
MINUS, PLUS = "\N{MINUS SIGN}", "+"
_WEEKDAYS = {
    Language.DANISH: ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    Language.ENGLISH: (
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ),
}  # fmt: skip
_MONTHS = {
    Language.DANISH: (
        "januar", "februar", "marts", "april", "maj", "juni",
        "juli", "august", "september", "oktober", "november", "december",
    ),
    Language.ENGLISH: (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Notation:
    """How one language writes figures."""

    language: Language

    @property
    def is_danish(self) -> bool:
        """Whether points part thousands and a comma the decimals."""
        return self.language is Language.DANISH

    def number(self, value: Fraction | int, decimals: int = 0) -> str:
        """A number of zero or more, rounded half up."""
        scaled = half_up(Fraction(value) * 10**decimals)
        whole, rest = divmod(scaled, 10**decimals)
        text = f"{whole:,}" + (f".{rest:0{decimals}}" if decimals else "")
        return text.translate(str.maketrans(",.", ".,")) if self.is_danish else text

    def signed(self, value: Fraction | int, decimals: int = 0) -> str:
        """A difference with its sign, halves rounded away from 0; what is rounded to 0 is "0"."""
        text = self.number(abs(Fraction(value)), decimals)
        if not any(figure in text for figure in "123456789"):
            return "0"
        return f"{MINUS if value < 0 else PLUS}{text}"

    def kr_at_least(self, oere: int) -> str:
        """An amount in whole kroner, rounded down: "not less than" stays true."""
        return self.kr(oere // OERE_PER_KR * OERE_PER_KR)

    def kr(self, oere: int) -> str:
        """An amount in whole kroner, with its currency."""
        return self._with_currency(self.number(Fraction(oere, OERE_PER_KR)))

    def kr_to_the_oere(self, oere: int) -> str:
        """An amount with its currency, exact: with two decimals where it is not in whole kroner."""
        decimals = 2 if oere % OERE_PER_KR else 0
        return self._with_currency(self.number(Fraction(oere, OERE_PER_KR), decimals))

    def hours(self, seconds: int) -> str:
        """Hours with one decimal, without the unit."""
        return self.number(Fraction(seconds, SECONDS_PER_HOUR), 1)

    def percent_at_most(self, share: Fraction) -> str:
        """A share in per cent with one decimal, rounded up: "at most" stays true."""
        return self._percent(self.number(Fraction(ceil(share * 1000), 10), 1))

    def percent(self, share: Fraction) -> str:
        """A share in whole per cent."""
        return self._percent(self.number(share * 100))

    def weekday(self, day: date) -> str:
        """`tirsdag`, `Tuesday`."""
        return self.weekday_name(day.weekday())

    def weekday_name(self, day: int) -> str:
        """The name of a weekday, Monday being 0."""
        return _WEEKDAYS[self.language][day]

    def month(self, day: date) -> str:
        """`februar 2027`, `February 2027`, for a heading."""
        name = _MONTHS[self.language][day.month - 1]
        return f"{name.capitalize()} {day.year}"

    def day(self, day: date) -> str:
        """`2. februar 2027`, `2 February 2027`."""
        return f"{self._day_and_month(day, short=False)} {day.year}"

    def short_day(self, day: date) -> str:
        """`tir. 2. feb.`, `Tue 2 Feb`: where the year is plain."""
        weekday = self.weekday(day)[:3] + ("." if self.is_danish else "")
        return f"{weekday}{NO_BREAK}{self._day_and_month(day, short=True)}"

    def clock(self, moment: datetime) -> str:
        """`08.30`, `08:30`."""
        return moment.strftime("%H.%M" if self.is_danish else "%H:%M")

    def span(self, start: datetime, end: datetime) -> str:
        """From when to when, the day named once where it is one day."""
        if start.date() == end.date():
            return f"{self.short_day(start)} {self.clock(start)}–{self.clock(end)}"
        return (
            f"{self.short_day(start)} {self.clock(start)} – {self.short_day(end)} {self.clock(end)}"
        )

    def _with_currency(self, amount: str) -> str:
        return f"{amount}{NO_BREAK}kr." if self.is_danish else f"DKK{NO_BREAK}{amount}"

    def _percent(self, number: str) -> str:
        return f"{number}{NO_BREAK}%" if self.is_danish else f"{number}%"

    def _day_and_month(self, day: date, *, short: bool) -> str:
        name = _MONTHS[self.language][day.month - 1]
        shown = name[:3] if short else name
        if self.is_danish:
            dot = "." if short and shown != name else ""
            return f"{day.day}.{NO_BREAK}{shown}{dot}"
        return f"{day.day}{NO_BREAK}{shown}"


def danish_order(text: str) -> str:
    """A key that sorts æ, ø, å after z, whatever the case."""
    return text.casefold().translate(str.maketrans("æøå", "{|}"))


def one_stop(text: str) -> str:
    """A sentence that ends with an amount has the stop of its kr. already."""
    return text.replace("kr..", "kr.")
