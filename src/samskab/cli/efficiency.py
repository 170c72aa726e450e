"""`samskab efficiency`: which units get most out of what they spend, and what the others can."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samskab.evidence.efficiency.model import BadOutputs, FixedInputs, Orientation, Returns
from samskab.telling.language import Language, language_of

if TYPE_CHECKING:
    from samskab.cli.efficiency_roles import Role
    from samskab.evidence.efficiency.model import Model

RESULT, REPORT = "efficiency.json", "report.html"
RUNS = 1000


def efficiency(  # each is an option of the command
    file: Annotated[Path, typer.Argument(help="A CSV file: a unit a row, its name first.")],
    inputs: Annotated[str, typer.Option(help="Columns of what is spent: a,b.")] = "",
    outputs: Annotated[str, typer.Option(help="Columns of what is achieved.")] = "",
    fixed: Annotated[str, typer.Option(help="Columns of inputs that nobody can change.")] = "",
    bad: Annotated[str, typer.Option(help="Columns of outputs that should be few.")] = "",
    period: Annotated[str, typer.Option(help="Column of the period, of which there are two.")] = "",
    returns: Annotated[Returns, typer.Option(help="Returns to scale.")] = Returns.VARIABLE,
    orientation: Annotated[
        Orientation, typer.Option(help="Whether inputs are to fall or outputs to grow.")
    ] = Orientation.INPUT,
    fixed_way: Annotated[
        FixedInputs, typer.Option(help="How fixed inputs are treated.")
    ] = FixedInputs.BANKER_MOREY,
    bad_way: Annotated[
        BadOutputs, typer.Option(help="How bad outputs are treated.")
    ] = BadOutputs.TRANSLATED,
    bootstrap: Annotated[
        int, typer.Option(min=0, help="How often to draw for the intervals; 0 for none.")
    ] = RUNS,
    seed: Annotated[int, typer.Option(min=0, help="The same seed, the same intervals.")] = 0,
    out: Annotated[
        Path | None, typer.Option(help="Where to write; a folder named as the file by default.")
    ] = None,
    lang: Annotated[Language | None, typer.Option(help="Danish or English.")] = None,
) -> None:
    """Compare units: who is among the best, who can learn from whom, and what that is worth.

    Columns take part by a prefix in the header (input:, output:, fixed:, bad:, price:, period:), or
    by the options.
    """
    from samskab.cli.efficiency_roles import Role
    from samskab.cli.ending import ended_in_words
    from samskab.evidence.efficiency.model import Model
    from samskab.telling.words.efficiency import SAID

    language = language_of(lang)
    words = SAID[language]
    asked = {
        role: [column for column in columns.split(",") if column.strip()]
        for role, columns in zip(Role, (inputs, outputs, fixed, bad, "", period), strict=True)
    }
    model = Model(returns, orientation, fixed_way, bad_way)
    runs = 0 if returns is Returns.FREE_DISPOSAL else bootstrap
    target = out or file.with_suffix("")
    with ended_in_words(language, words):
        summary = _compare(file, asked, model, (runs, seed), target, language)
    typer.echo(summary)
    typer.echo(words["wrote"].format(report=(target / REPORT).resolve().as_uri()))
    typer.echo(words["also"].format(result=target / RESULT))


def _compare(
    file: Path,
    asked: dict["Role", list[str]],
    model: "Model",
    drawn: tuple[int, int],
    target: Path,
    language: Language,
) -> str:
    """Read, work out, write; the sentence that says what came of it."""
    from samskab.cli.efficiency_findings import find_efficiency
    from samskab.cli.efficiency_json import efficiency_json
    from samskab.cli.efficiency_page import efficiency_page, summary
    from samskab.cli.efficiency_table import read_units
    from samskab.cli.failure import warn
    from samskab.cli.interruptible import interruptible
    from samskab.cli.target import refuse_target, write_target
    from samskab.telling.evidence_report import render_page

    refuse_target(target)
    table = read_units(file, asked)
    found = interruptible(lambda: find_efficiency(table, model, *drawn))
    warn((*table.warnings, *found.comparison.warnings), language)
    page = render_page(efficiency_page(found, file.name, language), language)
    write_target(target, {RESULT: efficiency_json(found, file.name), REPORT: page.encode()})
    return summary(found, language)
