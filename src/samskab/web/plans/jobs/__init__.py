"""What workers do: each kind of job in a file of its own. The solver may be imported here only."""
