"""An organisation's members and its invitations."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from samskab.web.accounts.enums import Role
from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.accounts.queries import roles_in
from samskab.web.members import actions
from samskab.web.members.forms import ConfirmForm, InviteForm, RolesForm
from samskab.web.members.mails import mail_invite
from samskab.web.members.queries import invite_or_404, member_or_404, open_invites, users_in

ROWS = 50


@for_roles(Role.ADMINISTRATOR, Role.AUDITOR)
def members(visit: Visit) -> HttpResponse:
    """Who is what, and who is invited."""
    search = visit.request.GET.get("q", "").replace("\0", "")
    users = Paginator(users_in(visit.organisation, search), ROWS)
    page = users.get_page(visit.request.GET.get("side"))
    invites = open_invites(visit.organisation)[:ROWS]
    context = {"visit": visit, "page": page, "search": search, "invites": invites}
    context["may_change"] = visit.may(Role.ADMINISTRATOR)
    return render(visit.request, "members/members.html", context)


@for_roles(Role.ADMINISTRATOR)
def member_invite(visit: Visit) -> HttpResponse:
    """Invite somebody by mail."""
    form = InviteForm(visit.request.POST or None, kind=visit.organisation.kind)
    if visit.request.method == "POST" and form.is_valid():
        send_invite(visit, form.cleaned_data["email"], form.chosen)
        return redirect("members", slug=visit.organisation.slug)
    return render(visit.request, "members/invite.html", {"visit": visit, "form": form})


def send_invite(visit: Visit, email: str, roles: list[Role]) -> None:
    """Make and mail an invitation, and say how it went."""
    secret = actions.invite(
        organisation=visit.organisation, email=email, roles=roles, by=visit.user
    )
    address = visit.request.build_absolute_uri(reverse("invite_accept", args=[secret]))
    try:
        mail_invite(visit.organisation, email, address)
    except OSError:
        sentence = _(
            "The invitation of %(email)s is stored, but the mail server did not take the mail: "
            "send it again in a while."
        )
        messages.error(visit.request, sentence % {"email": email})
    else:
        messages.success(visit.request, _("%(email)s is invited.") % {"email": email})


@for_roles(Role.ADMINISTRATOR)
def invite_again(visit: Visit, pk: int) -> HttpResponse:
    """Send an invitation with a new link, or withdraw it."""
    invite = invite_or_404(visit.organisation, pk)
    if "send" in visit.request.POST:
        send_invite(visit, invite.email, [Role(role) for role in invite.roles])
    elif "withdraw" in visit.request.POST:
        actions.withdraw_invite(invite=invite, by=visit.user)
        messages.success(visit.request, _("The invitation is withdrawn."))
    return redirect("members", slug=visit.organisation.slug)


@for_roles(Role.ADMINISTRATOR)
def member(visit: Visit, pk: int) -> HttpResponse:
    """What one member is; a post changes it."""
    user = member_or_404(visit.organisation, pk)
    held = roles_in(user, visit.organisation)
    form = RolesForm(
        visit.request.POST or None,
        kind=visit.organisation.kind,
        held=held,
        initial={"roles": sorted(held)},
    )
    if visit.request.method == "POST" and form.is_valid():
        try:
            actions.set_roles(
                organisation=visit.organisation, user=user, roles=form.chosen, by=visit.user
            )
        except actions.LastAdministratorError:
            form.add_error("roles", last_administrator())
        else:
            messages.success(visit.request, _("The roles are changed."))
            return redirect("members", slug=visit.organisation.slug)
    people = user.people.filter(organisation=visit.organisation)
    facilitators = user.facilitators.filter(organisation=visit.organisation)
    context = {"visit": visit, "member": user, "form": form, "linked": [*people, *facilitators]}
    return render(visit.request, "members/member.html", context)


@for_roles(Role.ADMINISTRATOR)
def member_deactivate(visit: Visit, pk: int) -> HttpResponse:
    """Take all roles; asked for twice."""
    user = member_or_404(visit.organisation, pk)
    form = ConfirmForm(visit.request.POST or None)
    if visit.request.method == "POST" and form.is_valid():
        try:
            actions.deactivate_member(organisation=visit.organisation, user=user, by=visit.user)
        except actions.LastAdministratorError:
            form.add_error(None, last_administrator())
        else:
            messages.success(visit.request, _("%(name)s has no roles here now.") % {"name": user})
            return redirect("members", slug=visit.organisation.slug)
    context = {"visit": visit, "member": user, "form": form}
    return render(visit.request, "members/deactivate.html", context)


def last_administrator() -> str:
    """What is said to who would lock everybody out."""
    return _(
        "This is the only administrator: without one nobody could invite or change roles. "
        "Make somebody else administrator first."
    )
