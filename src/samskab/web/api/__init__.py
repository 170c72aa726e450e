"""The door for other programs: JSON over HTTP, with keys that see what their owner sees."""
