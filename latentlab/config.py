"""What a run is made of: one frozen, validated model per component, read from and written to TOML.

An unknown key or a value out of range raises `ConfigError` with the field, the value and what would be right.
"""

import difflib
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

import tomli_w
from pydantic import BaseModel, Field, ValidationError, model_validator

from latentlab.catalog.comparisons import COMPARISONS, ConsistencyConfig
from latentlab.catalog.data_settings import LARGEST_SIZE, SMALLEST_SIZE, DataConfig
from latentlab.catalog.likelihoods import LikelihoodConfig
from latentlab.catalog.networks import NETWORKS, ModelConfig
from latentlab.catalog.objectives import OBJECTIVES, ObjectiveConfig
from latentlab.catalog.settings import Component, EntrySettings, applies, choices, metadata, setting
from latentlab.catalog.transforms import TRANSFORMS, CustomTransformConfig, TransformConfig
from latentlab.errors import ConfigError, FileError, MissingFileError, shown
from latentlab.expected import expected
from latentlab.files.text import parse_toml, read_toml
from latentlab.policies import saved_policies
from latentlab.resources import resource

__all__ = [
    "DEFAULT_PRESET",
    "LARGEST_SIZE",
    "SMALLEST_SIZE",
    "AdversarialConfig",
    "Change",
    "Component",
    "ConsistencyConfig",
    "DataConfig",
    "LikelihoodConfig",
    "ModelConfig",
    "ObjectiveConfig",
    "RunConfig",
    "TrainConfig",
    "TransformConfig",
    "applies",
    "choices",
    "current_policy",
    "dump_config",
    "entry_sections",
    "load_config",
    "load_preset",
    "of_schema",
    "override",
    "parse_config",
    "policy_ranges",
    "preset_names",
    "transform_config",
    "transform_from_text",
    "transform_text",
    "with_data_root",
    "with_values",
]

DEFAULT_PRESET = "digits"


class AdversarialConfig(Component):
    """A PatchGAN discriminator that judges reconstructions, over any objective."""

    weight: float = setting(0.0, "Weight of the adversarial term; 0 trains without a discriminator.", main=True, ge=0.0)
    loss: Literal["bce", "hinge", "least_squares"] = setting(
        "bce", "Kind of adversarial loss on the map of logits.", while_positive="weight"
    )
    start: int = setting(0, "Step at which the discriminator begins to learn.", ge=0, while_positive="weight")
    warmup: int = setting(
        0, "Steps after its start before the discriminator's verdict reaches the VAE.", ge=0, while_positive="weight"
    )
    learning_rate: float = setting(1e-4, "Of the discriminator's own Adam.", gt=0.0, le=1.0, while_positive="weight")
    width: int = setting(128, "Filters of its first layers; the published 128.", ge=2, le=512, while_positive="weight")
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


_FORMER_POLICIES = {"simple_flip": "simple_both_flips", "large_flip": "large_both_flips"}
"""Names that runs of earlier versions have."""


class TrainConfig(Component):
    """How long and how fast."""

    steps: int = setting(3000, "Optimiser steps of the whole run.", main=True, ge=1)
    batch_size: int = setting(64, "Images per step.", main=True, ge=2, le=65536)
    learning_rate: float = setting(1e-3, "Adam's step size.", main=True, gt=0.0, le=1.0)
    adam_epsilon: float = setting(1e-8, "Added to the root of Adam's mean squared gradient; Keras has 1e-7.", gt=0.0, le=1.0)
    adam_beta1: float = setting(0.9, "Adam's decay of the mean gradient, for both networks.", ge=0.0, lt=1.0)
    ema_decay: float = setting(
        0.0,
        "Decay a step of a running average of the weights, which is then what is looked at, measured and opened; 0 keeps none.",
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
        "float32", "Arithmetic of the networks; KL terms stay in float32. bf16 pays on GPUs, rarely on CPUs; fp16 needs CUDA."
    )
    threads: Annotated[int, Field(ge=1, le=1024)] | None = setting(
        None, "CPU threads; empty takes all, or all but one while a window is open."
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
        name = kind + base + (" + GAN" if self.adversarial.weight else "")
        settings = (*settings, *([f"λ = {weight:g}"] if weight else []))
        return f"{name} ({', '.join(settings)})" if settings else name

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
        reached = self.adversarial.start + self.adversarial.warmup
        if self.adversarial.weight > 0 and reached >= self.train.steps:
            raise ValueError(
                f"adversarial.start = {self.adversarial.start}: with its warm-up the term begins at step {reached}, "
                f"after the last (train.steps = {self.train.steps})"
            )
        return self

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


def parse_config(values: Mapping[str, Any]) -> RunConfig:
    """Validate nested plain values.

    Raises:
        ConfigError: naming each field that is wrong, its value and what would be right.
    """
    try:
        return RunConfig.model_validate(_with_ranges(values))
    except ValidationError as error:
        raise ConfigError("; ".join(_explain(detail) for detail in error.errors())) from None


def load_config(path: str | Path) -> RunConfig:
    """Read a config's TOML file, or the `run.toml` that a run keeps.

    Raises:
        ConfigError: if the file cannot be read, is no TOML or holds a wrong setting.
    """
    path = Path(path)
    try:
        values = read_toml(path)
    except MissingFileError:
        raise ConfigError(f"{path}: cannot be read: No such file or directory.") from None
    except FileError as error:
        reason = "cannot be read: Is a directory" if path.is_dir() else error.reason
        raise ConfigError(f"{path}: {reason}.") from None
    if "schema_version" in values:
        if not isinstance(values.get("config"), dict):
            raise ConfigError(f"{path}: a run.toml without its config; it is incomplete.")
        version = values["schema_version"]
        values = of_schema(version if isinstance(version, int) else 1, values["config"])
    elif all(fields <= set(_table(values, name)) for name, fields in _WHOLE.items()):
        values = of_schema(2, values)
    try:
        return parse_config(values)
    except ConfigError as error:
        raise ConfigError(f"{path}: {error}") from None


_WHOLE = {"objective": {"beta", "num_importance_samples", "variance_weight"}, "consistency": {"margin", "temperature"}}
"""Settings of several entries that only a whole config of an earlier version has side by side."""


def _table(values: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = values.get(name, {})
    return found if isinstance(found, Mapping) else {}


def dump_config(config: RunConfig) -> str:
    """The config as TOML text; settings left empty are left out."""
    return tomli_w.dumps(config.model_dump(exclude_none=True))


def override(config: RunConfig, assignments: Iterable[str]) -> RunConfig:
    """Apply `section.key=value` assignments, as given to `--set`.

    A value is read as TOML (`4`, `1e-3`, `true`, `"text"`); where text is expected, and for what is no TOML, quotes are not
    needed.

    Raises:
        ConfigError: for an assignment without `=`, an unknown key or a wrong value.
    """
    values = config.model_dump(exclude_none=True)
    for assignment in sorted(assignments, key=lambda assignment: not _chooses(assignment)):
        key, equals, text = assignment.partition("=")
        if not equals or not key.strip():
            raise ConfigError(f"--set {assignment}: write it as section.key=value, for example objective.beta=4.")
        section: Any = values
        *parents, leaf = key.strip().split(".")
        for depth, parent in enumerate(parents, start=1):
            if parent not in section:
                raise ConfigError(_unknown_key(tuple(parents[:depth])))
            if not isinstance(section[parent], dict):
                raise ConfigError(f"{'.'.join(parents[:depth])}: a single value, that has no settings of its own")
            section = section[parent]
        section[leaf] = _parse_value(text.strip(), _expects_text((*parents, leaf)))
        if _chooses(assignment):
            values[parents[0]] = _of_its_entry(parents[0], section)
        values = _with_ranges(values)  # what is assigned next may change what a saved policy brought
    return parse_config(values)


def with_values(config: RunConfig, values: Mapping[str, Any]) -> RunConfig:
    """The same settings with nested plain values over them; where they choose another entry, settings of the former go.

    Raises:
        ConfigError: for an unknown key or a wrong value.
    """
    under = config.model_dump(exclude_none=True)
    for name, model in entry_sections().items():
        over = values.get(name)
        if isinstance(over, Mapping) and model.tag in over:
            under[name] = _of_its_entry(name, {**under[name], model.tag: over[model.tag]})
    return parse_config(_merged(under, values))


def entry_sections() -> dict[str, type[EntrySettings]]:
    """The sections of a run that choose an entry of a catalog: name → what all of the catalog's settings share."""
    found = {name: field.annotation for name, field in RunConfig.model_fields.items()}
    return {name: model for name, model in found.items() if isinstance(model, type) and issubclass(model, EntrySettings)}


def of_schema(version: int, values: Mapping[str, Any]) -> dict[str, Any]:
    """The settings of a run of any schema as those of today.

    Those of schema 1 and 2 held the settings of every entry: those that were not read are left out. What they were made before,
    or whose default has changed since, is written out.
    """
    if version > 2:
        return dict(values)
    earlier: dict[str, dict[str, Any]] = {"data": {"validation_fraction": 0.0}}
    if version == 1:
        earlier["likelihood"] = {"binarize_order": "before_t"}
    tables = {name: values.get(name, {}) for name in earlier}
    values = {**values, **{name: earlier[name] | dict(table) for name, table in tables.items() if isinstance(table, Mapping)}}
    sections = {
        name: _of_its_entry(name, values[name], only_known=True)
        for name in entry_sections()
        if isinstance(values.get(name), Mapping)
    }
    return {**values, **sections}


def _of_its_entry(name: str, section: Mapping[str, Any], *, only_known: bool = False) -> dict[str, Any]:
    """A section without the settings that the entry it names does not have.

    Args:
        name: of the section.
        section: its values.
        only_known: keep what no entry has, which is then an error.
    """
    catalog = entry_sections()[name].catalog
    tag = entry_sections()[name].tag
    entry = catalog.get(section.get(tag, catalog.default))
    if entry is None:
        return dict(section)
    dropped = {field for other in catalog.values() for field in other.settings.model_fields} if only_known else set(section)
    return {key: value for key, value in section.items() if key in entry.settings.model_fields or key not in dropped}


def _chooses(assignment: str) -> bool:
    """Whether an assignment names the entry of a section."""
    section, _, field = assignment.partition("=")[0].strip().partition(".")
    model = entry_sections().get(section)
    return model is not None and field == model.tag


def _merged(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    both = {key for key in over if isinstance(over[key], dict) and isinstance(under.get(key), dict)}
    return {**under, **over, **{key: _merged(under[key], over[key]) for key in both}}


def transform_config(policy: str) -> TransformConfig:
    """The transformations of a policy that has a name: one that LatentLab knows, or one that a person saved.

    Raises:
        ConfigError: if there is none, or its file holds what is no range.
    """
    return parse_config({"transform": {"policy": policy}}).transform


def transform_from_text(text: str) -> TransformConfig:
    """A policy by its name, or by its ranges as in `degrees=20,shift=0.1`.

    Raises:
        ConfigError: if there is none of that name, or a range will not do.
    """
    if "=" not in text:
        return transform_config(text)
    assignments = (f"transform.{part.strip()}" for part in text.split(","))
    return override(parse_config({}), ["transform.policy=custom", *assignments]).transform


def transform_text(transform: TransformConfig) -> str:
    """What `transform_from_text` makes the same transformations of."""
    if transform.policy != "custom" and transform.border == "zeros":
        return transform.policy
    ranges = policy_ranges(transform)
    given = ranges.model_dump(exclude={"policy"}, exclude_defaults=True) or {"border": ranges.border}
    return ",".join(f"{name}={str(value).lower() if isinstance(value, bool) else value}" for name, value in given.items())


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


def _with_ranges(values: Mapping[str, Any]) -> dict[str, Any]:
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


def preset_names() -> list[str]:
    """The presets that ship with LatentLab, the default one first."""
    names = sorted(path.stem for path in resource("presets").glob("*.toml"))
    return sorted(names, key=lambda name: name != DEFAULT_PRESET)


def load_preset(name: str) -> RunConfig:
    """A preset by name.

    Raises:
        ConfigError: if there is none of that name.
    """
    names = preset_names()
    if name not in names:
        raise ConfigError(f"no preset is called {name!r}; there are {', '.join(names)}.")
    return load_config(resource("presets", f"{name}.toml"))


def _parse_value(text: str, expects_text: bool) -> Any:
    if expects_text and not text.startswith(('"', "'")):
        return text
    try:
        return parse_toml(f"value = {text}".encode(errors="replace"), Path("--set"))["value"]
    except FileError:
        return text


_FORMS: dict[tuple[str, ...], str] = {
    ("name",): "must be letters, digits, '.', '_' and '-', 60 at most, the first a letter or digit",
    ("device",): "must be auto, cpu, cuda, cuda:N or mps",
}


def _explain(detail: Any) -> str:
    location = tuple(str(part) for part in detail["loc"])
    if detail["type"] == "extra_forbidden":
        return _unknown_key(location)
    if detail["type"] == "foreign_setting":
        return f"{'.'.join(location)}: {detail['msg']}"
    if detail["type"] == "value_error":
        return str(detail["ctx"]["error"])
    message = _FORMS.get(location, "") if detail["type"] == "string_pattern_mismatch" else ""
    if isinstance(detail["input"], float) and not math.isfinite(detail["input"]):
        message = "must be a finite number"
    return f"{'.'.join(location)} = {shown(detail['input'])}: {message or expected(detail['msg'])}"


def _unknown_key(location: tuple[str, ...]) -> str:
    model = _model_at(location[:-1])
    fields = list(model.model_fields) if model else []
    close = difflib.get_close_matches(location[-1], fields, n=1)
    hint = f"did you mean {close[0]!r}? " if close else ""
    return f"{'.'.join(location)}: unknown setting; {hint}valid here: {', '.join(fields)}"


def _expects_text(location: tuple[str, ...]) -> bool:
    model = _model_at(location[:-1])
    models = [entry.settings for entry in model.catalog.values()] if model and issubclass(model, EntrySettings) else [model]
    fields = [model.model_fields[location[-1]] for model in models if model and location[-1] in model.model_fields]
    return any(field.annotation is str for field in fields)


def _model_at(location: tuple[str, ...]) -> type[BaseModel] | None:
    model: type[BaseModel] = RunConfig
    for part in location:
        field = model.model_fields.get(part)
        annotation = field.annotation if field else None
        if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
            return None
        model = annotation
    return model
