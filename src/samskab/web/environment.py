"""Settings that a machine gives by environment variables: all of them, in one list."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

FAULTS = {
    "not-a-number": "it is no whole number: write one",
    "missing": "it is not set, and must be",
    "not-yes-or-no": "write yes or no",
    "unreadable": "it cannot be read",
}


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
    """A setting is missing or cannot be read; the sentence says which and what to do.

    Attributes:
        name: of the environment variable.
        code: `missing`, `not-yes-or-no`, `not-a-number` or `unreadable`, for whoever words it in
            other languages.
    """

    def __init__(self, variable: Variable, code: str) -> None:
        super().__init__(f"{variable.name}: {FAULTS[code]}. {variable.meaning}")
        self.name = variable.name
        self.code = code


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
IMAP_URL = Variable(
    "SAMSKAB_IMAP_URL",
    "",
    "`imaps://user:password@host/folder`, several with commas: the mailboxes that answers to "
    "invitations and mails that come back are delivered to; nothing in them is changed.",
)
SECOND_FACTOR = Variable(
    "SAMSKAB_SECOND_FACTOR", "yes", "`no`: nobody is asked for a second factor at login."
)
SECOND_FACTOR_GRACE_DAYS = Variable(
    "SAMSKAB_SECOND_FACTOR_GRACE_DAYS", "7", "Days a new user may put off the second factor."
)
OIDC_SERVER = Variable(
    "SAMSKAB_OIDC_SERVER", "", "OpenID Connect: the issuer's address; empty: passwords only."
)
OIDC_CLIENT = Variable("SAMSKAB_OIDC_CLIENT", "", "OpenID Connect: the client's id.")
OIDC_SECRET = Variable("SAMSKAB_OIDC_SECRET", "", "OpenID Connect: the client's secret.")
OIDC_NAME = Variable(
    "SAMSKAB_OIDC_NAME", "OpenID Connect", "What the login page calls it, such as `Fjordby login`."
)
OIDC_TRUSTS_EMAIL = Variable(
    "SAMSKAB_OIDC_TRUSTS_EMAIL",
    "no",
    "`yes` where every address is verified but the issuer does not say so (no `email_verified`).",
)
UPLOAD_MB = Variable("SAMSKAB_UPLOAD_MB", "20", "The largest request that is taken, in megabytes.")
RETENTION_MONTHS = Variable(
    "SAMSKAB_RETENTION_MONTHS",
    "24",
    "Months after a programme's last day until its leaders' personal data is erased.",
)
FEED_NETWORKS = Variable(
    "SAMSKAB_FEED_NETWORKS",
    "",
    "Networks of your own that calendar feeds may be read from, with commas, such as "
    "`10.1.2.0/24`; empty: feeds are read from the public internet only.",
)
DEMO = Variable(
    "SAMSKAB_DEMO",
    "no",
    "`yes` lets `seed_demo` fill an empty database with Fjordby, whose passwords everybody knows.",
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
    IMAP_URL,
    SECOND_FACTOR,
    SECOND_FACTOR_GRACE_DAYS,
    OIDC_SERVER,
    OIDC_CLIENT,
    OIDC_SECRET,
    OIDC_NAME,
    OIDC_TRUSTS_EMAIL,
    UPLOAD_MB,
    FEED_NETWORKS,
    RETENTION_MONTHS,
    DEMO,
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
            raise EnvironmentFaultError(variable, "missing")
        return value

    def truth(self, variable: Variable) -> bool:
        """Yes or no.

        Raises:
            EnvironmentFaultError: it is neither.
        """
        value = self.text(variable)
        if value not in {"yes", "no"}:
            raise EnvironmentFaultError(variable, "not-yes-or-no")
        return value == "yes"

    def number(self, variable: Variable) -> int:
        """A whole number, zero or more.

        Raises:
            EnvironmentFaultError: it is none.
        """
        value = self.text(variable)
        if not value.isdecimal():
            raise EnvironmentFaultError(variable, "not-a-number")
        return int(value)

    def several(self, variable: Variable) -> list[str]:
        """What stands between commas."""
        return [part.strip() for part in self.text(variable).split(",") if part.strip()]
