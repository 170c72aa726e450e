"""From what was found to one page that needs nothing else."""

from dataclasses import dataclass

from samskab.telling.language import Language
from samskab.telling.report.headline import Headline
from samskab.telling.report.section import Section
from samskab.telling.report.shell import (
    Masthead,
    content_policy,
    own_text,
    page_environment,
    without_indent,
)
from samskab.telling.report.wording import Voice

_STYLES = ("frame.css", "charts.css", "lists.css", "evidence.css", "print.css")


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """A page, every text in the reader's language.

    Attributes:
        kicker: what kind of page it is.
        title: what it is of.
        subtitle: a line below.
        brief: heading of the headlines, for those who hear the page.
        headlines: four figures at most, each with a sentence.
        sections: in the order of reading; each is linked from the top.
        foot: who made it, from what.
        mark: what must stand on every sheet and stay in sight on a screen; empty for none.
    """

    kicker: str
    title: str
    subtitle: str
    brief: str
    headlines: tuple[Headline, ...]
    sections: tuple[Section, ...]
    foot: str
    mark: str = ""


def render_page(page: EvidencePage, language: Language) -> str:
    """The page as self-contained HTML: it loads nothing, and every text is escaped."""
    style = own_text("styles", _STYLES)
    html = (
        page_environment()
        .get_template("evidence.html")
        .render(
            say=Voice(language),
            language=language.value,
            style=style,
            policy=content_policy(style),
            masthead=Masthead(
                page.kicker,
                page.title,
                page.subtitle,
                tuple((section.name, section.title) for section in page.sections),
            ),
            brief=page.brief,
            headlines=page.headlines,
            sections=page.sections,
            foot=page.foot,
            mark=page.mark,
        )
    )
    return without_indent(html)
