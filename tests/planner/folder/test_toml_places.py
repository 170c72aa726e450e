"""Each key and list element is where an editor finds it."""

import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from samskab.planner.folder.toml_places import KeyPath, places_of

DOCUMENT = '''\
title = "A # no [comment] = here" # one
"quoted key" = 'C:\\'  # [x]
a.b = 1
list = [ # of
  "x", 'y',
  [1, 2027-02-01 08:30:00], {k = "}", l = []},
]
long = """
key = 1
[table]
\\""" "" """
[rules] # here
max = 2
  [[modules]]
  id = "m1"
[[modules]]
after = ["m1", "m2"]
id = \'\'\'
m2\'\'\'
[modules.more]
deep = 1
'''
PLACES = {
    ("title",): (1, 1),
    ("quoted key",): (2, 1),
    ("a", "b"): (3, 1),
    ("list",): (4, 1),
    ("list", 0): (5, 3),
    ("list", 1): (5, 8),
    ("list", 2): (6, 3),
    ("list", 2, 0): (6, 4),
    ("list", 2, 1): (6, 7),
    ("list", 3): (6, 29),
    ("list", 3, "k"): (6, 30),
    ("list", 3, "l"): (6, 39),
    ("long",): (8, 1),
    ("rules",): (12, 1),
    ("rules", "max"): (13, 1),
    ("modules", 0): (14, 3),
    ("modules", 0, "id"): (15, 3),
    ("modules", 1): (16, 1),
    ("modules", 1, "after"): (17, 1),
    ("modules", 1, "after", 0): (17, 10),
    ("modules", 1, "after", 1): (17, 16),
    ("modules", 1, "id"): (18, 1),
    ("modules", "more"): (20, 1),
    ("modules", "more", "deep"): (21, 1),
}
KEYS = st.text(st.sampled_from("ab-_1"), min_size=1, max_size=3)
VALUES = st.recursive(
    st.integers() | st.booleans() | st.text(st.sampled_from("a\"'[]{}=#,\\\n"), max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)


def written(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
            return f'"{escaped}"'
        case list():
            return "[" + ",\n ".join(map(written, value)) + "]"
        case dict():
            return "{" + ", ".join(f"{k} = {written(v)}" for k, v in value.items()) + "}"
        case _:
            return str(value)


def paths(value: Any, path: KeyPath = ()) -> set[KeyPath]:
    match value:
        case list():
            inner = {p for i, v in enumerate(value) for p in paths(v, (*path, i))}
        case dict():
            inner = {p for k, v in value.items() for p in paths(v, (*path, k))}
        case _:
            inner = set()
    return inner | ({path} if path else set())


def test_places_when_every_form_is_there() -> None:
    assert tomllib.loads(DOCUMENT)["modules"][1]["more"] == {"deep": 1}
    assert places_of(DOCUMENT) == PLACES


@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_places_when_tomllib_reads_the_same_document(document: dict[str, Any]) -> None:
    """Every path that tomllib finds has a place, and no path has one that tomllib does not find."""
    text = "\n".join(f"{key} = {written(value)}" for key, value in document.items())
    assert set(places_of(text)) == paths(tomllib.loads(text))
    lines = text.split("\n")
    for path, (line, column) in places_of(text).items():
        if isinstance(path[-1], str):
            assert lines[line - 1][column - 1 :].startswith(path[-1])
