"""A programme in the database and a programme folder: the same thing in two forms."""

from samskab.web.programmes.folder.problem import NOWHERE, Elsewhere, problem_of, tables_read
from samskab.web.programmes.folder.writing import write_folder

__all__ = ["NOWHERE", "Elsewhere", "problem_of", "tables_read", "write_folder"]
