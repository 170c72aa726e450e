"""Planning again when a plan has been published: what the change broke is mended, no more."""
