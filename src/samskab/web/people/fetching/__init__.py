"""Calendar feeds: read over the internet, never from the host's own network."""

from samskab.web.people.fetching.codes import Code, FeedError
from samskab.web.people.fetching.fetcher import Fetcher, Limits

__all__ = ["Code", "FeedError", "Fetcher", "Limits"]
