"""The order of the units, drawn by lot among the orders that the calendars allow."""
