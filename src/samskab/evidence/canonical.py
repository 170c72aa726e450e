"""The hash of what can be written as JSON, whoever wrote it and in whichever order."""

import json
from hashlib import sha256


def sha256_of_json(content: object) -> str:
    """SHA-256, 64 hexadecimal digits, of the content as JSON: sorted keys, no blanks, UTF-8."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(text.encode()).hexdigest()
