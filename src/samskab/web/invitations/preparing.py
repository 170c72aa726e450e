"""What publishing a plan would tell, and whether it may: for workers, it takes the planner's room.

The same machinery as the terminal's `samskab publish`, from rows instead of a folder.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings

from samskab.calendars.appointment import uids_begin_with
from samskab.calendars.codes import Code
from samskab.calendars.publication import Publication, Published, next_publication
from samskab.calendars.published_json import PUBLISHED, read_published
from samskab.common.errors import Fault
from samskab.common.mail import Address, is_fit_for_invitations
from samskab.planner.check import check
from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Problem
from samskab.planner.plan_json import read_plan
from samskab.planner.rules import claimed_cost
from samskab.telling.agendas import agendas, uninvited
from samskab.telling.language import Language
from samskab.telling.words.rules import breach_in_words
from samskab.telling.words.sentence import sentence
from samskab.web.invitations import models
from samskab.web.plans.models import Plan as PlanRow
from samskab.web.plans.problem import problem_to_plan
from samskab.web.programmes.models import Programme

Sentence = dict[str, str]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What would be told.

    Attributes:
        refusals: why it may not be told; empty where it may.
        notes: what else to know: who gets no invitation, which rules are broken already.
        digest: the same for two outlooks that tell the same.
    """

    publication: Publication
    zone: str
    refusals: list[Sentence]
    notes: list[Sentence]
    digest: str


def outlook(plan: PlanRow, moment: datetime) -> Outlook:
    """Compare a plan with what was published, on today's people and calendars.

    Args:
        plan: of any programme.
        moment: what is new is dated so.

    Raises:
        InputError: the programme or the plan cannot be read.
    """
    programme = plan.programme
    problem = today_problem(programme)
    wanted = engine_plan(plan.text)
    broken = breaches(problem, wanted)
    known = _known_breaches(problem, plan)
    before = _published(programme, problem)
    language = Language(before.language)
    refusals = [one for one in broken if one not in known]
    notes = [one for one in broken if one in known]
    if refusals:
        return Outlook(Publication(before, ()), problem.programme.timezone, refusals, notes, "")
    shall_stand = agendas(problem, wanted, language, before.organizer)
    publication = next_publication(before, shall_stand, moment.replace(microsecond=0))
    notes += [_worded(fault) for fault in uninvited(problem, wanted, before.organizer)]
    return Outlook(publication, problem.programme.timezone, [], notes, _digest(publication))


def today_problem(programme: Programme) -> Problem:
    """A programme as it is today, with everybody's busy time.

    Raises:
        InputError: its text or a table cannot be read.
    """
    return problem_to_plan(programme)


def engine_plan(text: str) -> Plan:
    """The plan that a row holds.

    Raises:
        InputError: it is of another form.
    """
    with TemporaryDirectory() as folder:
        file = Path(folder) / "plan.json"
        file.write_text(text, "utf-8")
        return read_plan(file)


def breaches(problem: Problem, plan: Plan) -> list[Sentence]:
    """Every rule that a plan breaks, but what it claims to cost: prices and calendars change."""
    return [
        {language.value: breach_in_words(breach, language) for language in Language}
        for breach in check(problem, plan)
        if breach.rule != claimed_cost.RULE
    ]


def _known_breaches(problem: Problem, plan: PlanRow) -> list[Sentence]:
    """What the plan that people have in their calendars breaks already."""
    standing = PlanRow.objects.filter(programme=plan.programme, standing=True).first()
    if standing is None or standing.pk == plan.pk:
        return []
    return breaches(problem, engine_plan(standing.text))


def _published(programme: Programme, problem: Problem) -> Published:
    """What was told so far, with who invites and the language from now on."""
    last = models.Publication.objects.filter(programme=programme).first()
    if last is not None:
        stored = read_published(last.account.encode(), PUBLISHED)
    else:
        stored = Published(_name_of_its_own(programme, problem.programme.title))
    organizer = problem.programme.organizer or stored.organizer or _house(programme)
    known = stored.language in set(Language)
    language = stored.language if known else Language.DANISH.value
    return replace(stored, organizer=organizer, language=language)


def _name_of_its_own(programme: Programme, title: str) -> str:
    """What the UIDs are made of: the title, unless another programme has told by it."""
    begin = uids_begin_with(title)
    others = models.Entry.objects.exclude(programme=programme).filter(uid__startswith=begin)
    return f"{title} ({programme.pk})" if others.exists() else title


def _house(programme: Programme) -> Address | None:
    mail = settings.DEFAULT_FROM_EMAIL
    return Address(mail, programme.municipality.name) if is_fit_for_invitations(mail) else None


def _worded(fault: Fault) -> Sentence:
    if fault.code == Code.ORGANIZER_MISSING.value:
        return NO_ORGANIZER
    return {language.value: sentence(fault, language) for language in Language}


def _digest(publication: Publication) -> str:
    digest = sha256()
    for told in publication.told:
        edition = told.edition
        parts = (told.holder.key, told.name, told.change, edition.sequence, edition.appointment)
        digest.update(repr(parts).encode(errors="surrogatepass"))
    return digest.hexdigest()


def faults_in_words(faults: tuple[Fault, ...]) -> Iterator[Sentence]:
    """Why something cannot be read."""
    for fault in faults:
        yield {language.value: sentence(fault, language) for language in Language}


NO_ORGANIZER: Sentence = {
    "da": "Der sendes ingen invitationer, kun kalendere: en invitation skal have en afsender. "
    "Skriv hvem der indkalder i forløbets indstillinger (organizer).",
    "en": "No invitations are sent, only calendars: an invitation needs a sender. Say who invites "
    "in the programme's settings (organizer).",
}
