"""What only the register can show to be wrong with a table: a code each."""

from enum import StrEnum


class Code(StrEnum):
    """Codes of faults, and last of what is only worth knowing."""

    EMAIL_TWICE = "import_email_twice"
    EMAIL_TAKEN = "import_email_taken"
    EMAIL_WRONG = "import_email_wrong"
    TEXT_TOO_LONG = "import_text_too_long"
    PERSON_UNKNOWN = "import_person_unknown"
    PERSON_ERASED = "import_person_erased"
    MODULE_UNKNOWN = "import_module_unknown"
    UNIT_TWICE = "import_unit_twice"
    UNIT_UNKNOWN = "import_unit_unknown"
    UNIT_RING = "import_unit_ring"
    TABLE_UNKNOWN = "import_table_unknown"
    TABLE_TWICE = "import_table_twice"
    WORKBOOK_BROKEN = "import_workbook_broken"
    WORKBOOK_OLD = "import_workbook_old"
    SHEET_TOO_LARGE = "import_sheet_too_large"
    NOTHING_THERE = "import_nothing_there"

    SHEET_IGNORED = "import_sheet_ignored"
    CALENDAR_IGNORED = "import_calendar_ignored"
