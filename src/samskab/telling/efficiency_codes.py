"""What can be wrong with a table whose units are to be compared; `words` has the sentences."""

from enum import StrEnum


class RoleCode(StrEnum):
    """What can be wrong with the parts that columns play."""

    COLUMN_WANTED = "efficiency_column_wanted"
    ROLES_MISSING = "efficiency_roles_missing"
    TWO_ROLES = "efficiency_two_roles"
    PRICES_PARTLY = "efficiency_prices_partly"
    PERIOD_TWICE = "efficiency_period_twice"


class PeriodCode(StrEnum):
    """What can be wrong with the periods of a table."""

    PERIODS_NOT_TWO = "efficiency_periods_not_two"
    UNIT_OF_ONE_PERIOD = "efficiency_unit_of_one_period"
    UNIT_TWICE = "efficiency_unit_twice_in_period"
