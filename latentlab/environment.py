"""Where LatentLab runs: versions of what it is made of, the operating system, the user's folders, the processes beside it."""

import contextlib
import functools
import getpass
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import platformdirs

import latentlab
from latentlab.errors import ConfigError

PACKAGES = (
    "torch",
    "numpy",
    "PySide6-Essentials",
    "pyqtgraph",
    "pillow",
    "psutil",
    "pydantic",
    "typer",
    "rich",
    "safetensors",
    "scikit-learn",
    "scipy",
    "filelock",
    "markdown-it-py",
    "platformdirs",
    "tomli-w",
)
"""Distributions that LatentLab cannot do without."""


@functools.cache
def versions() -> dict[str, str]:
    """LatentLab, Python, the operating system and every package, each with its version; empty for a package that is missing."""
    found = {"latentlab": latentlab.__version__, "Python": platform.python_version(), "system": system()}
    return found | {name: version_of(name) for name in PACKAGES}


def versions_text() -> str:
    """`versions` on one line, for a report."""
    return ", ".join(f"{name} {version or 'missing'}" for name, version in versions().items())


def version_of(distribution: str) -> str:
    """Version of an installed distribution, without importing it; empty where it is missing or damaged."""
    try:
        return metadata.version(distribution) or ""
    except (metadata.PackageNotFoundError, OSError, ValueError, KeyError, TypeError):
        return ""


def system() -> str:
    """The operating system, its release and the processor's kind."""
    name = f"{platform.system()} {platform.release()} {platform.machine()}"
    if sys.platform == "linux":
        with contextlib.suppress(OSError, KeyError, ValueError):
            name = f"{platform.freedesktop_os_release()['PRETTY_NAME']}, {name}"
    return name


def cache_folder() -> Path:
    """What can be computed again: LATENTLAB_CACHE, or the place that the system gives to a user's caches."""
    return _named("LATENTLAB_CACHE") or _of_user(platformdirs.user_cache_path)


def settings_folder() -> Path:
    """What the user has set: LATENTLAB_SETTINGS, or the place that the system gives to a user's settings."""
    return _named("LATENTLAB_SETTINGS") or _of_user(platformdirs.user_config_path)


def documents_folder() -> Path:
    """What the user makes."""
    try:
        return platformdirs.user_documents_path() / "LatentLab"
    except RuntimeError:
        return _of_user(platformdirs.user_data_path)


def log_path() -> Path:
    """The file of the log: LATENTLAB_LOG, or below the place that the system gives to a user's logs."""
    path = _named("LATENTLAB_LOG")
    if path is not None and not path.is_dir():
        return path
    return (path or _of_user(platformdirs.user_log_path)) / "latentlab.log"


@dataclass(frozen=True)
class Launch:
    """This process among those that torchrun, or a launcher like it, started together.

    Attributes:
        rank: which it is, from 0.
        count: how many there are.
        local_rank: which it is on this computer, from 0.
        local_count: how many there are here.
    """

    rank: int = 0
    count: int = 1
    local_rank: int = 0
    local_count: int = 1


def launch() -> Launch:
    """As the launcher's variables say; the only process where they are not there.

    Raises:
        ConfigError: if one of them is no whole number.
    """
    if "RANK" not in os.environ or "WORLD_SIZE" not in os.environ:
        return Launch()
    rank = _whole("RANK", 0)
    return Launch(rank, _whole("WORLD_SIZE", 1), _whole("LOCAL_RANK", rank), _whole("LOCAL_WORLD_SIZE", 1))


def _whole(variable: str, otherwise: int) -> int:
    value = os.environ.get(variable, str(otherwise))
    try:
        return int(value)
    except ValueError:
        raise ConfigError(f"{variable} = {value!r}: must be a whole number, as torchrun sets it.") from None


def _named(variable: str) -> Path | None:
    value = os.environ.get(variable)
    return Path(os.path.expanduser(value)) if value else None  # noqa: PTH111 - Path.expanduser raises for an unknown user


def _of_user(place: Callable[..., Path]) -> Path:
    """A user without a home (a container's, say) gets a place among the temporary files, not a folder called "~"."""
    try:
        path = place("latentlab", appauthor=False)
    except RuntimeError:
        path = Path(place.__name__)
    if path.is_absolute():
        return path
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = "user"
    return Path(tempfile.gettempdir()) / f"latentlab-{user}" / path.name
