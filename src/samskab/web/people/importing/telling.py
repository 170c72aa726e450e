"""Changes as a page tells of them."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskab.web.people.importing.changes import Change
from samskab.web.people.importing.sheets import Kind
from samskab.web.people.kroner import shown

KINDS: dict[Kind, Promise] = {
    Kind.UNITS: _("unit"),
    Kind.PEOPLE: _("person"),
    Kind.PARTIES: _("pair"),
    Kind.NEEDS: _("needs"),
}
FIELDS: dict[str, Promise] = {
    "parent": _("part of"),
    "name": _("name"),
    "unit": _("unit"),
    "hourly_value_oere": _("value of an hour"),
    "email": _("e-mail"),
    "role": _("position"),
    "place": _("place"),
    "people": _("people"),
    "modules": _("modules"),
}


@dataclass(frozen=True, slots=True)
class FieldTold:
    """One field, before and after."""

    label: str
    before: str
    after: str


def kind_told(kind: Kind) -> str:
    """What a row is."""
    return str(KINDS[kind])


def fields_told(change: Change) -> tuple[FieldTold, ...]:
    """A row's fields that change."""
    return tuple(
        FieldTold(str(FIELDS[field.field]), _value(field.before), _value(field.after))
        for field in change.fields
    )


def _value(value: str | int) -> str:
    return shown(value) if isinstance(value, int) else value


@dataclass(frozen=True, slots=True)
class Row:
    """A change as the page shows it."""

    change: Change
    kind: str
    fields: tuple[FieldTold, ...]


def rows_told(changes: tuple[Change, ...]) -> list[Row]:
    """Changes in the words of the page."""
    return [Row(change, kind_told(change.kind), fields_told(change)) for change in changes]
