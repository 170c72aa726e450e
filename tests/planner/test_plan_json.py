"""A plan is what its file says, to the øre."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskab.common.errors import InputError
from samskab.planner.model.plan import Cost, Plan, Session, Unserved
from samskab.planner.plan_json import plan_text, read_plan, read_stored_plan, write_plan
from samskab.planner.plan_node import PlanCode

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
PLAN = Plan(
    sessions=(
        Session(
            id="s1",
            module="m1",
            start=datetime(2027, 2, 3, 8, 30, tzinfo=COPENHAGEN),
            end=datetime(2027, 2, 3, 16, tzinfo=COPENHAGEN),
            room="r1",
            facilitators=("f1", "f2"),
            people=("p1", "p2"),
        ),
        Session(
            id="s2",
            module="m2",
            start=datetime(2027, 6, 1, 12, 30, tzinfo=COPENHAGEN),
            end=datetime(2027, 6, 1, 16, tzinfo=COPENHAGEN),
            room=None,
            facilitators=(),
            people=("Åse",),
        ),
    ),
    unserved=(Unserved("p3", "m1", "no_open_date"),),
    cost=Cost(1_000_000, 120_000, 46_000, 12_345, 7, 0, 2_500_000, 0),
    bound=3_310_517,
    seconds=60.0004,
    seed=7,
)
STATED = """\
{"format": "samskab-plan/1",
 "sessions": [
  {"id": "s1", "module": "m1", "start": "2027-02-03T08:30:00+01:00", "end": \
"2027-02-03T16:00:00+01:00", "room": "r1", "facilitators": ["f1", "f2"], "people": ["p1", "p2"]},
  {"id": "s2", "module": "m2", "start": "2027-06-01T12:30:00+02:00", "end": \
"2027-06-01T16:00:00+02:00", "room": null, "facilitators": [], "people": ["Åse"]}
 ],
 "unserved": [
  {"person": "p3", "module": "m1", "why": "no_open_date"}
 ],
 "cost": {"facilitation": 10000.00, "rooms": 1200.00, "materials": 460.00, "travel": 123.45, \
"displacement": 0.07, "unfairness": 0.00, "unserved": 25000.00, "changes": 0.00, \
"total": 36783.52},
 "bound": 33105.17,
 "gap": 0.100000,
 "seconds": 60.000,
 "seed": 7}
"""
OERE = st.integers(0, 10**12)
TEXTS = st.text(max_size=5)
ZONES = st.sampled_from((COPENHAGEN, UTC, timezone(timedelta(hours=-3))))
DAYTIME = st.times(time(5), time(20))  # no clock is put forward or back then
TIMES = st.builds(datetime.combine, st.dates(date(2000, 1, 1), date(2100, 1, 1)), DAYTIME, ZONES)
NAMES = st.lists(TEXTS, max_size=3).map(tuple)
PLANS = st.builds(
    Plan,
    sessions=st.lists(
        st.builds(
            Session,
            id=TEXTS,
            module=TEXTS,
            start=TIMES,
            end=TIMES,
            room=st.none() | TEXTS,
            facilitators=NAMES,
            people=NAMES,
        ),
        max_size=3,
    ).map(tuple),
    unserved=st.lists(st.builds(Unserved, TEXTS, TEXTS, TEXTS), max_size=3).map(tuple),
    cost=st.builds(Cost, OERE, OERE, OERE, OERE, OERE, OERE, OERE, OERE),
    bound=OERE,
    seconds=st.integers(0, 10**7).map(lambda thousandths: thousandths / 1000),
    seed=st.integers(0, 2**63),
)


def changed(change: Callable[[dict[str, Any]], object]) -> str:
    content = json.loads(STATED)
    change(content)
    return json.dumps(content)


def faults_of(text: str | bytes, folder: Path) -> list[tuple[str, object, int | None, int | None]]:
    (folder / "plan.json").write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(InputError) as caught:
        read_plan(folder / "plan.json")
    assert {fault.file for fault in caught.value.faults} == {"plan.json"}
    return [(f.code, f.values.get("path"), f.line, f.column) for f in caught.value.faults]


def test_text_when_a_plan_is_written() -> None:
    assert plan_text(PLAN) == STATED


def test_text_when_a_plan_is_empty() -> None:
    content = json.loads(plan_text(Plan((), (), Cost())))
    assert (content["sessions"], content["unserved"], content["gap"]) == ([], [], 0)


@given(PLANS)
def test_plan_when_it_was_written_and_is_read_back(plan: Plan) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "plan.json")
        write_plan(plan, path)
        stored = read_stored_plan(path)
    assert stored.plan == plan
    assert stored.total == plan.cost.total
    assert stored.false_claims("plan.json") == ()


@given(PLANS)
def test_amounts_when_another_parser_reads_them(plan: Plan) -> None:
    """To every reader of JSON they are numbers, with two decimals in the text."""
    content = json.loads(plan_text(plan), parse_float=str)
    for name, kr in content["cost"].items():
        assert Decimal(kr) * 100 == getattr(plan.cost, name)
        assert len(kr.partition(".")[2]) == 2
    assert Decimal(content["bound"]) * 100 == plan.bound


def test_claims_when_total_and_gap_are_false(tmp_path: Path) -> None:
    def lie(content: dict[str, Any]) -> None:
        content["cost"]["total"] = 36783.51
        content["gap"] = 0.09

    (tmp_path / "plan.json").write_text(changed(lie), "utf-8")
    stored = read_stored_plan(tmp_path / "plan.json")
    assert stored.plan == replace(PLAN, seconds=60.0)
    assert [(fault.code, dict(fault.values)) for fault in stored.false_claims("plan.json")] == [
        (PlanCode.TOTAL_WRONG, {"claimed_kr": Decimal("36783.51"), "true_kr": Decimal("36783.52")}),
        (PlanCode.GAP_WRONG, {"claimed": Decimal("0.09"), "true": Decimal("0.100000")}),
    ]


@pytest.mark.parametrize(
    ("change", "code", "path"),
    [
        (lambda plan: plan.update(format="samskab-plan/2"), PlanCode.FORMAT_UNKNOWN, "{}"),
        (lambda plan: plan.pop("format"), PlanCode.KEY_MISSING, "{}"),
        (lambda plan: plan.pop("bound"), PlanCode.KEY_MISSING, "{}"),
        (lambda plan: plan["cost"].pop("travel"), PlanCode.KEY_MISSING, "cost"),
        (lambda plan: plan.update(cost=7), PlanCode.OBJECT_WANTED, "cost"),
        (lambda plan: plan.update(sessions={}), PlanCode.LIST_WANTED, "sessions"),
        (lambda plan: plan["sessions"].append(3), PlanCode.OBJECT_WANTED, "sessions[2]"),
        (
            lambda plan: plan["sessions"][1].update(people=["p1", 2]),
            PlanCode.TEXT_WANTED,
            "sessions[1].people[1]",
        ),
        (lambda plan: plan["sessions"][0].update(room=4), PlanCode.TEXT_WANTED, "sessions[0].room"),
        (
            lambda plan: plan["sessions"][0].update(start="2027-02-03T08:30:00"),
            PlanCode.TIME_WANTED,
            "sessions[0].start",
        ),
        (
            lambda plan: plan["sessions"][0].update(end="2027-02-30T08:30:00+01:00"),
            PlanCode.TIME_WANTED,
            "sessions[0].end",
        ),
        (lambda plan: plan["unserved"][0].pop("why"), PlanCode.KEY_MISSING, "unserved[0]"),
        (lambda plan: plan.update(bound="1"), PlanCode.NUMBER_WANTED, "bound"),
        (lambda plan: plan.update(bound=True), PlanCode.NUMBER_WANTED, "bound"),
        (lambda plan: plan.update(seconds=float("nan")), PlanCode.NUMBER_WANTED, "seconds"),
        (lambda plan: plan.update(seconds=1e300), PlanCode.NUMBER_WANTED, "seconds"),
        (lambda plan: plan["cost"].update(rooms=0.005), PlanCode.AMOUNT_WANTED, "cost.rooms"),
        (lambda plan: plan.update(seed=0.5), PlanCode.WHOLE_WANTED, "seed"),
    ],
)
def test_fault_when_a_value_is_wrong(
    change: Callable[[dict[str, Any]], object], code: PlanCode, path: str, tmp_path: Path
) -> None:
    assert faults_of(changed(change), tmp_path) == [(code, path, None, None)]


def test_faults_when_much_is_wrong(tmp_path: Path) -> None:
    def spoil(plan: dict[str, Any]) -> None:
        plan["sessions"][0].pop("id")
        plan["sessions"][1]["start"] = None
        plan["cost"]["rooms"] = "a lot"

    assert [path for _, path, *_ in faults_of(changed(spoil), tmp_path)] == [
        "sessions[0]",
        "sessions[1].start",
        "cost.rooms",
    ]


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ('{"format": "samskab-plan/1",\n "sessions" []}', PlanCode.NOT_JSON, 2, 13),
        ("", PlanCode.NOT_JSON, 1, 1),
        (100_000 * "[", PlanCode.NOT_JSON, 1, 1),
        ('{"seed": ' + 5_000 * "9" + "}", PlanCode.NOT_JSON, 1, 1),
        ('{\n"format": "Ø"}'.encode("latin-1"), PlanCode.NOT_UTF8, 2, None),
        (51_000_000 * b" ", PlanCode.FILE_TOO_LARGE, None, None),
    ],
    ids=["broken", "empty", "brackets", "digits", "Latin-1", "51 MB"],
)
def test_fault_when_the_file_is_no_plan(
    text: str | bytes, code: PlanCode, line: int | None, column: int | None, tmp_path: Path
) -> None:
    assert faults_of(text, tmp_path) == [(code, None, line, column)]


def test_fault_when_the_content_is_a_list(tmp_path: Path) -> None:
    assert faults_of("[]", tmp_path) == [(PlanCode.OBJECT_WANTED, "{}", None, None)]


def test_fault_when_there_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_plan(tmp_path / "plan.json")
    assert [fault.code for fault in caught.value.faults] == [PlanCode.FILE_UNREADABLE]
