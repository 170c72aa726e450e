"""`samskab publish`: a plan to the invitations that are to be sent, and everybody's calendar."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samskab.cli.stopped import BAD_INPUT, StoppedError
from samskab.common.errors import Fault, InputError
from samskab.telling.language import Language, language_of
from samskab.telling.words.publish import SAID

if TYPE_CHECKING:
    from samskab.calendars.publication import Publication, Published
    from samskab.cli.folder import OpenedFolder
    from samskab.common.mail import Address
    from samskab.planner.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Order:
    """What the user asks for.

    Attributes:
        previous: plans that were published before, oldest first.
        organizer: None: whom the folder names, else as the last time.
        texts: None: as the last time.
    """

    folder: Path
    plan: Path
    out: Path
    previous: tuple[Path, ...]
    organizer: "Address | None"
    texts: Language | None


def publish(
    folder: Annotated[Path, typer.Argument(help="The programme folder.")],
    plan: Annotated[Path, typer.Argument(help="The plan.json to publish.")],
    out: Annotated[Path, typer.Option(help="Where to write; keep it for the next publication.")],
    previous: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="PLAN.json",
            help="A plan published before, where --out does not say so itself; once for each, "
            "oldest first.",
        ),
    ] = None,
    organizer: Annotated[
        str | None,
        typer.Option(
            metavar="MAIL", help="Who invites: MAIL or 'NAME <MAIL>'; programme.toml's, or as last."
        ),
    ] = None,
    lang: Annotated[
        Language | None, typer.Option(help="Danish or English; invitations stay as they began.")
    ] = None,
) -> None:
    """Write invitations to what is new, changed or cancelled, and a calendar for everybody."""
    from samskab.cli.ending import ended_in_words
    from samskab.cli.target import refuse_target

    language = language_of(lang)
    with ended_in_words(language, SAID[language]):
        refuse_target(out)
        order = Order(folder, plan, out, tuple(previous or ()), _organizer(organizer), lang)
        publication = _publication(order, language)
        _write(publication, out)
    _tell(publication, out, language)


def _organizer(text: str | None) -> "Address | None":
    from samskab.common.mail import address_of

    address = None if text is None else address_of(text)
    if text is not None and address is None:
        raise StoppedError(BAD_INPUT, "organizer_unfit", text=repr(text))
    return address


def _publication(order: Order, language: Language) -> "Publication":
    """What the plan changes in what was published, by the target's own account or by the plans."""
    from samskab.calendars.codes import Code
    from samskab.calendars.publication import Published, next_publication
    from samskab.calendars.published_json import PUBLISHED
    from samskab.cli.failure import warn
    from samskab.telling.agendas import agendas, uninvited

    opened, plans = _read(order)
    problem, title = opened.problem, opened.problem.programme.title
    stored = _stored(order.out, title)
    texts = order.texts or (Language(stored.language) if stored else language)
    organizer = order.organizer or problem.programme.organizer
    organizer = organizer or (stored.organizer if stored else None)
    published = replace(stored or Published(title), language=texts.value, organizer=organizer)
    current, *earlier = zip(plans, (order.plan, *order.previous), strict=True)
    for plan, file in () if stored else earlier:
        stood = agendas(problem, plan, texts, organizer)
        published = next_publication(published, stood, _written(file)).published
    unused = [Fault(Code.PREVIOUS_UNUSED.value, {}, PUBLISHED)] if stored and earlier else []
    warn((*opened.warnings, *uninvited(problem, current[0], organizer), *unused), language)
    return next_publication(
        published, agendas(problem, current[0], texts, organizer), _written(current[1])
    )


def _read(order: Order) -> tuple["OpenedFolder", tuple["Plan", ...]]:
    """The folder and the plans; only the plan that is to be published must keep today's rules."""
    from samskab.cli.plan_of_folder import open_with_plans
    from samskab.planner.plan_fit import misfits, strangers

    opened, plans = open_with_plans(order.folder, (order.plan, *order.previous), strangers)
    faults = tuple(misfits(opened.problem, plans[0], order.plan.name))
    if faults:
        raise InputError(faults)
    return opened, plans


def _stored(out: Path, title: str) -> "Published | None":
    """What the target says was published; None where it says nothing.

    Raises:
        InputError: it cannot be read, or is of another programme.
    """
    from samskab.calendars.codes import Code
    from samskab.calendars.published_json import PUBLISHED, read_published

    file = out / PUBLISHED
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        values = {"why": error.strerror or type(error).__name__}
        fault = Fault(Code.PUBLISHED_UNREADABLE.value, values, file.name)
        raise InputError([fault]) from error
    stored = read_published(content, file.name)
    if stored.language not in set(Language):
        raise InputError([Fault(Code.PUBLISHED_BROKEN.value, {}, file.name)])
    if stored.programme != title:
        values = {"theirs": stored.programme, "ours": title}
        raise InputError([Fault(Code.PUBLISHED_OF_ANOTHER.value, values, file.name)])
    return stored


def _written(file: Path) -> datetime:
    """When a plan was written: the date of what it says, today and in a year."""
    return datetime.fromtimestamp(int(file.stat().st_mtime), UTC)


def _write(publication: "Publication", out: Path) -> None:
    """Write what is not there already; nothing at all where nothing changed."""
    from samskab.cli.target import write_target
    from samskab.common.interrupts import interrupts_ignored
    from samskab.telling.publication_files import files_of, leftovers

    files = files_of(publication)
    if publication.told:
        for path in leftovers(out, publication.published.number, files):
            raise StoppedError(BAD_INPUT, "leftovers", path=path)
    with interrupts_ignored():
        write_target(out, {name: new for name, new in files.items() if _differs(out / name, new)})


def _differs(file: Path, content: bytes) -> bool:
    try:
        return file.read_bytes() != content
    except OSError:
        return True


def _tell(publication: "Publication", out: Path, language: Language) -> None:
    from samskab.calendars.publication import Change
    from samskab.telling.agendas import KINDS
    from samskab.telling.notation import Notation
    from samskab.telling.publication_files import invitation_folder, messages

    words, number = SAID[language], Notation(language).number
    sent = Counter(one.change for one in messages(publication))
    published = publication.published
    if published.organizer and publication.told:
        counts = {change.value: number(sent[change]) for change in Change}
        typer.echo(words["told"].format(**counts))
    if sent:
        typer.echo(words["send"].format(path=out / invitation_folder(published.number)))
    if not publication.told:
        typer.echo(words["nothing"])
    holders = Counter(kind for kind, _ in published.calendars)
    kinds = {kind: number(holders[kind]) for kind in KINDS}
    typer.echo(words["calendars"].format(**kinds, path=out))
