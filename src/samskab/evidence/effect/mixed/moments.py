"""Everything that estimates, tests and corrections need of a mixed model at one theta."""

from dataclasses import dataclass

import numpy as np

from samskab.evidence.effect.mixed.model import Floats, MixedModel


@dataclass(frozen=True, slots=True)
class Moments:
    """At theta, with P = V^-1 - V^-1 X Phi X' V^-1 and r = y - X beta.

    Attributes:
        beta: (p,) generalised least squares.
        Phi: (p, p) = (X' V^-1 X)^-1.
        deviance: -2 times the restricted log-likelihood, with all of its constants
            (as lme4 counts: log|X' V^-1 X| without log|X'X|).
        form: r' V^-1 r, with the spare squares.
        traces: (R,) tr(P G_r).
        quadratic: (R,) y' P G_r P y; the deviance's gradient is `traces - quadratic`.
        inverse: (B, m, m) V^-1.
        u: (B, m) V^-1 r.
        theta: (R,) where this is.
    """

    beta: Floats
    Phi: Floats
    deviance: float
    form: float
    traces: Floats
    quadratic: Floats
    inverse: Floats
    u: Floats
    theta: Floats

    @property
    def gradient(self) -> Floats:
        """(R,) of the deviance by theta."""
        return self.traces - self.quadratic


@dataclass(frozen=True, slots=True)
class Curvature:
    """Second moments at theta (Kenward and Roger 1997, section 3, in their letters).

    Attributes:
        P: (R, p, p) P_r = -X' V^-1 G_r V^-1 X.
        Q: (R, R, p, p) Q_rs = X' V^-1 G_r V^-1 G_s V^-1 X.
        expected: (R, R) expected information of theta under REML.
        observed: (R, R) half the second derivatives of the deviance.
    """

    P: Floats
    Q: Floats
    expected: Floats
    observed: Floats


def moments(model: MixedModel, theta: Floats) -> Moments:
    """Raises `numpy.linalg.LinAlgError` where V is not positive definite."""
    V = np.einsum("r,brij->bij", theta, model.G)
    V += model.padding[:, :, None] * np.eye(model.padding.shape[1])
    diagonal = np.diagonal(np.linalg.cholesky(V), axis1=1, axis2=2)
    inverse = np.linalg.inv(V)
    weighted = inverse @ model.X
    A = np.einsum("bip,biq->pq", model.X, weighted)
    Phi = np.linalg.inv(A)
    beta = Phi @ np.einsum("bip,bi->p", weighted, model.y)
    r = model.y - model.X @ beta
    u = np.einsum("bij,bj->bi", inverse, r)
    spare, sigma2 = model.spare, theta[-1]
    form = float(np.einsum("bi,bi->", r, u) + spare.squares / sigma2)
    deviance = (
        2.0 * np.log(diagonal).sum()
        + spare.degrees * np.log(sigma2)
        + np.linalg.slogdet(A)[1]
        + form
        + (model.observations - model.X.shape[2]) * np.log(2.0 * np.pi)
    )
    traces = np.einsum("bij,brij->r", inverse, model.G)
    traces -= np.einsum("bip,briq,pq->r", weighted, model.G @ weighted[:, None], Phi, optimize=True)
    quadratic = np.einsum("bri,bi->r", np.einsum("brij,bj->bri", model.G, u), u)
    traces[-1] += spare.degrees / sigma2
    quadratic[-1] += spare.squares / sigma2**2
    return Moments(beta, Phi, float(deviance), form, traces, quadratic, inverse, u, theta)


def curvature(model: MixedModel, at: Moments) -> Curvature:
    """Second moments, exact (V is linear in theta, so no second derivatives of V)."""
    VG = at.inverse[:, None] @ model.G
    weighted = at.inverse @ model.X
    GVX = model.G @ weighted[:, None]
    P = -np.einsum("bip,briq->rpq", weighted, GVX, optimize=True)
    Q = np.einsum("brip,bij,bsjq->rspq", GVX, at.inverse, GVX, optimize=True)
    full = np.einsum("brij,bsji->rs", VG, VG, optimize=True)
    PhiP = at.Phi @ P
    overlap = np.einsum("pq,rsqp->rs", at.Phi, Q) * 2.0 - np.einsum("rpq,sqp->rs", PhiP, PhiP)
    Gu = np.einsum("brij,bj->bri", model.G, at.u)
    inner = np.einsum("bri,bij,bsj->rs", Gu, at.inverse, Gu, optimize=True)
    across = np.einsum("bri,bip->rp", Gu, weighted, optimize=True)
    quadratic = inner - across @ at.Phi @ across.T
    sigma2, spare = at.theta[-1], model.spare
    full[-1, -1] += spare.degrees / sigma2**2
    quadratic[-1, -1] += spare.squares / sigma2**3
    traces = full - overlap
    return Curvature(P, Q, 0.5 * traces, quadratic - 0.5 * traces)
