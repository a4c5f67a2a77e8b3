"""Folders that pythae's `model.save` wrote: model_config.json, environment.json and model.pt.

No pickled code is run. The networks are recognised by the names and shapes of their tensors; where the folder also has a
pickled encoder or decoder, the name of its class, which stands in that file as text, must be that of the network recognised.
"""

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

import torch

from latentlab.catalog.networks import LARGEST_LATENT, NETWORKS, PYTHAE_IMAGES, ModelConfig, PythaeConfig, PythaeNetwork
from latentlab.errors import ConfigError, FileError, MissingFileError, shown
from latentlab.exchange.foreign import (
    IN_ITS_PLACE,
    UNKNOWN_LIKELIHOOD,
    Rebuilt,
    count_of,
    flag_of,
    refuse_other_shapes,
    without_memory,
)
from latentlab.files.regular import open_regular
from latentlab.files.text import read_json
from latentlab.files.torch_file import read_torch_file
from latentlab.models.pythae import build

CONFIG, WEIGHTS = "model_config.json", "model.pt"
_GAUSSIAN = frozenset(
    {"VAE", "BetaVAE", "BetaTCVAE", "DisentangledBetaVAE", "FactorVAE", "INFOVAE_MMD", "IWAE", "CIWAE", "MIWAE", "PIWAE"}
    | {"Adversarial_AE", "MSSSIM_VAE", "VAEGAN"}
)
"""Models whose encoder gives a Gaussian posterior and whose prior is N(0, I)."""
_NO_LIKELIHOOD = frozenset({"MSSSIM_VAE", "VAEGAN"})
"""Of these, those whose reconstruction is not judged by a density of pixels."""
_OTHERS = {
    "AE": "its encoder gives no posterior",
    "RAE_GP": "its encoder gives no posterior",
    "RAE_L2": "its encoder gives no posterior",
    "WAE_MMD": "its encoder gives no posterior",
    "VQVAE": "its latents are entries of a codebook",
    "SVAE": "its latents lie on a sphere",
    "PoincareVAE": "its latents lie in a hyperbolic space",
    "VAMP": "its prior is a mixture that is not read",
    "VAE_IAF": "its posterior is made by a flow",
    "VAE_LinNF": "its posterior is made by a flow",
    "HVAE": "its posterior is made by a flow",
    "RHVAE": "its posterior is made by a flow",
}
_IGNORED = ("discriminator.",)
_LARGEST_IMAGE = 256
_BLOCK = 2**22


def is_pythae_folder(folder: Path) -> bool:
    """Whether a folder looks like one of pythae's."""
    return (folder / CONFIG).is_file()


def read_pythae_folder(folder: Path, network: ModelConfig | None = None) -> Rebuilt:
    """The model in a folder.

    Args:
        folder: that pythae wrote.
        network: settings of a plug-in's network that takes the weights, in the place of pythae's own networks. The tensors of
            its encoder and decoder have the names and shapes that they have in the folder; its encoder gives mean and logvar
            (B, 2·D), its decoder images.

    Raises:
        FileError: if a file is missing or damaged, the model is no Gaussian VAE, or its networks are not those.
        ConfigError: if that network does not take these images.
    """
    path = folder / CONFIG
    values = read_json(path)
    if not isinstance(values, dict) or not isinstance(values.get("name"), str):
        raise FileError(path, "is not the configuration of a pythae model: it has no name")
    kind = values["name"].removesuffix("Config").removesuffix("_")
    _refuse_other_models(kind, values, path)
    shape, latent_dim = _image_shape(values, path), count_of(values, "latent_dim", path, LARGEST_LATENT)
    weights = read_torch_file(folder / WEIGHTS, "model_state_dict")
    weights = {name: value for name, value in weights.items() if not name.startswith(_IGNORED)}
    provenance = {"program": "pythae", "model": kind, **_environment(folder)}
    if network is not None:
        network = network.model_validate({**network.model_dump(), "latent_dim": latent_dim})
        _refuse_other_network(folder / WEIGHTS, network, weights, shape)
        return Rebuilt(network.model_dump(), UNKNOWN_LIKELIHOOD, shape, weights, provenance)
    networks = {part: _network(folder, part, values, weights, shape, latent_dim) for part in ("encoder", "decoder")}
    likelihood = UNKNOWN_LIKELIHOOD if kind in _NO_LIKELIHOOD else _likelihood(values, path)
    sigmoid = likelihood is UNKNOWN_LIKELIHOOD
    return Rebuilt(
        model={"name": "pythae", "latent_dim": latent_dim, "sigmoid": sigmoid, **networks},
        likelihood=likelihood,
        image_shape=shape,
        weights=weights,
        provenance=provenance,
    )


def _refuse_other_network(
    path: Path, network: ModelConfig, weights: "Mapping[str, torch.Tensor]", shape: tuple[int, int, int]
) -> None:
    """Raise FileError if a plug-in's network has other tensors than a file."""
    with torch.device("meta"):
        built = NETWORKS.of(network).load()(network, shape, shape)
    wanted = without_memory(built.encoder, "encoder") | without_memory(built.decoder, "decoder")
    refuse_other_shapes(path, {name: tuple(value.shape) for name, value in weights.items()}, wanted)


def _refuse_other_models(kind: str, values: Mapping[str, Any], path: Path) -> None:
    if kind == "Adversarial_AE" and flag_of(values, "deterministic_posterior", path, default=False):
        raise FileError(
            path, "holds an Adversarial_AE with a deterministic posterior, which has no variance; only Gaussian VAEs are read"
        )
    if kind not in _GAUSSIAN:
        why = f": {_OTHERS[kind]}" if kind in _OTHERS else ", which is not known"
        raise FileError(path, f"holds a pythae {shown(kind)[1:-1]}{why}; what is read are {', '.join(sorted(_GAUSSIAN))}")


def _image_shape(values: Mapping[str, Any], path: Path) -> tuple[int, int, int]:
    found = values.get("input_dim")
    if (
        not isinstance(found, list)
        or len(found) != 3
        or not all(type(size) is int and 1 <= size <= _LARGEST_IMAGE for size in found)
    ):
        raise FileError(
            path,
            f"input_dim is {shown(found)}; models of images are read, with channels, height and width up to {_LARGEST_IMAGE}",
        )
    return found[0], found[1], found[2]


def _likelihood(values: Mapping[str, Any], path: Path) -> Mapping[str, Any]:
    """pythae's own reading in `get_nll`: bce is a Bernoulli of the sigmoid's value, mse a Gaussian of variance 1."""
    loss = values.get("reconstruction_loss")
    match loss:
        case "bce":
            return {"name": "bernoulli"}
        case "mse":
            return {"name": "gaussian", "output": "sigmoid", "scale": "fixed", "scale_value": 1.0}
        case _:
            raise FileError(path, f"reconstruction_loss is {shown(loss)}; 'bce' and 'mse' are read")


def _network(
    folder: Path,
    part: str,
    values: Mapping[str, Any],
    weights: "Mapping[str, torch.Tensor]",
    shape: tuple[int, int, int],
    latent_dim: int,
) -> PythaeNetwork:
    """The encoder or decoder whose tensors these are."""
    default = flag_of(values, f"uses_default_{part}", folder / CONFIG, default=True)
    names: tuple[PythaeNetwork, ...] = ("mlp",) if default else get_args(PythaeNetwork)
    found = {name: tuple(value.shape) for name, value in weights.items() if name.startswith(f"{part}.")}
    others = next((name for name in weights if not name.startswith(("encoder.", "decoder."))), None)
    if others is not None:
        raise FileError(folder / WEIGHTS, f"holds {others[:80]!r}, which is neither of the encoder nor of the decoder")
    for name in names:
        if PYTHAE_IMAGES.get(name, shape) != shape:
            continue
        with torch.device("meta"), contextlib.suppress(ConfigError):
            settings = PythaeConfig.model_validate({"latent_dim": latent_dim, part: name})
            network = getattr(build(settings, shape, shape), part)
            if without_memory(network, part) == found and (
                default or _is_of_class(folder / f"{part}.pkl", _class_name(part, name))
            ):
                return name
    if default:
        raise FileError(
            folder / WEIGHTS,
            f"does not hold pythae's default {part} for images of {shape} and {latent_dim} latents, which {CONFIG} promises",
        )
    raise FileError(
        folder / f"{part}.pkl",
        f"holds a network of somebody's own as pickled code, which is never run. {IN_ITS_PLACE}",
    )


def _class_name(part: str, network: PythaeNetwork) -> bytes:
    """What pythae calls the class of a network."""
    family = "VAE" if part == "encoder" else "AE"
    images, _, kind = network.partition("_")
    if not kind:
        return f"{part.capitalize()}_{family}_MLP".encode()
    return f"{part.capitalize()}_{ {'conv': 'Conv', 'resnet': 'ResNet'}[kind] }_{family}_{images.upper()}".replace(
        " ", ""
    ).encode()


def _is_of_class(path: Path, name: bytes) -> bool:
    """Whether a pickle names a class; where there is no pickle, the tensors alone decide."""
    try:
        with open_regular(path) as file:
            before = b""
            while block := file.read(_BLOCK):
                if name in before + block:
                    return True
                before = block[-len(name) :]
    except MissingFileError:
        return True
    except OSError as error:
        raise FileError(path, f"cannot be read: {error.strerror or error}") from None
    return False


def _environment(folder: Path) -> dict[str, str]:
    """What pythae wrote down of the computer: the version of Python."""
    with contextlib.suppress(FileError):
        values = read_json(folder / "environment.json")
        if isinstance(values, dict) and isinstance(version := values.get("python_version"), str):
            return {"python": version[:20]}
    return {}
