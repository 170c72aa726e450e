"""Publications, what was sent to whom, what was answered, and secret feeds."""

from samskab.web.invitations.models.entries import Decline, Entry
from samskab.web.invitations.models.feeds import Feed, Shown
from samskab.web.invitations.models.mail import Mailbox, Message
from samskab.web.invitations.models.publications import Preparation, Publication

__all__ = [
    "Decline",
    "Entry",
    "Feed",
    "Mailbox",
    "Message",
    "Preparation",
    "Publication",
    "Shown",
]
