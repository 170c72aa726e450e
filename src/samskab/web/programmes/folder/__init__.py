"""A programme in the database and a programme folder: the same thing in two forms."""

from samskab.web.programmes.folder.faults import fault_in_words, faults_in_words
from samskab.web.programmes.folder.importing import Imported, import_folder
from samskab.web.programmes.folder.problem import (
    NOWHERE,
    Elsewhere,
    problem_of,
    tables_read,
    with_busy_time,
)
from samskab.web.programmes.folder.writing import write_folder

__all__ = [
    "NOWHERE",
    "Elsewhere",
    "Imported",
    "fault_in_words",
    "faults_in_words",
    "import_folder",
    "problem_of",
    "tables_read",
    "with_busy_time",
    "write_folder",
]
