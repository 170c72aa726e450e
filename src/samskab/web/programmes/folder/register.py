"""Rows of the municipality's register by their keys: a second import updates, none is doubled."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from django.db.models import CharField, Field, PositiveIntegerField, PositiveSmallIntegerField

from samskab.common.errors import Fault, InputError
from samskab.web.accounts.models import Organisation
from samskab.web.people.models import Facilitator, Person, Place, Room, Unit

Row = TypeVar("Row", Person, Facilitator, Room, Place)
Values = Mapping[str, object]
BATCH = 500
LARGEST: dict[type, int] = {PositiveIntegerField: 2**31 - 1, PositiveSmallIntegerField: 2**15 - 1}
SHOWN_CHARACTERS = 40


def units_by_name(organisation: Organisation, names: Iterable[str]) -> dict[str, Unit]:
    """The units of these names, made where they are missing; where they stand in the tree stays."""
    wanted = dict.fromkeys(names)
    found = {unit.name: unit for unit in organisation.units.filter(name__in=wanted)}
    missing = [Unit(organisation=organisation, name=name) for name in wanted if name not in found]
    refuse_what_does_not_fit(Unit, ({"name": unit.name} for unit in missing), "people.csv")
    made = Unit.objects.bulk_create(missing, BATCH)
    return found | {unit.name: unit for unit in made}


def rows_by_key(
    model: type[Row], organisation: Organisation, wanted: Mapping[str, Values], file: str
) -> dict[str, Row]:
    """The rows of these keys, with these values; those of other keys stay as they are.

    Args:
        model: what they are.
        organisation: whose.
        wanted: key -> field -> value, in the order in which new ones are made.
        file: which table they come from, for faults.

    Raises:
        InputError: with each value that no row can hold.
    """
    refuse_what_does_not_fit(model, ({"key": k, **values} for k, values in wanted.items()), file)
    rows = model.objects.filter(organisation=organisation, key__in=list(wanted))
    found = {row.key: row for row in rows}
    changed = [row for key, row in found.items() if _set(row, wanted[key])]
    fields = sorted({name for values in wanted.values() for name in values})
    if changed:
        model.objects.bulk_update(changed, fields, BATCH)
    new = [
        model(organisation=organisation, key=key, **values)
        for key, values in wanted.items()
        if key not in found
    ]
    made = model.objects.bulk_create(new, BATCH)
    return found | {row.key: row for row in made}


def _set(row: Row, values: Values) -> bool:
    """Whether the row is another than before."""
    differs = [name for name, value in values.items() if getattr(row, name) != value]
    for name in differs:
        setattr(row, name, values[name])
    return bool(differs)


def refuse_what_does_not_fit(
    model: type[Row] | type[Unit], rows: Iterable[Values], file: str
) -> None:
    """Look at values before the database does: it would name neither the table nor the value.

    Raises:
        InputError: with each text that is too long and each number that is too large.
    """
    fields = {field.name: field for field in model._meta.fields}
    faults = [
        fault
        for values in rows
        for name, value in values.items()
        for fault in _misfit(fields[name], value, file)
    ]
    if faults:
        raise InputError(faults)


def _misfit(field: "Field[object, object]", value: object, file: str) -> Iterable[Fault]:
    column = "id" if field.name == "key" else field.name
    if isinstance(field, CharField) and isinstance(value, str):
        most = field.max_length
        if most is not None and len(value) > most:
            shown = f"{value[:SHOWN_CHARACTERS]}…"
            values = {"text": shown, "column": column, "length": len(value), "most": most}
            yield Fault("import_text_too_long", values, file)
    elif isinstance(value, int) and value > LARGEST.get(type(field), value):
        values = {"number": value, "column": column, "most": LARGEST[type(field)]}
        yield Fault("import_number_too_large", values, file)
