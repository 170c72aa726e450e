"""Asking people for their calendars, by mail, once a day at most."""

from collections.abc import Iterable
from urllib.parse import urljoin

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from samskab.web.accounts.models import Organisation, User
from samskab.web.audit.actions import record
from samskab.web.people.models import Person, Reminder
from samskab.web.people.queries import people_of


@transaction.atomic
def remind(*, organisation: Organisation, people: Iterable[Person], by: User) -> list[Reminder]:
    """Note who is to be reminded; those who were today are left out.

    Args:
        organisation: whose people they are.
        people: each with an address.
        by: the user.

    Returns:
        The reminders that are new, for a job each.
    """
    today = timezone.localdate()
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    wanted = [person for person in people if person.email]
    done = set(
        Reminder.objects.filter(person__in=wanted, day=today).values_list("person_id", flat=True)
    )
    new = Reminder.objects.bulk_create(
        Reminder(person=person, by=by, day=today) for person in wanted if person.pk not in done
    )
    if new:
        record(
            by=by,
            organisation=organisation,
            action="calendars_asked_for",
            subject=f"organisation:{organisation.pk}",
            people=[reminder.person_id for reminder in new],
        )
    return new


def send_reminder(*, reminder_id: int, site: str) -> None:
    """Send a reminder's mail, unless it was claimed before: better none than two.

    Args:
        reminder_id: which one.
        site: the address of the front page.

    Raises:
        OSError: the mail server refuses it; the person can be asked again, the same day.
    """
    claimed = Reminder.objects.filter(pk=reminder_id, claimed_at__isnull=True)
    if not claimed.update(claimed_at=timezone.now()):
        return
    reminder = Reminder.objects.select_related("person__organisation").get(pk=reminder_id)
    try:
        _send(reminder, site)
    except OSError:
        Reminder.objects.filter(pk=reminder_id).delete()
        raise
    Reminder.objects.filter(pk=reminder_id).update(sent_at=timezone.now())


def _send(reminder: Reminder, site: str) -> None:
    """Both languages in one mail: nobody knows which one its reader has chosen."""
    person = people_of(reminder.person.organisation).get(pk=reminder.person_id)
    address = urljoin(site, reverse("my_calendar", args=[person.organisation.slug]))
    texts = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            context = {"person": person, "address": address, "care": person.care}
            texts[language] = (
                _("%(organisation)s asks for your calendar")
                % {"organisation": person.organisation},
                render_to_string("people/reminder.txt", context),
            )
    send_mail(
        subject=" / ".join(subject for subject, _text in texts.values()),
        message="\n\n--\n\n".join(text for _subject, text in texts.values()),
        from_email=None,
        recipient_list=[person.email],
    )
