"""Two people choose at the same time, each over a connection of its own: one choice stands."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from tests.web import fjordby
from tests.web.commissions.asking import SITE, answer, asked, provider_member

from samskab.web.accounts.enums import Role
from samskab.web.audit.models import Entry
from samskab.web.commissions.actions import CommissionClosedError
from samskab.web.commissions.models import Commission
from samskab.web.programmes.models import Offer, Programme
from samskab.web.programmes.offer_actions import choose

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 5


def test_two_choices_at_once_leave_one() -> None:
    municipality = fjordby.municipality()
    manager = fjordby.member(municipality, Role.TOP_MANAGEMENT)
    providers = [fjordby.provider(), fjordby.provider("andet", "Andet Kursushus")]
    members = [provider_member(provider) for provider in providers]
    for _ in range(ROUNDS):
        commission = asked(municipality, *providers)
        offers = [
            answer(commission.inquiries.get(provider=provider), member)
            for provider, member in zip(providers, members, strict=True)
        ]
        together = Barrier(len(offers))

        def click(offer: Offer, at: Barrier = together, on: Commission = commission) -> bool:
            at.wait()
            try:
                choose(commission=on, offer=offer, reason="Derfor", by=manager, site=SITE)
            except CommissionClosedError:
                return False
            finally:
                connection.close()
            return True

        with ThreadPoolExecutor(len(offers)) as clicks:
            won = list(clicks.map(click, offers))
        assert sorted(won) == [False, True]
        winner = offers[won.index(True)]
        commission.refresh_from_db()
        assert commission.chosen_id == winner.inquiry_id
        shared = Programme.objects.filter(commission=commission, state="shared")
        assert list(shared) == [winner.programme]
    assert Entry.objects.filter(action="offer_chosen").count() == ROUNDS
