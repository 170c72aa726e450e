import numpy as np

from samskab.evidence.rollout.wave_sums import ROWS_AT_ONCE, sums_over_waves


def test_sums_when_there_are_more_allocations_than_a_part_holds_are_those_of_a_loop() -> None:
    random = np.random.default_rng(3)
    entries = random.normal(size=(5, 3, 4))
    allocations = random.integers(3, size=(ROWS_AT_ONCE + 7, 5))
    parts = list(sums_over_waves(entries, allocations))
    one_by_one = [sum(entries[c, w] for c, w in enumerate(row)) for row in allocations]
    assert [len(part) for part in parts] == [ROWS_AT_ONCE, 7]
    assert np.allclose(np.concatenate(parts), one_by_one, rtol=1e-12)
