"""What a roll-out showed, as a page that a municipal director understands.

What a comparison needs is loaded where there is one: it takes seconds.
"""

from samskab.cli.rollout.analysis_findings import AnalysisFindings, LotAnalysis
from samskab.cli.rollout.by_lot_page import LotPage
from samskab.cli.rollout.money.page import money_summary
from samskab.telling.evidence_report import EvidencePage
from samskab.telling.language import Language


def analysis_page(found: AnalysisFindings, language: Language) -> EvidencePage:
    """By lot where lots were drawn, else by comparison."""
    if isinstance(found, LotAnalysis):
        return LotPage(found, language).page()
    from samskab.cli.rollout.comparison import comparison_page

    return comparison_page(found.comparison, found.money, found.title, language)


def summary(found: AnalysisFindings, language: Language) -> str:
    """The sentences for the terminal."""
    if isinstance(found, LotAnalysis):
        said = LotPage(found, language).summary()
    else:
        from samskab.cli.rollout.comparison import comparison_summary

        said = comparison_summary(found.comparison, language)
    return f"{said} {money_summary(found.money, language)}"
