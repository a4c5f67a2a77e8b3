"""How a run is trained: the optimiser, its rate, when training ends, and what is kept meanwhile."""

from typing import Annotated, Literal

from pydantic import Field

from latentlab import metrics
from latentlab.catalog.numbers import NUMBERS
from latentlab.catalog.optimizers import OPTIMIZERS, OptimizerName
from latentlab.catalog.schedules import SCHEDULES, ScheduleName
from latentlab.catalog.settings import Component, setting


class TrainConfig(Component):
    """How long and how fast."""

    steps: int = setting(3000, "Optimiser steps of the whole run.", main=True, resumable=True, ge=1)
    batch_size: int = setting(64, "Images per step.", label="Images per step", main=True, ge=2, le=65536)
    accumulate: int = setting(
        1,
        "Batches whose gradients are averaged into one step, as one batch that many times as large would give in less memory.",
        label="Batches per step",
        ge=1,
        le=4096,
    )
    optimizer: OptimizerName = setting(
        "adam",
        "; ".join(f"{entry.name}: {entry.summary}" for entry in OPTIMIZERS.values()) + ".",
        label="Optimiser",
        words={entry.name: entry.label for entry in OPTIMIZERS.values()},
    )
    learning_rate: float = setting(1e-3, "The optimiser's step size.", main=True, resumable=True, gt=0.0, le=1.0)
    schedule: ScheduleName = setting(
        "constant",
        "Of the learning rate. " + "; ".join(f"{entry.name}: {entry.summary}" for entry in SCHEDULES.values()) + ".",
        label="Rate schedule",
        words={entry.name: entry.label for entry in SCHEDULES.values()},
        resumable=True,
    )
    warmup: int = setting(
        0,
        "Steps over which the learning rate grows at first, in a line from 0.",
        label="Rate warm-up steps",
        within_run=True,
        resumable=True,
        ge=0,
    )
    decay: float = setting(
        0.1,
        "Factor of the learning rate at each drop.",
        label="Rate drop",
        only={"schedule": ("step", "plateau")},
        resumable=True,
        gt=0.0,
        lt=1.0,
    )
    decay_every: int = setting(
        1000,
        "Steps from one drop of the learning rate to the next.",
        label="Steps per drop",
        only={"schedule": ("step",)},
        within_run=True,
        resumable=True,
        ge=1,
    )
    decay_patience: int = setting(
        5,
        "Measurements in a row, one at each checkpoint, without a new best before the learning rate drops.",
        label="Drop patience",
        only={"schedule": ("plateau",)},
        resumable=True,
        ge=1,
    )
    weight_decay: float = setting(
        0.01,
        "How much of each weight a step at learning rate 1 would take away; biases, norms and the prior keep theirs.",
        only={"optimizer": tuple(entry.name for entry in OPTIMIZERS.values() if entry.decays)},
        ge=0.0,
        le=1.0,
    )
    momentum: float = setting(
        0.9, "Share of the last step's direction that is kept.", only={"optimizer": ("sgd",)}, ge=0.0, lt=1.0
    )
    adam_epsilon: float = setting(
        1e-8, "Added to the root of Adam's mean squared gradient, also of a discriminator's; Keras has 1e-7.", gt=0.0, le=1.0
    )
    adam_beta1: float = setting(0.9, "Adam's decay of the mean gradient, for both networks.", label="Adam β₁", ge=0.0, lt=1.0)
    ema_decay: float = setting(
        0.0,
        "Decay a step of a running average of the weights, which is then what is looked at, measured and opened; 0 keeps none.",
        label="Weight average",
        ge=0.0,
        lt=1.0,
    )
    gradient_clip: float = setting(0.0, "Largest norm of the whole gradient; 0 does not clip.", resumable=True, ge=0.0)
    init_from: str = setting(
        "",
        "A run's folder whose weights this one begins with; empty draws them.",
        label="Start weights",
        place=True,
    )
    init_parts: Literal["all", "encoder", "decoder"] = setting(
        "all", "Which of those weights; the shapes must be the same.", label="Parts of those"
    )
    freeze: bool = setting(False, "Whether that network keeps those weights.", label="Freeze them")
    epochs: float = setting(
        0.0,
        "Passes over the training images after which training ends, where that is before the last step; 0 does not count them.",
        label="End after epochs",
        resumable=True,
        ge=0.0,
    )
    minutes: float = setting(
        0.0,
        "Minutes of training, over all sittings, after which it ends; 0 does not count them.",
        label="End after minutes",
        resumable=True,
        ge=0.0,
    )
    patience: int = setting(
        0,
        "Measurements in a row, one at each checkpoint, that may pass without a new best before training ends; 0 trains to the "
        "last step.",
        resumable=True,
        ge=0,
    )
    best_by: Literal["validation/bound", "test/elbo", "test/mse"] = setting(
        metrics.VALIDATION_BOUND,
        "Which measurement tells the best checkpoint, patience and plateaus. What is chosen by the held-out images (test/…) no "
        "longer says how well the model does on new ones.",
        label="Best checkpoint by",
        words={
            metrics.VALIDATION_BOUND: "Bound on the validation images",
            metrics.TEST_ELBO: "ELBO of the held-out images",
            metrics.TEST_MSE: "MSE of the held-out images",
        },
    )
    precision: Literal["float32", "bf16", "fp16"] = setting(
        "float32",
        "Arithmetic of the networks; KL terms stay in float32. bf16 pays on GPUs, rarely on CPUs; fp16 needs CUDA.",
        words={"float32": "float32", "bf16": "bfloat16", "fp16": "float16"},
        resumable=True,
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
        resumable=True,
        ge=0,
        le=20,
    )
    report_every: int = setting(20, "Steps over which reported numbers are averaged.", resumable=True, ge=1)
    checkpoint_every: int = setting(500, "Steps between checkpoints and measurements on held-out images.", resumable=True, ge=1)
    keep_every: int = setting(
        0,
        "Steps of which every multiple keeps its checkpoint; of the others the last three, the best and those with a name "
        "stay. 0 keeps no more than these.",
        label="Keep every",
        resumable=True,
        ge=0,
    )

    @property
    def images_per_step(self) -> int:
        """Training images of one optimiser step."""
        return self.batch_size * self.accumulate

    @property
    def follows_measurements(self) -> bool:
        """Whether the learning rate depends on what is measured at checkpoints."""
        return SCHEDULES[self.schedule].measured

    def score(self, measured: float | None) -> float | None:
        """Of a measurement of `best_by`: the larger the better; None of none."""
        if measured is None:
            return None
        return -measured if NUMBERS[self.best_by].better == "lower" else measured
