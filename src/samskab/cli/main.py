"""The terminal door: `samskab COMMAND`."""

import typer

from samskab.cli import busy, check, compare, fairness, generate, plan

app = typer.Typer(
    name="samskab",
    help="Plan tailor-made programmes into the calendars that people really have.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("generate")(generate.generate)
app.command("plan")(plan.plan)
app.command("check")(check.check)
app.command("compare")(compare.compare)
app.command("fairness")(fairness.fairness)
app.command("busy")(busy.busy)


def main() -> None:
    """Run the command that the user typed."""
    app()
