"""Pages that answer a question with evidence, in the look of the plan's report."""

from samskab.telling.evidence_report.page import EvidencePage, render_page

__all__ = ["EvidencePage", "render_page"]
