"""What both sides have said of the demo's programme so far."""

from samskab.web.accounts.models import Organisation, User
from samskab.web.demo.cast import CONSULTANT, MUNICIPALITY, PROVIDER, SELLER, Part
from samskab.web.programmes.locks import Side
from samskab.web.programmes.models import Programme
from samskab.web.programmes.talk_actions import propose, write_comment


def talk(
    programme: Programme, organisations: dict[str, Organisation], users: dict[Part, User]
) -> None:
    """A thread, a remark and a proposal that waits for an answer."""
    ours = Side(users[CONSULTANT], organisations[MUNICIPALITY])
    theirs = Side(users[SELLER], organisations[PROVIDER])
    question = write_comment(
        programme=programme,
        place="modules.m1.group_max",
        text="Kan vi være flere på et hold? Så tager det færre uger.",
        side=ours,
    )
    write_comment(
        programme=programme,
        place="",
        text="Ja, men så får hver leder mindre tid til sin egen opgave. Vi foreslår at prøve.",
        side=theirs,
        answers=question,
    )
    write_comment(
        programme=programme,
        place="rules.max_away_per_unit",
        text="Hjemmeplejen kan kun undvære en tredjedel ad gangen i februar.",
        side=ours,
    )
    propose(
        programme=programme,
        path=("rules", "max_days_per_week"),
        value=1,
        reason="To kursusdage på samme uge er for meget for enhedslederne.",
        side=ours,
    )
