"""What can be wrong with a calendar: a code each, worded by the door."""

from enum import StrEnum


class Code(StrEnum):
    """Codes of faults, which leave nothing to read, of warnings, and of what is published."""

    FILE_MISSING = "ics_file_missing"
    FILE_UNREADABLE = "ics_file_unreadable"
    TOO_LARGE = "ics_too_large"
    EMPTY = "ics_empty"
    NOT_A_CALENDAR = "ics_not_a_calendar"
    TIMEZONE_UNKNOWN = "ics_timezone_unknown"

    NOT_UTF8 = "ics_not_utf8"
    LINES_UNREADABLE = "ics_lines_unreadable"
    LINE_TOO_LONG = "ics_line_too_long"
    COMPONENT_UNCLOSED = "ics_component_unclosed"
    PROPERTY_BROKEN = "ics_property_broken"
    START_MISSING = "ics_start_missing"
    START_BROKEN = "ics_start_broken"
    END_BEFORE_START = "ics_end_before_start"
    ZONE_UNKNOWN = "ics_zone_unknown"
    ZONE_BROKEN = "ics_zone_broken"
    RULE_BROKEN = "ics_rule_broken"
    RULE_PART_UNKNOWN = "ics_rule_part_unknown"
    RULE_TOO_DENSE = "ics_rule_too_dense"
    SERIES_TOO_MANY = "ics_series_too_many"
    MORE_WARNINGS = "ics_more_warnings"

    PUBLISHED_BROKEN = "published_broken"
    PUBLISHED_UNREADABLE = "published_unreadable"
    PUBLISHED_OF_ANOTHER = "published_of_another_programme"
    ADDRESS_MISSING = "address_missing"
    ADDRESS_UNFIT = "address_unfit"
    ORGANIZER_MISSING = "organizer_missing"
    PREVIOUS_UNUSED = "previous_unused"
