"""Folders into the database and out again, with nothing lost."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from django.db.models import Model
from tests.web import fjordby
from tests.web.programmes.test_folder import opened

from samskab.common.errors import Fault, InputError
from samskab.planner.synthetic.folder import write_folder as write_synthetic
from samskab.planner.synthetic.settings import Settings
from samskab.telling.language import Language
from samskab.web.accounts.models import Organisation
from samskab.web.audit.models import Entry
from samskab.web.people.enums import CalendarSource
from samskab.web.people.models import (
    BusySpan,
    Calendar,
    Facilitator,
    Party,
    Person,
    Place,
    Room,
    Unit,
)
from samskab.web.programmes.enums import ProgrammeState
from samskab.web.programmes.folder import (
    fault_in_words,
    import_folder,
    problem_of,
    write_folder,
)
from samskab.web.programmes.folder.faults import SENTENCES
from samskab.web.programmes.models import (
    Apart,
    Engagement,
    FolderFile,
    Need,
    Participant,
    Programme,
    Revision,
    TravelCost,
    Venue,
    Window,
)

pytestmark = pytest.mark.django_db
MUNICIPALITIES = {
    "small": Settings(leaders=12, weeks=6, modules=2, seed=1),
    "cohorts": Settings(leaders=30, weeks=10, modules=3, seed=2, cohorts=True),
    "rollout": Settings(leaders=60, weeks=16, modules=4, seed=3, rollout=True),
}
ROWS: tuple[type[Model], ...] = (
    Apart,
    BusySpan,
    Calendar,
    Engagement,
    Facilitator,
    FolderFile,
    Need,
    Participant,
    Party,
    Person,
    Place,
    Programme,
    Revision,
    Room,
    TravelCost,
    Unit,
    Venue,
    Window,
)
TIMES_OF_READING = {"read_at", "tried_at"}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("folders")
    for name, settings in MUNICIPALITIES.items():
        write_synthetic(root / name, settings)
    return {name: root / name for name in MUNICIPALITIES}


@pytest.fixture
def small(folders: dict[str, Path], tmp_path: Path) -> Path:
    """A copy to change."""
    return Path(shutil.copytree(folders["small"], tmp_path / "small"))


def stored() -> dict[str, list[dict[str, object]]]:
    """Every row of every table, by its key; when a calendar was read left out."""
    return {
        model.__name__: [
            {name: value for name, value in row.items() if name not in TIMES_OF_READING}
            for row in model._default_manager.order_by("pk").values()
        ]
        for model in ROWS
    }


def other_files(root: Path) -> dict[str, bytes]:
    """What is neither a table nor a calendar."""
    paths = (path for path in root.rglob("*") if path.is_file())
    names = {str(path.relative_to(root)): path for path in paths}
    return {
        name: path.read_bytes()
        for name, path in names.items()
        if not name.startswith("calendars/") and (path.suffix != ".csv" or name == "units.csv")
    }


def codes(act: Callable[[], object]) -> list[str]:
    with pytest.raises(InputError) as caught:
        act()
    return [fault.code for fault in caught.value.faults]


@pytest.mark.parametrize("name", MUNICIPALITIES)
def test_a_folder_imported_and_exported(
    name: str, folders: dict[str, Path], tmp_path: Path
) -> None:
    source, of = folders[name], fjordby.municipality()
    programme = import_folder(source, organisation=of, by=None).programme
    write_folder(programme, tmp_path / "out")
    assert opened(tmp_path / "out") == opened(source)
    assert problem_of(programme) == opened(source)
    assert other_files(tmp_path / "out") == other_files(source)
    assert Entry.objects.get().facts["people"] == MUNICIPALITIES[name].leaders


def test_a_rollouts_own_files_come_back(folders: dict[str, Path], tmp_path: Path) -> None:
    source = Path(shutil.copytree(folders["rollout"], tmp_path / "in"))
    (source / "outcomes.csv").write_bytes("enhed;måned;fravær\r\nSkole;2027-01;3,5\r\n".encode())
    (source / "rollout").mkdir()
    (source / "rollout" / "lock.json").write_bytes(b'{"sha256": "\\u00e6"}')
    programme = import_folder(source, organisation=fjordby.municipality(), by=None).programme
    write_folder(programme, tmp_path / "out")
    kept = {"rollout.toml", "units.csv", "outcomes.csv", "rollout/lock.json", "README.txt"}
    for name in kept:
        assert (tmp_path / "out" / name).read_bytes() == (source / name).read_bytes()


def test_import_again_changes_nothing(folders: dict[str, Path], tmp_path: Path) -> None:
    of = fjordby.municipality()
    first = import_folder(folders["cohorts"], organisation=of, by=None)
    before = stored()
    again = import_folder(folders["cohorts"], organisation=of, by=None)
    assert (first.is_new, again.is_new) == (True, False)
    assert stored() == before
    write_folder(again.programme, tmp_path / "out")
    import_folder(tmp_path / "out", organisation=of, by=None)
    assert stored() == before


def test_import_updates_rows_by_their_keys(small: Path) -> None:
    of = fjordby.municipality()
    programme = import_folder(small, organisation=of, by=None).programme
    keys = list(Person.objects.order_by("pk").values_list("pk", flat=True))
    people = small / "people.csv"
    header, first, second, *others = people.read_text().splitlines()
    people.write_text("\n".join([header, second, first.replace("kommune", "by"), *others]))
    text = small / "programme.toml"
    text.write_text(text.read_text().replace("max_days_per_week = 2", "max_days_per_week = 1"))
    again = import_folder(small, organisation=of, by=None).programme
    assert again.pk == programme.pk
    assert again.revision == 2
    assert list(Revision.objects.values_list("number", flat=True)) == [2, 1]
    assert list(Person.objects.order_by("pk").values_list("pk", flat=True)) == keys
    assert problem_of(again) == opened(small)


def test_import_of_a_broken_folder_stores_nothing(small: Path) -> None:
    of = fjordby.municipality()
    (small / "needs.csv").write_text("person,module\nnobody,m1\n")
    some = next((small / "calendars").iterdir())
    some.write_text("<html>not a calendar</html>")
    found = codes(lambda: import_folder(small, organisation=of, by=None))
    assert "person_unknown" in found
    assert "ics_not_a_calendar" in found
    assert not any(stored().values())
    assert not Entry.objects.exists()


def test_import_that_fails_in_the_middle_stores_nothing(small: Path) -> None:
    of = fjordby.municipality()
    rooms = small / "rooms.csv"
    header, row, *rest = rooms.read_text().splitlines()
    cells = dict(zip(header.split(","), row.split(","), strict=True)) | {"capacity": "9000000000"}
    rooms.write_text("\n".join([header, ",".join(cells.values()), *rest]) + "\n")
    assert codes(lambda: import_folder(small, organisation=of, by=None)) == [
        "import_number_too_large"
    ]
    assert not any(stored().values())


def test_import_keeps_mail_that_no_column_tells(small: Path) -> None:
    of = fjordby.municipality()
    import_folder(small, organisation=of, by=None)
    Facilitator.objects.update(email="ida@kursus.example")
    import_folder(small, organisation=of, by=None)
    assert set(Facilitator.objects.values_list("email", flat=True)) == {"ida@kursus.example"}


def test_mail_of_facilitators_goes_along(small: Path, tmp_path: Path) -> None:
    programme = import_folder(small, organisation=fjordby.municipality(), by=None).programme
    Facilitator.objects.update(email="ida@kursus.example")
    write_folder(programme, tmp_path / "out")
    other = fjordby.municipality("nabo", "Nabo Kommune")
    import_folder(tmp_path / "out", organisation=other, by=None)
    theirs = Facilitator.objects.filter(organisation=other).values_list("email", flat=True)
    assert set(theirs) == {"ida@kursus.example"}


def test_import_leaves_other_organisations_alone(small: Path) -> None:
    of, provider = fjordby.municipality(), fjordby.provider()
    programme = import_folder(small, organisation=of, by=None).programme
    lent = Facilitator.objects.order_by("pk")[0]
    lent.organisation, lent.name, lent.calendar = provider, "Lærkildes Ida", None
    lent.save()
    again = import_folder(small, organisation=of, by=None).programme
    assert again.pk == programme.pk
    lent.refresh_from_db()
    assert (lent.name, lent.organisation, lent.calendar) == ("Lærkildes Ida", provider, None)
    assert not of.facilitators.filter(key=lent.key).exists()
    assert problem_of(again).facilitators[0].name == "Lærkildes Ida"


def test_import_leaves_a_fetched_feed_as_it_is(small: Path) -> None:
    of = fjordby.municipality()
    import_folder(small, organisation=of, by=None)
    feed = Calendar.objects.order_by("pk")[0]
    feed.source = CalendarSource.FEED
    feed.save()
    BusySpan.objects.filter(calendar=feed).delete()
    import_folder(small, organisation=of, by=None)
    assert not BusySpan.objects.filter(calendar=feed).exists()


def test_import_of_a_longer_horizon_keeps_what_was_read(small: Path) -> None:
    of = fjordby.municipality()
    import_folder(small, organisation=of, by=None)
    before = list(BusySpan.objects.order_by("start", "calendar_id").values_list("start", "end"))
    text = small / "programme.toml"
    text.write_text(text.read_text().replace("last_day = 2027-03-12", "last_day = 2027-02-26"))
    import_folder(small, organisation=of, by=None)
    assert (
        list(BusySpan.objects.order_by("start", "calendar_id").values_list("start", "end"))
        == before
    )


def test_import_into_a_provider(small: Path) -> None:
    found = codes(lambda: import_folder(small, organisation=fjordby.provider(), by=None))
    assert found == ["import_not_a_municipality"]


def test_import_of_a_title_that_two_programmes_have(small: Path) -> None:
    of = fjordby.municipality()
    first = import_folder(small, organisation=of, by=None).programme
    fjordby.programme(of)
    Programme.objects.update(title=first.title)
    assert codes(lambda: import_folder(small, organisation=of, by=None)) == ["import_title_several"]
    again = import_folder(small, organisation=of, by=None, into=first)
    assert again.programme.pk == first.pk


def test_import_over_a_signed_programme(small: Path) -> None:
    of = fjordby.municipality()
    import_folder(small, organisation=of, by=None)
    Programme.objects.update(state=ProgrammeState.SIGNED)
    import_folder(small, organisation=of, by=None)
    text = small / "programme.toml"
    text.write_text(text.read_text() + "\n# changed\n")
    assert codes(lambda: import_folder(small, organisation=of, by=None)) == ["import_signed"]


def test_import_follows_no_link_out_of_the_folder(small: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("not yours")
    (small / "notes.txt").symlink_to(tmp_path / "secret")
    import_folder(small, organisation=fjordby.municipality(), by=None)
    assert not FolderFile.objects.filter(name="notes.txt").exists()


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_every_fault_has_words_in_both_languages(code: str) -> None:
    values = dict.fromkeys(
        (
            "path",
            "text",
            "column",
            "length",
            "most",
            "number",
            "most_megabytes",
            "organisation",
            "title",
            "numbers",
        ),
        7,
    )
    danish, english = (fault_in_words(Fault(code, values), lang) for lang in Language)
    assert danish != english
    assert fault_in_words(replace(Fault(code, values), file="a.csv"), Language.DANISH) == (
        f"a.csv: {danish}"
    )


def test_organisations_do_not_share_rows(small: Path) -> None:
    for of in (fjordby.municipality(), fjordby.municipality("nabo", "Nabo Kommune")):
        import_folder(small, organisation=of, by=None)
    counts = [Person.objects.filter(organisation=of).count() for of in Organisation.objects.all()]
    assert counts == [12, 12]
