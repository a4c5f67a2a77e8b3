"""A model as a folder of diffusers' `AutoencoderKL`, whose networks alone have a counterpart there."""

from pathlib import Path
from typing import NoReturn

from latentlab.errors import ConfigError
from latentlab.exchange.exported import Source


def write(source: Source, folder: Path) -> NoReturn:
    """Raise ConfigError: no network of the catalog is an AutoencoderKL."""
    del folder
    raise ConfigError(
        f"model.name = '{source.run.config.model.name}': diffusers' AutoencoderKL has other networks; "
        "--to onnx or --to torch would work."
    )
