"""From the text of reference cases to the public engine, and back to numbers."""
