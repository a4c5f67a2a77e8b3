"""What `latentlab doctor` looks at. Whatever may be broken or never answer is tried in a process or thread of its own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from latentlab import environment, machine
from latentlab.extras import EXTRAS, requirement
from latentlab.files.regular import size_text
from latentlab.gui.display import WITHOUT, lacks_display, window_problem, within
from latentlab.gui.system_libraries import install_line, missing_libraries

PATIENCE = 120.0
"""Seconds that PyTorch has to be loaded; the first time, from a slow disk, it takes long."""

_FOLDER_PATIENCE = 5.0
_LITTLE_ROOM = 2**30
_SHOWN = (
    *("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "QT_QPA_PLATFORM", "QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH"),
    *("LATENTLAB_CACHE", "LATENTLAB_SETTINGS", "LATENTLAB_LOG", "CUDA_VISIBLE_DEVICES", "TMPDIR"),
)
"""Variables that decide something and hold no secret."""
_ASK_TORCH = """
import json, torch
found = {"torch": torch.__version__, "threads": torch.get_num_threads(), "CUDA": [], "MPS": torch.backends.mps.is_available()}
if torch.cuda.is_available():
    for index in range(torch.cuda.device_count()):
        device = torch.cuda.get_device_properties(index)
        found["CUDA"].append({"name": device.name, "memory": device.total_memory})
import numpy
print(json.dumps(found))
"""


@dataclass
class Checkup:
    """What was found.

    Attributes:
        sections: titles with what stands below them, by name.
        notes: what is worth knowing and nothing to put right.
        problems: what is wrong, each with what to do.
    """

    sections: dict[str, dict[str, Any]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """Plain values, for JSON."""
        return {**self.sections, "notes": self.notes, "problems": self.problems, "ok": not self.problems}

    def as_text(self) -> str:
        """For a terminal and a report: a line for each thing."""
        lines = []
        for title, values in self.sections.items():
            lines += [title, *(f"  {name}: {_words(value)}" for name, value in values.items()), ""]
        lines += [f"note: {note}" for note in self.notes]
        lines += [f"problem: {problem}" for problem in self.problems] or ["No problem was found."]
        return "\n".join(lines)


def examine(environ: Mapping[str, str] | None = None) -> Checkup:
    """Look at everything; takes as long as PyTorch needs to be loaded, and never longer than a few minutes."""
    environ = os.environ if environ is None else environ
    checkup = Checkup()
    _look_at_versions(checkup)
    _look_at_devices(checkup)
    _look_at_display(checkup, environ)
    _look_at_folders(checkup)
    checkup.sections["environment"] = {name: environ[name] for name in _SHOWN if environ.get(name)}
    return checkup


def _look_at_versions(checkup: Checkup) -> None:
    versions = environment.versions()
    checkup.sections["versions"] = {name: version or None for name, version in versions.items()}
    missing = [name for name, version in versions.items() if not version]
    if missing:
        checkup.problems.append(f"{', '.join(missing)}: not installed; install with `pip install {' '.join(missing)}`.")
    extras: dict[str, dict[str, str | None]] = {
        extra: {name: environment.version_of(name) or None for name in names} for extra, names in EXTRAS.items()
    }
    checkup.sections["extras"] = extras
    for extra, found in extras.items():
        lacking = [name for name, version in found.items() if not version]
        if 0 < len(lacking) < len(found):
            checkup.notes.append(
                f"the extra {extra} is installed in part, without {', '.join(lacking)}; pip install '{requirement(extra)}'."
            )


def _look_at_devices(checkup: Checkup) -> None:
    limits = machine.cpu_limits()
    section: dict[str, Any] = {"CPU cores": os.cpu_count(), "threads of a run": min(limits.values()), "limits": limits}
    memory = machine.available_memory()
    section["free memory"] = size_text(memory) if memory is not None else None
    checkup.sections["devices"] = section
    try:
        done = subprocess.run(
            [sys.executable, "-c", _ASK_TORCH], stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        checkup.problems.append(
            f"torch: was not loaded within {PATIENCE:.0f} seconds; is its disk or its GPU's driver at fault?"
        )
        return
    except OSError as error:
        checkup.problems.append(f"{sys.executable}: cannot be started: {error.strerror}.")
        return
    try:
        found = json.loads(done.stdout.decode(errors="replace").strip().splitlines()[-1])
    except (ValueError, IndexError):
        said = done.stderr.decode(errors="replace").strip().splitlines()
        reason = said[-1] if said else f"it ended with exit code {done.returncode}"
        checkup.problems.append(f"torch or numpy cannot be loaded ({reason}); reinstall both.")
        return
    section["CUDA"] = [f"{gpu['name']}, {size_text(gpu['memory'])}" for gpu in found["CUDA"]]
    section["MPS"] = found["MPS"]


def _look_at_display(checkup: Checkup, environ: Mapping[str, str]) -> None:
    missing = missing_libraries(environ)
    checkup.sections["window"] = {"missing libraries": missing}
    problem = window_problem(environ)
    if not problem:
        checkup.sections["window"]["display"] = "answers"
    elif sys.platform == "linux" and lacks_display(environ):
        checkup.sections["window"]["display"] = None
        checkup.notes.append(f"there is no display, so that no window can be opened here; {WITHOUT}.")
        if missing:
            checkup.notes.append(f"with a display, Qt would need libraries that are missing: {install_line(missing)}")
    else:
        checkup.sections["window"]["display"] = "cannot be used"
        checkup.problems.append(problem)


def _look_at_folders(checkup: Checkup) -> None:
    from latentlab.runs import default_runs_folder

    section: dict[str, Any] = {}
    checkup.sections["folders"] = section
    folders = {
        "runs": (default_runs_folder(), "give `--out` another folder, or start in one that can be written"),
        "cache": (environment.cache_folder(), "name another folder in LATENTLAB_CACHE"),
        "settings": (environment.settings_folder(), "name another folder in LATENTLAB_SETTINGS"),
        "log": (environment.log_path().parent, "name another file in LATENTLAB_LOG"),
    }
    for name, (folder, remedy) in folders.items():
        found = within(_FOLDER_PATIENCE, lambda folder=folder: _folder(folder))  # type: ignore[misc]
        if not isinstance(found, tuple):
            section[name] = f"{folder} (does not answer)"
            checkup.problems.append(f"{folder}: the folder for {name} does not answer; {remedy}.")
            continue
        fault, free = found
        section[name] = f"{folder} ({fault or 'can be written'}, {size_text(free)} free)"
        if fault:
            checkup.problems.append(f"{folder}: the folder for {name} {fault}; {remedy}.")
        elif free < _LITTLE_ROOM:
            checkup.problems.append(f"{folder}: only {size_text(free)} are free; make room, or {remedy}.")


def _folder(folder: Path) -> tuple[str, int]:
    """What is wrong with a folder that need not be there yet, and the free bytes of its disk."""
    existing = folder
    while not existing.exists() and existing != existing.parent:
        if existing.is_symlink():
            return "is a link to nothing", 0
        existing = existing.parent
    free = shutil.disk_usage(existing).free
    if not existing.is_dir():
        return "is below a file" if existing != folder else "is a file", free
    read_only = hasattr(os, "statvfs") and os.statvfs(existing).f_flag & os.ST_RDONLY
    return ("" if os.access(existing, os.W_OK | os.X_OK) and not read_only else "cannot be written"), free


def _words(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_words(each)}" for name, each in value.items())
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    return {None: "none", True: "yes", False: "no"}[value] if value is None or isinstance(value, bool) else str(value)
