"""`django seed_demo`: Fjordby into an empty database, and who can log in there."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from samskab.web.accounts.enums import Role
from samskab.web.demo.cast import CAST, PASSWORD
from samskab.web.demo.seeding import NotEmptyError, is_seeded, seed


class Command(BaseCommand):
    """Seeds the demo; done again it changes nothing."""

    def handle(self, **options: object) -> None:
        """Seed it, or say why not."""
        del options
        if not settings.DEMO:
            what = _(
                "Everybody knows the demo's passwords: set SAMSKAB_DEMO=yes if this is a demo."
            )
            raise CommandError(what)
        if not is_seeded():
            try:
                seed()
            except NotEmptyError as error:
                what = _(
                    "The database is not empty, and the demo would stand between your own data: "
                    "name an empty one."
                )
                raise CommandError(what) from error
        self.stdout.write(_("Fjordby is synthetic: nobody in it is real. Log in as one of these:"))
        for part in CAST:
            roles = ", ".join(str(Role(role).label) for role in part.roles)
            self.stdout.write(f"  {part.email:<32} {roles}")
        self.stdout.write(_("Password of all: %(password)s") % {"password": PASSWORD})
