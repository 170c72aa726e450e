"""Where nothing was drawn by lot: units that started against units that had not."""

from samskab.cli.rollout.comparison.comparison_json import comparison_json
from samskab.cli.rollout.comparison.findings import ComparisonFindings, find_comparison
from samskab.cli.rollout.comparison.page import (
    comparison_headlines,
    comparison_page,
    comparison_sections,
    comparison_summary,
)

__all__ = [
    "ComparisonFindings",
    "comparison_headlines",
    "comparison_json",
    "comparison_page",
    "comparison_sections",
    "comparison_summary",
    "find_comparison",
]
