"""Settings that a machine gives by environment variables: all of them, in one list."""

import os
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Variable:
    """One setting.

    Attributes:
        name: of the environment variable.
        default: what holds where it is not set; None where it must be set.
        meaning: one sentence, for the page of settings.
    """

    name: str
    default: str | None
    meaning: str


class EnvironmentFaultError(Exception):
    """A setting is missing or cannot be read; the sentence says which and what to do."""


SECRET_KEY = Variable(
    "SAMSKAB_SECRET_KEY", None, "Signs sessions and links: 50 random characters, kept secret."
)
DEBUG = Variable(
    "SAMSKAB_DEBUG", "no", "`yes` on a developer's own machine only: shows code in error pages."
)
HOSTS = Variable(
    "SAMSKAB_HOSTS", "localhost,127.0.0.1,[::1]", "Host names that are answered, with commas."
)
HTTPS = Variable(
    "SAMSKAB_HTTPS", "yes", "`no` where no TLS stands in front: cookies then travel in the clear."
)
DATA = Variable(
    "SAMSKAB_DATA", "samskab-data", "A folder for the SQLite database and for uploaded files."
)
DATABASE_URL = Variable(
    "DATABASE_URL", "", "`postgres://user:password@host/name`; empty: SQLite in the data folder."
)
EMAIL_URL = Variable(
    "SAMSKAB_EMAIL_URL", "", "`smtp://user:password@host:port`; empty: mail is printed, not sent."
)
EMAIL_FROM = Variable(
    "SAMSKAB_EMAIL_FROM", "samskab@localhost", "The address that mail and invitations come from."
)
FEED_NETWORKS = Variable(
    "SAMSKAB_FEED_NETWORKS",
    "",
    "Networks of your own that calendar feeds may be read from, with commas, such as "
    "`10.1.2.0/24`; empty: feeds are read from the public internet only.",
)
VARIABLES = (
    SECRET_KEY,
    DEBUG,
    HOSTS,
    HTTPS,
    DATA,
    DATABASE_URL,
    EMAIL_URL,
    EMAIL_FROM,
    FEED_NETWORKS,
)


class Environment:
    """Reads settings from a mapping, by default that of the process."""

    def __init__(self, variables: Mapping[str, str] | None = None) -> None:
        self.variables = os.environ if variables is None else variables

    def text(self, variable: Variable) -> str:
        """The value.

        Raises:
            EnvironmentFaultError: it must be set and is not.
        """
        value = self.variables.get(variable.name, variable.default)
        if value is None:
            message = f"{variable.name} is not set: {variable.meaning}"
            raise EnvironmentFaultError(message)
        return value

    def truth(self, variable: Variable) -> bool:
        """Yes or no.

        Raises:
            EnvironmentFaultError: it is neither.
        """
        value = self.text(variable)
        if value not in {"yes", "no"}:
            message = f"{variable.name} is {value!r}: write yes or no. {variable.meaning}"
            raise EnvironmentFaultError(message)
        return value == "yes"

    def several(self, variable: Variable) -> list[str]:
        """What stands between commas."""
        return [part.strip() for part in self.text(variable).split(",") if part.strip()]
