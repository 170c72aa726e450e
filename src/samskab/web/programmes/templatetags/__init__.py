"""What templates of programmes say in figures."""
