"""Tables in files, as people send them, to what they change in the register."""
