import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from importlib.resources import files
from pathlib import Path
from string import Formatter

import pytest

from samskab.planner.model.plan import Cost
from samskab.planner.reasons import Why
from samskab.telling.language import Language
from samskab.telling.report.page import AFTER_FAIRNESS, BEFORE_FAIRNESS
from samskab.telling.report.wording import Voice
from samskab.telling.words.report import WORDS
from samskab.telling.words.unserved import REASONS, reason_in_words

TELLING = Path(str(files("samskab.telling")))
PHASES = ("reading", "first_plan", "improving", "mending", "proving", "done")


def blanks(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name}


def texts_of_the_code() -> Iterator[str]:
    """Every string literal of the files that speak these words."""
    for path in (*(TELLING / "report").glob("*.py"), TELLING / "workbook.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def keys_of_the_templates() -> set[str]:
    said = "".join(path.read_text("utf-8") for path in TELLING.glob("report/templates/*.html"))
    return set(re.findall(r'say\("(\w+)"', said)) | {
        f"{part}_title" for part in (*BEFORE_FAIRNESS, *AFTER_FAIRNESS)
    }


@pytest.mark.parametrize("key", WORDS)
def test_words_when_spoken_in_either_language_have_the_same_blanks(key: str) -> None:
    danish, english = WORDS[key]
    assert danish.strip()
    assert english.strip()
    assert blanks(danish) == blanks(english)


def test_every_word_that_a_template_asks_for_is_there() -> None:
    assert keys_of_the_templates() <= set(WORDS)


def test_every_word_that_is_there_is_asked_for() -> None:
    asked = keys_of_the_templates() | set(texts_of_the_code())
    asked |= {item.name for item in fields(Cost)} | {f"phase_{phase}" for phase in PHASES}
    asked |= {f"kind_{kind}" for kind in ("free", "tentative", "busy", "hard")}
    asked |= {f"{key}_one" for key in asked}
    assert set(WORDS) - asked == set()


def test_voice_when_the_count_is_one_speaks_in_the_singular() -> None:
    assert Voice(Language.DANISH)("n_people", n=1) == "1 deltager"
    assert Voice(Language.ENGLISH)("n_people", n=2000) == "2,000 people"


def test_every_reason_of_the_planner_has_words() -> None:
    assert set(REASONS) == {why.value for why in Why}
    assert reason_in_words("no_open_date", Language.DANISH).startswith("Ingen mulig dato")


def test_reason_when_it_is_new_is_shown_as_it_is() -> None:
    assert reason_in_words("struck_by_lightning", Language.ENGLISH) == "struck_by_lightning"
