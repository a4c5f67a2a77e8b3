"""What a run is made of: one frozen, validated model per component; those of methods, networks and data are the catalog's."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from latentlab import metrics
from latentlab.catalog.comparisons import COMPARISONS, ConsistencyConfig
from latentlab.catalog.data_settings import DataConfig
from latentlab.catalog.likelihoods import LikelihoodConfig
from latentlab.catalog.networks import NETWORKS, ModelConfig
from latentlab.catalog.objectives import OBJECTIVES, ObjectiveConfig
from latentlab.catalog.priors import PRIORS, PriorConfig
from latentlab.catalog.settings import Component, EntrySettings, applies, metadata, setting
from latentlab.catalog.transforms import TransformConfig

_FIRST_STEPS, _FIRST_SHARE = 200, 0.1
"""Steps, and share of a run, before which inactive dimensions are no sign of anything."""


class AdversarialConfig(Component):
    """A PatchGAN discriminator that judges reconstructions, over any objective."""

    weight: float = setting(0.0, "Weight of the adversarial term; 0 trains without a discriminator.", main=True, ge=0.0)
    loss: Literal["bce", "hinge", "least_squares"] = setting(
        "bce", "Kind of adversarial loss on the map of logits.", words={"bce": "Cross-entropy"}, while_positive="weight"
    )
    start: int = setting(0, "Step at which the discriminator begins to learn.", ge=0, while_positive="weight")
    warmup: int = setting(
        0,
        "Steps after its start before the discriminator's verdict reaches the VAE.",
        label="Silent steps",
        ge=0,
        while_positive="weight",
    )
    learning_rate: float = setting(1e-4, "Of the discriminator's own Adam.", gt=0.0, le=1.0, while_positive="weight")
    width: int = setting(
        128, "Filters of its first layers; the published 128.", label="Filters", ge=2, le=512, while_positive="weight"
    )
    norm: Literal["batch", "affine"] = setting(
        "batch",
        "batch: batch normalisation and dropout; affine: neither, but for the gains and biases (see model.norm).",
        while_positive="weight",
    )
    adaptive: bool = setting(
        False,
        "Scale the weight so that the term's gradient at the decoder's last layer is as large as the distortion's (VQGAN).",
        while_positive="weight",
    )
    adaptive_cap: float = setting(
        100.0, "Largest factor of the adaptive weight.", only={"adaptive": (True,)}, gt=0.0, while_positive="weight"
    )


class TrainConfig(Component):
    """How long and how fast."""

    steps: int = setting(3000, "Optimiser steps of the whole run.", main=True, ge=1)
    batch_size: int = setting(64, "Images per step.", label="Images per step", main=True, ge=2, le=65536)
    learning_rate: float = setting(1e-3, "Adam's step size.", main=True, gt=0.0, le=1.0)
    adam_epsilon: float = setting(1e-8, "Added to the root of Adam's mean squared gradient; Keras has 1e-7.", gt=0.0, le=1.0)
    adam_beta1: float = setting(0.9, "Adam's decay of the mean gradient, for both networks.", label="Adam β₁", ge=0.0, lt=1.0)
    ema_decay: float = setting(
        0.0,
        "Decay a step of a running average of the weights, which is then what is looked at, measured and opened; 0 keeps none.",
        label="Weight average",
        ge=0.0,
        lt=1.0,
    )
    gradient_clip: float = setting(0.0, "Largest norm of the whole gradient; 0 does not clip.", ge=0.0)
    patience: int = setting(
        0,
        "Measurements in a row, one at each checkpoint, that may pass without a new best bound on the validation images before "
        "training ends; 0 trains to the last step.",
        ge=0,
    )
    precision: Literal["float32", "bf16", "fp16"] = setting(
        "float32",
        "Arithmetic of the networks; KL terms stay in float32. bf16 pays on GPUs, rarely on CPUs; fp16 needs CUDA.",
        words={"float32": "float32", "bf16": "bfloat16", "fp16": "float16"},
    )
    threads: Annotated[int, Field(ge=1, le=1024)] | None = setting(
        None,
        "CPU threads; empty takes all, or all but one while a window is open.",
        label="CPU threads",
    )
    recover: int = setting(
        0,
        "How often a run whose loss stops being finite may go back to its last checkpoint by itself, each time at half the "
        "learning rate; 0 stops it.",
        ge=0,
        le=20,
    )
    report_every: int = setting(20, "Steps over which reported numbers are averaged.", ge=1)
    checkpoint_every: int = setting(500, "Steps between checkpoints and measurements on held-out images.", ge=1)


class RunConfig(Component):
    """Everything that decides what a run computes.

    Raises:
        ConfigError: from `parse_config` and what builds on it; direct construction raises pydantic's ValidationError.
    """

    name: str = Field("run", description="Short name, part of the run folder's.", pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$")
    seed: int = Field(0, description="Seed of weights, batches, noise and transformations.", ge=0, lt=2**63)
    device: str = Field("auto", description="auto, cpu, cuda, cuda:N or mps.", pattern=r"^(auto|cpu|cuda(:\d{1,2})?|mps)$")
    data: DataConfig = DataConfig()
    model: ModelConfig = ModelConfig()
    likelihood: LikelihoodConfig = LikelihoodConfig()
    prior: PriorConfig = PriorConfig()
    objective: ObjectiveConfig = ObjectiveConfig()
    consistency: ConsistencyConfig = ConsistencyConfig()
    adversarial: AdversarialConfig = AdversarialConfig()
    transform: TransformConfig = TransformConfig()
    train: TrainConfig = TrainConfig()

    @property
    def objective_title(self) -> str:
        """The method's usual name, such as "CR-VAE (λ = 0.1)"."""
        weight = self.consistency.weight if self.consistency.has_term else 0.0
        base, settings = OBJECTIVES.of(self.objective).title(self.objective)
        kind = COMPARISONS.of(self.consistency).prefix if self.consistency.trains_on_t else ""
        prior, prior_settings = PRIORS.of(self.prior).title(self.prior)
        name = kind + base + (f" + {prior}" if prior else "") + (" + GAN" if self.adversarial.weight else "")
        settings = (*settings, *prior_settings, *([f"λ = {weight:g}"] if weight else []))
        return f"{name} ({', '.join(settings)})" if settings else name

    @property
    def loss_terms(self) -> tuple[str, ...]:
        """The terms of the loss, those first that move most."""
        terms = OBJECTIVES.of(self.objective).terms(self.objective)
        if self.consistency.trains_on_t:
            terms = tuple(name for term in terms for name in (term, term + metrics.SUFFIX_T))
        if self.consistency.has_term:
            terms = (COMPARISONS.of(self.consistency).term, *terms)
        of_companions = OBJECTIVES.of(self.objective).companion_terms(self.objective)
        return (*([metrics.ADVERSARIAL] if self.adversarial.weight > 0 else []), *of_companions, *terms)

    @property
    def settled_from(self) -> int:
        """The step from which inactive dimensions are a sign of something.

        In the first steps, and while the KL's weight or its target grows, they may yet become active.
        """
        growing: list[int] = [
            getattr(self.objective, name) for name in ("kl_warmup", "capacity_steps") if applies(self.objective, name)
        ]
        return max([_FIRST_STEPS, round(self.train.steps * _FIRST_SHARE), *growing])

    @model_validator(mode="after")
    def _agree(self) -> "RunConfig":
        for key, length in self._lengths():
            if length > self.train.steps:
                raise ValueError(f"{key} = {length}: longer than the run (train.steps = {self.train.steps})")
        if self.train.patience and not self.data.validation_fraction:
            raise ValueError(
                f"train.patience = {self.train.patience}: needs validation images to measure on, and data.validation_fraction "
                "is 0; give it a share such as 0.1"
            )
        levels = NETWORKS.of(self.model).levels
        if levels > 1 and (reason := OBJECTIVES.of(self.objective).two_levels(self.objective)):
            raise ValueError(reason.format(network=self.model.name))
        self._refuse_the_prior(levels)
        reached = self.adversarial.start + self.adversarial.warmup
        if self.adversarial.weight > 0 and reached >= self.train.steps:
            raise ValueError(
                f"adversarial.start = {self.adversarial.start}: with its warm-up the term begins at step {reached}, "
                f"after the last (train.steps = {self.train.steps})"
            )
        return self

    def _refuse_the_prior(self, levels: int) -> None:
        """Raise ValueError if the prior does not go with the network or the objective."""
        prior = PRIORS.of(self.prior)
        if levels > prior.levels:
            raise ValueError(
                f"prior.name = {self.prior.name!r}: is for latents of one level, and model.name = {self.model.name!r} has "
                "two; use standard_normal, or another network"
            )
        if not prior.factorises(self.prior) and (reason := OBJECTIVES.of(self.objective).joint_prior(self.objective)):
            raise ValueError(reason.format(prior=self.prior.name))

    def _lengths(self) -> Iterator[tuple[str, int]]:
        """Each setting that counts steps of the run and is read."""
        for section in ("objective", "consistency"):
            component = getattr(self, section)
            for field in type(component).model_fields:
                if metadata(type(component), field).get("within_run") and applies(component, field):
                    yield f"{section}.{field}", getattr(component, field)


def with_data_root(config: RunConfig, root: str | Path) -> RunConfig:
    """The same settings with the images in another place, where they lie in one."""
    if not applies(config.data, "root"):
        return config
    return config.model_copy(update={"data": config.data.model_copy(update={"root": str(root)})})


def flat_settings(config: RunConfig) -> dict[str, Any]:
    """Every setting of a run but its name, by its dotted key, as JSON has it."""
    return _flat(config.model_dump(mode="json", exclude={"name"}))


def _flat(settings: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """{"a": {"b": 1}} → {"a.b": 1}."""
    flat: dict[str, Any] = {}
    for name, value in settings.items():
        flat |= _flat(value, f"{prefix}{name}.") if isinstance(value, dict) else {prefix + name: value}
    return flat


def entry_sections() -> dict[str, type[EntrySettings]]:
    """The sections of a run that choose an entry of a catalog: name → what all of the catalog's settings share."""
    found = {name: field.annotation for name, field in RunConfig.model_fields.items()}
    return {name: model for name, model in found.items() if isinstance(model, type) and issubclass(model, EntrySettings)}


@dataclass(frozen=True)
class Change:
    """A setting that was changed when a run was resumed.

    Attributes:
        key: dotted, such as "train.learning_rate".
        old: its value before; None where it was not set.
        new: its value since.
    """

    key: str
    old: Any
    new: Any

    def __str__(self) -> str:
        return f"{self.key}: {_shown(self.old)} → {_shown(self.new)}"


def _shown(value: object) -> str:
    return "not set" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
