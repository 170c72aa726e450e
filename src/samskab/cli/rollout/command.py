"""`samskab rollout COMMAND`: a programme rolled out by lot, and what it did."""

import typer

from samskab.cli.rollout import analyse, design, lock, power, rehearse

app = typer.Typer(
    help="Roll a programme out by lot, so that it can be seen whether it worked.",
    no_args_is_help=True,
)
app.command("design")(design.design)
app.command("power")(power.power)
app.command("rehearse")(rehearse.rehearse)
app.command("lock")(lock.lock)
app.command("analyse")(analyse.analyse)
