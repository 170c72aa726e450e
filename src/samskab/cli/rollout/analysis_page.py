"""What a roll-out showed, as a page that a municipal director understands."""

from samskab.cli.evidence_report import EvidencePage
from samskab.cli.language import Language
from samskab.cli.rollout.analysis_findings import AnalysisFindings
from samskab.cli.rollout.by_lot_page import lot_page, lot_summary


def analysis_page(found: AnalysisFindings, language: Language) -> EvidencePage:
    """By lot where lots were drawn, else by comparison."""
    return lot_page(found, found.by_lot, language)


def summary(found: AnalysisFindings, language: Language) -> str:
    """The sentence for the terminal."""
    return lot_summary(found, found.by_lot, language)
