"""`make bench`: measures everything and writes the tables and pictures of docs/benchmarks.md anew.

Every process that is started imports this file first, those of the planner that is measured too:
what it imported at its top would be their start, which is no part of planning.
"""

if __name__ == "__main__":
    from tests.benchmarks.parts import main

    main()
