"""An invitation answered by the link in the mail, without logging in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from samskab.web.invitations.actions.answers import Given, Taken, answer_entry
from samskab.web.invitations.enums import Answer
from samskab.web.invitations.forms import AnswerForm
from samskab.web.invitations.models import Entry
from samskab.web.invitations.queries.meetings import entry_by_link, session_of

GONE, NOT_FOUND = 410, 404


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, link: str) -> HttpResponse:
    """Show what it is about; a post answers, so that a mail scanner's visit does not."""
    entry = entry_by_link(link)
    if entry is None:
        return render(request, "invitations/answer.html", {"entry": None}, status=NOT_FOUND)
    taken = _standing(entry)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if taken is None and form.is_valid():
        given = Given(Answer(form.cleaned_data["answer"]), timezone.now(), "link")
        site = request.build_absolute_uri("/").rstrip("/")
        taken = answer_entry(entry=entry, given=given, by=None, site=site)
        entry.refresh_from_db(fields=["answer", "answered_at"])
    context = {
        "entry": entry,
        "session": session_of(entry),
        "said": said(taken, entry) if taken else "",
        "taken": taken.value if taken else "",
    }
    return render(request, "invitations/answer.html", context, status=_status(taken))


def _standing(entry: Entry) -> Taken | None:
    if entry.is_cancelled:
        return Taken.CANCELLED
    return Taken.PAST if entry.end <= timezone.now() else None


def _status(taken: Taken | None) -> int:
    return GONE if taken in {Taken.CANCELLED, Taken.PAST} else 200


def said(taken: Taken, entry: Entry) -> str:
    """What became of an answer, in a sentence that says what to do."""
    if taken is Taken.PAST:
        return _("The session is over, so the link no longer answers. There is nothing to do.")
    if taken is Taken.CANCELLED:
        return _(
            "The session is cancelled for you, so the link no longer answers. If it still stands"
            " in your calendar, delete it there."
        )
    if taken is Taken.STALE:
        return _(
            "The invitation has changed meanwhile. See below what it says now, and answer again."
        )
    if taken is Taken.REPEATED and entry.answer == Answer.DECLINED:
        return _(
            "You have declined this session already, and the consultant knows: there is no need"
            " to do it twice. You hear when another day is found. If you can come after all,"
            " choose that below."
        )
    if entry.answer == Answer.DECLINED:
        return _(
            "You have declined. The consultant is told, and looks for another day for you: you"
            " hear by mail."
        )
    return _("Thank you: your answer is stored.")
