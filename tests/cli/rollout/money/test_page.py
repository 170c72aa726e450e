"""Money in words: what each reader is told, in both languages."""

import json
import re
from pathlib import Path

import pytest
from scipy.stats import beta
from tests.cli.rollout.money.weighed import (
    BENEFITS,
    EFFECT,
    WITHOUT_BENEFITS,
    WITHOUT_PRICE,
    weigh,
)
from tests.cli.rollout.rollout_folder import ROLLOUT

from samskab.cli.rollout.effect_interval import EffectInterval
from samskab.cli.rollout.money import (
    MoneyFindings,
    money_headlines,
    money_json,
    money_sections,
    money_summary,
)
from samskab.cli.rollout.money.voice import MoneyVoice
from samskab.telling.evidence_report import EvidencePage, render_page
from samskab.telling.language import Language
from samskab.telling.words.rollout_money import SAID

NO_PLAN = {"plan/plan.json": None}
UNSURE = EffectInterval(1.0, -2.0, 4.0)


def page(found: MoneyFindings | None, language: Language) -> str:
    """The sections as a page, without its styles and drawings."""
    headlines, sections = money_headlines(found, language), money_sections(found, language)
    texts = ("kicker", "title", "subtitle", "brief")
    html = render_page(EvidencePage(*texts, headlines, sections, "foot"), language)
    return re.sub(r"<(style|svg).*?</\1>", "", html, flags=re.DOTALL)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("rollout", "effect", "has_plan"),
    [
        (ROLLOUT, EFFECT, True),
        (ROLLOUT, EFFECT, False),
        (ROLLOUT, UNSURE, True),
        (ROLLOUT, None, True),
        (ROLLOUT, EffectInterval(1, float("-inf"), 4), True),
        (ROLLOUT.partition("[outcome]")[0] + BENEFITS, None, True),
        (WITHOUT_BENEFITS, EFFECT, True),
        (WITHOUT_PRICE, EFFECT, True),
        (WITHOUT_PRICE.replace(BENEFITS, ""), EFFECT, True),
        (WITHOUT_PRICE.replace(BENEFITS, ""), EFFECT, False),
    ],
)
def test_page_when_this_much_is_known_is_told_in_whole_words(
    tmp_path: Path,
    language: Language,
    rollout: str,
    effect: EffectInterval | None,
    has_plan: bool,  # noqa: FBT001 (pytest hands parameters over by name)
) -> None:
    found = weigh(tmp_path, rollout, effect, {} if has_plan else NO_PLAN)
    text = page(found, language)
    assert not re.search(r"[{}]|\bNone\b|\bnan\b|\binf\b|kr\.\.|DKK.−", text)
    assert SAID[language]["title"] in text
    assert "{" not in money_summary(found, language)
    json.dumps(money_json(found), allow_nan=False)


def told(found: MoneyFindings | None) -> str:
    return page(found, Language.ENGLISH)


def test_page_when_the_interval_holds_zero_says_that_we_cannot_tell(tmp_path: Path) -> None:
    text = told(weigh(tmp_path, ROLLOUT, None))
    assert "We cannot tell: benefits less costs come to DKK\N{NO-BREAK SPACE}103,000" in text
    assert f"The chance that it pays is {100 * beta.sf(800 / 4.515 / 400, 3, 3):.0f}%" in text
    assert "No effect was measured" in text


def test_page_when_the_effect_is_large_or_bad_says_whether_it_pays(tmp_path: Path) -> None:
    assert "Yes, it pays" in told(weigh(tmp_path, WITHOUT_BENEFITS, EffectInterval(9, 8, 10)))
    text = told(weigh(tmp_path, WITHOUT_BENEFITS, EffectInterval(-3, -4, -2)))
    assert "No, it does not pay" in text
    assert "the effect may be nothing, and then no money buys it" in text
    assert "−3\N{NO-BREAK SPACE}point" in text


def test_page_when_nothing_is_known_says_what_is_missing(tmp_path: Path) -> None:
    bare = WITHOUT_PRICE.replace(BENEFITS, "")
    found = weigh(tmp_path, bare, EFFECT, NO_PLAN)
    assert found is None
    assert "neither a plan with costs nor a benefit" in told(found)


def test_json_when_there_is_no_plan_makes_no_net_up(tmp_path: Path) -> None:
    found = weigh(tmp_path, files=NO_PLAN)
    content = money_json(found)
    appraisal = content["appraisal"]
    assert isinstance(appraisal, dict)
    assert content["cost"] is None
    for key in ("net_kr", "chance_it_pays", "taken_home_net_kr", "taken_home_less_paid_kr"):
        assert appraisal[key] is None
    text = told(found)
    assert "What it costs is not known" in text
    assert "chance that it pays" not in text


@pytest.mark.parametrize(
    ("oere", "said"),
    [
        (-123_456_789, "−1.230.000\N{NO-BREAK SPACE}kr."),
        (99_960_000, "1.000.000\N{NO-BREAK SPACE}kr."),
        (123_456, "1.230\N{NO-BREAK SPACE}kr."),
        (-40, "0\N{NO-BREAK SPACE}kr."),
    ],
)
def test_amount_when_it_is_estimated_has_three_figures(oere: float, said: str) -> None:
    shown = MoneyVoice(Language.DANISH).about(oere)
    assert shown == said


def test_chance_when_simulated_is_never_none_or_all() -> None:
    say = MoneyVoice(Language.ENGLISH)
    assert [say.chance(share) for share in (0.0, 0.5, 1.0)] == ["below 1%", "50%", "above 99%"]


def test_words_when_compared_are_the_same_keys_in_both_languages() -> None:
    danish, english = (SAID[language] for language in Language)
    assert danish.keys() == english.keys()
    for key, words in danish.items():
        assert set(re.findall(r"{(\w+)}", words)) == set(re.findall(r"{(\w+)}", english[key])), key
