"""`samskab import FOLDER`: a programme folder into the database."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from samskab.common.errors import InputError
from samskab.web.accounts.models import Organisation
from samskab.web.plans.jobs.adopting import adopt_plan
from samskab.web.programmes.folder import Imported, faults_in_words, import_folder
from samskab.web.programmes.models import Programme


class Command(BaseCommand):
    """Imports a folder, and the plan in it where it has one that keeps the rules."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The folder, whose it is, and which programme."""
        parser.add_argument("folder", type=Path)
        parser.add_argument("--organisation", required=True)
        parser.add_argument("--programme", type=int)

    def handle(
        self, *, folder: Path, organisation: str, programme: int | None, **options: object
    ) -> None:
        """Import it, or say everything that keeps it from being imported."""
        del options
        owner = _organisation(organisation)
        into = _programme(owner, programme) if programme is not None else None
        try:
            imported = import_folder(folder, organisation=owner, by=None, into=into)
        except InputError as error:
            raise CommandError(faults_in_words(error.faults)) from error
        if imported.warnings:
            self.stderr.write(faults_in_words(imported.warnings))
        self.stdout.write(_said(imported))
        self._take_plan_along(imported.programme)

    def _take_plan_along(self, programme: Programme) -> None:
        try:
            plan = adopt_plan(programme, by=None)
        except InputError as error:
            self.stderr.write(faults_in_words(error.faults))
            return
        if plan:
            self.stdout.write(_("Its plan came along as plan %(plan)d.") % {"plan": plan.pk})


def _organisation(slug: str) -> Organisation:
    found = Organisation.objects.filter(slug=slug).first()
    if found is None:
        known = ", ".join(Organisation.objects.order_by("slug").values_list("slug", flat=True))
        what = _("There is no organisation “%(slug)s”: name one of these: %(known)s.")
        raise CommandError(what % {"slug": slug, "known": known or "-"})
    return found


def _programme(owner: Organisation, number: int) -> Programme:
    found = owner.programmes.filter(pk=number).first()
    if found is None:
        what = _("%(owner)s has no programme %(number)d: leave --programme out to make a new one.")
        raise CommandError(what % {"owner": owner.name, "number": number})
    return found


def _said(imported: Imported) -> str:
    programme = imported.programme
    values = {
        "number": programme.pk,
        "title": programme.title,
        "people": programme.participants.count(),
    }
    if imported.is_new:
        return _("Programme %(number)d, “%(title)s”, is new; people in it: %(people)d.") % values
    return _("Programme %(number)d, “%(title)s”, is updated; people in it: %(people)d.") % values
