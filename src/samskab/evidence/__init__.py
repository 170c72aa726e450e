"""Did it work? A roll-out drawn by lot, its power, its effect, its economics, its efficiency."""
