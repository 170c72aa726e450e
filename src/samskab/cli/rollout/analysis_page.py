"""What a roll-out showed, as a page that a municipal director understands."""

from samskab.cli.evidence_report import EvidencePage
from samskab.cli.language import Language
from samskab.cli.rollout.analysis_findings import AnalysisFindings
from samskab.cli.rollout.by_lot_page import LotPage
from samskab.cli.rollout.money.page import money_summary


def analysis_page(found: AnalysisFindings, language: Language) -> EvidencePage:
    """By lot where lots were drawn, else by comparison."""
    return LotPage(found, found.by_lot, language).page()


def summary(found: AnalysisFindings, language: Language) -> str:
    """The sentences for the terminal."""
    said = LotPage(found, found.by_lot, language).summary()
    return f"{said} {money_summary(found.money, language)}"
