"""One's own page, for a phone: what is next, where, with whom."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from samskab.web.accounts.enums import Role
from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.invitations.actions.answers import Given, Taken, answer_entry
from samskab.web.invitations.actions.feeds import renew_feed
from samskab.web.invitations.enums import Answer
from samskab.web.invitations.forms import AnswerForm
from samskab.web.invitations.queries import meetings as queries
from samskab.web.invitations.views.answers import said
from samskab.web.invitations.views.publications import site_of


@for_roles(Role.LEADER, Role.FACILITATOR)
def my_page(visit: Visit) -> HttpResponse:
    """What is ahead of the user, as a leader and as a facilitator."""
    leaders = list(queries.leaders_of(visit.user, visit.organisation))
    facilitators = list(queries.facilitators_of(visit.user, visit.organisation))
    meetings = queries.meetings_of(leaders) if leaders else []
    groups = queries.groups_of(facilitators) if facilitators else []
    ahead = [one for one in meetings if not one.entry.is_cancelled]
    context = {
        "visit": visit,
        "leaders": leaders,
        "facilitators": facilitators,
        "next": ahead[0] if ahead else None,
        "meetings": ahead[1:],
        "cancelled": [one for one in meetings if one.entry.is_cancelled],
        "groups": groups,
        "owners": [
            *(("leder", one) for one in leaders),
            *(("underviser", one) for one in facilitators),
        ],
        "site": site_of(visit),
    }
    return render(visit.request, "invitations/my_page.html", context)


@require_POST
@for_roles(Role.LEADER)
def my_answer(visit: Visit, entry: int) -> HttpResponse:
    """Answer an invitation."""
    row = queries.entry_or_404(visit.user, visit.organisation, entry)
    form = AnswerForm(visit.request.POST)
    if form.is_valid():
        given = Given(Answer(form.cleaned_data["answer"]), timezone.now(), "page")
        taken = answer_entry(entry=row, given=given, by=visit.user, site=site_of(visit))
        row.refresh_from_db(fields=["answer"])
        tell = messages.success if taken is Taken.TAKEN else messages.warning
        tell(visit.request, said(taken, row))
    return redirect("my_page", slug=visit.organisation.slug)


@require_POST
@for_roles(Role.LEADER, Role.FACILITATOR)
def my_feed_renew(visit: Visit, kind: str, owner: int) -> HttpResponse:
    """A new secret address for one's own calendar."""
    rows = queries.leaders_of if kind == "leder" else queries.facilitators_of
    row = rows(visit.user, visit.organisation).filter(pk=owner).first()
    if row is None:
        raise Http404
    renew_feed(owner=row, by=visit.user)
    return redirect("my_page", slug=visit.organisation.slug)
