"""Nobody signs up alone: an organisation's administrator invites."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class InvitedOnly(DefaultAccountAdapter):
    """Closes the page of signing up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No."""
        del request
        return False
