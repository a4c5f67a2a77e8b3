"""What a run is made of: one frozen, validated model per component; those of methods, networks and data are the catalog's."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

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
from latentlab.config.dotted import flat
from latentlab.config.train import TrainConfig
from latentlab.errors import ConfigError

FROM_ELSEWHERE = "model from elsewhere"
"""In the place of the name of a method that is not known."""
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


class RunConfig(Component):
    """Everything that decides what a run computes.

    Settings are attributes, such as `config.objective.beta` and `config.seed`. None is ever changed: `latentlab.override`
    gives a config with others.

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
        """The method's usual name, such as "CR-VAE (λ = 0.1)"; that of a model from elsewhere is not known."""
        if self.is_from_elsewhere:
            return FROM_ELSEWHERE
        weight = self.consistency.weight if self.consistency.has_term else 0.0
        base, settings = OBJECTIVES.of(self.objective).title(self.objective)
        kind = COMPARISONS.of(self.consistency).prefix if self.consistency.trains_on_t else ""
        prior, prior_settings = PRIORS.of(self.prior).title(self.prior)
        name = kind + base + (f" + {prior}" if prior else "") + (" + GAN" if self.adversarial.weight else "")
        settings = (*settings, *prior_settings, *([f"λ = {weight:g}"] if weight else []))
        return f"{name} ({', '.join(settings)})" if settings else name

    @property
    def is_from_elsewhere(self) -> bool:
        """Whether these are the settings of a model that LatentLab does not train."""
        return _untrained(self) is not None

    @property
    def loss_parts(self) -> tuple[str, ...]:
        """The parts that the loss is the sum of, such as "L(x)" and "0.1 · KL(q(z|t(x)) ‖ q(z|x))"; `bound` is L."""
        parts = ["L(x)"]
        if self.consistency.trains_on_t:
            parts.append("L(t(x))")
        if self.consistency.has_term:
            parts.append(f"{self.consistency.weight:g} · {COMPARISONS.of(self.consistency).formula(self.consistency)}")
        if self.adversarial.weight > 0:
            parts.append(f"{self.adversarial.weight:g} · adversarial(reconstruction)")
        return tuple(parts)

    @property
    def bound(self) -> str:
        """L(x), and the prior where it is not N(0, I)."""
        prior = PRIORS.of(self.prior)
        of_z = f", p(z) = {prior.formula(self.prior)}" if prior.title(self.prior)[0] else ""
        return OBJECTIVES.of(self.objective).formula(self.objective) + of_z

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
    def loss_terms_of_x(self) -> tuple[str, ...]:
        """Those of them that are L(x), as `bound` says it."""
        return OBJECTIVES.of(self.objective).terms(self.objective)

    @property
    def companion_numbers(self) -> tuple[str, ...]:
        """What second networks report, each worth a plot."""
        of_images = (metrics.LOGITS_REAL, metrics.LOGITS_FAKE) if self.adversarial.weight > 0 else ()
        return (*of_images, *OBJECTIVES.of(self.objective).companion_numbers)

    @property
    def kl_note(self) -> str:
        """What must be said beside the KL of single dimensions where these do not add up to the KL; else empty."""
        prior = PRIORS.of(self.prior)
        if prior.factorises(self.prior):
            return ""
        return f"{prior.label}: KL of each q(z_d|x) to the prior's marginal. These values do not add up to the KL."

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
        self._refuse_without_measurements()
        self._refuse_parts_of_a_batch()
        self._refuse_to_freeze()
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

    def _refuse_without_measurements(self) -> None:
        """Raise ValueError if something depends on validation images and there are none."""
        train = self.train
        if train.best_by != metrics.VALIDATION_BOUND or self.data.validation_fraction:
            return
        asked = {f"train.patience = {train.patience}": train.patience, "train.schedule = 'plateau'": train.follows_measurements}
        for asked_for, needed in asked.items():
            if needed:
                raise ValueError(
                    f"{asked_for}: needs validation images to measure on, and data.validation_fraction "
                    "is 0; give it a share such as 0.1"
                )

    def _refuse_parts_of_a_batch(self) -> None:
        """Raise ValueError if gradients of several batches would not add up to that of one large batch."""
        if self.train.accumulate == 1:
            return
        parts = ((name, getattr(self, name)) for name in entry_sections())
        reasons = [model.catalog.of(model).whole_batch(model) for _, model in parts]
        if self.adversarial.weight > 0:
            reasons.append("a discriminator (adversarial.weight) takes its own step on each batch")
        if reason := next(filter(None, reasons), ""):
            raise ValueError(
                f"train.accumulate = {self.train.accumulate}: would not equal one large batch, as {reason}; use 1 and a larger "
                "train.batch_size"
            )

    def _refuse_to_freeze(self) -> None:
        """Raise ValueError if weights cannot stay as they are."""
        train = self.train
        if not train.freeze:
            return
        reason = ""
        if not train.init_from:
            reason = "needs a run whose weights are kept; name it in train.init_from"
        elif train.init_parts == "all":
            reason = "would leave nothing to learn; set train.init_parts to encoder or decoder"
        elif statistics := NETWORKS.of(self.model).whole_batch(self.model):
            reason = f"cannot hold what the network learns of batches, as {statistics}"
        elif train.init_parts == "decoder" and self.adversarial.weight > 0 and self.adversarial.adaptive:
            reason = "leaves adversarial.adaptive no gradient of the decoder to go by"
        if reason:
            raise ValueError(f"train.freeze = true: {reason}")

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
        for section in ("objective", "consistency", "train"):
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
    return flat(config.model_dump(mode="json", exclude={"name"}))


def refuse_untrained(config: RunConfig) -> None:
    """Raise ConfigError if a part of the settings comes with models from elsewhere alone."""
    if (section := _untrained(config)) is not None:
        catalog, settings = entry_sections()[section].catalog, getattr(config, section)
        names = ", ".join(entry.name for entry in catalog.trained)
        raise ConfigError(
            f"{section}.{settings.tag} = {catalog.of(settings).name!r}: is of models from elsewhere, which can be looked at "
            f"and not trained; use one of {names}."
        )


def _untrained(config: RunConfig) -> str | None:
    """The section whose entry comes with models from elsewhere alone, None where there is none."""
    sections = entry_sections().items()
    return next((name for name, model in sections if not model.catalog.of(getattr(config, name)).trained), None)


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
