"""Danish or English: what the user asked for, else what the machine speaks."""

import os
from collections.abc import Mapping
from enum import StrEnum


class Language(StrEnum):
    """The languages that Samskab speaks."""

    DANISH = "da"
    ENGLISH = "en"


def language_of(asked: Language | None, environment: Mapping[str, str] | None = None) -> Language:
    """`--lang`, else SAMSKAB_LANG, else the locale; English where none of them says Danish.

    Args:
        asked: the option of the command, None where it was not given.
        environment: the variables of the process by default.
    """
    if asked:
        return asked
    names = os.environ if environment is None else environment
    for name in ("SAMSKAB_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if names.get(name):
            return Language.DANISH if names[name].lower().startswith("da") else Language.ENGLISH
    return Language.ENGLISH
