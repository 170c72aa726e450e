"""The reference cases of evidence: published values and runs of R packages."""

import os
from pathlib import Path

import pytest

from samskab.cli.evidence_cases.runner import adaptors, read_cases, verdict_on

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("SAMSKAB_REFERENCE_DATA", ROOT.parent / "shared" / "data"))
FILE = DATA / "evidence" / "cases.json"
CASES = read_cases(FILE) if FILE.is_file() else []
ANSWERED = {name for name, _ in adaptors()}

pytestmark = pytest.mark.skipif(
    not CASES, reason=f"no reference cases at {FILE}: set SAMSKAB_REFERENCE_DATA"
)


@pytest.mark.parametrize(
    ("section", "case"), CASES, ids=[f"{section}-{case['id']}" for section, case in CASES]
)
def test_evidence_case_when_put_to_the_engine(section: str, case: dict[str, object]) -> None:
    if section not in ANSWERED:
        pytest.skip(f"no adaptor of {section} is there yet")
    verdict = verdict_on(section, case, FILE.parent)
    assert verdict.ok, f"{verdict.error}: expected {verdict.expected}, got {verdict.got}"
