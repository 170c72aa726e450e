"""Which unit's people can start a module within which days, and what those dates cost them."""
