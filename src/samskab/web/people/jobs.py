"""Work that nobody waits for: reading feeds, sending reminders, forgetting."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from samskab.calendars import read_calendar
from samskab.common.errors import InputError
from samskab.web.people.actions.calendars import store_failure, store_reading, window
from samskab.web.people.actions.reminders import send_reminder as send
from samskab.web.people.actions.uploads import forget_old_uploads as forget
from samskab.web.people.fetching import FeedError, Fetcher
from samskab.web.people.fetching.networks import networks
from samskab.web.people.models import Calendar

NAME = "feed"


@task()
def fetch_feed(calendar_id: int) -> None:
    """Read one feed; what is wrong with it is kept for its owner to see."""
    calendar = Calendar.objects.filter(pk=calendar_id).exclude(feed_url="").first()
    if calendar is None:
        return
    address = calendar.feed_url
    try:
        fetcher = Fetcher(own_networks=networks(settings.FEED_NETWORKS))
        reading = read_calendar(fetcher.fetch(address), NAME, window(timezone.now()))
    except FeedError as error:
        store_failure(calendar=calendar, address=address, faults=[error.fault])
    except InputError as error:
        store_failure(calendar=calendar, address=address, faults=error.faults)
    else:
        store_reading(calendar=calendar, address=address, reading=reading)


@task()
def fetch_every_feed() -> None:
    """Begin a job for each feed, all of them or none."""
    feeds = Calendar.objects.exclude(feed_url="").order_by("pk").values_list("pk", flat=True)
    with transaction.atomic():
        for calendar_id in feeds:
            fetch_feed.enqueue(calendar_id)


@task()
def send_reminder(reminder_id: int, site: str) -> None:
    """Send one mail that asks for a calendar; `site` is the address of the front page."""
    send(reminder_id=reminder_id, site=site)


@task()
def forget_old_uploads() -> None:
    """Forget uploads that nobody confirmed within a day."""
    forget()
