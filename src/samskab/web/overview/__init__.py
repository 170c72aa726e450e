"""One page for top management: what runs, who is served, what it costs, what is late."""
