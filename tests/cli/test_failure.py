"""Faults end on the error stream, one line each, with exit code 2."""

import pytest
import typer

from samskab.cli.failure import fail, warn
from samskab.common.errors import Fault, InputError
from samskab.telling.language import Language

UNKNOWN = Fault("person_unknown", {"person": "[bold]p9[/bold]" + 60 * "x"}, "needs.csv", 6, 1)
TWICE = Fault("id_twice", {"id": "p2", "first_line": 3}, "people.csv", 5, 1)


def test_output_when_input_has_two_faults(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as caught:
        fail(InputError([UNKNOWN, TWICE]), Language.ENGLISH)
    assert caught.value.exit_code == 2
    out, error = capsys.readouterr()
    first, second, closing = error.splitlines()
    assert first.startswith("needs.csv:6:1: people.csv has no person with the id “[bold]p9[/bold]x")
    assert second.startswith("people.csv:5:1: The id “p2” is used on line 3")
    assert closing == "2 faults: nothing was written."
    assert out == ""


def test_output_when_input_has_one_fault(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit):
        fail(InputError([TWICE]), Language.DANISH)
    assert capsys.readouterr().err.splitlines()[-1] == "1 fejl: intet er skrevet."


def test_output_when_there_are_warnings(capsys: pytest.CaptureFixture[str]) -> None:
    place = Fault("place_unknown", {"place": "Nord"}, "people.csv", 2, 9)
    warn([place], Language.DANISH)
    out, error = capsys.readouterr()
    assert error.startswith("Bemærk: people.csv:2:9: Stedet »Nord« er hverken i places.csv")
    assert out == ""
