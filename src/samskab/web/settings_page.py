"""The page of docs that lists every setting: written from the list itself."""

from samskab.web.environment import VARIABLES, Variable

HEAD = """\
# Reference: settings of the web application

Every setting is an environment variable of `samskab serve`, `samskab worker`, `samskab backup` and
`samskab restore`; give all of them the same. One that is missing or cannot be read ends the command
with a sentence and exit code 2. How to set them on a server:
[how to run it on a server](../how-to/run-on-a-server.md).

| variable | default | what it is |
| --- | --- | --- |
"""


def settings_page() -> str:
    """The whole of docs/reference/settings.md."""
    return HEAD + "".join(map(_row, VARIABLES))


def _row(variable: Variable) -> str:
    default = "must be set" if variable.default is None else f"`{variable.default}`"
    shown = "" if variable.default == "" else default
    return f"| `{variable.name}` | {shown} | {variable.meaning.replace('|', chr(92) + '|')} |\n"
