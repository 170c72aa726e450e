"""A programme folder: its tables in, a problem or all of its faults out."""

from samskab.planner.folder.codes import Code
from samskab.planner.folder.reading import Calendars, FolderReading, read_folder, with_busy

__all__ = ["Calendars", "Code", "FolderReading", "read_folder", "with_busy"]
