"""What can be wrong with a feed: a code each."""

from enum import StrEnum

from samskab.common.errors import Fault


class Code(StrEnum):
    """Codes of faults that leave nothing to read."""

    SCHEME = "feed_scheme"
    ADDRESS = "feed_address"
    NAME_UNKNOWN = "feed_name_unknown"
    PRIVATE = "feed_private"
    UNREACHABLE = "feed_unreachable"
    CERTIFICATE = "feed_certificate"
    TOO_SLOW = "feed_too_slow"
    TOO_LARGE = "feed_too_large"
    REDIRECTS = "feed_redirects"
    STATUS = "feed_status"
    BROKEN = "feed_broken"
    WEB_PAGE = "feed_web_page"


class FeedError(Exception):
    """A feed could not be read; the fault says why."""

    def __init__(self, code: Code, **values: object) -> None:
        super().__init__(code.value)
        self.fault = Fault(code.value, values)
