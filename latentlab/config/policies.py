"""Transformation policies by name: written out as ranges, or saved by a user."""

from collections.abc import Mapping
from typing import Any

from latentlab.catalog.transforms import TRANSFORMS, CustomTransformConfig, TransformConfig
from latentlab.errors import ConfigError, FileError, shown
from latentlab.policies import saved_policies

_FORMER_POLICIES = {"simple_flip": "simple_both_flips", "large_flip": "large_both_flips"}
"""Names that runs of earlier versions have."""


def current_policy(name: Any) -> Any:
    """A policy's name today, where it has changed; anything else as it is."""
    return _FORMER_POLICIES.get(name, name) if isinstance(name, str) else name


def policy_ranges(transform: TransformConfig) -> CustomTransformConfig:
    """The same transformations with their ranges written out.

    Raises:
        ConfigError: if the policy is not made of ranges.
    """
    if isinstance(transform, CustomTransformConfig):
        return transform
    ranges = TRANSFORMS.of(transform).ranges
    if ranges is None:
        raise ConfigError(f"transform.policy = {transform.policy!r}: has no ranges that could be written out.")
    return CustomTransformConfig(border=transform.border, **ranges)


def with_ranges(values: Mapping[str, Any]) -> dict[str, Any]:
    """With a saved policy's ranges in the place of its name."""
    transform = values.get("transform")
    name = transform.get("policy") if isinstance(transform, Mapping) else None
    if isinstance(transform, Mapping) and current_policy(name) != name:
        return {**values, "transform": {**transform, "policy": current_policy(name)}}
    if not isinstance(name, str) or name in TRANSFORMS:
        return dict(values)
    damaged: list[FileError] = []
    saved = saved_policies(damaged.append)
    for error in damaged:
        if error.path.stem == name:
            raise ConfigError(f"transform.policy = {name!r}: {error}")
    if name not in saved:
        known = (*TRANSFORMS, *saved)
        raise ConfigError(f"transform.policy = {shown(name)}: there is no such policy; there are {', '.join(known)}.")
    return {**values, "transform": {**saved[name], "policy": "custom"}}
