"""The permutation test over the allocations that the lottery allowed."""
