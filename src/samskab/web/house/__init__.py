"""What keeps the house in order: workers, chores, backups, the start of a server."""
