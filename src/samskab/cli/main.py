"""The terminal door: `samskab COMMAND`."""

import typer

from samskab.cli import (
    backup,
    busy,
    check,
    compare,
    efficiency,
    evidence_cases_command,
    explain,
    fairness,
    folders,
    generate,
    levers,
    plan,
    publish,
    redraw,
    replan,
    serve,
    suggest,
    whatif,
    worker,
)
from samskab.cli.rollout import command as rollout

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
app.command("busy")(busy.busy)
app.command("compare")(compare.compare)
app.command("publish")(publish.publish)
app.command("explain")(explain.explain)
app.command("suggest")(suggest.suggest)
app.command("whatif")(whatif.whatif)
app.command("levers")(levers.levers)
app.command("replan")(replan.replan)
app.command("report")(redraw.report)
app.command("fairness")(fairness.fairness)
app.command("evidence-cases")(evidence_cases_command.evidence_cases)
app.command("efficiency")(efficiency.efficiency)
app.command("backup")(backup.backup)
app.command("restore")(backup.restore)
app.command("serve")(serve.serve)
app.command("worker")(worker.worker)
app.command("import")(folders.import_folder)
app.command("export")(folders.export_programme)
app.add_typer(rollout.app, name="rollout")


def main() -> None:
    """Run the command that the user typed."""
    app()
