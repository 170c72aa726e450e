"""What sharing displaced hours better costs, as it stands on a terminal of 80 columns."""

from collections.abc import Sequence
from fractions import Fraction

from rich.console import Console
from rich.text import Text

from samskab.cli.fairness_page import plain_table
from samskab.common.money import OERE_PER_KR
from samskab.planner.fairness.curve import NO_SETTING, Point, Setting, price_of, setting_of
from samskab.planner.model.problem import Problem
from samskab.telling.language import Language
from samskab.telling.notation import Notation
from samskab.telling.words.fairness import SAID

BAR_WIDTH = 30
BAR = "█"
MOST_DECIMALS = 4


class CurvePage:
    """Writes the curve in one language."""

    def __init__(self, problem: Problem, language: Language) -> None:
        """Prepare.

        Args:
            problem: with its own setting.
            language: of the reader.
        """
        self.own = setting_of(problem)
        self.words, self.notation = SAID[language], Notation(language)
        self.console = Console(highlight=False)

    def say_nothing_is_displaced(self) -> None:
        """There is no curve."""
        self._say(self.words["nothing_displaced"])

    def say_planning(self, settings: Sequence[Setting], number: int) -> None:
        """Which point is being planned: on the error stream, as it is no part of the answer."""
        said = self.words["planning"].format(
            number=number + 1, count=len(settings), setting=self._setting(settings[number])
        )
        Console(stderr=True, soft_wrap=True, highlight=False).print(Text(said, style="dim"))

    def say_cut_short(self, number: int, count: int) -> None:
        """Ctrl-C left some points out: on the error stream, as the figures stand all the same."""
        said = self.words["cut_short"].format(number=number, count=count)
        Console(stderr=True, soft_wrap=True, highlight=False).print(Text(said))

    def show(self, points: Sequence[Point]) -> None:
        """Print the points, the curve that they make, and what is proven of each.

        Args:
            points: the first without any setting.
        """
        self.console.print()
        self._say(self.words["curve"], "bold")
        self._show_points(points)
        self._say(self.words["curve_legend"], "dim")
        self.console.print()
        self._show_bars(points)
        self.console.print()
        alike = []
        for number, point in enumerate(points[1:], start=1):
            price = price_of(point, points[0])
            key = "told" if price.is_told_apart else "untold" if price.at_most > 0 else "free"
            if key == "untold":
                alike.append(str(number))
            self._say(
                self.words[key].format(
                    number=number,
                    found=self.notation.kr(max(0, point.cost_oere - points[0].cost_oere)),
                    least=self.notation.kr_at_least(price.at_least),
                    most=self.notation.kr(-(-price.at_most // OERE_PER_KR) * OERE_PER_KR),
                )
            )
        if alike:
            self._say(self.words["points_alike"].format(numbers=", ".join(alike)), "bold")

    def _show_points(self, points: Sequence[Point]) -> None:
        table = plain_table()
        table.add_column("")
        table.add_column(self.words["setting"], overflow="fold", ratio=1)
        for key in ("cost", "least", "worst_short", "most", "gini", "left_out"):
            table.add_column(self.words[key], justify="right")
        for number, point in enumerate(points):
            table.add_row(
                f"{number}{'•' if point.on_curve else ''}",
                Text(self._setting(point.setting)),
                self.notation.number(Fraction(point.cost_oere, OERE_PER_KR)),
                self.notation.number(max(point.least_oere, 0) // OERE_PER_KR),
                self.notation.number(point.hours.worst_tenth, 1),
                self.notation.number(point.hours.most, 1),
                self.notation.number(point.hours.gini, 2),
                self.notation.number(point.left_out),
            )
        self.console.print(table)

    def _show_bars(self, points: Sequence[Point]) -> None:
        """Cost beside a bar for the worst tenth's hours, the cheapest first."""
        longest = max(point.hours.worst_tenth for point in points)
        table = plain_table()
        table.add_column("")
        table.add_column(self.words["cost"], justify="right")
        table.add_column(self.words["worst"])
        for number, point in sorted(enumerate(points), key=lambda each: each[1].cost_oere):
            hours = point.hours.worst_tenth
            length = round(BAR_WIDTH * hours / longest) if longest else 0
            table.add_row(
                f"{number}{'•' if point.on_curve else ''}",
                self.notation.number(Fraction(point.cost_oere, OERE_PER_KR)),
                f"{BAR * length} {self.notation.number(hours, 1)}",
            )
        self.console.print(table)

    def _setting(self, setting: Setting) -> str:
        parts = []
        if setting.max_displaced_hours is not None:
            hours = self._hours(setting.max_displaced_hours)
            parts.append(self.words["cap"].format(hours=hours))
        if setting.fair_hours is not None and setting.has_price:
            fair = self._hours(setting.fair_hours)
            price = self.notation.kr_to_the_oere(setting.unfair_oere)
            parts.append(self.words["price"].format(fair=fair, price=price))
        said = "; ".join(parts) or self.words["none"]
        is_own = setting == self.own and setting != NO_SETTING
        return self.words["own"].format(setting=said) if is_own else said

    def _hours(self, hours: Fraction) -> str:
        """With as many decimals as it has: a limit is not to look like another."""
        enough = (d for d in range(MOST_DECIMALS) if (hours * 10**d).denominator == 1)
        return self.notation.number(hours, next(enough, MOST_DECIMALS))

    def _say(self, text: str, style: str = "") -> None:
        self.console.print(Text(text, style=style))
