"""Tiny runs of every kind, and whether two of them are the same."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from latentlab.runs import Run
from latentlab.runs.lock import read_holder

_BASE = (
    *("name=tiny", "device=cpu", "model.latent_dim=4"),
    *("train.batch_size=64", "train.report_every=3", "train.checkpoint_every=5", "train.threads=1"),
)
_MLP = ("model.name=mlp", "model.hidden=8", "model.layers=1")
"""The network where a kind names none."""
KINDS: dict[str, tuple[str, ...]] = {
    "mlp": (),
    "conv": ("model.name=conv", "model.width=2"),
    "resnet": ("model.name=resnet", "model.width=2", "model.blocks=1"),
    "ladder": ("model.name=ladder", "model.width=2", "model.top_dim=2"),
    "kl warm-up": ("objective.kl_warmup=30", "objective.beta=4"),
    "iwae": ("objective.name=iwae", "objective.num_importance_samples=3"),
    "iwae dreg": ("objective.name=iwae", "objective.num_importance_samples=3", "objective.gradient=dreg"),
    "aggregate": ("objective.name=aggregate",),
    "consistency kl": ("consistency.weight=0.5", "consistency.name=kl", "consistency.warmup=20"),
    "consistency triplet": ("consistency.weight=0.5", "consistency.name=triplet"),
    "consistency info_nce": ("consistency.weight=0.5", "consistency.name=info_nce"),
    "consistency none": ("consistency.weight=0.5", "consistency.name=none"),
    "adversarial": ("adversarial.weight=0.1", "adversarial.width=2", "adversarial.start=7"),
    "running average": ("train.ema_decay=0.9",),
    "binarized": ("likelihood.binarize=stochastic",),
    "gaussian optimal": ("likelihood.name=gaussian", "likelihood.scale=optimal"),
    "gaussian learned": ("likelihood.name=gaussian", "likelihood.scale=learned"),
    "laplace optimal": ("likelihood.name=laplace", "likelihood.scale=optimal"),
    "laplace learned": ("likelihood.name=laplace", "likelihood.scale=learned"),
    "logistic": ("likelihood.name=discretized_logistic",),
    "factor": ("objective.name=factor",),
    "vampprior": ("prior.name=vampprior",),
    "adamw cosine": ("train.optimizer=adamw", "train.schedule=cosine", "train.warmup=9"),
    "sgd one cycle": ("train.optimizer=sgd", "train.schedule=one_cycle", "train.learning_rate=1e-4"),
    "plateau": ("train.schedule=plateau", "train.decay_patience=1"),
    "accumulated": ("train.accumulate=3", "train.batch_size=16"),
}


def settings(kind: str, steps: int, *more: str) -> list[str]:
    """Arguments of `latentlab train` for a run of a kind."""
    network = () if any(assignment.startswith("model.name=") for assignment in KINDS[kind]) else _MLP
    assignments = (*_BASE, f"train.steps={steps}", *network, *KINDS[kind], *more)
    return ["--preset", "digits", *(argument for assignment in assignments for argument in ("--set", assignment))]


def runs_in(folder: Path) -> list[Path]:
    """The folders of runs in a folder that can be opened, by name."""
    return sorted(path.parent for path in folder.glob("*/run.toml"))


def differences(run: Path, straight: Path) -> list[str]:
    """In what a run differs from one that was never interrupted: last weights, trainer's state, metrics, ending."""
    found = []
    one, other = Run(run), Run(straight)
    here, there = one.checkpoint().path, other.checkpoint().path
    if here.name != there.name:
        return [f"last checkpoint {here.name}, not {there.name}"]
    names = {file.name for folder in (here, there) for file in folder.iterdir()}
    for name in sorted(names - {"manifest.json"}):
        alike = _without_times(here / name) == _without_times(there / name)
        if not alike:
            found.append(f"{name} differs")
    found += _of_metrics(_lines(run / "metrics.jsonl"), _lines(straight / "metrics.jsonl"))
    if one.state != other.state:
        found.append(f"state {one.state}, not {other.state}")
    if (holder := read_holder(run)) and holder.lives(run):
        found.append("the lock is still held")
    left = [path.name for path in (run / "checkpoints").iterdir() if path.name.startswith(".")]
    if left:
        found.append(f"leftovers {', '.join(left)}")
    return found


def _of_metrics(lines: Sequence[tuple[int, Any]], others: Sequence[tuple[int, Any]]) -> list[str]:
    steps, expected = [step for step, _ in lines], [step for step, _ in others]
    if steps != expected:
        return [f"metrics.jsonl has steps {steps}, not {expected}"]
    pairs = zip(lines, others, strict=True)
    differ = [f"step {step}: {here}, not {there}" for (step, here), (_, there) in pairs if here != there]
    return [f"metrics.jsonl has other values at {differ[0]}"] if differ else []


def _lines(path: Path) -> list[tuple[int, Any]]:
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [(record["step"], (record["epoch"], record["values"])) for record in records]


def _without_times(path: Path) -> Any:
    if not path.exists():
        return None
    if path.suffix != ".json":
        return path.read_bytes()
    record = json.loads(path.read_text(encoding="utf-8"))
    record.pop("seconds", None)
    if "reported_at" in record:
        record["reported_at"] = record["reported_at"][0]
    if record.get("report"):
        report = json.loads(record["report"])
        record["report"] = (report["step"], report["epoch"], report["values"])
    return record
