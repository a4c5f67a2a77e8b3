"""Copies of the small files of runs that lie on another computer, and what only that computer knows about them.

`latentlab.remote` writes them; to what follows or lists runs they are run folders like any other, without weights.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from latentlab.errors import FileError
from latentlab.files.text import read_json

FILE_NAME = "mirror.json"
_LARGEST = 2**22


@dataclass(frozen=True)
class Mirror:
    """What the other computer says of a run.

    Attributes:
        address: of the folder that it lies in, such as ssh://host/runs.
        path: its folder there.
        state: of a `RunState`; empty where it cannot be told.
        step: of its newest report.
        elbo: on held-out images, nats; None where it was not measured.
        problems: what is wrong with each checkpoint, by step; empty for a whole one.
        files: those that are copied, with what tells whether they have changed.
    """

    address: str
    path: str
    state: str
    step: int
    elbo: float | None
    problems: Mapping[int, str] = field(default_factory=dict)
    files: Mapping[str, tuple[int, int, int]] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """As JSON."""
        return json.dumps({**vars(self), "problems": {str(step): text for step, text in self.problems.items()}}).encode()


def read_mirror(run: Path) -> Mirror | None:
    """What is known of a run on another computer; None for a run that lies here."""
    path = os.path.join(run, FILE_NAME)  # noqa: PTH118 - thousands of runs that have none are listed
    if not os.path.lexists(path):
        return None
    try:
        return mirror_from(read_json(path, _LARGEST))
    except FileError:
        return None


def mirror_from(values: Any) -> Mirror | None:
    """What `Mirror.to_bytes` wrote, or another computer said; None where it is something else."""
    match values:
        case {
            "address": str(address),
            "path": str(path),
            "state": str(state),
            "step": int(step),
            "elbo": float() | int() | None as elbo,
            "problems": dict(problems),
            "files": dict(files),
        } if _are_problems(problems) and _are_files(files):
            numbered = {int(step): text for step, text in problems.items()}
            stamps = {name: (stamp[0], stamp[1], stamp[2]) for name, stamp in files.items()}
            return Mirror(address, path, state, step, None if elbo is None else float(elbo), numbered, stamps)
    return None


def _are_problems(problems: Mapping[str, Any]) -> bool:
    return all(
        step.isascii() and step.isdecimal() and len(step) < 16 and isinstance(text, str) for step, text in problems.items()
    )


def _are_files(files: Mapping[str, Any]) -> bool:
    return all(
        isinstance(stamp, list) and len(stamp) == 3 and all(type(number) is int and 0 <= number < 2**64 for number in stamp)
        for stamp in files.values()
    )
