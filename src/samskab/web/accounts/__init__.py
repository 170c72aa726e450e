"""Who may do what: users, organisations, roles."""
