"""`annotations.toml`: what users write about a run. Training neither reads nor writes it, so a live run can have it changed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import tomli_w

from latentlab.errors import FileError, MissingFileError, RunError, shown
from latentlab.files.atomic import write_atomically
from latentlab.files.text import read_toml
from latentlab.runs.disk import reason

FILE_NAME = "annotations.toml"
LONGEST_NAME, LONGEST_NOTE, LONGEST_TAG, MOST_TAGS = 100, 4000, 40, 32
_LARGEST = 2**16
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True)
class Annotations:
    """What users write about a run.

    Attributes:
        name: shown in place of the name in the run's settings; empty shows that.
        note: text of any number of lines.
        tags: short words, sorted, each once.
        archived: whether lists leave the run out unless asked for it.
    """

    name: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    archived: bool = False

    def __post_init__(self) -> None:
        """Tidy what was typed, and refuse what no list can show.

        Raises:
            RunError: naming the value that is too long, or the tag that holds a comma.
        """
        name = " ".join(_BREAKS.sub(" ", self.name).split())
        note = _CONTROL.sub("", self.note.replace("\r\n", "\n")).strip()
        tags = tuple(sorted({" ".join(_BREAKS.sub(" ", tag).split()) for tag in self.tags} - {""}, key=str.casefold))
        _refuse_longer("name", name, LONGEST_NAME)
        _refuse_longer("note", note, LONGEST_NOTE)
        for tag in tags:
            _refuse_longer(f"tag {shown(tag)}", tag, LONGEST_TAG)
            if "," in tag:
                raise RunError(f"tag {shown(tag)}: a tag holds no comma; commas separate tags.")
        if len(tags) > MOST_TAGS:
            raise RunError(f"{len(tags)} tags; a run has {MOST_TAGS} at most.")
        for key, value in (("name", name), ("note", note), ("tags", tags)):
            object.__setattr__(self, key, value)

    def with_tags(self, added: Iterable[str] = (), removed: Iterable[str] = ()) -> "Annotations":
        """The same with tags added, then removed."""
        return replace(self, tags=tuple({*self.tags, *added} - set(removed)))


def read_annotations(run: Path) -> Annotations:
    """What is written about a run; nothing where there is no such file.

    Raises:
        RunError: if the file is damaged.
    """
    path = run / FILE_NAME
    try:
        values = read_toml(path, _LARGEST)
    except MissingFileError:
        return Annotations()
    except FileError as error:
        raise RunError(str(error)) from None
    try:
        return _parsed(values)
    except RunError as error:
        raise RunError(f"{path}: damaged: {error}") from None


def annotate(run: Path, **changes: Any) -> Annotations:
    """Change what is written about a run.

    Args:
        run: its folder.
        changes: attributes of `Annotations`; the others stay.

    Returns:
        All that is written about it now.

    Raises:
        RunError: if a value is too long, or the file is damaged or cannot be written.
    """
    return write_annotations(run, replace(read_annotations(run), **changes))


def write_annotations(run: Path, annotations: Annotations) -> Annotations:
    """Write all that is written about a run, whole or not at all.

    Raises:
        RunError: if the folder is no run's, or cannot be written.
    """
    if not (run / "run.toml").is_file():
        raise RunError(f"{run}: not a LatentLab run: run.toml is missing.")
    values = {
        "name": annotations.name,
        "note": annotations.note,
        "tags": list(annotations.tags),
        "archived": annotations.archived,
    }
    try:
        write_atomically(run / FILE_NAME, tomli_w.dumps({key: value for key, value in values.items() if value}).encode())
    except OSError as error:
        raise RunError(f"{run / FILE_NAME}: cannot be written: {reason(error)}.") from None
    return annotations


def _parsed(values: dict[str, Any]) -> Annotations:
    name, note, tags, archived = (
        values.get("name", ""),
        values.get("note", ""),
        values.get("tags", []),
        values.get("archived", False),
    )
    if not isinstance(name, str) or not isinstance(note, str):
        raise RunError("name and note should be texts.")
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise RunError("tags should be a list of texts.")
    if not isinstance(archived, bool):
        raise RunError("archived should be true or false.")
    return Annotations(name, note, tuple(tags), archived)


def _refuse_longer(what: str, text: str, most: int) -> None:
    if len(text) > most:
        raise RunError(f"{what}: {len(text):,} characters; {most:,} are the most.")


UNANNOTATED = Annotations()
"""Of a run about which nothing is written."""
