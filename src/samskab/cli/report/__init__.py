"""report.html: the plan, for those who decide on it."""

from samskab.cli.report.page import ReportInput, render

__all__ = ["ReportInput", "render"]
