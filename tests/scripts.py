"""The scripts in `packaging/`, which are no part of the package, as modules."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

PACKAGING = Path(__file__).resolve().parents[1] / "packaging"


def script(name: str) -> ModuleType:
    """`packaging/NAME.py`, loaded once."""
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, PACKAGING / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        module = sys.modules[name] = importlib.util.module_from_spec(spec)  # where dataclasses look for it
        spec.loader.exec_module(module)
    return sys.modules[name]
