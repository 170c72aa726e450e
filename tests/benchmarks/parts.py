"""The parts of a run: each measured, kept, and written into its section of docs/benchmarks.md."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from tests.benchmarks.bench import Bench, Data
from tests.benchmarks.best_known import BestKnown
from tests.benchmarks.page import keep_result, read_results, stamp, write_section
from tests.benchmarks.sections import (
    calendars,
    cluster,
    curves,
    evidence,
    frontiers,
    growth,
    holmberg,
    plans,
    rivals,
    simulations,
    web,
    wlp,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page: how it is measured, and how it is written."""

    measure: Callable[[Bench], Data]
    lines: Callable[[Data], list[str]]


PARTS = {
    "calendars": Part(calendars.measure, calendars.lines),
    "plans": Part(plans.measure, plans.lines),
    "rivals": Part(rivals.measure, rivals.lines),
    "growth": Part(growth.measure, growth.lines),
    "cluster": Part(cluster.measure, cluster.lines),
    "holmberg": Part(holmberg.measure, holmberg.lines),
    "wlp": Part(wlp.measure, wlp.lines),
    "evidence": Part(evidence.measure, evidence.lines),
    "simulations": Part(simulations.measure, simulations.lines),
    "frontiers": Part(frontiers.measure, frontiers.lines),
    "web": Part(web.measure, web.lines),
}
DRAWN_FROM = {"plans", "rivals"}


def main() -> None:
    """Run the parts that are asked for, one by one; each is written when it is done."""
    asked = _asked()
    if asked.rewrite:
        rewrite()
        return
    bench = Bench(
        quick=asked.quick,
        known=BestKnown(keep=not asked.quick),
        cases=frozenset(asked.cases.split(",")) if asked.cases else frozenset(),
        before=read_results(),
    )
    for name in asked.only:
        part = PARTS[name]
        data = part.measure(bench)
        measured = [stamp(), "", *part.lines(data)]
        print("\n".join(["", f"## {name}", "", *measured]))  # noqa: T201 # a benchmark's result
        if not asked.quick:
            results = keep_result(name, data)
            write_section(name, measured)
            if name in DRAWN_FROM:
                write_section("curves", curves.draw(results))


def rewrite() -> None:
    """Write every section again from the results that are kept."""
    results = read_results()
    for name, kept in results.items():
        write_section(name, [kept["stamp"], "", *PARTS[name].lines(kept["data"])])
    write_section("curves", curves.draw(results))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.benchmarks.run")
    parser.add_argument(
        "--only",
        type=_parts,
        default=list(PARTS),
        help=f"parts, with commas between them: {','.join(PARTS)}",
    )
    parser.add_argument(
        "--cases", help="of the plans, these alone, as 60/13/4,300/26/6; the others stand"
    )
    parser.add_argument(
        "--quick", action="store_true", help="10 s at most each, to try things out; writes nothing"
    )
    parser.add_argument(
        "--rewrite", action="store_true", help="measure nothing; write the page from the results"
    )
    return parser.parse_args()


def _parts(text: str) -> list[str]:
    names = text.split(",")
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        message = f"no such part: {', '.join(unknown)}; there are {', '.join(PARTS)}"
        raise argparse.ArgumentTypeError(message)
    return names
