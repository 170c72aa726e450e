"""A person's data as a file."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse


def json_file(held: dict[str, Any], name: str) -> HttpResponse:
    """A download."""
    text = json.dumps(held, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    file = HttpResponse(text, content_type="application/json; charset=utf-8")
    file["Content-Disposition"] = f'attachment; filename="{name}.json"'
    file["Cache-Control"] = "no-store"
    return file
