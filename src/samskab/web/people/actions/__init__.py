"""What changes the register: each atomic, each with its line in the account."""
