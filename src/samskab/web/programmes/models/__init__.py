"""A programme: its text, its tables, and how both sides came to it."""

from samskab.web.programmes.models.codesign import Comment, Proposal, Reopening, Signature
from samskab.web.programmes.models.files import FolderFile
from samskab.web.programmes.models.offer import Offer
from samskab.web.programmes.models.programme import Programme, Revision
from samskab.web.programmes.models.tables import (
    Apart,
    Engagement,
    Need,
    Participant,
    TravelCost,
    Venue,
    Window,
)

__all__ = [
    "Apart",
    "Comment",
    "Engagement",
    "FolderFile",
    "Need",
    "Offer",
    "Participant",
    "Programme",
    "Proposal",
    "Reopening",
    "Revision",
    "Signature",
    "TravelCost",
    "Venue",
    "Window",
]
