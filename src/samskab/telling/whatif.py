"""Variants side by side: a row, and a sentence for each on what is proven of it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from fractions import Fraction

from samskab.common.money import OERE_PER_KR
from samskab.planner.model.problem import Problem
from samskab.planner.whatif.figures import Figures
from samskab.planner.whatif.strictness import only_forbids
from samskab.planner.whatif.verdict import Told, may_be_best, verdict
from samskab.telling.language import Language
from samskab.telling.notation import MINUS, PLUS, Notation, one_stop
from samskab.telling.words.cost_items import ITEMS
from samskab.telling.words.printable import NO_BREAK
from samskab.telling.words.whatif import SAID, VERDICTS


@dataclass(frozen=True, slots=True)
class Line:
    """One variant with the plan that was made of it; the folder as it is comes first."""

    name: str
    problem: Problem
    figures: Figures


VARIANT_COLUMNS = (
    "number",
    "variant",
    "total",
    "bound",
    "sessions",
    "away",
    "displaced",
    "unserved",
)


def variant_sentences(lines: Sequence[Line], language: Language) -> tuple[str, ...]:
    """For each variant what is proven of it, then which may be the best."""
    against = (
        f"{number}{NO_BREAK} {line.name}: {_against(line, lines[0], language)}"
        for number, line in enumerate(lines[1:], start=1)
    )
    return (*against, _best(lines, language))


def variant_rows(lines: Sequence[Line], language: Language) -> Iterator[tuple[str, ...]]:
    """A row for each variant, under `VARIANT_COLUMNS`."""
    figures = Notation(language)
    for number, line in enumerate(lines):
        known = line.figures
        yield (
            str(number),
            line.name,
            figures.number(Fraction(known.interval.total, OERE_PER_KR)),
            figures.number(known.interval.bound // OERE_PER_KR),
            figures.number(known.sessions),
            figures.number(known.hours_away),
            figures.number(known.hours_displaced),
            figures.number(known.unserved),
        )


def _against(line: Line, base: Line, language: Language) -> str:
    """What is proven of a variant against the folder as it is, and what its plan has otherwise."""
    stricter, looser = _strictness(line, base)
    found = verdict(
        line.figures.interval,
        base.figures.interval,
        never_cheaper=stricter,
        never_dearer=looser,
    )
    notation = Notation(language)
    by = line.figures.interval.total - base.figures.interval.total
    if found.told is Told.BETTER:
        least, most = notation.kr_at_least(found.least_gain), _at_most(found.most_gain, notation)
    elif found.told is Told.WORSE:
        least, most = notation.kr_at_least(-found.most_gain), _at_most(-found.least_gain, notation)
    else:  # two ends of one interval, either way
        least, most = _at_most(-found.least_gain, notation), _at_most(found.most_gain, notation)
    said = VERDICTS[language][found.told].format(
        least=least, most=most, found=_signed(by, notation.kr)
    )
    changes = ", ".join(_changes(line.figures, base.figures, language))
    words = SAID[language]
    if found.told is Told.UNTOLD and stricter != looser:
        said = f"{said} {words['stricter' if stricter else 'looser']}"
    differs = words["differs"].format(changes=changes) if changes else words["same"]
    return one_stop(f"{said} {differs}")


def _strictness(line: Line, base: Line) -> tuple[bool, bool]:
    """Whether a variant only forbids more than the folder as it is, and only allows more."""
    return only_forbids(line.problem, base.problem), only_forbids(base.problem, line.problem)


def _changes(one: Figures, base: Figures, language: Language) -> Iterator[str]:
    """What is more and what is less, with its sign."""
    words, notation = SAID[language], Notation(language)
    for item in fields(one.cost):
        by = getattr(one.cost, item.name) - getattr(base.cost, item.name)
        if by:
            yield f"{ITEMS[language][item.name]} {_signed(by, notation.kr)}"
    counts = {
        "sessions_by": one.sessions - base.sessions,
        "unserved_by": one.unserved - base.unserved,
    }
    for name, count in counts.items():
        if count:
            yield f"{words[name]} {_signed(count, notation.number)}"
    hours = one.hours_displaced - base.hours_displaced
    if hours:
        sign = MINUS if hours < 0 else PLUS
        yield f"{words['displaced_by']} {sign}{notation.number(abs(hours), 1)}"


def _best(lines: Sequence[Line], language: Language) -> str:
    words = SAID[language]
    intervals = [line.figures.interval for line in lines]
    numbers = [
        k
        for k in may_be_best(intervals)
        if intervals[k].bound == intervals[k].total or not _is_outdone(lines[k], lines)
    ]
    names = words["or"].join(str(number) for number in numbers)
    if len(numbers) == 1:
        return words["best_one"].format(best=names)
    if len({(intervals[k].bound, intervals[k].total) for k in numbers}) == 1 and (
        intervals[numbers[0]].bound == intervals[numbers[0]].total
    ):
        return words["best_equal"].format(best=names)
    return words["best_many"].format(best=names)


def _is_outdone(line: Line, lines: Sequence[Line]) -> bool:
    """Whether another only allows more: where one of them is cheapest, that one is."""
    return any(
        only_forbids(line.problem, other.problem) and not only_forbids(other.problem, line.problem)
        for other in lines
    )


def _at_most(oere: int, notation: Notation) -> str:
    """An amount rounded up to whole kroner: "at most" stays true."""
    return notation.kr(-(-oere // OERE_PER_KR) * OERE_PER_KR)


def _signed(count: int, shown: Callable[[int], str]) -> str:
    return f"{MINUS if count < 0 else PLUS}{shown(abs(count))}"
