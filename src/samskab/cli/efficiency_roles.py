"""Which column of a table plays which part in a comparison: by its prefix, or by the options."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from samskab.telling.efficiency_codes import RoleCode


class Role(StrEnum):
    """The parts; `price` is that of the input whose name follows, `period` says when."""

    INPUT = "input"
    OUTPUT = "output"
    FIXED = "fixed"
    BAD = "bad"
    PRICE = "price"
    PERIOD = "period"


PREFIXES = {
    **{role.value: role for role in Role},
    "fast": Role.FIXED,
    "uønsket": Role.BAD,
    "pris": Role.PRICE,
    "periode": Role.PERIOD,
}


@dataclass(frozen=True, slots=True)
class Part:
    """A column with a part.

    Attributes:
        index: in the file's header, from 0.
        column: the header as it stands.
        name: without its prefix, as the reader is to see it.
    """

    index: int
    column: str
    role: Role
    name: str


@dataclass(frozen=True, slots=True)
class Misplaced:
    """What is wrong with the parts, and at which column of the header."""

    code: RoleCode
    index: int
    values: Mapping[str, object]


def parts_of(
    header: Sequence[str], asked: Mapping[Role, Sequence[str]]
) -> tuple[tuple[Part, ...], tuple[Misplaced, ...]]:
    """The columns that take part, and what is wrong with the choice.

    Args:
        header: of the file; its first column names the units.
        asked: columns that the options name, with or without a prefix; they go before prefixes,
            which hold still where the period alone is named.
    """
    names = {_split(column)[1].casefold(): index for index, column in enumerate(header)}
    names |= {column.casefold(): index for index, column in enumerate(header)}
    wrong: list[Misplaced] = []
    roles: dict[int, Role] = {}
    for role, columns in asked.items():
        for column in columns:
            index = names.get(column.strip().casefold())
            if index is None:
                wrong.append(Misplaced(RoleCode.COLUMN_WANTED, 0, {"column": column}))
            elif index in roles:
                wrong.append(Misplaced(RoleCode.TWO_ROLES, index, {"column": header[index]}))
            else:
                roles[index] = role
    if not any(columns for role, columns in asked.items() if role is not Role.PERIOD):
        roles = {
            index: prefixed
            for index, column in enumerate(header)
            if (prefixed := _split(column)[0]) is not None
        } | roles
    parts = tuple(
        Part(index, header[index], role, _split(header[index])[1])
        for index, role in sorted(roles.items())
    )
    return parts, (*wrong, *(() if wrong else _missing(parts)))


def _missing(parts: Sequence[Part]) -> tuple[Misplaced, ...]:
    taken = {part.role for part in parts}
    wrong = [
        Misplaced(RoleCode.ROLES_MISSING, 0, {"role": role.value})
        for role in (Role.INPUT, Role.OUTPUT)
        if role not in taken
    ]
    wrong += [
        Misplaced(RoleCode.PERIOD_TWICE, part.index, {"column": part.column})
        for part in [part for part in parts if part.role is Role.PERIOD][1:]
    ]
    priced = {part.name.casefold() for part in parts if part.role is Role.PRICE}
    inputs = [part for part in parts if part.role is Role.INPUT]
    if priced:
        wrong += [
            Misplaced(RoleCode.PRICES_PARTLY, part.index, {"column": part.name})
            for part in inputs
            if part.name.casefold() not in priced
        ]
    return tuple(wrong)


def _split(column: str) -> tuple[Role | None, str]:
    prefix, colon, name = column.partition(":")
    role = PREFIXES.get(prefix.strip().casefold()) if colon else None
    return (role, name.strip()) if role else (None, column.strip())
