"""`samskab plan --cluster`: the same plan, made on many machines."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import typer

from samskab.cli.stopped import BAD_INPUT, StoppedError
from samskab.telling.language import Language
from samskab.telling.words.plan import SAID

if TYPE_CHECKING:
    from samskab.planner.model.plan import Plan
    from samskab.planner.model.problem import Problem
    from samskab.planner.progress import Progress
    from samskab.planner.run import Effort


def plan_there(
    problem: "Problem",
    effort: "Effort",
    tell: Callable[["Progress"], None],
    address: str,
    language: Language,
) -> "Plan":
    """The plan; where the cluster came to an end before its time, a line tells why.

    Raises:
        StoppedError: Dask is not installed, or there is no plan.
    """
    words = SAID[language]
    try:
        from samskab.planner.cluster.crew import Cluster, plan_on_cluster
    except ModuleNotFoundError as error:
        raise StoppedError(BAD_INPUT, "no_dask") from error
    from samskab.planner.cluster.trouble import ClusterError

    try:
        return plan_on_cluster(problem, effort, tell, Cluster(address))
    except ClusterError as error:
        why = words[error.trouble].format(**error.values)
        if error.plan is None:
            raise StoppedError(BAD_INPUT, "no_plan_there", why=why) from error
        typer.echo(words["plan_until_then"].format(why=why), err=True)
        return error.plan
