"""What posterior means tell of what is known of images: their labels, their attributes, the factors they were made from."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields

import torch
from torch import Tensor

from latentlab.data import Dataset
from latentlab.evaluation.disentanglement import Disentanglement, Trees, measure_disentanglement
from latentlab.evaluation.posterior import encode_all
from latentlab.evaluation.probes import (
    TRAINING_CAP,
    attribute_auc,
    no_attribute_probe_because,
    no_probe_because,
    probe_accuracy,
)
from latentlab.evaluation.progress import Progress, part_of
from latentlab.models import VAE, Posterior
from latentlab.seeding import generator_for

NO_FACTORS = "the images are not made from known factors."
DISENTANGLEMENT = tuple(field.name for field in fields(Disentanglement))


@dataclass(frozen=True)
class Knowledge:
    """Numbers by the names that the catalog has for them.

    Attributes:
        values: None where a number cannot be had.
        unavailable: why, for each of these.
        fitted_on: training images that all is fitted on; None where nothing is.
    """

    values: dict[str, float | None]
    unavailable: dict[str, str] = field(default_factory=dict)
    fitted_on: int | None = None


@dataclass(frozen=True, eq=False)
class TrainingPosterior:
    """q(z|x) of some of the training images.

    Attributes:
        chosen: which, int64 (N,).
        posterior: of these, on the CPU.
    """

    chosen: Tensor
    posterior: Posterior


def measure_knowledge(
    dataset: Dataset,
    train: TrainingPosterior,
    test: Posterior,
    factors: bool,
    seed: int,
    progress: Progress,
    trees: Trees = "forests",
) -> Knowledge:
    """Probes of labels and attributes, and disentanglement.

    Args:
        dataset: what is known.
        train: of the images that probes are fitted on, see `encode_training`.
        test: posterior of the first of the held-out images, on which everything is measured.
        factors: whether the attributes are the factors that the images were made from.
        seed: of the measures of disentanglement.
        progress: told how far it is.
        trees: of DCI.
    """
    labels = dataset.test.labels[: len(test.mean)]
    reasons = {
        "probe_accuracy": no_probe_because(dataset.train.labels, labels),
        "attribute_auc": no_attribute_probe_because(dataset.train.attributes),
        **dict.fromkeys(DISENTANGLEMENT, None if factors else NO_FACTORS),
    }
    unavailable = {name: reason for name, reason in reasons.items() if reason}
    values: dict[str, float | None] = dict.fromkeys(reasons)
    if len(unavailable) == len(reasons):
        return Knowledge(values, unavailable)
    chosen, means = train.chosen, train.posterior.mean
    if not (means.isfinite().all() and test.mean.isfinite().all()):
        return Knowledge(values, dict.fromkeys(reasons, "the posterior means are not all finite.") | unavailable)
    if not reasons["probe_accuracy"]:
        progress(0.0, "linear probe")
        values["probe_accuracy"] = probe_accuracy(means, dataset.train.labels[chosen], test.mean, labels)
    if dataset.train.attributes is not None and dataset.test.attributes is not None:
        known = dataset.train.attributes.part(chosen.numpy()).values
        asked = dataset.test.attributes.values[: len(test.mean)]
        if not reasons["attribute_auc"]:
            progress(0.3, "attributes")
            values["attribute_auc"] = attribute_auc(means, known, test.mean, asked)
        if factors:
            fitted, held_out = (mean.detach().cpu().double().numpy() for mean in (means, test.mean))
            measured = measure_disentanglement((fitted, known), (held_out, asked), seed, part_of(progress, 0.5, 1.0), trees)
            values |= asdict(measured)
    progress(1.0, "what is known of the images")
    return Knowledge(values, unavailable, len(chosen))


def encode_training(
    model: VAE, dataset: Dataset, as_trained: Callable[[Tensor, torch.Generator], Tensor], seed: int, progress: Progress
) -> TrainingPosterior:
    """Posteriors of up to 10,000 training images; of images some of which have no label, those that have one.

    Args:
        model: encodes them.
        dataset: whose training images are meant.
        as_trained: makes images black and white, where the model is trained on such.
        seed: of the choice.
        progress: told after every chunk.
    """
    generator = generator_for(seed, "images that the probe is fitted on")
    labelled = torch.nonzero(dataset.train.labels >= 0).flatten()
    candidates = labelled if len(labelled) else torch.arange(len(dataset.train))
    chosen = candidates[torch.randperm(len(candidates), generator=generator)[:TRAINING_CAP]]
    return TrainingPosterior(chosen, encode_all(model, as_trained(dataset.train.batch(chosen), generator), progress))
