"""A fault as one sentence behind its place: people.csv:3:5: ..."""

from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal

from samskab.common.errors import Fault
from samskab.planner.rules.breach import Breach
from samskab.telling.language import Language
from samskab.telling.words import (
    asked,
    calendars,
    evidence_cases,
    evidence_economics,
    evidence_effect,
    evidence_efficiency,
    evidence_power,
    evidence_rollout,
    evidence_rollout_file,
    evidence_tests,
    folder,
    folder_form,
    plan_file,
    replan,
    rollout_comparison_faults,
    whatif,
)
from samskab.telling.words.printable import printable
from samskab.telling.words.rules import breach_in_words

SENTENCES = (
    asked.SENTENCES
    | calendars.SENTENCES
    | evidence_cases.SENTENCES
    | evidence_power.SENTENCES
    | evidence_economics.SENTENCES
    | evidence_efficiency.SENTENCES
    | evidence_effect.SENTENCES
    | evidence_economics.SENTENCES
    | evidence_efficiency.SENTENCES
    | evidence_rollout.SENTENCES
    | evidence_rollout_file.SENTENCES
    | evidence_tests.SENTENCES
    | folder.SENTENCES
    | folder_form.SENTENCES
    | plan_file.SENTENCES
    | replan.SENTENCES
    | rollout_comparison_faults.SENTENCES
    | whatif.SENTENCES
)
LONGEST_VALUE = 80


def sentence(fault: Fault, language: Language) -> str:
    """Where a fault is, what is wrong there, and what to do about it; one line.

    Raises:
        KeyError: the fault's code has no words.
    """
    shown = {name: _shown(value, language) for name, value in fault.values.items()}
    words = SENTENCES[fault.code][language].format(**shown)
    place = ":".join(str(part) for part in (fault.file, fault.line, fault.column) if part)
    return f"{printable(place)}: {words}" if place else words


def _shown(value: object, language: Language) -> str:
    """A value as the language writes it, short enough for a line of a terminal."""
    if isinstance(value, Breach):
        return breach_in_words(value, language)
    if isinstance(value, str):
        text = printable(value)
    elif isinstance(value, time):
        text = value.strftime("%H:%M")
    elif isinstance(value, date):
        text = value.strftime("%d.%m.%Y") if language is Language.DANISH else value.isoformat()
    elif isinstance(value, Decimal):
        text = _number(value, language)
    elif isinstance(value, Iterable):
        text = ", ".join(_shown(part, language) for part in value)
    else:
        text = str(value)
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"


def _number(value: Decimal, language: Language) -> str:
    text = f"{value:f}" if abs(value.adjusted()) < LONGEST_VALUE else str(value)
    return text.replace(".", ",") if language is Language.DANISH else text
