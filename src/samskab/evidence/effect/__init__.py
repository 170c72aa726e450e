"""What the roll-out did to the outcome: estimates, tests and intervals."""
