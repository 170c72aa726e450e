"""`samskab check`: judge a plan by its folder, whoever made it."""

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samskab.common.errors import Fault, InputError
from samskab.telling.language import Language, language_of
from samskab.telling.words.cost_items import ITEMS

if TYPE_CHECKING:
    from samskab.planner.model.plan import Plan

BROKEN = 1
SAID = {
    Language.DANISH: {
        "kept": "Planen overholder alle regler. Kursusgange: {sessions}; udeladte behov: "
        "{unserved}; pris: {total} ({items}).",
        "broken": "Planen overholder ikke alle regler. Brud: {count}.",
    },
    Language.ENGLISH: {
        "kept": "The plan keeps every rule. Sessions: {sessions}; needs left out: {unserved}; "
        "cost: {total} ({items}).",
        "broken": "The plan does not keep every rule. Breaches: {count}.",
    },
}


def check(
    folder: Annotated[Path, typer.Argument(help="The programme folder.")],
    plan: Annotated[Path, typer.Argument(help="The plan.json to judge.")],
    lang: Annotated[Language | None, typer.Option(help="Danish or English.")] = None,
) -> None:
    """Recompute every rule and cost of a plan; exit 1 where it breaks any."""
    from samskab.cli.failure import fail, warn
    from samskab.cli.folder import open_folder
    from samskab.cli.plan_of_folder import read_or_note
    from samskab.planner.check import check as check_plan
    from samskab.planner.plan_json import read_stored_plan
    from samskab.telling.words.rules import breach_in_words
    from samskab.telling.words.sentence import sentence

    language = language_of(lang)
    faults: list[Fault] = []
    opened = read_or_note(lambda: open_folder(folder), faults)
    stored = read_or_note(lambda: read_stored_plan(plan), faults)
    if opened is None or stored is None:
        fail(InputError(faults), language)
    warn(opened.warnings, language)
    broken = [sentence(claim, language) for claim in stored.false_claims(plan.name)]
    breaches = check_plan(opened.problem, stored.plan)
    broken += [f"{breach.rule}: {breach_in_words(breach, language)}" for breach in breaches]
    for line in broken or [_summary(stored.plan, language)]:
        typer.echo(line)
    if broken:
        typer.echo(SAID[language]["broken"].format(count=len(broken)), err=True)
        raise typer.Exit(BROKEN)


def _summary(plan: "Plan", language: Language) -> str:
    """What a plan costs: the checker has found that its items are what the folder makes them."""
    from samskab.telling.words.rules import kr

    costs = {item.name: getattr(plan.cost, item.name) for item in fields(plan.cost)}
    items = [
        f"{ITEMS[language][name]} {kr(oere, language)}" for name, oere in costs.items() if oere
    ]
    return SAID[language]["kept"].format(
        sessions=len(plan.sessions),
        unserved=len(plan.unserved),
        total=kr(plan.cost.total, language),
        items="; ".join(items) or "0",
    )
