"""The web application's commands as an operator meets them: what is missing, and what to do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = (sys.executable, "-c", "from samskab.cli.main import main; main()")
READ_MORE = {
    "en": "Every setting stands in docs/reference/settings.md.",
    "da": "Alle indstillinger står i docs/reference/settings.md.",
}
SET_IT = {
    "en": "set it in the environment of whatever starts the program.",
    "da": "sæt den i omgivelserne af den, der starter programmet.",
}
KEY = {"SAMSKAB_SECRET_KEY": "signs-nothing-that-lasts"}


def run(home: Path, *words: str, **variables: str) -> tuple[int, str, str]:
    """`samskab WORDS` where nothing but these variables is set."""
    done = subprocess.run(
        [*COMMAND, *words],
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
            "SAMSKAB_DATA": str(home),
            **variables,
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("words", "variables", "sentence"),
    [
        (
            ("worker", "--lang", "en"),
            {},
            f"SAMSKAB_SECRET_KEY is not set: {SET_IT['en']} {READ_MORE['en']}\n",
        ),
        (
            ("serve", "--lang", "da"),
            {},
            f"SAMSKAB_SECRET_KEY er ikke sat: {SET_IT['da']} {READ_MORE['da']}\n",
        ),
        (
            ("serve", "--lang", "en"),
            KEY | {"SAMSKAB_HTTPS": "maybe"},
            f"SAMSKAB_HTTPS must be yes or no: correct it. {READ_MORE['en']}\n",
        ),
        (
            ("worker", "--lang", "da"),
            KEY | {"DATABASE_URL": "oracle://somewhere/else"},
            f"DATABASE_URL kan ikke læses: ret den. {READ_MORE['da']}\n",
        ),
        (
            ("backup", "b.zip", "--lang", "en"),
            KEY | {"DATABASE_URL": "not a url"},
            f"DATABASE_URL cannot be read: correct it. {READ_MORE['en']}\n",
        ),
    ],
)
def test_command_ends_with_one_sentence_when_a_setting_is_missing_or_broken(
    words: tuple[str, ...], variables: dict[str, str], sentence: str, tmp_path: Path
) -> None:
    assert run(tmp_path, *words, **variables) == (2, "", sentence)


def test_command_ends_in_words_when_the_database_does_not_answer(tmp_path: Path) -> None:
    nobody = "postgres://samskab:x@127.0.0.1:1/samskab"
    code, _, said = run(tmp_path, "worker", "--lang", "en", DATABASE_URL=nobody, **KEY)
    assert code == 2
    assert said.startswith("The database does not answer (")
    assert said.endswith("): start it, or correct DATABASE_URL or SAMSKAB_DATA.\n")
    assert said.count("\n") == 1


def test_command_ends_in_words_when_the_data_folder_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    code, _, said = run(
        tmp_path, "serve", "--lang", "en", SAMSKAB_DATA=str(tmp_path / "file"), **KEY
    )
    assert code == 2
    assert said.endswith(
        "file cannot be written (File exists): name another folder in SAMSKAB_DATA.\n"
    )
