"""What a run is told: its settings, validated, in and out of TOML."""

from latentlab.catalog.comparisons import ConsistencyConfig
from latentlab.catalog.data_settings import LARGEST_SIZE, SMALLEST_SIZE, DataConfig
from latentlab.catalog.likelihoods import LikelihoodConfig
from latentlab.catalog.networks import ModelConfig
from latentlab.catalog.objectives import ObjectiveConfig
from latentlab.catalog.priors import PriorConfig
from latentlab.catalog.settings import Component, applies, choices
from latentlab.catalog.transforms import TransformConfig
from latentlab.config.migration import of_schema, unknown_entry
from latentlab.config.policies import current_policy, policy_ranges
from latentlab.config.presets import DEFAULT_PRESET, AboutPreset, about_preset, preset_names
from latentlab.config.reading import (
    config_problems,
    dump_config,
    load_config,
    load_preset,
    override,
    parse_config,
    transform_config,
    transform_from_text,
    transform_text,
    with_values,
)
from latentlab.config.schema import (
    FROM_ELSEWHERE,
    AdversarialConfig,
    Change,
    RunConfig,
    entry_sections,
    flat_settings,
    refuse_untrained,
    with_data_root,
)
from latentlab.config.train import TrainConfig

__all__ = [
    "DEFAULT_PRESET",
    "FROM_ELSEWHERE",
    "LARGEST_SIZE",
    "SMALLEST_SIZE",
    "AboutPreset",
    "AdversarialConfig",
    "Change",
    "Component",
    "ConsistencyConfig",
    "DataConfig",
    "LikelihoodConfig",
    "ModelConfig",
    "ObjectiveConfig",
    "PriorConfig",
    "RunConfig",
    "TrainConfig",
    "TransformConfig",
    "about_preset",
    "applies",
    "choices",
    "config_problems",
    "current_policy",
    "dump_config",
    "entry_sections",
    "flat_settings",
    "load_config",
    "load_preset",
    "of_schema",
    "override",
    "parse_config",
    "policy_ranges",
    "preset_names",
    "refuse_untrained",
    "transform_config",
    "transform_from_text",
    "transform_text",
    "unknown_entry",
    "with_data_root",
    "with_values",
]
