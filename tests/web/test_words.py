"""Every sentence of the pages, extracted anew, has its Danish."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

WEB = Path(__file__).parents[2] / "src" / "samskab" / "web"
PLACES = sorted(path.parent.parent.parent.parent.name for path in WEB.rglob("django.po"))


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the web door, its django.po files brought up to date as a developer does it."""
    copy = tmp_path_factory.mktemp("words")
    root = Path(__file__).parents[2]
    shutil.copytree(WEB, copy / "src" / "samskab" / "web", ignore=shutil.ignore_patterns("*.mo"))
    shutil.copytree(root / "tools", copy / "tools")
    (copy / ".venv" / "bin").mkdir(parents=True)
    (copy / ".venv" / "bin" / "python").symlink_to(sys.executable)
    subprocess.run(
        ["bash", "tools/collect-words.sh"],
        cwd=copy,
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
    )
    return copy / "src" / "samskab" / "web"


def messages(file: Path) -> list[Message]:
    with file.open("rb") as opened:
        return [message for message in read_po(opened, locale="da") if message.id]


def lacks_danish(message: Message) -> bool:
    strings = message.string if isinstance(message.string, tuple | list) else [message.string]
    return message.fuzzy or not all(strings)


@pytest.mark.parametrize("place", PLACES)
def test_every_sentence_has_its_danish_when_it_is_extracted_anew(
    place: str, extracted: Path
) -> None:
    folder = extracted if place == "web" else extracted / place
    file = folder / "locale" / "da" / "LC_MESSAGES" / "django.po"
    lacking = [message.id for message in messages(file) if lacks_danish(message)]
    assert not lacking
