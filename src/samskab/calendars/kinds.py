"""How busy an event makes its owner (planning problem, Time)."""

from collections.abc import Collection

from samskab.calendars.components import Component
from samskab.calendars.properties import unescaped_list
from samskab.common.busy import BusyKind

_FREE_STATUSES = frozenset({"FREE", "WORKINGELSEWHERE"})


def kind_of_event(component: Component, hard_categories: Collection[str]) -> BusyKind | None:
    """The kind of a VEVENT, None where it leaves its owner free.

    Args:
        component: the event.
        hard_categories: casefolded.
    """
    busy_status = component.text("X-MICROSOFT-CDO-BUSYSTATUS")
    if (
        component.text("TRANSP") == "TRANSPARENT"
        or component.text("STATUS") == "CANCELLED"
        or busy_status in _FREE_STATUSES
    ):
        return None
    if busy_status == "OOF" or component.text("X-SAMSKAB-HARD") == "TRUE":
        return BusyKind.HARD
    if any(category in hard_categories for category in _categories(component)):
        return BusyKind.HARD
    if "TENTATIVE" in {component.text("STATUS"), busy_status}:
        return BusyKind.TENTATIVE
    return BusyKind.BUSY


def kind_of_free_busy_type(name: str) -> BusyKind | None:
    """The kind of an FBTYPE or BUSYTYPE; an unknown one is read as BUSY (RFC 5545, 3.2.9)."""
    return {
        "FREE": None,
        "BUSY-UNAVAILABLE": BusyKind.HARD,
        "BUSY-TENTATIVE": BusyKind.TENTATIVE,
    }.get(name.upper(), BusyKind.BUSY)


def _categories(component: Component) -> list[str]:
    return [
        category.casefold()
        for prop in component.every("CATEGORIES")
        for category in unescaped_list(prop.value)
    ]
