"""Names of files, of ids that anybody may have chosen."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskab.telling.publication_files import file_name


@pytest.mark.parametrize("name", ["p1", "synthetic-0001", "m_2", "0"])
def test_file_name_when_an_id_is_plain_is_the_id(name: str) -> None:
    assert file_name(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "../../etc/passwd",
        "a/b",
        "a\\b",
        "C:x",
        "con",
        "nul",
        "lpt1",
        "P1",
        "å",
        "a" * 61,
        "a.m1",
        "-rf",
        "x\x00",
        "\ud800",
        "p1 ",
        "a~b",
    ],
)
def test_file_name_when_an_id_is_not_plain_is_safe(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9_-]{0,40}~[0-9a-f]{12}", file_name(name))


def test_file_name_when_ids_differ_in_what_file_systems_do_not_tell_apart() -> None:
    ids = ["p1", "P1", "p1.", "p1 ", "å", "a\u030a", "Å", "ø", "", "~"]
    assert len({file_name(one) for one in ids}) == len(ids)


@given(st.text(), st.text())
def test_file_name_when_ids_differ_differs(one: str, other: str) -> None:
    assert (file_name(one) == file_name(other)) is (one == other)
    assert len(file_name(one)) <= 60
