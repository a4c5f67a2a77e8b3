"""A model from elsewhere as a run folder, so that all that looks at runs looks at it too."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import torch
from safetensors.torch import save_file

from latentlab.config import RunConfig, with_values
from latentlab.data import Dataset, load_dataset
from latentlab.data.fingerprint import Fingerprint, image_table
from latentlab.errors import ConfigError, DataError, DiskError, RunError, first_line, printable
from latentlab.evaluation.posterior import encode_all
from latentlab.models import VAE, build_vae, refuse_too_many_weights
from latentlab.runs import Run, RunWriter, default_runs_folder

_TRIED = 2
"""Images that a model is tried on before its run is written."""
_LONGEST_SOURCE = 200
"""Characters of what a stranger's file says of itself."""


@dataclass(frozen=True, eq=False)
class ForeignModel:
    """A model as a reader found it.

    Attributes:
        config: of the run that it becomes; `data` says where its images are.
        image_shape: (C, H, W) of the images that it takes.
        weights: of `build_vae(config.model, …)`, by name.
        source: what it was and where it came from, for a reader, by short names such as "program" or "folder".
        step: steps that it was trained for, 0 where that is not known.
        own_images: a file with its images that is to be kept in the run's folder; None where they stay where they are.
    """

    config: RunConfig
    image_shape: tuple[int, int, int]
    weights: Mapping[str, torch.Tensor]
    source: Mapping[str, str] = field(default_factory=dict)
    step: int = 0
    own_images: Path | None = None


def write_imported(model: ForeignModel, out: Path | None = None) -> Run:
    """Write the run folder of a model from elsewhere, with one checkpoint that can be looked at and not resumed.

    Args:
        model: to keep.
        out: the folder of runs; `runs` in the current folder unless given.

    Raises:
        ConfigError, DataError: if its images cannot be read, are of another shape, or the model fails on them.
        RunError: if the folder cannot be written.
    """
    config = with_values(model.config, {"train": {"steps": max(model.step, 1)}})
    dataset = load_dataset(config.data)
    refuse_other_images(dataset.image_shape, model.image_shape)
    network = loaded(model)
    _try(network, dataset)
    fingerprint = Fingerprint.of(dataset)
    source = {name: printable(told)[:_LONGEST_SOURCE] for name, told in model.source.items()}
    writer = RunWriter.create(
        out or default_runs_folder(),
        config,
        dataset.image_shape,
        image_table(dataset, fingerprint),
        fingerprint.to_bytes(),
        source=source,
        own_images=model.own_images,
    )
    try:
        came_from = ", ".join(source.values())
        writer.event(0, "start", f"{dataset.account} Imported: {came_from}.")
        weights = {name: value.contiguous() for name, value in network.state_dict().items()}
        writer.checkpoint(model.step, -math.inf, lambda folder: save_file(weights, folder / "model.safetensors"))
        writer.event(model.step, "finish", "Imported whole.")
    except DiskError as error:
        raise RunError(str(error)) from None
    finally:
        writer.close()
    return Run(writer.path)


def refuse_other_images(found: tuple[int, ...], taken: tuple[int, ...]) -> None:
    """Raise DataError unless images (C, H, W) are such as a model takes."""
    if found != taken:
        of_that_size = found[1:] == taken[1:]
        raise DataError(
            f"data: images of {_text(found)}, and the model takes {_text(taken)}; "
            + ("name images with as many channels." if of_that_size else "name images of that shape, or set data.size.")
        )


def loaded(model: ForeignModel) -> VAE:
    """The network with its weights, on the CPU, in evaluation mode.

    Raises:
        ConfigError: if the weights do not fit the networks that the settings describe.
    """
    config = model.config
    refuse_too_many_weights(config.model, config.likelihood, model.image_shape, config.prior)
    network = build_vae(config.model, config.likelihood, model.image_shape, prior=config.prior)
    wanted = network.state_dict()
    for name in sorted({*wanted, *model.weights}):
        ours, theirs = wanted.get(name), model.weights.get(name)
        if ours is None or theirs is None:
            raise ConfigError(f"{name}: {'missing among the weights' if theirs is None else 'no weight of this network'}.")
        if ours.shape != theirs.shape:
            raise ConfigError(f"{name}: has the shape {tuple(theirs.shape)}, and the network takes {tuple(ours.shape)}.")
        if not torch.isfinite(theirs).all():
            raise ConfigError(f"{name}: holds values that are not finite.")
    network.load_state_dict(dict(model.weights))
    return network.eval().requires_grad_(False)


@torch.no_grad()
def _try(network: VAE, dataset: Dataset) -> None:
    """Raise DataError if encoder and decoder do not go together, on images that there are."""
    x = dataset.test.batch(slice(0, _TRIED))
    try:
        posterior = encode_all(network, x)
        decoded = network.decode(posterior.mean).mean
    except RuntimeError as error:
        raise DataError(f"the model fails on images of {_text(dataset.image_shape)}: {first_line(error)}") from None
    if decoded.shape != x.shape:
        raise DataError(f"the decoder gives {_text(decoded.shape[1:])} for images of {_text(x.shape[1:])}: the two do not fit.")
    for name, values in (("the encoder's means", posterior.mean), ("the decoder's images", decoded)):
        if not torch.isfinite(values).all():
            raise DataError(f"{name} are not finite for the first images; the weights are damaged, or of another network.")


def _text(shape: tuple[int, ...]) -> str:
    return "×".join(map(str, shape))
