"""Cases of mixed models and of estimating equations."""

import numpy as np

from samskab.cli.evidence_cases.columns import Table, wedge_formula
from samskab.cli.evidence_cases.formula import (
    Formula,
    added,
    design,
    formula_in,
    further_terms,
    groups,
)
from samskab.evidence.effect.gee import Link, fit_marginal
from samskab.evidence.effect.glmm import binomial_rows, fit_logistic_mixed
from samskab.evidence.effect.mixed.contrasts import (
    kenward_roger,
    kenward_roger_f,
    satterthwaite,
)
from samskab.evidence.effect.mixed.model import RandomTerm, Spare, mixed_model
from samskab.evidence.effect.mixed.reml import RemlFit, fit_reml

BINARY = ("logit", "binomial", "binary")


def formula_of(text: str, table: Table) -> Formula:
    """The text's formula; what a relative text adds; else the usual model of a stepped wedge."""
    found = formula_in(text)
    if found is not None:
        return found
    usual = wedge_formula(table, binary=any(word in text for word in BINARY))
    return added(usual, further_terms(text)) if text.lstrip().startswith("+") else usual


def mixed_answer(text: str, table: Table) -> object:
    """REML of the formula: the last fixed column, or the F test of a dropped term."""
    formula = formula_of(text, table)
    X, places = design(formula, table)
    fit = _fit(formula, table, X)
    if "drop " in text:
        dropped = text.partition("drop ")[2].split()[0].strip(",.;")
        return _f_answer(fit, np.eye(X.shape[1])[places[dropped]])
    last = np.eye(X.shape[1])[-1]
    satt, kr = satterthwaite(fit, last), kenward_roger(fit, last)
    return {
        "est": satt.estimate,
        "se": satt.se,
        "df_satt": satt.df,
        "p_satt": satt.p,
        "se_kr": kr.se,
        "df_kr": kr.df,
        "p_kr": kr.p,
        "var": fit.variances.tolist(),
        "reml": fit.deviance,
    }


def glmm_answer(text: str, table: Table) -> object:
    """The logistic mixed model with one random intercept."""
    formula = formula_of(text, table)
    X, _ = design(formula, table)
    y = table[formula.outcome].astype(np.float64)
    fit = fit_logistic_mixed(binomial_rows(y, X, groups(formula.random[0].group, table)))
    effect = fit.effect(X.shape[1] - 1)
    return {"est": effect.estimate, "se": effect.se, "tau2": fit.tau2}


def gee_answer(text: str, table: Table) -> object:
    """The estimating equations with an exchangeable working correlation."""
    formula = formula_of(text, table)
    X, _ = design(formula, table)
    link = Link.LOGIT if any(word in text for word in BINARY) else Link.IDENTITY
    usual = wedge_formula(table, binary=False).random
    cluster = groups((formula.random or usual)[0].group, table)
    fit = fit_marginal(table[formula.outcome].astype(np.float64), X, cluster, link)
    V = fit.bias_reduced if "bias" in text else fit.robust
    return {"est": float(fit.beta[-1]), "se": float(np.sqrt(V[-1, -1])), "alpha": fit.alpha}


def _f_answer(fit: RemlFit, L: np.ndarray) -> object:
    test = kenward_roger_f(fit, L)
    return {
        "ndf": test.ndf,
        "ddf": test.ddf,
        "Fstat": test.F,
        "p.value": test.p,
        "F.scaling": test.scaling,
        "FstatU": test.F_unscaled,
        "p.valueU": test.p_unscaled,
    }


def _fit(formula: Formula, table: Table, X: np.ndarray) -> RemlFit:
    """Rows that agree in all columns of the model are summed to their mean first."""
    y = table[formula.outcome].astype(np.float64)
    labels = [groups(term.group, table) for term in formula.random]
    carried = [
        np.column_stack([np.ones(y.size) if c == "1" else table[c] for c in term.columns])
        for term in formula.random
    ]
    keys = np.column_stack([X, *labels, *carried])
    _, first, cell = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    cell = cell.ravel()
    count = np.bincount(cell)
    mean = np.bincount(cell, y) / count
    weight = np.sqrt(count)
    terms = [
        RandomTerm(":".join(term.group), label[first], weight[:, None] * Z[first])
        for term, label, Z in zip(formula.random, labels, carried, strict=True)
    ]
    # lme4 lists the grouping with the most groups first.
    terms.sort(key=lambda term: -np.unique(term.group).size)
    spare = Spare(int(y.size - count.size), float(np.sum((y - mean[cell]) ** 2)))
    return fit_reml(mixed_model(weight * mean, weight[:, None] * X[first], terms, spare))
