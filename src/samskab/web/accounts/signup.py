"""Nobody signs up alone: an organisation's administrator invites."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest


class InvitedOnly(DefaultAccountAdapter):
    """Closes the page of signing up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No."""
        del request
        return False


class KnownOnly(DefaultSocialAccountAdapter):
    """An identity provider vouches for users there are; it makes none."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:
        """No."""
        del request, sociallogin
        return False
