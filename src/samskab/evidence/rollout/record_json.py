"""A lottery record as JSON: sizes beyond 2^53 are text, so that no reader rounds them."""

import json
from dataclasses import asdict
from typing import Any

from samskab.common.errors import Fault, InputError
from samskab.evidence.rollout.codes import RolloutCode
from samskab.evidence.rollout.record import LotteryRecord

KINDS: dict[str, type | tuple[type, ...]] = {
    "inputs": str,
    "allowed": str,
    "seed": str,
    "number": int,
    "complete": bool,
    "keep_percent": (int, float),
    "cutoff": (int, float),
    "kept": int,
    "result": list,
    "method": str,
}


def record_to_json(record: LotteryRecord) -> str:
    """The record, indented, a line per field."""
    content = asdict(record) | {"allowed": str(record.allowed)}
    content["result"] = [list(pair) for pair in record.result]
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def record_from_json(text: str) -> LotteryRecord:
    """The record that `record_to_json` wrote.

    Raises:
        InputError: the text is no JSON object, or a field is missing or of the wrong kind.
    """
    content = _object(text)
    faults = [
        Fault(RolloutCode.RECORD_FIELD, {"field": name})
        for name, kind in KINDS.items()
        if not _is_kind(content.get(name), kind)
    ]
    if not faults and not content["allowed"].isdecimal():
        faults.append(Fault(RolloutCode.RECORD_FIELD, {"field": "allowed"}))
    if not faults and not all(_is_pair(pair) for pair in content["result"]):
        faults.append(Fault(RolloutCode.RECORD_FIELD, {"field": "result"}))
    if faults:
        raise InputError(faults)
    values = {name: content[name] for name in KINDS}
    values |= {"allowed": int(content["allowed"])}
    values |= {"result": tuple((str(unit), str(wave)) for unit, wave in content["result"])}
    values |= {name: float(content[name]) for name in ("keep_percent", "cutoff")}
    return LotteryRecord(**values)


def _is_kind(value: object, kind: type | tuple[type, ...]) -> bool:
    if isinstance(value, bool):
        return kind is bool
    return isinstance(value, kind)


def _is_pair(value: object) -> bool:
    if not isinstance(value, list):
        return False
    return [isinstance(part, str) for part in value] == [True, True]


def _object(text: str) -> dict[str, Any]:
    try:
        content = json.loads(text)
    except ValueError as error:
        raise InputError([Fault(RolloutCode.RECORD_UNREADABLE)]) from error
    if not isinstance(content, dict):
        raise InputError([Fault(RolloutCode.RECORD_UNREADABLE)])
    return content
