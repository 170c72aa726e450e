"""From an Altair chart to SVG that stands in a page: own colours, no fonts or data from outside."""

import re
from typing import Any, Literal

import altair as alt
import vl_convert

from samskab.telling.language import Language

INK = "#16323a"
QUIET = "#4a6168"
RULE = "#d9dfdd"
FJORD = "#0f5560"
HEAT = {
    0.0: "#eef3f1",
    1e-9: "#cfe3e1",
    0.2: "#a9cfce",
    0.4: "#2f7680",
    0.6: "#0f5560",
    0.8: "#08343d",
}
"""From which heat on which colour; dark ink is legible on the first three, white on the rest."""
WHITE_INK_FROM = 0.4
WARM = "#b4482d"
SAND = "#c08a2d"
FONT = "Segoe UI, Helvetica Neue, Arial, DejaVu Sans, sans-serif"
Chart = alt.Chart | alt.LayerChart | alt.FacetChart

_LOCALES: dict[Language, Literal["da-DK", "en-GB"]] = {
    Language.DANISH: "da-DK",
    Language.ENGLISH: "en-GB",
}
_AXIS = {
    "labelColor": QUIET,
    "titleColor": QUIET,
    "titleFontWeight": "normal",
    "labelFontSize": 14,
    "titleFontSize": 14,
    "gridColor": RULE,
    "domainColor": RULE,
    "tickColor": RULE,
    "labelLimit": 190,
}
_CONFIG: dict[str, Any] = {
    "aria": False,
    "background": "transparent",
    "font": FONT,
    "view": {"stroke": None},
    "axis": _AXIS,
    "legend": {
        "labelColor": INK,
        "labelFontSize": 14,
        "orient": "top",
        "title": None,
        "symbolType": "square",
    },
    "text": {"fontSize": 14, "color": INK},
}
_ROLES = re.compile(
    r'(<g class="mark-[^"<>]*"[^<>]*?) role="[^"<>]*"( aria-roledescription="[^"<>]*")?'
)
_IDS = re.compile(r'<clipPath id="(\w+)"')
_REFERENCES = re.compile(r'(<clipPath id="|clip-path="url\(#)(\w+)("|\)")')


def svg_of(chart: Chart, name: str, language: Language) -> str:
    """Draw a chart.

    The drawing is hidden from assistive technology: its caption and its table say the same.

    Args:
        chart: with its data inside.
        name: prefix of the ids inside, unique in the page.
        language: of the numbers on the axes.
    """
    svg = vl_convert.vegalite_to_svg(
        chart.to_dict(),
        config=_CONFIG,
        format_locale=_LOCALES[language],
        time_format_locale=_LOCALES[language],
        allowed_base_urls=[],
    )
    return _fit_for_a_page(svg, name)


def _fit_for_a_page(svg: str, name: str) -> str:
    """Roles of single marks would be read out one by one; ids of two drawings would clash.

    The ids count up through the whole process: numbered anew, the same plan gives the same page.
    """
    svg = _ROLES.sub(r"\1", svg)
    ids = {old: f"{name}-{number}" for number, old in enumerate(_IDS.findall(svg))}
    svg = _REFERENCES.sub(lambda found: f"{found[1]}{ids.get(found[2], found[2])}{found[3]}", svg)
    return svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
