"""Two plans of one problem side by side: what differs, for whom, and what it costs."""
