"""Reference cases: their inputs, as published packages word them, put to our own engine."""
