"""The API's first version."""

from ninja import NinjaAPI

from samskab.web.api.problems import tell_problems
from samskab.web.api.routes import house, people, plans, programmes

api = NinjaAPI(
    title="Samskab",
    version="1",
    description="What the pages do, for programs. Keys are made on the page “API”.",
    docs_url=None,
    urls_namespace="api-1",
)
tell_problems(api)
for part in (house, people, programmes, plans):
    api.add_router("", part.router)
