"""Folders of diffusers' `AutoencoderKL`: config.json and diffusion_pytorch_model.safetensors, or a pipeline's with vae/."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

from latentlab.catalog.networks import AutoencoderKlConfig
from latentlab.errors import ConfigError, FileError, shown
from latentlab.exchange.foreign import UNKNOWN_LIKELIHOOD, Rebuilt, count_of, flag_of, refuse_other_shapes, without_memory
from latentlab.files.tensors import read_tensors, read_tensors_header
from latentlab.files.text import read_json
from latentlab.models.autoencoder_kl import build

CONFIG = "config.json"
_STEM = "diffusion_pytorch_model"
WEIGHTS = f"{_STEM}.safetensors"
_KNOWN_WEIGHTS = (WEIGHTS, f"{_STEM}.fp16.safetensors")
CLASS = "AutoencoderKL"
BLOCKS = {"down_block_types": "DownEncoderBlock2D", "up_block_types": "UpDecoderBlock2D"}
_READ = frozenset(
    {"in_channels", "out_channels", "block_out_channels", "layers_per_block", "act_fn", "latent_channels", "norm_num_groups"}
    | {"sample_size", "scaling_factor", "shift_factor", "latents_mean", "latents_std", "force_upcast", "use_quant_conv"}
    | {"use_post_quant_conv", "mid_block_add_attention", *BLOCKS}
)
_SMALLEST, _LARGEST = 16, 256
_OLD_NAMES = {"query": "to_q", "key": "to_k", "value": "to_v", "proj_attn": "to_out.0"}
"""What diffusers called the layers of attention before 0.15."""
_OLD = re.compile(rf"(\.attentions\.0\.)({'|'.join(_OLD_NAMES)})\.")


def is_diffusers_folder(folder: Path) -> bool:
    """Whether a folder looks like an `AutoencoderKL` or a pipeline with one."""
    return (folder / CONFIG).is_file() or (folder / "vae" / CONFIG).is_file()


def read_diffusers_folder(folder: Path, size: int | None = None) -> Rebuilt:
    """The model in a folder.

    Args:
        folder: of the model, or of a pipeline that has it in vae/.
        size: of the images in pixels; by default the model's own sample_size, 256 at most.

    Raises:
        FileError: if a file is missing, damaged, pickled, or of a network that is not known.
        ConfigError: if the size is none that the network takes.
    """
    if not (folder / CONFIG).is_file() and (folder / "vae" / CONFIG).is_file():
        folder = folder / "vae"
    path = folder / CONFIG
    values = read_json(path)
    if not isinstance(values, dict):
        raise FileError(path, "is not the configuration of a model")
    if values.get("_class_name") != CLASS:
        raise FileError(path, f"describes {shown(values.get('_class_name'))}; of diffusers' models, {CLASS} is read")
    settings = _settings(values, path)
    channels, latent_channels = count_of(values, "in_channels", path, 4), count_of(values, "latent_channels", path, 256)
    if count_of(values, "out_channels", path, 4) != channels:
        raise FileError(path, f"takes images of {channels} channels and gives {values['out_channels']}; they must be as many")
    factor = 2 ** (len(settings.widths) - 1)
    size = _size(values, path, factor) if size is None else size
    places = (size // factor) ** 2
    try:
        settings = settings.model_validate({**settings.model_dump(), "latent_dim": latent_channels * places})
        with torch.device("meta"):
            networks = build(settings, (channels, size, size), (channels, size, size))
    except ValueError as error:
        raise ConfigError(
            f"{path}: images of {size}×{size} give {latent_channels} × {places} latent dimensions, too many; use a "
            "smaller data.size."
        ) from error
    wanted = without_memory(networks.encoder, "encoder") | without_memory(networks.decoder, "decoder")
    weights = _weights(folder, wanted)
    version = values.get("_diffusers_version")
    return Rebuilt(
        model=settings.model_dump(exclude_defaults=True) | {"name": settings.name, "latent_dim": settings.latent_dim},
        likelihood=UNKNOWN_LIKELIHOOD,
        image_shape=(channels, size, size),
        weights=weights,
        provenance={"program": "diffusers", "model": CLASS} | ({"version": version[:40]} if isinstance(version, str) else {}),
    )


def _settings(values: Mapping[str, Any], path: Path) -> AutoencoderKlConfig:
    """What a configuration says of the network, its latent dimensions aside."""
    unknown = next((key for key in values if not key.startswith("_") and key not in _READ), None)
    if unknown is not None:
        raise FileError(path, f"has the setting {shown(unknown)}, which is not known; save the model with diffusers 0.42")
    widths = values.get("block_out_channels", [64])
    if not isinstance(widths, list) or not all(type(width) is int for width in widths):
        raise FileError(path, f"block_out_channels is {shown(widths)}; a list of whole numbers is needed")
    for key, known in BLOCKS.items():
        kinds = values.get(key, [known])
        if not isinstance(kinds, list) or len(kinds) != len(widths):
            raise FileError(
                path, f"{key} is {shown(kinds)}; a block for each of the {len(widths)} block_out_channels is needed"
            )
        other = next((kind for kind in kinds if kind != known), None)
        if other is not None:
            raise FileError(path, f"{key} names {shown(other)}; {known} is the kind that is read")
    if values.get("act_fn", "silu") not in ("silu", "swish"):
        raise FileError(path, f"act_fn is {shown(values['act_fn'])}; 'silu' is read")
    if values.get("latents_mean") is not None or values.get("latents_std") is not None:
        raise FileError(path, "sets latents_mean or latents_std, which are not read; scaling_factor and shift_factor are")
    try:
        return AutoencoderKlConfig(
            channels=", ".join(map(str, widths)),
            blocks=values.get("layers_per_block", 1),
            norm_groups=values.get("norm_num_groups", 32),
            mid_attention=flag_of(values, "mid_block_add_attention", path, default=True),
            quant_conv=flag_of(values, "use_quant_conv", path, default=True),
            post_quant_conv=flag_of(values, "use_post_quant_conv", path, default=True),
            scaling_factor=_number(values, "scaling_factor", path, 0.18215),
            shift_factor=_number(values, "shift_factor", path, 0.0),
        )
    except ValueError as error:
        raise FileError(path, f"does not describe a network: {_first_of(error)}") from None


def _number(values: Mapping[str, Any], key: str, path: Path, default: float) -> float:
    value = values.get(key)
    value = default if value is None else value
    if type(value) not in (int, float):
        raise FileError(path, f"{key} is {shown(value)}; a number is needed")
    return float(value)


def _size(values: Mapping[str, Any], path: Path, factor: int) -> int:
    """The images' side: what the model was made for, within what is taken, rounded down to what can be halved."""
    found = values.get("sample_size", 32)
    found = min(found) if isinstance(found, list) and found and all(type(side) is int for side in found) else found
    if type(found) is not int:
        raise FileError(path, f"sample_size is {shown(found)}; a whole number of pixels is needed")
    return max(_SMALLEST, min(found, _LARGEST)) // factor * factor


def _weights(folder: Path, wanted: Mapping[str, tuple[int, ...]]) -> "dict[str, torch.Tensor]":
    path = next((folder / name for name in _KNOWN_WEIGHTS if (folder / name).is_file()), folder / _KNOWN_WEIGHTS[0])
    if not path.is_file():
        if (folder / f"{_STEM}.bin").exists():
            raise FileError(
                folder / f"{_STEM}.bin",
                "is pickled, which is not read; load it with diffusers and save it with safe_serialization=True",
            )
        if (folder / f"{_STEM}.safetensors.index.json").exists():
            raise FileError(folder, "has its weights in several files, which is not read; save it with a larger max_shard_size")
    header = read_tensors_header(path)
    names = {name: _our_name(name) for name in header.tensors}
    refuse_other_shapes(
        path, {names[name]: _our_shape(names[name], info.shape, wanted) for name, info in header.tensors.items()}, wanted
    )
    return {names[name]: value.float().reshape(wanted[names[name]]) for name, value in read_tensors(path).items()}


def _our_name(name: str) -> str:
    name = _OLD.sub(lambda found: f"{found[1]}{_OLD_NAMES[found[2]]}.", name)
    if name.startswith("quant_conv."):
        return f"encoder.{name}"
    return f"decoder.{name}" if name.startswith("post_quant_conv.") else name


def their_name(name: str) -> str:
    """What diffusers calls a tensor of ours."""
    return name.partition(".")[2] if "quant_conv." in name else name


def _our_shape(name: str, shape: tuple[int, ...], wanted: Mapping[str, tuple[int, ...]]) -> tuple[int, ...]:
    """A linear layer that an old file has as a 1×1 convolution, as the linear layer it is."""
    return shape[:2] if shape[2:] == (1, 1) and len(wanted.get(name, ())) == 2 else shape


def _first_of(error: ValueError) -> str:
    errors: Any = getattr(error, "errors", list)()
    return (
        f"{'.'.join(map(str, errors[0]['loc']))} {errors[0]['msg']}".strip().removeprefix("Value error, ")
        if errors
        else str(error)
    )
