"""What a municipality asks providers for."""
