import re

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Event

from samskab.planner.synthetic.ics_lines import as_bytes, escaped

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=200
).filter(lambda text: text == text.strip())


@given(TEXTS)
def test_a_line_when_icalendar_reads_it_back(text: str) -> None:
    written = as_bytes(["BEGIN:VEVENT", f"SUMMARY:{escaped(text)}", "END:VEVENT"])
    assert str(Event.from_ical(written)["SUMMARY"]) == text


@given(TEXTS)
def test_a_text_when_it_holds_what_would_separate_values(text: str) -> None:
    """RFC 5545, section 3.3.11: a comma, a semicolon and a backslash are written escaped."""
    left = re.sub(r"\\[\\;,n]", "", escaped(text))
    assert not set(left) & set("\\;,\n")


@given(TEXTS)
def test_a_line_when_it_is_long(text: str) -> None:
    *lines, end = as_bytes([f"SUMMARY:{text}"]).split(b"\r\n")
    assert end == b""
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() for line in lines), "no letter is cut in two"
