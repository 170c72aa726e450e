"""What an import or an export refuses, in the user's language."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from samskab.common.errors import Fault
from samskab.telling.language import Language
from samskab.telling.words.sentence import sentence
from samskab.web.notation import language as language_now

SENTENCES: dict[str, Promise] = {
    "export_not_empty": _(
        "{path} has something in it already: choose another folder, or empty that one."
    ),
    "import_text_too_long": _(
        "“{text}” in {column} has {length} characters, {most} fit: write it shorter."
    ),
    "import_number_too_large": _("{number} in {column} is above {most}: write a smaller number."),
    "import_file_too_large": _(
        "it has more than {most_megabytes} MB: take it out of the folder, it is no part of it."
    ),
    "import_files_too_many": _(
        "the folder has more than {most} files beside its tables and calendars: "
        "take out what is no part of it."
    ),
    "import_not_a_municipality": _(
        "{organisation} is a training provider, and people belong to a municipality: "
        "import into the municipality."
    ),
    "import_title_several": _(
        "{organisation} has several programmes called “{title}”: say which one is meant by its "
        "number, one of {numbers}."
    ),
    "import_signed": _(
        "“{title}” is signed by both sides and programme.toml differs from what they signed: "
        "begin a new version in the browser first, or import under another title."
    ),
}


def fault_in_words(fault: Fault, language: Language) -> str:
    """A fault of a folder, or of bringing one in or out, behind its place; one line.

    Raises:
        KeyError: the fault's code has no words.
    """
    if fault.code not in SENTENCES:
        return sentence(fault, language)
    with override(language.value):
        words = str(SENTENCES[fault.code]).format(**fault.values)
    return f"{fault.file}: {words}" if fault.file else words


def faults_in_words(faults: Iterable[Fault]) -> str:
    """Faults or warnings of a folder in the language of the moment, a line each."""
    spoken = language_now()
    return "\n".join(fault_in_words(fault, spoken) for fault in faults)
