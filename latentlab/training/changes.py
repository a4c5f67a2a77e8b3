"""Which settings of a run may change when it goes on, and why the others may not."""

from latentlab import metrics
from latentlab.catalog.settings import Component, metadata
from latentlab.config import Change, RunConfig, applies, entry_sections
from latentlab.config.dotted import flat
from latentlab.errors import ConfigError

_OF_EVERY_METHOD = (
    "name",
    *("adversarial.weight", "adversarial.start", "adversarial.warmup", "adversarial.learning_rate"),
    *("adversarial.adaptive", "adversarial.adaptive_cap"),
)
"""What may change whatever is trained; of an entry of a catalog, also what its settings say (`resumable`)."""
_SWITCHES = ("consistency.weight", "adversarial.weight")
"""Weights that may change, but neither from nor to 0: that is another objective."""
_OF_A_BRANCH = ("objective.", "consistency.", "transform.", "data.flip")
"""What may change freely where another run begins: what is minimised, not what minimises it."""
_ELSEWHERE = ("device", "train.threads", "data.root")
"""Where a run computes and where its images lie: no part of what it computes."""
_REASONS = {
    "seed": "the order of images and all noise follow from it",
    "data": "the checkpoint was trained on other images",
    "model": "the weights in the checkpoint are of another network",
    "likelihood": "the decoder's output would mean something else",
    "prior": "the weights in the checkpoint include another prior",
    "objective": "the run would change its objective",
    "consistency": "the run would change its objective",
    "transform": "the run would change what it is made consistent under",
    "adversarial": "the discriminator in the checkpoint is another one",
    "train": "the optimiser's state in the checkpoint belongs to the old value",
    "train.init_from": "it has begun already",
    "train.init_parts": "it has begun already",
    "train.freeze": "the optimiser's state is of other weights",
    "train.batch_size": "the order of images would change",
    "train.accumulate": "the order of images would change",
    "train.best_by": "its checkpoints were compared by the old value",
    "train.weight_decay": "the run would change what it minimises",
    "data.flip": "the run would change what it is trained on",
}


def changes(earlier: RunConfig, later: RunConfig, *, branching: bool = False) -> tuple[Change, ...]:
    """What differs between a run's settings and those that it is to go on with, but for where it computes.

    Args:
        earlier: the run's.
        later: those to go on with.
        branching: whether a new run goes on with them, which may also have another objective for the same networks.

    Raises:
        ConfigError: for a setting that may not change, with the reason.
    """
    changeable = changeable_settings(later)
    before, after = flat(earlier.model_dump()), flat(later.model_dump())
    changed = [key for key in {**before, **after} if before.get(key) != after.get(key) and key not in _ELSEWHERE]
    found = [Change(key, before.get(key), after.get(key)) for key in changed]
    for change in found:
        if branching and change.key.startswith(_OF_A_BRANCH):
            continue
        switched = change.key in _SWITCHES and bool(change.old) != bool(change.new)
        if switched or change.key not in changeable:
            reason = _reason(change.key)
            raise ConfigError(
                f"{change.key} = {change.new!r}: cannot change once a run has begun ({reason}); it is {change.old!r}. "
                "Start a new run instead."
            )
    return tuple(found)


def scores_compare(earlier: RunConfig, later: RunConfig) -> bool:
    """Whether the best checkpoint can be told among those measured under both settings: the bound is that of the objective."""
    return earlier.objective == later.objective or later.train.best_by != metrics.VALIDATION_BOUND


def fixed_settings(config: RunConfig) -> dict[str, str]:
    """The settings that a branch of a run may not change, dotted, each with the reason."""
    free = changeable_settings(config)
    return {
        key: _reason(key)
        for key in flat(config.model_dump())
        if key not in free and key not in _ELSEWHERE and not key.startswith(_OF_A_BRANCH)
    }


def live_settings(config: RunConfig) -> tuple[str, ...]:
    """The settings of its sections that a run reads and that may change while it trains, dotted, in the order of the config."""
    changeable = changeable_settings(config)
    found = []
    for section in (name for name in RunConfig.model_fields if isinstance(getattr(config, name), Component)):
        component = getattr(config, section)
        keys = {field: f"{section}.{field}" for field in type(component).model_fields if applies(component, field)}
        found += [key for field, key in keys.items() if key in changeable and not _is_off(component, field, key)]
    return tuple(found)


def placed_as(config: RunConfig, other: RunConfig) -> RunConfig:
    """Settings with the device, the threads and the place of the images of others."""
    train = config.train.model_copy(update={"threads": other.train.threads})
    return config.model_copy(update={"device": other.device, "train": train, "data": other.data})


def changeable_settings(config: RunConfig) -> frozenset[str]:
    """The settings of a run that may change when it is resumed, dotted."""
    found = set(_OF_EVERY_METHOD)
    for section in (*entry_sections(), "train"):
        model = type(getattr(config, section))
        found |= {f"{section}.{field}" for field in model.model_fields if metadata(model, field).get("resumable")}
    return frozenset(found)


def _reason(key: str) -> str:
    return _REASONS.get(key) or _REASONS[key.partition(".")[0]]


def _is_off(component: Component, field: str, key: str) -> bool:
    """Whether it is a weight of 0, which may not change."""
    return key in _SWITCHES and not getattr(component, field)
