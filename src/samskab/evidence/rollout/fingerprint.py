"""One number for all that a lottery's outcome depends on."""

from samskab.evidence.canonical import sha256_of_json
from samskab.evidence.rollout.model import Rollout


def fingerprint(rollout: Rollout) -> str:
    """SHA-256, 64 hexadecimal digits, of the roll-out as JSON.

    Covariates and weights are written as hexadecimal floating point, which loses nothing.
    """
    canonical = {
        "clusters": list(rollout.clusters),
        "waves": list(rollout.waves),
        "allowed": ["".join("01"[int(open_)] for open_ in row) for row in rollout.allowed],
        "least": [int(size) for size in rollout.least],
        "most": [int(size) for size in rollout.most],
        "together": sorted(sorted(group) for group in rollout.together),
        "covariates": [
            {
                "name": covariate.name,
                "values": [float(value).hex() for value in covariate.values],
                "weight": float(covariate.weight).hex(),
            }
            for covariate in rollout.covariates
        ],
    }
    return sha256_of_json(canonical)
