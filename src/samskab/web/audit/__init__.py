"""What was changed, by whom, when: an account that nobody edits."""
