"""What an import costs, and that the core works where Qt is not."""

import subprocess
import sys
from pathlib import Path

import pytest


def _python(code: str, *arguments: str) -> str:
    result = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return result.stdout


_LOADED = """
import importlib, sys
importlib.import_module(sys.argv[1])
print(*sorted({"numpy", "torch", "torchvision", "PySide6", "pyqtgraph", "sklearn"} & sys.modules.keys()))
"""


@pytest.mark.parametrize(
    ("module", "loaded"),
    [
        ("latentlab", []),
        ("latentlab.config", []),
        ("latentlab.published", []),
        ("latentlab.runs", []),
        ("latentlab.explore.requests", ["numpy"]),
        ("latentlab.remote.folder", ["numpy"]),
        ("latentlab.cli", []),
        ("latentlab.cli.commands", ["numpy"]),
        ("latentlab.api", ["numpy", "torch"]),
        ("latentlab.gui.main_window", ["PySide6", "numpy", "pyqtgraph"]),
    ],
)
def test_an_import_brings_no_more_than_it_needs(module: str, loaded: list[str]) -> None:
    assert _python(_LOADED, module).split() == loaded


_SIZED = """
import sys
from latentlab.config import load_preset
from latentlab.data import load_dataset
from latentlab.models import cost
config = load_preset("digits")
needed = cost(config.model, config.likelihood, load_dataset(config.data).image_shape)
print(needed.parameters > 0, *sorted({"torch._dynamo", "sklearn"} & sys.modules.keys()))
"""


def test_a_network_is_sized_and_the_digits_are_read_without_a_second_of_imports() -> None:
    assert _python(_SIZED).split() == ["True"]


_SHOWN = """
import gc, os, sys
from PySide6.QtWidgets import QApplication

def shown(app):
    print(*sorted({"torch", "typer", "rich", "latentlab.cli.commands"} & sys.modules.keys()), "collecting:", gc.isenabled())
    sys.stdout.flush()
    os._exit(0)

QApplication.exec = shown
sys.argv[1:] = []
from latentlab.cli import main
main()
"""


def test_the_window_stands_before_pytorch_and_the_commands_are_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    assert _python(_SHOWN).split() == ["collecting:", "False"]


_WITHOUT_QT = """
import importlib, pkgutil, sys
from importlib.abc import MetaPathFinder

class NoQt(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6", "pyqtgraph", "superqt", "qtpy"):
            raise ImportError(f"{name} is hidden")

sys.meta_path.insert(0, NoQt())
import latentlab
names = [module.name for module in pkgutil.walk_packages(latentlab.__path__, "latentlab.", onerror=lambda name: None)]
core = [name for name in names if not name.startswith("latentlab.gui") and name != "latentlab.__main__"]
for name in core:
    importlib.import_module(name)
config = latentlab.override(latentlab.load_preset("digits-cr"), ["train.steps=3", "train.batch_size=4", "model.width=2"])
run = latentlab.train(config, sys.argv[1])
print(len(core), run.state, run.decode(run.encode(run.decode([[0.0] * 10])).mean).shape[0])
"""


def test_the_core_trains_where_qt_is_not(tmp_path: Path) -> None:
    modules, status, images = _python(_WITHOUT_QT, str(tmp_path)).split()
    assert int(modules) > 35
    assert (status, images) == ("finished", "1")


def test_every_public_name_can_be_had() -> None:
    import latentlab

    for name in latentlab.__all__:
        assert getattr(latentlab, name).__name__ == name
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = latentlab.nothing
