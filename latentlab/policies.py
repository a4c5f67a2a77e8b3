"""Transformation policies that a person has saved under a name: plain TOML files, one a policy, in the user's own settings.

Whoever names one (a run's settings, an evaluation, a view) gets its ranges; what is kept of a run never hangs on these files.
"""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomli_w

from latentlab.environment import settings_folder
from latentlab.errors import ConfigError

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


def policies_folder() -> Path:
    """Where saved policies lie: in the folder of the user's settings."""
    return settings_folder() / "policies"


def saved_policies() -> dict[str, dict[str, Any]]:
    """Each saved policy by name: the settings of `transform` but for `policy`. Files that are no TOML are passed over."""
    found = {}
    for path in sorted(policies_folder().glob("*.toml")):
        try:
            found[path.stem] = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
            continue
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
