"""Which program keeps whose calendar: mostly Outlook, as in a municipality."""

from samskab.planner.synthetic.ics_events import Style
from samskab.planner.synthetic.ics_outlook import OUTLOOK, OUTLOOK_CUSTOMIZED
from samskab.planner.synthetic.ics_plain import APPLE, EXPORT_IN_UTC, GOOGLE
from samskab.planner.synthetic.municipality import Municipality, Role
from samskab.planner.synthetic.settings import Settings

STYLES = (OUTLOOK, OUTLOOK_CUSTOMIZED, GOOGLE, APPLE, EXPORT_IN_UTC)
PARTS = (0.66, 0.12, 0.08, 0.06, 0.08)
LEADERS_FOR_A_SECOND = 200


def styles_by_owner(owners: list[str], settings: Settings) -> dict[str, Style]:
    """The style of everyone's calendar."""
    chance = settings.chance("calendar styles")
    drawn = chance.choice(len(STYLES), size=len(owners), p=PARTS)
    return {owner: STYLES[int(style)] for owner, style in zip(owners, drawn, strict=True)}


def busy_time_only(municipality: Municipality) -> frozenset[str]:
    """The last unit leader, and in a large municipality one more, show no more than busy time."""
    leaders = municipality.with_role(Role.UNIT_LEADER)
    count = 2 if len(municipality.leaders) >= LEADERS_FOR_A_SECOND else 1
    return frozenset(leader.person.id for leader in leaders[-count:])
