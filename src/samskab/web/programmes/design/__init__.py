"""A programme's text as settings that two sides change: read, changed, merged, compared, worded."""
