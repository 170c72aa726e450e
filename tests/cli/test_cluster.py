"""`samskab plan --cluster` as its users meet it."""

import socket
import sys
from pathlib import Path
from string import Formatter

import pytest
from tests.cli.samskab_process import MAIN, press_ctrl_c, run, said, started
from tests.dask_cluster import HOST, DaskCluster

from samskab.planner.cluster.trouble import Trouble
from samskab.telling.language import Language
from samskab.telling.words.plan import SAID

NOBODY_ANSWERS = {
    "en": "No Dask scheduler answers at {}: start it with `dask scheduler`, correct the address, "
    "or leave --cluster out. Nothing was written.",
    "da": "Ingen Dask-scheduler svarer på {}: start den med `dask scheduler`, ret adressen, eller "
    "udelad --cluster. Intet er skrevet.",
}
NO_ADDRESS = (
    "'many machines' is not the address of a Dask scheduler: write tcp://HOST:PORT. "
    "Nothing was written."
)
NO_DASK = (
    "Planning on a cluster needs Dask, which is not installed here: "
    "pip install 'samskab[cluster]'. Nothing was written."
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the calendars that have been read are kept."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def fjordby(home: Path) -> Path:
    folder = home / "fjordby"
    small = ("--leaders", 24, "--weeks", 10, "--modules", 3, "--seed", 1)
    assert run(home, "generate", folder, *small)[0] == 0
    return folder


def test_plan_when_made_on_a_cluster_is_written_and_passes_the_checker(
    home: Path, fjordby: Path, cluster: DaskCluster, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    where = ("--cluster", cluster.address)
    with started(home, "plan", fjordby, "--out", out, *where, "--seconds", 60) as process:
        assert "Workers on the cluster: 2" in said(process, "Improving the plan")
        press_ctrl_c(process)
        told, complained = process.communicate(timeout=60)
    assert process.returncode == 0
    assert told.startswith("Sessions: ")
    assert "Traceback" not in complained
    assert sorted(path.name for path in out.iterdir()) == ["plan.json", "plan.xlsx", "report.html"]
    code, judged, complained = run(home, "check", fjordby, out / "plan.json")
    assert code == 0, judged + complained


@pytest.mark.parametrize("language", NOBODY_ANSWERS)
def test_plan_when_no_scheduler_listens(
    home: Path, fjordby: Path, tmp_path: Path, language: str
) -> None:
    with socket.create_server((HOST, 0)) as server:
        address = f"tcp://{HOST}:{server.getsockname()[1]}"
    out = tmp_path / "out"
    where = ("--cluster", address, "--out", out, "--lang", language)
    code, told, complained = run(home, "plan", fjordby, *where)
    assert (code, told) == (2, "")
    assert complained.splitlines()[1:] == [NOBODY_ANSWERS[language].format(address)]
    assert not out.exists()


def test_plan_when_the_address_is_none(home: Path, fjordby: Path, tmp_path: Path) -> None:
    where = ("--cluster", "many machines", "--out", tmp_path / "out")
    code, told, complained = run(home, "plan", fjordby, *where)
    assert (code, told) == (2, "")
    assert complained.splitlines()[1:] == [NO_ADDRESS]


def test_plan_when_dask_is_not_installed_says_what_to_install(
    home: Path, fjordby: Path, tmp_path: Path
) -> None:
    absent = (sys.executable, "-c", f"import sys; sys.modules['distributed'] = None; {MAIN}")
    where = ("--cluster", f"tcp://{HOST}:8786", "--out", tmp_path / "out")
    code, told, complained = run(home, "plan", fjordby, *where, command=absent)
    assert (code, told) == (2, "")
    assert complained.splitlines()[1:] == [NO_DASK]


def test_plan_when_made_on_this_machine_never_loads_dask(home: Path, fjordby: Path) -> None:
    loaded = "print({name.split('.')[0] for name in sys.modules} & {'dask', 'distributed'})"
    watched = (
        sys.executable,
        "-c",
        f"import atexit, sys; atexit.register(lambda: {loaded}); {MAIN}",
    )
    code, told, _ = run(home, "plan", fjordby, "--iterations", 0, command=watched)
    assert code == 0
    assert told.endswith("\nset()\n")


@pytest.mark.parametrize("trouble", Trouble)
def test_words_when_there_is_trouble(trouble: Trouble) -> None:
    danish, english = (
        {field for _, field, _, _ in Formatter().parse(SAID[language][trouble]) if field}
        for language in Language
    )
    assert danish == english
    assert len(danish) == 1
    assert SAID[Language.DANISH][trouble] != SAID[Language.ENGLISH][trouble]
