"""Training: a plain generator that any caller can drive, pause and stop."""

from latentlab.machine import cpu_cores
from latentlab.training.devices import resolve_device
from latentlab.training.snapshot import Snapshot
from latentlab.training.trainer import Step, Trainer

__all__ = ["Snapshot", "Step", "Trainer", "cpu_cores", "resolve_device"]
