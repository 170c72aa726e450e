"""What covariates leave unexplained, as the mean of each cluster."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from statsmodels.genmod.families import Binomial, Gaussian
from statsmodels.genmod.generalized_linear_model import GLM
from statsmodels.tools.sm_exceptions import PerfectSeparationError, PerfectSeparationWarning

from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.permutation.cluster_means import Floats
from samskab.evidence.effect.permutation.codes import PermutationCode
