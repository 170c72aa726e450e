"""Broken input: every fault at once, each with its place, worded by the door."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with the input.

    Attributes:
        code: names the sentence that the door words in the user's language.
        values: what the sentence is filled with.
        file: the file's name as the user knows it (relative to the folder).
        line: counted from 1; None where the fault has no line.
        column: counted from 1; None where the fault has no column.
    """

    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    file: str | None = None
    line: int | None = None
    column: int | None = None


class InputError(Exception):
    """The input cannot be used; carries all of its faults."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("; ".join(f"{fault.file or ''}: {fault.code}" for fault in faults))
        self.faults = tuple(faults)
