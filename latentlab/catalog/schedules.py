"""The schedules of the learning rate."""

from dataclasses import dataclass
from typing import Literal

from latentlab.catalog.entries import Catalog, Entry

ScheduleName = Literal["constant", "cosine", "linear", "one_cycle", "step", "plateau"]


@dataclass(frozen=True, kw_only=True)
class RateSchedule(Entry):
    """A schedule. Its code is `(step, steps, settings of training) -> factor of train.learning_rate`, with both counted from
    the end of the warm-up.

    Attributes:
        own_warmup: whether the warm-up is a part of it; else a line from 0 comes before it.
        measured: whether it also follows the measurements at checkpoints.
    """

    own_warmup: bool = False
    measured: bool = False


SCHEDULES: Catalog[RateSchedule] = Catalog("schedule")
SCHEDULES.add(
    RateSchedule(
        name="constant",
        label="Constant",
        summary="the same rate throughout",
        code="latentlab.training.schedules:constant",
    ),
    RateSchedule(
        name="cosine",
        label="Cosine",
        summary="half a cosine, to 0 at the end of the run",
        paper="Loshchilov & Hutter 2017",
        code="latentlab.training.schedules:cosine",
    ),
    RateSchedule(
        name="linear",
        label="Linear",
        summary="a line to 0 at the end of the run",
        code="latentlab.training.schedules:linear",
    ),
    RateSchedule(
        name="one_cycle",
        label="One cycle",
        summary="up from 1/25 of the rate by half a cosine over the warm-up (30 % of the run where that is 0), and down to a "
        "10,000th of that",
        paper="Smith & Topin 2018",
        own_warmup=True,
        code="latentlab.training.schedules:one_cycle",
    ),
    RateSchedule(
        name="step",
        label="Steps",
        summary="a drop after every so many steps",
        code="latentlab.training.schedules:staircase",
    ),
    RateSchedule(
        name="plateau",
        label="Plateau",
        summary="a drop where measurements no longer improve",
        measured=True,
        code="latentlab.training.schedules:constant",
    ),
)
