"""A comparison in words: every part says that nothing was drawn by lot."""

import json
import re
from collections.abc import Callable
from functools import cache

import pytest
from tests.cli.rollout.comparison.compared import ONE_START, WAVES, compare

from samskab.cli.rollout.comparison import (
    ComparisonFindings,
    comparison_json,
    comparison_page,
    comparison_summary,
)
from samskab.telling.evidence_report import render_page
from samskab.telling.language import Language
from samskab.telling.words.rollout_comparison import SAID

NOT_DRAWN = {Language.DANISH: "Ikke trukket ved lod", Language.ENGLISH: "Not randomised"}
CASES: dict[str, Callable[[], ComparisonFindings]] = {
    "better": lambda: compare(WAVES, lambda _: 6.0, 0.5),
    "worse": lambda: compare(WAVES, lambda _: -6.0, 0.5),
    "small": lambda: compare(WAVES, lambda _: 0.5, 0.2),
    "cannot_tell": lambda: compare(WAVES, lambda _: 1.5, 3.0),
    "one_start": lambda: compare(ONE_START, lambda _: 6.0, 0.5, periods=6),
    "none": lambda: compare((4,) * 6, lambda _: 1.0, 0.5),
}


@cache
def found_of(case: str) -> ComparisonFindings:
    return CASES[case]()


def page(found: ComparisonFindings, language: Language) -> str:
    html = render_page(comparison_page(found, None, "Fjordby", language), language)
    return re.sub(r"<(style|svg).*?</\1>", "", html, flags=re.DOTALL)


@pytest.mark.parametrize("case", CASES)
def test_page_when_written_says_everywhere_that_nothing_was_drawn(case: str) -> None:
    found = found_of(case)
    for language in Language:
        text = page(found, language)
        assert not re.search(r"[{}]|\bNone\b|\bnan\b|\binf\b", text)
        said = NOT_DRAWN[language]
        masthead, _, rest = text.partition("<main")
        main, _, foot = rest.partition("</main>")
        headlines, _, sections = main.partition("</ul>")
        for part in (masthead, headlines, foot, comparison_summary(found, language)):
            assert said.casefold() in part.casefold()
        assert sections.count(said) >= 2
        assert '<aside class="mark">' in masthead
        summary = comparison_summary(found, language)
        for strong in (" virker", " works", "beviser at", " proves "):
            assert strong not in summary
    content = comparison_json(found)
    assert content["randomised"] is False
    json.dumps(content, allow_nan=False)


@pytest.mark.parametrize(
    ("case", "says"),
    [
        ("better", "It looks as if “Trivsel” fared better"),
        ("worse", "It looks as if “Trivsel” fared worse"),
        ("small", "too small to matter"),
        ("cannot_tell", "more units of the same kind to see 2"),
        ("one_start", "Who they are compared with"),
        ("none", "Callaway-Sant’Anna cannot be used. Once some have started, nobody is left"),
    ],
)
def test_page_when_it_is_seen_like_this_says_so(case: str, says: str) -> None:
    assert says in page(found_of(case), Language.ENGLISH)


def test_page_when_methods_are_no_use_says_why_in_whole_sentences() -> None:
    text = page(found_of("better"), Language.DANISH)
    assert "Syntetisk DiD kan ikke bruges. Enhederne begynder i 3 forskellige perioder" in text
    assert "begyndt mod allerede begyndt" in text  # the weights that mislead are shown


def test_words_when_compared_are_the_same_keys_in_both_languages() -> None:
    danish, english = (SAID[language] for language in Language)
    assert danish.keys() == english.keys()
    for key, words in danish.items():
        assert set(re.findall(r"{(\w+)}", words)) == set(re.findall(r"{(\w+)}", english[key])), key
