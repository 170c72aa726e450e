"""Which way to go, and how far, by the history of a gradient."""

import numpy as np
import numpy.typing as npt

Reals = npt.NDArray[np.float32]

BETA_1, BETA_2, EPSILON = np.float32(0.9), np.float32(0.99), np.float32(1e-4)


class Slope:
    """Adam's running means of a gradient and of its square (Kingma and Ba 2015, algorithm 1)."""

    def __init__(self, shape: tuple[int, ...]) -> None:
        self._mean = np.zeros(shape, dtype=np.float32)
        self._square = np.zeros(shape, dtype=np.float32)

    def direction(self, gradient: Reals, steps: int) -> Reals:
        """Take a gradient in; the way to go, of size about 1 in each coordinate."""
        self._mean += (1 - BETA_1) * (gradient - self._mean)
        self._square += (1 - BETA_2) * (np.square(gradient) - self._square)
        size = np.sqrt(self._square * (1 / (1 - BETA_2**steps)))
        size += EPSILON
        way: Reals = self._mean * (1 / (1 - BETA_1**steps))
        way /= size
        return way
