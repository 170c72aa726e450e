"""Every fault has words in both languages, with its place and all of its values in them."""

import re
from decimal import Decimal
from itertools import chain
from pathlib import Path
from string import Formatter

import pytest
from tests.planner.folder.bad_folder import BadFolder
from tests.planner.folder.bad_folders import BAD_FOLDERS
from tests.planner.folder.sound_folder import write_folder

from samskab.calendars.codes import Code as CalendarCode
from samskab.common.errors import Fault
from samskab.evidence.economics.codes import EconomicsCode
from samskab.evidence.effect.codes import EffectCode
from samskab.evidence.effect.permutation.codes import PermutationCode
from samskab.evidence.effect.staggered.codes import StaggeredCode
from samskab.evidence.efficiency.codes import EfficiencyCode
from samskab.evidence.power.codes import PowerCode
from samskab.evidence.rollout.codes import RolloutCode
from samskab.planner.explain.asked import AskedCode
from samskab.planner.folder import Code, read_folder
from samskab.planner.folder.settings import SettingCode
from samskab.planner.plan_fit import FitCode
from samskab.planner.plan_node import PlanCode
from samskab.planner.replan.publication import ReplanCode
from samskab.telling.efficiency_codes import PeriodCode, RoleCode
from samskab.telling.evidence_cases_codes import CasesCode
from samskab.telling.language import Language
from samskab.telling.rollout_codes import RolloutFileCode
from samskab.telling.rollout_comparison_codes import ComparisonCode
from samskab.telling.words.sentence import SENTENCES, sentence


def blanks(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


CODES = tuple(
    chain(
        AskedCode,
        ReplanCode,
        CasesCode,
        PowerCode,
        EfficiencyCode,
        CalendarCode,
        CasesCode,
        Code,
        EconomicsCode,
        EffectCode,
        EfficiencyCode,
        FitCode,
        PermutationCode,
        PeriodCode,
        PlanCode,
        PowerCode,
        ReplanCode,
        RoleCode,
        ComparisonCode,
        RolloutFileCode,
        RolloutCode,
        SettingCode,
        StaggeredCode,
    )
)


def test_sentences_when_codes_are_counted() -> None:
    assert set(SENTENCES) == {code.value for code in CODES}


@pytest.mark.parametrize("code", SENTENCES)
def test_sentence_when_it_is_said_in_both_languages(code: str) -> None:
    danish, english = (SENTENCES[code][language] for language in Language)
    assert danish != english
    assert blanks(danish) == blanks(english)
    assert danish[-1] + english[-1] == ".."


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("bad", BAD_FOLDERS, ids=lambda bad: bad.what)
def test_sentence_when_a_folder_is_bad(bad: BadFolder, language: Language, tmp_path: Path) -> None:
    reading = read_folder(write_folder(tmp_path, bad.changes))
    for fault in (*reading.faults, *reading.warnings):
        words = sentence(fault, language)
        place = ":".join(str(part) for part in (fault.file, fault.line, fault.column) if part)
        assert words.startswith(f"{place}: ")
        assert re.search(r"[{}]|Decimal|None|Code\.", words) is None
        assert "\n" not in words


def test_sentence_when_values_are_numbers_days_and_lists() -> None:
    fault = Fault("number_too_small", {"name": "km", "number": Decimal("-0.5"), "least": 0}, "x")
    assert sentence(fault, Language.DANISH) == "x: km er -0,5, men må ikke være under 0."
    assert sentence(fault, Language.ENGLISH) == "x: km is -0.5, but may not be below 0."
    ring = Fault("after_cycle", {"modules": ["a", "b", "a"]}, "programme.toml", 3, 1)
    assert sentence(ring, Language.ENGLISH).startswith(
        "programme.toml:3:1: Modules come after each other in a ring (a, b, a)"
    )


def test_sentence_when_a_value_would_colour_the_terminal() -> None:
    fault = Fault("person_unknown", {"person": "\x1b[31mp9\x07\n" + 500 * "x"}, "needs\x1b.csv", 2)
    words = sentence(fault, Language.ENGLISH)
    assert words.isprintable()
    assert len(words) < 250


def test_sentence_when_a_number_has_no_end() -> None:
    number = Decimal("1e400000000")
    fault = Fault("number_too_large", {"name": "km", "number": number, "most": Decimal(10)})
    assert sentence(fault, Language.ENGLISH) == "km is 1E+400000000, but may not be above 10."
