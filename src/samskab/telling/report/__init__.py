"""report.html: the plan, for those who decide on it."""

from samskab.telling.report.page import ReportInput, render

__all__ = ["ReportInput", "render"]
