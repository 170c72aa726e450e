"""One number for all that a lottery's outcome depends on."""

import json
from hashlib import sha256

from samskab.evidence.rollout.model import Rollout


def fingerprint(rollout: Rollout) -> str:
    """SHA-256, 64 hexadecimal digits, of the roll-out as JSON: sorted keys, no blanks, UTF-8.

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
    text = json.dumps(canonical, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(text.encode()).hexdigest()
