"""What the programme means in kroner: what it cost, what it brings, and how sure that is."""

from samskab.cli.rollout.money.findings import MoneyFindings, find_money
from samskab.cli.rollout.money.money_json import money_json
from samskab.cli.rollout.money.page import money_headlines, money_sections, money_summary

__all__ = [
    "MoneyFindings",
    "find_money",
    "money_headlines",
    "money_json",
    "money_sections",
    "money_summary",
]
