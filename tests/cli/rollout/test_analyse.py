"""`samskab rollout analyse`: against the engine on arrays of its own, and against the truth."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.cli.rollout.measured import (
    OUTCOME,
    PERIODS,
    UNITS,
    Simulated,
    Truth,
    analyse,
    copied,
    lock,
    rollout_toml,
    simulate,
    starts_of,
    write_drawn_folder,
    write_outcomes,
)
from tests.cli.rollout.test_design import run

from samskab.cli.rollout.analysis_findings import Choices, LotAnalysis, find_analysis
from samskab.cli.rollout.by_lot.estimates import Estimate, Way
from samskab.cli.rollout.by_lot.verdict import Verdict, verdict
from samskab.cli.rollout.by_lot.voice import LotVoice
from samskab.cli.rollout.by_lot_page import LotPage
from samskab.cli.rollout.design_json import read_design
from samskab.cli.rollout.effect_interval import EffectInterval
from samskab.cli.rollout.settings import EffectTest, Estimand
from samskab.evidence.effect.cells import cells_of
from samskab.evidence.effect.gee import marginal_effect
from samskab.evidence.effect.outcomes import outcomes
from samskab.evidence.effect.permutation.cluster_means import ClusterMeans
from samskab.evidence.effect.permutation.randomisation_test import (
    Question,
    ReferenceSet,
    permutation_test,
)
from samskab.evidence.effect.permutation.working_covariance import WorkingCovariance
from samskab.evidence.effect.stepped_wedge import Curve, rollout_effect
from samskab.evidence.power.answer import power_of
from samskab.evidence.power.correlation import RandomEffects
from samskab.evidence.power.design import design
from samskab.evidence.power.outcome import Continuous
from samskab.evidence.power.question import Question as PowerQuestion
from samskab.evidence.power.wald import Freedom, WaldTest
from samskab.evidence.rollout.counting import AllowedSet, count_allowed
from samskab.evidence.rollout.repetition import repeat
from samskab.telling.language import Language
from samskab.telling.words.rollout_analysis import SAID

FOUR = Truth(lambda _: 4.0)
KENWARD_ROGER = Choices(test=EffectTest.KENWARD_ROGER)


def by_lot(folder: Path, choices: Choices) -> LotAnalysis:
    found = find_analysis(folder, choices)
    assert isinstance(found, LotAnalysis)
    return found


def measured(folder: Path, to: Path, truth: Truth = FOUR, seed: int = 1) -> Path:
    copied(folder, to)
    return write_outcomes(to, simulate(to, truth, seed))


def other(found: LotAnalysis, way: Way, estimand: Estimand) -> Estimate:
    (one,) = [
        e
        for e in (found.by_lot.answer, *found.by_lot.others)
        if (e.way, e.estimand) == (way, estimand)
    ]
    return one


def reset(folder: Path, analysis: str = 'subgroups = ["slags"]', **outcome: str) -> None:
    """Another outcome; the lottery does not depend on it."""
    (folder / "rollout.toml").write_text(rollout_toml(OUTCOME | outcome, analysis), "utf-8")


def by_hand(folder: Path, rows: Simulated) -> tuple[ClusterMeans, ReferenceSet]:
    means = np.zeros((len(UNITS), len(PERIODS)))
    for i in range(len(UNITS)):
        for j in range(len(PERIODS)):
            means[i, j] = rows.value[(rows.unit == i) & (rows.period == j)].mean()
    stored = read_design(folder)
    assert stored is not None
    allowed = count_allowed(stored.rollout)
    assert isinstance(allowed, AllowedSet)
    drawn = repeat(stored.record, allowed).drawn
    assert drawn is not None
    assert (drawn.allocation + 1).tolist() == starts_of(folder)
    people = np.full(means.shape, 20.0)
    reference = ReferenceSet(drawn.kept, drawn.allocation, (1, 2, 3, 4))
    return ClusterMeans(UNITS, PERIODS, means, people), reference


def test_analyse_when_locked_is_the_engine_on_arrays_of_its_own(
    locked: Path, tmp_path: Path
) -> None:
    folder = measured(locked, tmp_path)
    rows = simulate(folder, FOUR)
    found = analyse(folder)
    assert found["standing"]["exploratory"] is False
    assert found["standing"]["departures"] == []
    means, reference = by_hand(folder, rows)
    question = Question(working=WorkingCovariance(0.05, 0.8))
    test = permutation_test(means, reference, question)
    answer = found["answer"]
    assert answer["way"] == "permutation"
    assert answer["estimate"] == pytest.approx(test.estimate, abs=1e-8)
    assert (answer["low"], answer["high"]) == pytest.approx((test.low, test.high), abs=1e-7)
    assert answer["p"] == test.p_value
    model = rollout_effect(
        cells_of(outcomes(rows.unit, rows.period, rows.exposure > 0, rows.value))
    )
    assert [one["estimate"] for one in found["by_time"]] == pytest.approx(
        [one.estimate for one in model.by_exposure], abs=1e-6
    )
    kenward_roger = found["others"][0]
    assert kenward_roger["estimate"] == pytest.approx(model.kenward_roger.estimate, abs=1e-6)
    assert kenward_roger["p"] == pytest.approx(model.kenward_roger.p, rel=1e-5)


def test_analyse_when_an_effect_is_known_holds_it_in_every_interval(
    locked: Path, tmp_path: Path
) -> None:
    """Of eight intervals of 95 % more than two miss six times in a thousand."""
    misses = dict.fromkeys((Way.PERMUTATION, Way.KENWARD_ROGER), 0)
    errors = []
    folder = copied(locked, tmp_path)
    for seed in range(8):
        write_outcomes(folder, simulate(folder, FOUR, seed))
        found = by_lot(folder, Choices())
        for way in misses:
            one = other(found, way, Estimand.EXPOSURE_AVERAGE)
            misses[way] += not one.low <= 4.0 <= one.high
        errors.append(found.by_lot.answer.estimate - 4.0)
    assert max(misses.values()) <= 2
    assert abs(np.mean(errors)) < 3 * np.std(errors, ddof=1) / np.sqrt(len(errors))


def test_analyse_when_nothing_works_and_little_is_measured_cannot_tell(
    locked: Path, tmp_path: Path
) -> None:
    folder = copied(locked, tmp_path)
    told = []
    for seed in range(6):
        write_outcomes(folder, simulate(folder, Truth(lambda _: 0.0), seed))
        told.append(by_lot(folder, Choices()).by_lot.verdict)
    assert told.count(Verdict.CANNOT_TELL) >= 5
    assert Verdict.TOO_SMALL not in told  # ten times as wide as that


def test_analyse_when_nothing_works_and_much_is_measured_says_too_small(
    locked: Path, tmp_path: Path
) -> None:
    precise = Truth(lambda _: 0.2, within=0.05, residual=1.0)
    folder = measured(locked, tmp_path, precise)
    found = analyse(folder)
    assert found["verdict"] == "too_small"
    assert found["further"] is None


@pytest.mark.parametrize(
    ("higher", "effect", "verdict"),
    [("true", -8.0, "harms"), ("false", -8.0, "works"), ("false", 8.0, "harms")],
)
def test_analyse_when_the_effect_is_large_knows_the_better_direction(
    drawn: Path, tmp_path: Path, higher: str, effect: float, verdict: str
) -> None:
    folder = copied(drawn, tmp_path)
    reset(folder, higher_is_better=higher)
    lock(folder)
    write_outcomes(folder, simulate(folder, Truth(lambda _: effect)))
    found = by_lot(folder, Choices())
    assert found.by_lot.verdict == verdict
    assert np.sign(found.by_lot.answer.estimate) == np.sign(effect)
    assert (found.by_lot.effect.estimate > 0) == (verdict == "works")
    assert found.by_lot.effect.low < found.by_lot.effect.estimate < found.by_lot.effect.high


def test_analyse_when_the_effect_grows_shows_it_by_time(locked: Path, tmp_path: Path) -> None:
    grows = Truth(lambda k: 3.0 * k, residual=3.0, within=0.3)
    found = by_lot(measured(locked, tmp_path, grows), Choices())
    assert [round(one.estimate / 3.0) for one in found.by_lot.by_time] == [1, 2, 3, 4]
    answer = found.by_lot.answer
    assert answer.estimate == pytest.approx(7.5, abs=1.0)
    assert answer.low < 7.5 < answer.high


def test_analyse_when_it_cannot_tell_says_how_many_more_would(locked: Path, tmp_path: Path) -> None:
    folder = measured(locked, tmp_path, Truth(lambda _: 0.0), seed=2)
    found = analyse(folder)
    assert found["verdict"] == "cannot_tell"
    further = found["further"]
    rows = simulate(folder, Truth(lambda _: 0.0), 2)
    model = rollout_effect(
        cells_of(outcomes(rows.unit, rows.period, rows.exposure > 0, rows.value))
    )
    spread = RandomEffects(model.cluster_variance**0.5, (model.cell_variance or 0.0) ** 0.5)
    treated = np.array([[t >= start for t in range(5)] for start in starts_of(folder)], float)

    def power(more: int) -> float:
        chosen = np.concatenate([np.arange(12), np.arange(more) % 12])
        question = PowerQuestion(
            design(treated[chosen], 20),
            spread,
            Continuous(2.0, model.residual_variance**0.5),
            test=WaldTest(0.05, freedom=Freedom.CLUSTERS),
        )
        return power_of(question).power

    number = further["units"]["number"]
    assert power(number) >= further["target"] > power(number - 1)
    assert further["units"]["power"] == pytest.approx(power(number), abs=1e-4)
    page = (folder / "rollout/analysis.html").read_text("utf-8")
    assert f"Units: {number} more of the same kind." in page
    assert "We cannot tell" in page


def test_analyse_when_a_share_is_measured_is_gee_and_the_lottery(
    drawn: Path, tmp_path: Path
) -> None:
    folder = copied(drawn, tmp_path)
    reset(
        folder,
        kind='"binary"',
        mean="0.4",
        persons="40",
        smallest_relevant="0.1",
        higher_is_better="false",
    )
    lock(folder)
    rows = simulate(folder, replace(FOUR, people=40))
    chance = np.clip(0.5 - 0.25 * (rows.exposure > 0) + 0.02 * (rows.unit % 3), 0, 1)
    yes = np.random.default_rng(5).random(rows.value.size) < chance
    write_outcomes(folder, replace(rows, value=yes.astype(float)))
    found = by_lot(folder, Choices(estimand=Estimand.CONSTANT))
    assert found.by_lot.verdict is Verdict.WORKS
    whole = marginal_effect(outcomes(rows.unit, rows.period, rows.exposure > 0, yes)).bias_reduced
    one = other(found, Way.BIAS_REDUCED, Estimand.CONSTANT)
    assert (one.estimate, one.low, one.p) == pytest.approx((whole.estimate, whole.low, whole.p))
    assert one.low < -0.25 < one.high
    assert len(found.by_lot.by_time) == 4
    assert {e.way for e in found.by_lot.by_time} == {Way.BIAS_REDUCED}


def test_analyse_when_a_count_is_measured_sees_the_means_alone(drawn: Path, tmp_path: Path) -> None:
    folder = copied(drawn, tmp_path)
    reset(folder, kind='"count"', mean="6", smallest_relevant="1", unit='"dage"')
    lock(folder)
    rows = simulate(folder, FOUR)
    counts = np.random.default_rng(5).poisson(6.0 - 3.0 * (rows.exposure > 0))
    write_outcomes(folder, replace(rows, value=counts.astype(float)))
    found = by_lot(folder, Choices())
    assert found.by_lot.data.only_means
    assert found.by_lot.verdict is Verdict.HARMS
    assert found.by_lot.answer.low < -3.0 < found.by_lot.answer.high
    one = found.by_lot.spread
    assert (one.icc, one.cac) == (None, None)


def test_analyse_when_rows_are_means_is_that_of_the_people_behind(
    locked: Path, tmp_path: Path
) -> None:
    people = measured(locked, tmp_path / "people")
    rows = simulate(people, FOUR)
    means, _ = by_hand(people, rows)
    unit, period = (at.ravel() for at in np.indices(means.mean.shape))
    folder = copied(locked, tmp_path / "means")
    write_outcomes(folder, Simulated(unit, period, unit * 0, means.mean.ravel()))
    one, other_ = (by_lot(at, Choices()).by_lot for at in (people, folder))
    assert other_.answer.estimate == pytest.approx(one.answer.estimate, abs=1e-7)
    assert other_.answer.p == one.answer.p
    assert other_.others[0].estimate == pytest.approx(one.others[0].estimate, abs=1e-4)
    assert other_.others[0].p == pytest.approx(one.others[0].p, rel=0.05)


def test_analyse_when_people_are_followed_does_not_count_them_twice(
    locked: Path, tmp_path: Path
) -> None:
    folder = copied(locked, tmp_path)
    rows = simulate(folder, FOUR)
    person = [f"q{unit}-{at % 20}" for at, unit in enumerate(rows.unit)]
    write_outcomes(folder, rows, person=list(person))
    assert by_lot(folder, Choices()).by_lot.data.only_means


def test_analyse_when_a_subgroup_is_asked_for_takes_its_units_alone(
    locked: Path, tmp_path: Path
) -> None:
    folder = measured(locked, tmp_path)
    rows = simulate(folder, FOUR)
    town = rows.unit % 2 == 1
    again = replace(rows, value=rows.value + 6.0 * (town & (rows.exposure > 0)))
    write_outcomes(folder, again)
    found = by_lot(folder, replace(KENWARD_ROGER, subgroups=("Borgere",)))
    kept = outcomes(
        again.unit[town], again.period[town], again.exposure[town] > 0, again.value[town]
    )
    model = rollout_effect(cells_of(kept)).kenward_roger
    by, land = found.by_lot.subgroups[:2]
    assert (by.label, by.units, land.label) == ("by", 6, "land")
    assert isinstance(by.answer, Estimate)
    assert isinstance(land.answer, Estimate)
    assert (by.answer.estimate, by.answer.p) == pytest.approx((model.estimate, model.p), rel=1e-4)
    assert by.answer.estimate > land.answer.estimate + 2.0
    assert (found.standing.is_planned("slags"), found.standing.is_planned("borgere")) == (
        True,
        False,
    )
    assert len(found.by_lot.subgroups) == 2 + 12  # a unit each, of which none has an answer
    assert not any(isinstance(one.answer, Estimate) for one in found.by_lot.subgroups[2:])


def test_analyse_when_it_departs_from_the_lock_says_each_on_page_and_file(
    locked: Path, tmp_path: Path
) -> None:
    folder = measured(locked, tmp_path)
    reset(folder, "", smallest_relevant="1", icc="0.1")
    found = analyse(folder, "--test", "kenward_roger", "--estimand", "constant")
    assert found["standing"]["exploratory"] is True
    parts = {one["part"] for one in found["standing"]["departures"]}
    assert parts == {"effect", "test", "smallest_relevant_effect", "subgroup"}
    assert found["standing"]["measured_otherwise"] is True
    page = (folder / "rollout/analysis.html").read_text("utf-8")
    assert "Did it work? – exploratory analysis" in page
    assert "the test is Kenward-Roger, but the permutation test was locked" in page
    assert "the subgroup “slags” was planned, but is not shown" in page
    assert page.count("Departs from the plan") == 5


def test_analyse_when_a_subgroup_alone_is_new_keeps_the_answer_confirmed(
    locked: Path, tmp_path: Path
) -> None:
    found = by_lot(measured(locked, tmp_path), Choices(subgroups=("Borgere",)))
    assert len(found.standing.departures) == 1
    assert not found.standing.is_exploratory


@pytest.mark.parametrize("option", [(), ("--exploratory",)])
def test_analyse_when_no_lock_is_used_calls_all_of_it_exploratory(
    drawn: Path, locked: Path, tmp_path: Path, option: tuple[str, ...]
) -> None:
    folder = measured(locked if option else drawn, tmp_path)
    code, said = run("rollout analyse", folder, "--lang", "en", *option)
    assert code == 0
    assert said.startswith("Exploratory: ")
    content = json.loads((folder / "rollout/analysis.json").read_text("utf-8"))
    assert content["standing"]["exploratory"] is True
    assert content["standing"]["locked_at"] is None


def broken(folder: Path, *options: str) -> str:
    files = {f: f.read_bytes() for f in folder.rglob("*") if f.is_file()}
    code, said = run("rollout analyse", folder, "--lang", "en", *options)
    assert code == 2, said
    assert {f: f.read_bytes() for f in folder.rglob("*") if f.is_file()} == files
    return said


def test_analyse_when_rows_are_from_before_the_lock_refuses(locked: Path, tmp_path: Path) -> None:
    folder = measured(locked, tmp_path)
    content = json.loads((folder / "rollout/lock.json").read_text("utf-8"))
    (folder / "rollout/lock.json").unlink()
    (folder / "outcomes.csv").unlink()
    lock(folder, "2027-02-12T08:00:00")
    write_outcomes(folder, simulate(folder, FOUR))
    said = broken(folder)
    assert "outcomes.csv:2:1: The measurement is from 2027-01-11" in said
    assert "480 in all" in said  # the period before, and the one that begins on the day of the lock
    assert content["plan"]["locked_at"].startswith("2027-01-04")


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (("Trivsel", "Fravær"), "rollout/lock.json: The plan of analysis does not match its hash"),
        (('"lottery": "', '"lottery": "0'), "was locked for another lottery"),
        (('"plan"', '"plane"'), "rollout/lock.json: The file is not as samskab rollout lock wrote"),
    ],
)
def test_analyse_when_the_lock_is_tampered_with_refuses(
    locked: Path, tmp_path: Path, edit: tuple[str, str], told: str
) -> None:
    folder = measured(locked, tmp_path)
    file = folder / "rollout/lock.json"
    file.write_text(file.read_text("utf-8").replace(*edit), "utf-8")
    assert told in broken(folder)


def test_analyse_when_a_unit_changed_wave_names_its_first_row(locked: Path, tmp_path: Path) -> None:
    folder = copied(locked, tmp_path)
    rows = simulate(folder, FOUR)
    treated = (rows.exposure > 0).astype(int)
    write_outcomes(folder, rows, treated=list(treated))
    by_lot(folder, Choices())
    late = UNITS[(starts_of(folder)).index(4)]
    moved = np.where((rows.unit == UNITS.index(late)) & (rows.period == 3), 1, treated)
    write_outcomes(folder, rows, treated=list(moved))
    line = int(np.flatnonzero(moved != treated)[0]) + 2
    said = broken(folder)
    assert f"outcomes.csv:{line}:" in said
    assert (
        f"The unit “{late}” drew wave “b4” and should stand with treated = 0 in period “m3”" in said
    )
    assert "1 fault" in said


def test_analyse_when_each_wave_has_one_unit_says_which_tests_remain(tmp_path: Path) -> None:
    folder = write_drawn_folder(tmp_path, "", UNITS[:4], level="0.1")
    write_outcomes(folder, simulate(folder, Truth(lambda _: 20.0)))
    found = analyse(folder)
    assert found["remarks"] == ["rollout_one_unit_per_wave"]
    assert found["answer"]["p"] == pytest.approx(1 / 12)  # the better half of 24 orders
    assert [one["way"] for one in found["not_used"]] == ["efficient_timing"]
    page = (folder / "rollout/analysis.html").read_text("utf-8")
    assert "the permutation test over the 24 allowed allocations is valid" in page
    reset(folder, "")
    said = broken(folder)
    assert "rollout.toml: With 12 allocations the smallest possible p-value is 0.0833" in said
    by_lot(folder, KENWARD_ROGER)


def test_analyse_when_shares_are_of_one_unit_per_wave_refuses_gee_alone(tmp_path: Path) -> None:
    binary = {"kind": '"binary"', "mean": "0.4", "smallest_relevant": "0.1", "level": "0.1"}
    folder = write_drawn_folder(tmp_path, "", UNITS[:4], **binary)
    rows = simulate(folder, FOUR)
    write_outcomes(folder, replace(rows, value=(rows.value > 60).astype(float)))
    assert "Each wave (1, 2, 3, 4) has one unit only" in broken(folder, "--test", "kenward_roger")
    assert by_lot(folder, Choices()).by_lot.answer.way is Way.PERMUTATION


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (-3.0, 1.0, "A gain of 2 point does not fit the measurements, but harm may."),
        (-1.0, 3.0, "the measurements cannot tell an effect of 2 point from none"),
        (-3.0, 3.0, "Both a gain and a harm of 2 point fit the measurements."),
    ],
)
def test_page_when_it_cannot_tell_says_what_is_open(
    locked: Path, tmp_path: Path, low: float, high: float, said: str
) -> None:
    found = by_lot(measured(locked, tmp_path), Choices())
    effect = EffectInterval(0.0, low, high)
    judged = verdict(effect, 2.0)
    assert judged is Verdict.CANNOT_TELL
    lot = replace(found.by_lot, effect=effect, verdict=judged)
    page = LotPage(replace(found, by_lot=lot), Language.ENGLISH).page()
    told = " ".join(lead for section in page.sections for lead in section.lead)
    assert said in told.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0.1, 5.0, Verdict.WORKS),
        (2.0, 5.0, Verdict.WORKS),
        (0.1, 1.9, Verdict.TOO_SMALL),
        (-1.9, 1.9, Verdict.TOO_SMALL),
        (-5.0, -0.1, Verdict.HARMS),
        (-1.9, -0.1, Verdict.TOO_SMALL),
        (0.0, 2.0, Verdict.CANNOT_TELL),
        (-np.inf, np.inf, Verdict.CANNOT_TELL),
        (0.5, np.inf, Verdict.WORKS),
    ],
)
def test_verdict_when_the_whole_interval_is_on_a_side_says_so(
    low: float, high: float, expected: Verdict
) -> None:
    assert verdict(EffectInterval((low + high) / 2, low, high), 2.0) is expected


def test_voice_when_an_interval_has_no_end_says_so(locked: Path, tmp_path: Path) -> None:
    outcome = by_lot(measured(locked, tmp_path), Choices()).outcome
    say = LotVoice(Language.ENGLISH, SAID)
    assert say.interval(-1.5, 2.0, outcome) == "−1.5 to +2\u00a0point"
    assert say.interval(0.5, np.inf, outcome) == "from +0.5\u00a0point up, without end"
    assert say.interval(-np.inf, 2.0, outcome) == "up to +2\u00a0point, without bottom"
    assert say.interval(-np.inf, np.inf, outcome) == "unknown at both ends"


def without(rows: Simulated, gone: np.ndarray) -> Simulated:
    kept = ~gone
    return Simulated(rows.unit[kept], rows.period[kept], rows.exposure[kept], rows.value[kept])


def test_analyse_when_a_cell_or_a_period_is_empty_names_it(locked: Path, tmp_path: Path) -> None:
    folder = copied(locked, tmp_path)
    rows = simulate(folder, FOUR)
    write_outcomes(folder, without(rows, (rows.unit == 3) & (rows.period == 2)))
    assert "The unit “Enhed 04” is not measured in period “m2”" in broken(folder)
    write_outcomes(folder, without(rows, rows.period == 4))
    said = broken(folder)
    assert "Nothing is measured in period “m4”" in said
    assert "1 fault" in said


def test_analyse_when_the_outcome_never_varies_or_is_no_number_says_so(
    locked: Path, tmp_path: Path
) -> None:
    folder = copied(locked, tmp_path)
    rows = simulate(folder, FOUR)
    write_outcomes(folder, replace(rows, value=rows.value * 0 + 3))
    assert "is the same in all" in broken(folder)
    write_outcomes(folder, replace(rows, value=np.where(rows.period == 9, 0, np.nan)))
    assert "outcomes.csv:2:13: value is “nan”, which is no number" in broken(folder)


def test_analyse_when_a_subgroup_is_unknown_says_so(locked: Path, tmp_path: Path) -> None:
    folder = measured(locked, tmp_path)
    said = broken(folder, "--subgroup", "farve")
    assert "--subgroup: units.csv has no column “farve”" in said


def test_analyse_when_asked_twice_is_the_same_to_the_byte(locked: Path, tmp_path: Path) -> None:
    folder = measured(locked, tmp_path)
    files = ("rollout/analysis.json", "rollout/analysis.html")
    first = [analyse(folder) and (folder / name).read_bytes() for name in files]
    assert first == [analyse(folder) and (folder / name).read_bytes() for name in files]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("effect", [8.0, 0.0, -8.0])
def test_analyse_when_written_tells_every_part_in_words(
    locked: Path, tmp_path: Path, language: Language, effect: float
) -> None:
    folder = measured(locked, tmp_path, Truth(lambda _: effect), seed=2)
    found: dict[str, Any] = analyse(folder, language=language)
    page = (folder / "rollout/analysis.html").read_text("utf-8")
    said = SAID[language]
    for part in ("asked", "found", "sure", "subgroups", "limits"):
        assert said[f"{part}_title"] in page
    assert said[f"answer_{found['verdict']}"] in page
    text = re.sub(r"<(style|svg).*?</\1>", "", page, flags=re.DOTALL)
    assert "{" not in text
    assert not re.search(r"\b(None|nan|inf)\b", text)


def test_words_when_compared_are_the_same_keys_in_both_languages() -> None:
    danish, english = (SAID[language] for language in Language)
    assert danish.keys() == english.keys()
    for key, words in danish.items():
        assert set(re.findall(r"{(\w+)}", words)) == set(re.findall(r"{(\w+)}", english[key])), key


def test_model_when_the_curve_is_constant_is_the_further_way(locked: Path, tmp_path: Path) -> None:
    folder = measured(locked, tmp_path)
    rows = simulate(folder, FOUR)
    cells = cells_of(outcomes(rows.unit, rows.period, rows.exposure > 0, rows.value))
    model = rollout_effect(cells, curve=Curve.CONSTANT).kenward_roger
    one = other(by_lot(folder, Choices()), Way.KENWARD_ROGER, Estimand.CONSTANT)
    assert (one.estimate, one.low) == pytest.approx((model.estimate, model.low), abs=1e-6)
