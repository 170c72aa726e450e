import pytest
from tests.benchmarks.page import PAGE, with_section
from tests.benchmarks.parts import PARTS

TEXT = (
    "Before\n<!-- a: begin -->\nold\n<!-- a: end -->\nBetween\n<!-- b: begin --><!-- b: end -->\n"
)


def test_one_section_is_written_when_others_stand() -> None:
    assert with_section(TEXT, "a", ["new", "lines"]) == TEXT.replace(
        "\nold\n", "\n\nnew\nlines\n\n"
    )


def test_a_page_without_markers_is_refused_when_a_section_is_written() -> None:
    with pytest.raises(ValueError, match="no markers for c"):
        with_section(TEXT, "c", [])


def test_every_part_has_its_place_when_the_page_is_written() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for name in (*PARTS, "curves"):
        assert with_section(page, name, ["x"]) != page
