"""Programmes with their plans in and out, by the commands of the terminal."""

import subprocess
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override
from tests.cli.samskab_process import COMMAND, run
from tests.web import fjordby
from tests.web.plans.planned import done_job, planned_world
from tests.web.worker import site_environment

from samskab.planner.synthetic.folder import write_folder as write_synthetic
from samskab.planner.synthetic.settings import Settings
from samskab.web.audit.models import Entry
from samskab.web.people.models import Person
from samskab.web.plans.enums import JobKind
from samskab.web.plans.models import Plan, PlannedSession, Seat
from samskab.web.plans.queries import current_plan
from samskab.web.programmes.models import Programme

pytestmark = pytest.mark.django_db(transaction=True)
NAMES = {"import": "import_programme", "export": "export_programme"}
Ended = tuple[int, str, str]


def samskab(*arguments: object) -> Ended:
    """Exit code, output and errors of `samskab ARGUMENTS`, in a process of its own."""
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)],
        env=site_environment(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def here(command: str, *arguments: object, lang: str = "en") -> Ended:
    """The same in this process, which is quicker."""
    out, err = StringIO(), StringIO()
    words = list(map(str, arguments))
    with override(lang):
        try:
            call_command(NAMES[command], *words, stdout=out, stderr=err)
        except CommandError as error:
            return 2, out.getvalue(), str(error)
    return 0, out.getvalue(), err.getvalue()


def test_samskab_check_passes_what_a_job_planned(tmp_path: Path) -> None:
    world, plan = planned_world()
    out = tmp_path / "out"
    code, said, errors = samskab("export", world.programme.pk, out, "--lang", "en")
    assert (code, errors) == (0, "")
    assert str(out / "plan" / "plan.json") in said
    assert (out / "plan" / "plan.json").read_text() == plan.text
    code, said, errors = run(tmp_path, "check", out, out / "plan" / "plan.json")
    assert (code, errors) == (0, "")
    assert "keeps every rule" in said


def test_export_takes_the_plan_that_stands(tmp_path: Path) -> None:
    world, first = planned_world()
    Plan.objects.update(standing=True, published_at=first.made_at)
    done_job(world, seed=3)
    assert Plan.objects.count() == 2
    assert here("export", world.programme.pk, tmp_path / "out")[0] == 0
    assert (tmp_path / "out" / "plan" / "plan.json").read_text() == first.text


def test_a_plan_comes_along_and_is_there_once(tmp_path: Path) -> None:
    world, plan = planned_world()
    out = tmp_path / "out"
    assert here("export", world.programme.pk, out)[0] == 0
    other = fjordby.municipality("tredje", "Tredje Kommune")
    words = ("import", out, "--organisation", other.slug)
    code, said, errors = here(*words)
    assert (code, errors) == (0, "")
    copied = Programme.objects.get(municipality=other)
    came = current_plan(copied)
    assert came
    assert f"plan {came.pk}" in said
    assert (came.text, came.total_oere, came.job and came.job.kind) == (
        plan.text,
        plan.total_oere,
        JobKind.PLAN,
    )
    seats = Seat.objects.filter(session__plan=came)
    assert {seat.person.organisation for seat in seats} == {other}
    assert PlannedSession.objects.filter(plan=came).count() == plan.sessions.count()
    assert here(*words)[0] == 0
    assert Plan.objects.filter(programme=copied).count() == 1


def test_a_plan_that_breaks_a_rule_stays_a_file(tmp_path: Path) -> None:
    world, _plan = planned_world()
    out = tmp_path / "out"
    assert here("export", world.programme.pk, out)[0] == 0
    (out / "windows.csv").write_text("who,module,not_before\nSkole,m1,2027-03-01\n")
    other = fjordby.municipality("tredje", "Tredje Kommune")
    assert here("import", out, "--organisation", other.slug)[0] == 0
    copied = Programme.objects.get(municipality=other)
    assert not Plan.objects.filter(programme=copied).exists()
    assert [file.name for file in copied.files.all()] == ["plan/plan.json"]


@pytest.mark.parametrize(
    ("lang", "new", "again"), [("en", "is new", "is updated"), ("da", "er nyt", "er opdateret")]
)
def test_import_says_what_became_of_it(lang: str, new: str, again: str, tmp_path: Path) -> None:
    folder = tmp_path / "small"
    write_synthetic(folder, Settings(leaders=12, weeks=6, modules=2))
    of = fjordby.municipality()
    words = ("import", folder, "--organisation", of.slug)
    for expected in (new, again):
        code, said, errors = here(*words, lang=lang)
        assert (code, errors, expected in said) == (0, "", True)
    assert Person.objects.count() == 12
    assert Entry.objects.filter(action="programme_imported").count() == 2
    number = Programme.objects.get().pk
    assert samskab(*words, "--programme", number, "--lang", lang)[0] == 0


@pytest.mark.parametrize(
    ("words", "english", "danish"),
    [
        (
            ("import", "no-such-folder", "--organisation", "fjordby"),
            "no-such-folder",
            "no-such-folder",
        ),
        (("import", "x", "--organisation", "nowhere"), "There is no organisation", "ingen"),
        (
            ("import", "x", "--organisation", "fjordby", "--programme", "7"),
            "has no programme 7",
            "har intet forløb 7",
        ),
        (("export", "7", "out"), "There is no programme 7", "intet forløb 7"),
    ],
)
def test_refusals_are_a_sentence_in_either_language(
    words: tuple[str, ...], english: str, danish: str
) -> None:
    fjordby.municipality()
    for lang, expected in (("en", english), ("da", danish)):
        code, said, errors = here(*words, lang=lang)
        assert (code, said) == (2, "")
        assert expected in errors


def test_a_refusal_ends_the_command_with_2() -> None:
    code, said, errors = samskab("export", 7, "out", "--lang", "en")
    assert (code, said) == (2, "")
    assert errors == "There is no programme 7: its page in the browser has its number.\n"


def test_export_where_something_stands(tmp_path: Path) -> None:
    world, _plan = planned_world()
    (tmp_path / "mine.txt").write_text("keep me")
    code, _said, errors = here("export", world.programme.pk, tmp_path)
    assert code == 2
    assert "choose another folder" in errors
    assert (tmp_path / "mine.txt").read_text() == "keep me"
