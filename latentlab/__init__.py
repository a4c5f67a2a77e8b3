"""LatentLab: train variational auto-encoders and explore the latent space of the very model that is training.

The names below are loaded when first used, so that `import latentlab` costs neither torch nor Qt.
"""

TYPE_CHECKING = False  # as in typing, whose import takes longer than all of this file

__version__ = "0.1.0"

if TYPE_CHECKING:
    from latentlab.api import branch, open_run, replay, resume, train
    from latentlab.config import RunConfig, load_config, load_preset, override
    from latentlab.errors import LatentLabError
    from latentlab.evaluation import evaluate
    from latentlab.exchange.recorder import Recorder
    from latentlab.runs import Run
    from latentlab.sweeps import compare_runs, load_sweep, read_facts, tabulate
    from latentlab.sweeps.runner import run_sweep

__all__ = [
    "Evaluation",
    "LatentLabError",
    "Recorder",
    "Run",
    "RunConfig",
    "branch",
    "compare_runs",
    "evaluate",
    "load_config",
    "load_preset",
    "load_sweep",
    "open_run",
    "override",
    "read_facts",
    "replay",
    "resume",
    "run_sweep",
    "tabulate",
    "train",
]

_HOMES = {
    "Evaluation": "latentlab.runs",
    "LatentLabError": "latentlab.errors",
    "Recorder": "latentlab.exchange.recorder",
    "Run": "latentlab.runs",
    "RunConfig": "latentlab.config",
    "branch": "latentlab.api",
    "compare_runs": "latentlab.sweeps",
    "evaluate": "latentlab.evaluation",
    "load_config": "latentlab.config",
    "load_preset": "latentlab.config",
    "load_sweep": "latentlab.sweeps",
    "open_run": "latentlab.api",
    "override": "latentlab.config",
    "read_facts": "latentlab.sweeps",
    "replay": "latentlab.api",
    "resume": "latentlab.api",
    "run_sweep": "latentlab.sweeps.runner",
    "tabulate": "latentlab.sweeps",
    "train": "latentlab.api",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES and name != "explore":
        raise AttributeError(f"module 'latentlab' has no attribute {name!r}")
    import importlib

    if name == "explore":  # a package that can be called like a function
        return importlib.import_module("latentlab.explore")
    return getattr(importlib.import_module(_HOMES[name]), name)
