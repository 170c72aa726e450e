"""Every folder that is broken on purpose: each code of a fault and of a warning is in one."""

from tests.planner.folder.bad_by_the_issue import OF_THE_ISSUE
from tests.planner.folder.bad_names import OF_NAMES
from tests.planner.folder.bad_programmes import OF_THE_PROGRAMME
from tests.planner.folder.bad_tables import OF_FILES, OF_TABLES

BAD_FOLDERS = (*OF_THE_ISSUE, *OF_FILES, *OF_TABLES, *OF_THE_PROGRAMME, *OF_NAMES)
