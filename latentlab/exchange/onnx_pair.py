"""Reads a folder with an encoder and a decoder as ONNX files, whichever program wrote them."""

import math
import re
from pathlib import Path

import torch

from latentlab.catalog.likelihoods import LikelihoodConfig
from latentlab.catalog.networks import LARGEST_GRAPH, ModelConfig
from latentlab.config import RunConfig
from latentlab.data import load_dataset
from latentlab.errors import ConfigError, DataError
from latentlab.exchange.formats import FORMATS, Format, sized
from latentlab.exchange.imported import ForeignModel, refuse_other_images
from latentlab.files.regular import read_bytes
from latentlab.models import build_vae
from latentlab.models.graph import as_buffer, checked, input_dims

FILES = ("encoder.onnx", "decoder.onnx")
_TOLD = ("run", "step", "latentlab", "likelihood", "z")
"""What of the metadata of a file of our own is kept as its source."""
_STEP = re.compile("[0-9]{1,12}")


def graphs_of(folder: Path) -> tuple[bytes, bytes]:
    """The two files.

    Raises:
        FileError: if one cannot be read, or is larger than a graph in one piece can be.
    """
    encoder, decoder = (read_bytes(folder / name, LARGEST_GRAPH) for name in FILES)
    return encoder, decoder


def read(folder: Path, config: RunConfig) -> ForeignModel:
    """The model of a folder.

    Raises:
        ConfigError, DataError: if it is none that can be computed, or its halves do not fit each other.
        FileError: if a file cannot be read.
    """
    encoder, decoder = graphs_of(folder)
    taken, given = checked(encoder, "encoder", 4), checked(decoder, "decoder", 2)
    _, *dims = input_dims(taken)
    if None not in dims:
        channels, height, width = (dim or 0 for dim in dims)
        config = config.model_copy(update={"data": sized(config.data, (channels, height, width))})
    image_shape = load_dataset(config.data).image_shape
    refuse_other_images(image_shape, tuple(dim or found for dim, found in zip(dims, image_shape, strict=True)))
    known = {entry.key: entry.value for entry in taken.metadata_props}
    if not _STEP.fullmatch(known.get("step", "")):
        known.pop("step", None)
    source = {"format": "ONNX", "folder": str(folder.absolute()), "producer": f"{taken.producer_name} {taken.producer_version}"}
    source |= {name: known[name] for name in _TOLD if name in known}
    return foreign(config, image_shape, encoder, decoder, {**source, **_of_z(given)})


def foreign(
    config: RunConfig,
    image_shape: tuple[int, int, int],
    encoder: bytes,
    decoder: bytes,
    source: dict[str, str],
    value_range: tuple[float, float] = (0.0, 1.0),
) -> ForeignModel:
    """Two graphs as a model, once both were computed.

    Raises:
        ConfigError: if the encoder gives no pair of mean and logvar.
        DataError: if it cannot be computed, or the decoder gives other images.
    """
    low, high = value_range
    sizes = {"encoder_bytes": len(encoder), "decoder_bytes": len(decoder), "low": low, "high": high}
    weights = {"encoder.content": as_buffer(encoder), "decoder.content": as_buffer(decoder)}
    likelihood = LikelihoodConfig.model_validate({"name": "none"})
    network = build_vae(ModelConfig.model_validate({"name": "graph", **sizes}), likelihood, image_shape)
    network.load_state_dict(weights)
    with torch.no_grad():
        given = network.eval().encoder(torch.zeros(2, *image_shape))
    several = len(checked(encoder, "encoder", 4).graph.output) > 1
    dimensions, sigma = _latent_of(tuple(given.shape), several, input_dims(checked(decoder, "decoder", 2))[1])
    with torch.no_grad():
        images = tuple(network.decoder(torch.zeros(2, dimensions)).shape)
    if images not in ((2, *image_shape), (2, math.prod(image_shape))):
        raise DataError(f"decoder: gives {images} for 2 latents, and the images are {image_shape}; the two do not fit.")
    model = ModelConfig.model_validate({"name": "graph", "latent_dim": dimensions, "sigma": sigma, **sizes})
    config = config.model_copy(update={"model": model, "likelihood": likelihood})
    return ForeignModel(config, image_shape, weights, source, int(source.get("step", 0)))


def _latent_of(given: tuple[int, ...], several: bool, taken: int | None) -> tuple[int, bool]:
    """D, and whether there is a logvar.

    Args:
        given: the shape of what the encoder gives for two images, all in one.
        several: whether it is in several outputs.
        taken: the D that the decoder takes, None where it does not say.

    Raises:
        ConfigError: if the two do not fit.
    """
    if len(given) == 2 and given[0] == 2:
        width = given[1]
        if not several and (taken == width or (taken is None and width % 2)):
            return width, False
        if width % 2 == 0 and taken in (width // 2, None):
            return width // 2, True
    of_decoder = "" if taken is None else f", and the decoder takes (N, {taken})"
    raise ConfigError(
        f"encoder: gives {given} for 2 images{of_decoder}; it must give a mean and a logvar of (B, D), one (B, 2·D), or a mean "
        "alone."
    )


def _of_z(decoder: object) -> dict[str, str]:
    """What the decoder's own metadata say of z."""
    return {entry.key: entry.value for entry in getattr(decoder, "metadata_props", ()) if entry.key == "z"}


FORMATS.append(
    Format(
        label="ONNX",
        holds=" and ".join(FILES),
        is_one=lambda folder: all((folder / name).exists() for name in FILES),
        read=read,
    )
)
