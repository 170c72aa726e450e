"""What every page of ours stands in: its style, its policy, its masthead."""

import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of a page.

    Attributes:
        kicker: what kind of page it is.
        title: what it is of.
        subtitle: a line below.
        links: anchor and words of each of its parts.
    """

    kicker: str
    title: str
    subtitle: str
    links: tuple[tuple[str, str], ...]


def page_environment() -> Environment:
    """Templates that escape every text."""
    return Environment(
        loader=PackageLoader("samskab.telling.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def own_text(folder: str, names: Sequence[str]) -> str:
    """Style sheets or scripts of the report, one after the other."""
    package = files("samskab.telling.report") / folder
    return without_indent("\n".join((package / name).read_text("utf-8") for name in names))


def without_indent(text: str) -> str:
    """A third of a large page would be the templates' indentation."""
    return re.sub(r"\n\s+", "\n", text)


def content_policy(style: str, script: str = "") -> str:
    """A content security policy that lets only the page's own style sheet and script run."""

    def source(text: str) -> str:
        return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

    return (
        f"default-src 'none'; style-src {source(style)}; script-src {source(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
