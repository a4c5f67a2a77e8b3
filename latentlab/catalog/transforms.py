"""The transformation policies: what t(x) is drawn from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from pydantic import create_model, model_validator

from latentlab.catalog.entries import SettingsCatalog, SettingsEntry
from latentlab.catalog.settings import EntrySettings, setting


@dataclass(frozen=True, kw_only=True)
class Transform(SettingsEntry):
    """A transformation policy. Its code is `build(settings) -> latentlab.models.Transform`.

    Attributes:
        ranges: settings of `CustomTransformConfig` that are the same policy; None where it is not made of ranges.
    """

    ranges: Mapping[str, Any] | None = None


TRANSFORMS: SettingsCatalog[Transform] = SettingsCatalog("transformation policy", "transform", "simple")
_POLICY: dict[str, Any] = {
    "description": "What t is drawn from. simple: ±15°, shifts to 5 %, scale 0.9–1.1; large: ±30°, 10 %, 0.75–1.25; _jitter "
    "adds brightness, contrast and hue, _vertical_flip top-bottom flips (these are the policies of the CR-VAE authors' code, "
    "which warps by nearest neighbour and whole pixels and draws the order of its colour steps; here the warp is bilinear and "
    "the order fixed); _both_flips adds left-right flips too and is LatentLab's own. A saved policy goes by its name too.",
    "label": "Strength of t",
    "main": True,
}


class TransformConfig(EntrySettings):
    """The random transformation t that consistency asks the posterior not to notice."""

    catalog: ClassVar[Any] = TRANSFORMS
    tag: ClassVar[str] = "policy"
    policy: str = setting("simple", **_POLICY)
    border: Literal["zeros", "border", "reflection"] = setting(
        "zeros", "What fills the places that the warp brings in from outside the image."
    )


class CustomTransformConfig(TransformConfig):
    """Of ranges that the user gives."""

    policy: Literal["custom"] = setting("custom", **_POLICY)
    degrees: float = setting(0.0, "Rotation is drawn from ± this many degrees.", ge=0.0, le=180.0)
    shift: float = setting(0.0, "Translation is drawn from ± this share of the side.", ge=0.0, le=1.0)
    scale_min: float = setting(1.0, "Least scale; above 1 enlarges.", gt=0.0, le=10.0)
    scale_max: float = setting(1.0, "Largest scale.", gt=0.0, le=10.0)
    shear: float = setting(0.0, "Shear is drawn from ± this many degrees.", ge=0.0, lt=90.0)
    flip_horizontal: bool = setting(False, "Exchange left and right with probability ½.")
    flip_vertical: bool = setting(False, "Exchange top and bottom with probability ½.")
    brightness: float = setting(0.0, "Values are multiplied by 1 ± this.", ge=0.0, le=1.0)
    contrast: float = setting(0.0, "Distances from the image's mean are multiplied by 1 ± this.", ge=0.0, le=1.0)
    saturation: float = setting(0.0, "Distances from grey are multiplied by 1 ± this.", ge=0.0, le=1.0)
    hue: float = setting(0.0, "Hues are turned by ± this part of the colour circle.", ge=0.0, le=0.5)
    noise: float = setting(0.0, "Largest standard deviation of added noise, pixels in [0, 1].", ge=0.0, le=1.0)
    blur: float = setting(0.0, "Largest σ of a Gaussian blur in pixels.", ge=0.0, le=16.0)
    erase: float = setting(0.0, "Largest share of the area that is blackened.", ge=0.0, le=1.0)

    @model_validator(mode="after")
    def _has_a_range(self) -> "CustomTransformConfig":
        if self.scale_min > self.scale_max:
            raise ValueError(f"transform.scale_min = {self.scale_min:g}: above transform.scale_max = {self.scale_max:g}")
        return self


_CODE = "latentlab.data.transforms:build"


def _named(name: str, label: str, *parts: Mapping[str, Any]) -> Transform:
    """A policy of ranges that goes by a name."""
    policy: Any = (Literal[name], setting(name, **_POLICY))
    settings = create_model(f"{name}_config", __base__=TransformConfig, __doc__=f"Of {label}.", policy=policy)
    ranges = {range_name: value for part in parts for range_name, value in part.items()}
    return Transform(name=name, label=label, summary="", settings=settings, ranges=ranges, code=_CODE)


_SIMPLE = {"degrees": 15.0, "shift": 0.05, "scale_min": 0.9, "scale_max": 1.1}
_LARGE = {"degrees": 30.0, "shift": 0.10, "scale_min": 0.75, "scale_max": 1.25}
_JITTER = {"brightness": 0.2, "contrast": 0.5, "hue": 0.2}
_VERTICAL = {"flip_vertical": True}
_BOTH = {"flip_horizontal": True, "flip_vertical": True}

TRANSFORMS.add(
    _named("simple", "Simple", _SIMPLE),
    _named("large", "Large", _LARGE),
    _named("simple_jitter", "Simple + colour", _SIMPLE, _JITTER),
    _named("large_jitter", "Large + colour", _LARGE, _JITTER),
    _named("simple_vertical_flip", "Simple + vertical flips", _SIMPLE, _VERTICAL),
    _named("large_vertical_flip", "Large + vertical flips", _LARGE, _VERTICAL),
    _named("simple_vertical_flip_jitter", "Simple + vertical flips + jitter", _SIMPLE, _VERTICAL, _JITTER),
    _named("large_vertical_flip_jitter", "Large + vertical flips + jitter", _LARGE, _VERTICAL, _JITTER),
    _named("simple_both_flips", "Simple + both flips", _SIMPLE, _BOTH),
    _named("large_both_flips", "Large + both flips", _LARGE, _BOTH),
    Transform(
        name="custom",
        label="My own ranges",
        summary="the ranges given here",
        settings=CustomTransformConfig,
        code=_CODE,
    ),
)


def named_policies() -> list[str]:
    """The policies that need no settings of the user's."""
    return [name for name in TRANSFORMS if name != "custom"]
