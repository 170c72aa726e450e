"""The file of a backup: the database, uploaded files, and a manifest that vouches for both."""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO, Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from django.utils.translation import gettext as _

MANIFEST = "manifest.json"
DATABASE = "database"
FILES = "files/"
CHUNK = 1 << 20


class ArchiveFaultError(Exception):
    """The file is no backup, is broken, or is not for this place; the sentence says which."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds.

    Attributes:
        samskab: version that made it.
        made: when, in UTC.
        database: kind, such as `sqlite` or `postgresql`.
        migrations: that the database has, as `app.name`.
        sha256: of each member's bytes, by its name.
    """

    samskab: str
    made: str
    database: str
    migrations: list[str]
    sha256: dict[str, str] = field(default_factory=dict)


def write_archive(
    target: Path, manifest: Manifest, database: Path, files: Mapping[str, Path]
) -> None:
    """Write a backup, readable for its owner alone, and see it to the disk.

    Args:
        target: is not there yet.
        manifest: its hashes are filled in.
        database: a copy.
        files: by the name that each has in the folder of uploaded files; one that is gone by now
            is passed over, for the copy of the database is older.
    """
    descriptor = os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w+b") as file:
        with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=1) as archive:
            manifest.sha256[DATABASE] = _add(archive, DATABASE, database)
            for name, path in files.items():
                if path.is_file():
                    manifest.sha256[FILES + name] = _add(archive, FILES + name, path)
            archive.writestr(MANIFEST, json.dumps(asdict(manifest), indent=1))
        file.flush()
        os.fsync(file.fileno())


def _add(archive: ZipFile, name: str, path: Path) -> str:
    with path.open("rb") as source, archive.open(name, "w", force_zip64=True) as target:
        return _copy(source, target)


def _copy(source: IO[bytes], target: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while chunk := source.read(CHUNK):
        digest.update(chunk)
        target.write(chunk)
    return digest.hexdigest()


def unpack(archive: Path, into: Path) -> Manifest:
    """Unpack a whole backup into an empty folder, every byte of it proven.

    Raises:
        ArchiveFaultError: it is none, or is broken, or names files outside its own folder.
        OSError: it is not there, or the folder cannot be written.
    """
    try:
        with ZipFile(archive) as opened:
            manifest = _manifest(opened)
            if set(opened.namelist()) != {MANIFEST, *manifest.sha256}:
                raise _broken(archive)
            for name, expected in manifest.sha256.items():
                if _extract(opened, name, into) != expected:
                    raise _broken(archive)
    except (BadZipFile, EOFError, NotImplementedError, ValueError, LookupError, TypeError) as error:
        raise _broken(archive) from error
    return manifest


def _broken(archive: Path) -> ArchiveFaultError:
    what = _("%(file)s is no whole backup of Samskab: nothing was changed. Take another one.")
    return ArchiveFaultError(what % {"file": archive})


def _manifest(archive: ZipFile) -> Manifest:
    read: dict[str, Any] = json.loads(archive.read(MANIFEST))
    manifest = Manifest(**read)
    if DATABASE not in manifest.sha256 or not all(map(_is_inside, manifest.sha256)):
        raise ValueError(MANIFEST)
    return manifest


def _is_inside(name: str) -> bool:
    if name == DATABASE:
        return True
    path = PurePosixPath(name)
    return name.startswith(FILES) and str(path) == name and ".." not in path.parts


def _extract(archive: ZipFile, name: str, into: Path) -> str:
    target = into / name
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(name) as source, target.open("xb") as file:
        return _copy(source, file)


def files_below(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file of a folder, by its name there."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path
