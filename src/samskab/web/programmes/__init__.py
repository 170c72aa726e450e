"""What both sides design together and sign."""
