"""How a plan's burdens are shared, and what sharing them better costs."""
