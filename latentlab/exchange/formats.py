"""The kinds of folders that models from elsewhere come in, and how each is read."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from latentlab.catalog import DATASETS
from latentlab.catalog.data_settings import DataConfig
from latentlab.config import LikelihoodConfig, ModelConfig, RunConfig, applies, override, parse_config
from latentlab.errors import ConfigError
from latentlab.exchange.diffusers_folder import is_diffusers_folder, read_diffusers_folder
from latentlab.exchange.foreign import Rebuilt
from latentlab.exchange.imported import ForeignModel
from latentlab.exchange.pythae_folder import is_pythae_folder, read_pythae_folder

Read = Callable[[Path, RunConfig], ForeignModel]
"""Reads a folder, given the settings of a run with the images that are asked for; raises ConfigError or FileError."""

_ARRAYS = (".npy", ".npz")
_GREY_OR_COLOUR = {1: "grey", 3: "colour"}


@dataclass(frozen=True)
class Format:
    """A kind of folder.

    Attributes:
        label: for a reader, such as "pythae".
        holds: what such a folder holds, in words, for one that is none.
        is_one: whether a folder is of this kind; it looks at names alone.
        read: reads the model.
    """

    label: str
    holds: str
    is_one: Callable[[Path], bool]
    read: Read


def _read_pythae(folder: Path, config: RunConfig) -> ForeignModel:
    chosen = config.model.name not in (parse_config({}).model.name, "pythae")
    return _in_run(read_pythae_folder(folder, config.model if chosen else None), config)


def _read_diffusers(folder: Path, config: RunConfig) -> ForeignModel:
    return _in_run(read_diffusers_folder(folder, config.data.size), config)


def _in_run(found: Rebuilt, config: RunConfig) -> ForeignModel:
    """A rebuilt network with the images of a run."""
    parts = {
        "model": ModelConfig.model_validate(found.model),
        "likelihood": LikelihoodConfig.model_validate(found.likelihood),
        "data": sized(config.data, found.image_shape),
    }
    return ForeignModel(config.model_copy(update=parts), found.image_shape, found.weights, found.provenance)


FORMATS: list[Format] = [
    Format("pythae", "model_config.json and model.pt", is_pythae_folder, _read_pythae),
    Format("diffusers", "config.json and safetensors of an AutoencoderKL", is_diffusers_folder, _read_diffusers),
]
"""In the order in which a folder is tried."""


def read_model(folder: Path, config: RunConfig) -> ForeignModel:
    """The model in a folder, whatever program wrote it.

    Args:
        folder: on this computer.
        config: of the run that it becomes, as far as it is known: its name and its images.

    Raises:
        ConfigError: if the folder is of no known kind or its model cannot be rebuilt.
        FileError: if one of its files is damaged.
    """
    if not folder.is_dir():
        raise ConfigError(f"{folder}: {'not a folder' if folder.exists() else 'there is no such folder'}.")
    for kind in FORMATS:
        if kind.is_one(folder):
            return kind.read(folder, config)
    known = "; ".join(f"{kind.label} ({kind.holds})" for kind in FORMATS)
    raise ConfigError(f"{folder}: holds no model that can be read; known are {known}.")


def config_of(name: str, images: str, settings: list[str]) -> RunConfig:
    """The settings of a run with a model from elsewhere, before its networks are known.

    Args:
        name: of the run.
        images: a data set of the catalog, or the folder or file that images are in.
        settings: `section.key=value`, of the data above all.

    Raises:
        ConfigError: if a setting is at fault.
    """
    config = parse_config({"name": name})
    if images in DATASETS:
        return override(config, [f'data.name="{images}"', *settings])
    path = Path(images).expanduser().absolute()
    kind = "array" if path.suffix.lower() in _ARRAYS else "folder"
    chosen = DataConfig.model_validate({"name": kind, "root": str(path)})
    return override(config.model_copy(update={"data": chosen}), settings)


def sized(data: DataConfig, image_shape: tuple[int, int, int]) -> DataConfig:
    """The same images at the size and in the colours that a model takes, as far as the collection can give them."""
    channels, height, width = image_shape
    changes: dict[str, object] = {}
    if data.size is None and height == width:
        changes["size"] = height
    elif data.size is None and applies(data, "crop"):
        changes["crop"] = False
    if channels in _GREY_OR_COLOUR and applies(data, "channels") and getattr(data, "channels", "") == "auto":
        changes["channels"] = _GREY_OR_COLOUR[channels]
    return data.model_copy(update=changes)
