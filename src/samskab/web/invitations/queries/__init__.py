"""What is read of publications, answers and feeds."""
