"""How image files become pixels: the settings that decide it."""

from collections.abc import Sequence
from typing import Any, Literal

from pydantic import ConfigDict

from latentlab.config import DataConfig, applies
from latentlab.data.values import RangeRule, ValueRange

Fit = Literal["crop", "pad"]
Pad = Literal["black", "white", "edge", "mean"]
Background = Literal["black", "grey", "white"]
Frames = Literal["first", "images", "channels"]
Resample = Literal["auto", "nearest", "area", "bilinear", "bicubic", "lanczos"]


class Reading(RangeRule):
    """What pixels depend on beside the files, their size and their channels.

    Attributes:
        fit: "crop" about the centre, or "pad".
        edge: share of width and height that is cut off at each side before the crop.
        pad: what the borders of "pad" show.
        background: what lies beneath what is transparent.
        frames: what becomes of several frames in a file.
        resample: how images are scaled; "auto" is Lanczos.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    fit: Fit = "crop"
    edge: float = 0.0
    pad: Pad = "black"
    background: Background = "black"
    frames: Frames = "first"
    resample: Resample = "auto"


def reading_of(config: DataConfig) -> Reading:
    """That of a run."""
    return Reading(**reading_fields(config))


def range_rule(config: DataConfig, kept: Sequence[ValueRange] = ()) -> RangeRule:
    """How a run chooses black and white, or has chosen."""
    return RangeRule(**_used(config, RangeRule), kept=tuple(kept))


def reading_fields(config: DataConfig) -> dict[str, Any]:
    """The fields of a `Reading` that a run's settings use; those without effect are left at their defaults."""
    return _used(config, Reading)


def _used(config: DataConfig, kind: type[RangeRule]) -> dict[str, Any]:
    return {name: getattr(config, name) for name in sorted(kind.model_fields) if applies(config, name)}
