"""Samskab: from a need to a result, planned into the calendars that people really have."""
