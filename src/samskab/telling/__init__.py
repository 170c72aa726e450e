"""What every door tells: engines' results as sentences, tables, pages and files.

It knows engines and both languages, but no door: neither a terminal nor a web framework. Whatever
prints or answers a request stands in the door itself.
"""
