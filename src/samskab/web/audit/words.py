"""Sentences for the codes of the account."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "member_invited": _("a member was invited"),
    "invite_withdrawn": _("an invitation was withdrawn"),
    "member_joined": _("a member joined"),
    "roles_changed": _("roles were changed"),
    "member_deactivated": _("a member's roles were taken"),
    "token_made": _("a key to the API was made"),
    "token_revoked": _("a key to the API was revoked"),
    "person_exported": _("a person's data was exported"),
    "person_erased": _("a person was erased"),
    "facilitator_erased": _("a facilitator was erased"),
    "retention_applied": _("old personal data was removed"),
    "programme_imported": _("a programme folder was imported"),
    "audit_exported": _("the audit log was exported"),
}


def words_for(action: str) -> str:
    """The sentence; a code without one is shown as it is, with spaces."""
    return str(WORDS.get(action, action.replace("_", " ")))
