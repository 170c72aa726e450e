"""Fills the database that DATABASE_URL names, as a process of its own."""

from importlib import import_module

import django

if __name__ == "__main__":
    django.setup()
    import_module("tests.benchmarks.web.grown").main()
