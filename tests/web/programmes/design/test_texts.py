"""Texts are read, changed, merged and compared; all of it without a database."""

import tomllib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samskab.planner.folder.settings import SettingPath
from samskab.web.programmes.design.differences import Difference, Kind, differences
from samskab.web.programmes.design.merging import Conflict, merge, moved, together
from samskab.web.programmes.design.reading import read, same
from samskab.web.programmes.design.writing import (
    changed,
    reordered,
    toml_of,
    value_of,
    without_module,
)

TEXT = """\
# Digital ledelse, aftalt i januar
title = "Digital ledelse" # arbejdstitel
first_day = 2027-01-11
last_day = 2027-03-26
closed = [
  2027-02-05, # MED-dag
  {from = 2027-02-15, to = 2027-02-19, why = "Vinterferie"},
]

# Om retning
[[modules]]
id = "m1"
title = "Fælles retning"
format = "in_person"
half_days = 2
group_min = 2
group_max = 12 # så mange kan nå til orde

# Om data
[[modules]]
id = "m2"
title = "Data i praksis"
format = "online"
half_days = 1
group_min = 2
group_max = 12
after = ["m1"]
gap_days_min = 7

# Fra MED
[rules]
max_away_per_unit = 1
keep_together = [["m1", "m2"]]
"""
INLINE = """\
title = "A"
first_day = 2027-01-11
last_day = 2027-03-26
modules = [
  {id = "m1", title = "Et", format = "online", half_days = 1, group_min = 1, group_max = 9}, # et
  {id = "m2", title = "To", format = "online", half_days = 1, group_min = 1, group_max = 9},
]
rules = {max_days_per_week = 1}
"""


def test_a_text_is_read_into_settings() -> None:
    reading = read(TEXT)
    assert reading.faults == ()
    assert reading.frame is not None
    assert reading.modules == ("m1", "m2")
    assert reading.settings["modules", "m2", "gap_days_min"] == 7
    assert reading.settings["rules", "max_away_per_unit"] == 1
    assert reading.settings["first_day",] == date(2027, 1, 11)


def test_a_fault_stands_at_its_setting() -> None:
    text = TEXT.replace("group_min = 2\ngroup_max = 12 #", "group_min = 20\ngroup_max = 12 #")
    text = text.replace("max_away_per_unit = 1", "max_away_per_unit = 1.5")
    text = text.replace('title = "Data i praksis"\n', "")
    paths = {fault.path: fault.fault.code for fault in read(text).faults}
    assert paths == {
        ("modules", "m1", "group_min"): "group_backwards",
        ("modules", "m2", "title"): "key_missing",
        ("rules", "max_away_per_unit"): "share_wrong",
    }


@pytest.mark.parametrize("text", ["title = ", "a" * 9, "x = [" * 5000])
def test_a_text_that_is_no_toml_has_one_fault(text: str) -> None:
    reading = read(text)
    assert [one.fault.code for one in reading.faults] == ["toml_broken"]
    assert reading.frame is None


def test_only_the_changed_line_changes() -> None:
    made = changed(TEXT, {("modules", "m1", "group_max"): 14})
    assert made == TEXT.replace("group_max = 12 #", "group_max = 14 #")


def test_a_new_key_stands_last_in_its_table() -> None:
    made = changed(TEXT, {("modules", "m1", "materials"): Decimal("150.50"), ("holidays",): "DK"})
    assert "så mange kan nå til orde\nmaterials = 150.50\n\n# Om data" in made
    assert ']\nholidays = "DK"\n\n# Om retning' in made


def test_a_section_that_is_not_there_is_added_last() -> None:
    made = changed(TEXT, {("prices", "km"): Decimal("4.00"), ("prices", "unfair"): 100})
    assert made == TEXT + "\n[prices]\nkm = 4.00\nunfair = 100\n"


def test_an_element_that_is_added_leaves_the_comments_of_others() -> None:
    closed = [*read(TEXT).settings["closed",], date(2027, 3, 1)]
    made = changed(TEXT, {("closed",): closed})
    assert "2027-02-05, # MED-dag" in made
    assert same(read(made).settings["closed",], closed)
    less = changed(TEXT, {("closed",): closed[:1]})
    assert "# MED-dag" in less
    assert "Vinterferie" not in less


def test_a_comment_follows_its_module() -> None:
    made = reordered(TEXT, ["m2", "m1"])
    assert read(made).modules == ("m2", "m1")
    assert '# Om data\n[[modules]]\nid = "m2"' in made
    assert '# Om retning\n[[modules]]\nid = "m1"' in made
    assert made.index("# Fra MED") > made.index("# Om retning")
    assert reordered(made, ["m1", "m2"]) == TEXT


def test_a_module_that_is_taken_out_is_named_nowhere() -> None:
    made = without_module(TEXT, "m1")
    assert read(made).faults == ()
    assert "m1" not in made
    assert "# Om data" in made


def test_a_new_module_stands_behind_the_last() -> None:
    new: dict[SettingPath, object] = {
        ("modules", "m3", key): value
        for key, value in {
            "title": 'Det "nye"', "format": "online", "half_days": 1,
            "group_min": 1, "group_max": 9,
        }.items()
    }  # fmt: skip
    made = changed(TEXT, new)
    reading = read(made)
    assert reading.faults == ()
    assert reading.modules == ("m1", "m2", "m3")
    assert reading.title_of("m3") == 'Det "nye"'
    assert made.index('id = "m3"') < made.index("# Fra MED")


def test_modules_written_in_a_line_each_are_changed_as_well() -> None:
    made = changed(INLINE, {("modules", "m2", "group_max"): 8, ("rules", "fair_hours"): 5})
    assert read(made).settings["modules", "m2", "group_max"] == 8
    assert read(made).settings["rules", "fair_hours"] == 5
    assert "# et" in made
    assert read(reordered(INLINE, ["m2", "m1"])).modules == ("m2", "m1")
    assert read(without_module(INLINE, "m1")).modules == ("m2",)
    assert read(changed(INLINE, {("modules", "m3", "title"): "Tre"})).modules == ("m1", "m2", "m3")


VALUES = st.one_of(
    st.text(max_size=30),
    st.integers(0, 10**9),
    st.decimals(0, 10**6, places=2),
    st.dates(),
    st.lists(st.text(max_size=5), max_size=4),
)
PATHS = st.sampled_from(
    [("title",), ("holidays",), ("rules", "fair_hours"), ("prices", "km"), ("day", "am"),
     ("modules", "m1", "title"), ("modules", "m2", "after"), ("modules", "m2", "materials"),
     ("closed",)]
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.dictionaries(PATHS, st.none() | VALUES), st.sampled_from([TEXT, INLINE]))
def test_what_was_changed_is_read_again(changes: dict[SettingPath, object], text: str) -> None:
    expected = {**read(text).settings, **changes}
    made = changed(text, changes)
    found = read(made).settings
    for path in {*expected, *found}:
        assert same(found.get(path), expected.get(path)), path
    for comment in ("# Om data", "# Fra MED", "# et"):
        assert (comment in text) == (comment in made)


@given(VALUES)
def test_a_value_is_read_as_it_was_written(value: object) -> None:
    assert same(value_of(toml_of(value)), value)


def test_a_text_survives_changes_of_modules_between_other_tables() -> None:
    apart = TEXT + "\n# Tredje\n[[modules]]\n" + TEXT.split("[[modules]]\n")[1].replace("m1", "m3")
    assert read(apart).modules == ("m1", "m2", "m3")
    made = reordered(apart, ["m3", "m1", "m2"])
    assert read(made).modules == ("m3", "m1", "m2")
    assert tomllib.loads(made)["rules"] == tomllib.loads(apart)["rules"]


BASE = read(TEXT).settings
SIZE = ("modules", "m1", "group_max")


def test_what_only_one_changed_is_taken() -> None:
    now = {**BASE, ("title",): "Nyt navn"}
    merged = merge(BASE, now, {SIZE: 14, ("title",): "Digital ledelse"})
    assert merged.changes == {SIZE: 14}
    assert merged.conflicts == ()


def test_the_same_change_twice_is_one() -> None:
    merged = merge(BASE, {**BASE, SIZE: 14}, {SIZE: 14})
    assert merged.changes == {}
    assert merged.conflicts == ()


def test_two_values_for_one_setting_are_a_conflict() -> None:
    merged = merge(BASE, {**BASE, SIZE: 16}, {SIZE: 14})
    assert merged.changes == {}
    assert merged.conflicts == (Conflict(SIZE, 12, 14, 16),)


def test_one_person_and_all_of_them_are_not_the_same() -> None:
    away = ("rules", "max_away_per_unit")
    assert merge(BASE, BASE, {away: Decimal("1.0")}).changes == {away: Decimal("1.0")}


def test_a_module_taken_out_meanwhile_is_a_conflict() -> None:
    merged = merge(BASE, read(without_module(TEXT, "m1")).settings, {SIZE: 14})
    assert merged.conflicts == (Conflict(SIZE, 12, 14, None, is_gone=True),)


def test_closed_days_of_both_are_closed() -> None:
    day, other = date(2027, 3, 1), date(2027, 3, 2)
    base = BASE["closed",]
    merged = merge(BASE, {**BASE, ("closed",): [*base, other]}, {("closed",): [*base[1:], day]})
    assert merged.changes == {("closed",): [*base[1:], other, day]}


@given(*[st.lists(st.integers(0, 5), unique=True)] * 3)
def test_lists_of_both_lose_neither_side(
    base: list[int], theirs: list[int], mine: list[int]
) -> None:
    both = set(together(base, theirs, mine))
    for one in range(6):
        was, there, here = one in base, one in theirs, one in mine
        assert (one in both) == (there and here if was else there or here)


@pytest.mark.parametrize(
    ("now", "module", "by", "order"),
    [
        (["a", "b", "c"], "b", -1, ["b", "a", "c"]),
        (["a", "b", "c"], "b", 1, ["a", "c", "b"]),
        (["b", "a", "c"], "b", -1, ["b", "a", "c"]),  # the others did the same
        (["a", "c", "b"], "b", -1, ["b", "a", "c"]),  # both moves hold
        (["c", "b"], "b", -1, ["c", "b"]),  # a is gone
        (["a", "b", "c"], "a", -1, ["a", "b", "c"]),
    ],
)
def test_a_move_is_made_on_the_order_that_there_is(
    now: list[str], module: str, by: int, order: list[str]
) -> None:
    assert moved(["a", "b", "c"], now, module, by) == order


def test_differences_name_settings_and_modules() -> None:
    made = changed(reordered(TEXT, ["m2", "m1"]), {SIZE: 14, ("rules", "fair_hours"): 5})
    found = differences(BASE, read(made).settings)
    assert Difference(Kind.CHANGED, ("rules", "fair_hours"), None, 5) in found
    assert Difference(Kind.CHANGED, SIZE, 12, 14) in found
    assert [one.kind for one in found].count(Kind.MOVED) == 1
    assert len(found) == 3


def test_differences_name_a_module_that_came_or_went_once() -> None:
    less = read(without_module(TEXT, "m1")).settings
    gone = differences(BASE, less)
    assert Difference(Kind.REMOVED, ("modules", "m1"), "Fælles retning", None) in gone
    assert not any(one.path[:2] == ("modules", "m1") and len(one.path) > 2 for one in gone)
    came = differences(less, BASE)
    assert Difference(Kind.ADDED, ("modules", "m1"), None, "Fælles retning") in came


def test_equal_texts_do_not_differ() -> None:
    assert differences(BASE, read(TEXT).settings) == ()
