"""Transformation policies that a user has saved under a name: plain TOML files, one a policy, in the user's own settings.

Whoever names one (a run's settings, an evaluation, a view) gets its ranges; what is kept of a run never hangs on these files.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import tomli_w

from latentlab.environment import settings_folder
from latentlab.errors import ConfigError, FileError
from latentlab.files.text import read_toml

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_LARGEST = 2**16
"""Bytes of a policy's file."""


def policies_folder() -> Path:
    """Where saved policies lie: in the folder of the user's settings."""
    return settings_folder() / "policies"


def saved_policies(left_out: Callable[[FileError], object] | None = None) -> dict[str, dict[str, Any]]:
    """Each saved policy by name: the settings of `transform` but for `policy`.

    Args:
        left_out: told of every file that cannot be read as one; the others can.
    """
    found = {}
    for path in sorted(policies_folder().glob("*.toml")):
        try:
            if not _NAME.fullmatch(path.stem):
                raise FileError(path, "is no name of a policy: lower-case letters, digits, - and _, 40 at most")
            found[path.stem] = read_toml(path, _LARGEST)
        except FileError as error:
            if left_out:
                left_out(error)
    return found


def save_policy(name: str, ranges: Mapping[str, Any]) -> Path:
    """Keep ranges under a name, in the place of what had that name.

    Args:
        name: lower-case letters, digits, - and _; 40 at most.
        ranges: settings of `transform` but for `policy`.

    Returns:
        The file.

    Raises:
        ConfigError: if the name will not do or the file cannot be written.
    """
    if not _NAME.fullmatch(name):
        raise ConfigError(f"policy name {name!r}: write lower-case letters, digits, - and _, 40 at most, such as my-shifts.")
    path = policies_folder() / f"{name}.toml"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_suffix(".part")
        temporary.write_text(tomli_w.dumps(dict(ranges)), encoding="utf-8")
        temporary.replace(path)
    except OSError as error:
        raise ConfigError(f"{path}: the policy cannot be saved: {error.strerror or error}.") from None
    return path


def forget_policy(name: str) -> None:
    """Remove a saved policy; one that is not there is no error."""
    (policies_folder() / f"{name}.toml").unlink(missing_ok=True)
