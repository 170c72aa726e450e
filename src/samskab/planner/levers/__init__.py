"""Levers: single changes of a problem, and what each of them is worth."""
