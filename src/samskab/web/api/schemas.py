"""What the API tells, field by field."""

from datetime import date, datetime
from typing import Any

from ninja import Field, Schema


class OrganisationOut(Schema):
    """A municipality or a provider, as the key's owner stands in it."""

    slug: str
    name: str
    kind: str
    roles: list[str]


class PersonOut(Schema):
    """A leader; `id` is the one of files."""

    number: int
    id: str
    name: str
    email: str
    unit: str
    position: str
    place: str
    hourly_value_oere: int
    calendar_state: str | None


class UnitOut(Schema):
    """A unit and the one it is part of."""

    number: int
    name: str
    part_of: str | None


class CommissionOut(Schema):
    """What a municipality needs."""

    number: int
    municipality: str
    title: str
    state: str
    change: str
    service_result: str
    budget_result: str
    measurement: str
    audience: str
    people_count: int
    first_day: date
    last_day: date
    budget_oere: int


class ProgrammeOut(Schema):
    """A programme without its text."""

    number: int
    title: str
    municipality: str
    provider: str | None
    state: str
    revision: int
    first_day: date
    last_day: date


class ProgrammeWithText(ProgrammeOut):
    """A programme; `text` is its programme.toml."""

    text: str


class RevisionOut(Schema):
    """What the text was once."""

    number: int
    made_at: datetime
    made_for: str | None
    text: str


class JobOut(Schema):
    """A run of the planner; `progress` is seconds, phase, cost and bound in øre."""

    number: int
    programme: int
    kind: str
    state: str
    made_at: datetime
    begun_at: datetime | None
    ended_at: datetime | None
    progress: list[Any]
    faults: list[Any]
    plan: int | None


class PlanOut(Schema):
    """A plan without its sessions; they stand in its plan.json."""

    number: int
    programme: int
    revision: int
    total_oere: int
    bound_oere: int
    unserved_count: int
    made_at: datetime
    published_at: datetime | None
    standing: bool


class PublicationOut(Schema):
    """A plan that was told to everybody."""

    number: int
    programme: int
    plan: int
    at: datetime


class EntryOut(Schema):
    """A line of the audit log; `by` is a user's number."""

    number: int
    at: datetime
    by: int | None
    action: str
    subject: str
    facts: dict[str, Any]


class Problem(Schema):
    """An error (RFC 9457)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = ""
    errors: list[dict[str, Any]] = Field(default_factory=list)
