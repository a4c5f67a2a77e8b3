"""The presets that ship with LatentLab, and what each says of itself to whoever chooses one."""

from dataclasses import dataclass
from typing import Any

from latentlab.errors import ConfigError, FileError
from latentlab.files.text import read_toml
from latentlab.resources import resource

DEFAULT_PRESET = "digits"
ABOUT = "preset"
"""The table of a preset's file that is no setting."""
_FOLDER = "presets"


@dataclass(frozen=True)
class AboutPreset:
    """What a preset is for.

    Attributes:
        title: a few words.
        purpose: a sentence, empty where its file says nothing.
        fits: what kind of a user's own images it fits, empty for no kind.
        picture: the bytes of a PNG file, empty where it has none.
    """

    title: str
    purpose: str = ""
    fits: str = ""
    picture: bytes = b""


def preset_names() -> list[str]:
    """The presets that ship with LatentLab, the default one first."""
    names = sorted(path.stem for path in resource(_FOLDER).glob("*.toml"))
    return sorted(names, key=lambda name: name != DEFAULT_PRESET)


def about_preset(name: str) -> AboutPreset:
    """What a preset's file, and the picture beside it, say of it.

    Raises:
        ConfigError: if the file cannot be read.
    """
    path = resource(_FOLDER, f"{name}.toml")
    try:
        about: Any = read_toml(path).get(ABOUT, {})
    except FileError as error:
        raise ConfigError(str(error)) from None
    picture = path.with_suffix(".png")
    return AboutPreset(
        str(about.get("title", name)),
        str(about.get("purpose", "")),
        str(about.get("fits", "")),
        picture.read_bytes() if picture.is_file() else b"",
    )
