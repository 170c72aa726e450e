"""What the terminal says, in Danish and English."""
