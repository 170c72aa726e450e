"""Estimates where nothing was drawn by lot: every result carries `randomised = False`."""
