"""Published cases, each mapped to the engine that must answer it."""
