"""Variants of a problem side by side: what their plans and bounds say, and what they do not."""
