"""The lines below the settings that say what the run takes."""

import threading
import time

import pytest
from PySide6.QtCore import QObject, Signal

from latentlab.config import load_preset, override
from latentlab.errors import ConfigError
from latentlab.gui import network_cost
from latentlab.gui.network_cost import Needs, NetworkCost, cost_text, needs_of
from latentlab.models import cost

_MLP = ["model.name=mlp", "model.hidden=8", "model.layers=1"]


class Times(QObject):
    """Times that are known from the start, and what was wanted."""

    changed = Signal()

    def __init__(self, known=None):
        super().__init__()
        self.known, self.wanted = known, []

    def seconds(self, config):
        return self.known

    def want(self, configs):
        self.wanted += configs


def test_the_text_is_what_the_run_takes():
    config = override(load_preset("digits"), [*_MLP, "train.steps=1000"])
    needed = cost(config.model, config.likelihood, (1, 32, 32))
    needs = needs_of(config)
    assert needs.parameters == needed.parameters
    above, below = cost_text(config, needs, 240.0).splitlines()
    learned = 1797 * 0.8 * 0.9
    assert above == f"{needed.parameters / 1e6:.2f} M parameters · 1,000 steps · {round(1000 * 64 / learned)} epochs"
    assert below.startswith("about 4 min · ")
    assert below.endswith(" of memory or more")
    assert cost_text(config, needs, None).splitlines()[1] == needs.memory


def test_own_images_have_no_number_of_epochs():
    text = cost_text(load_preset("faces-small"), Needs(1234, "1 MiB"), None)
    assert text == "1,234 parameters · 5,000 steps\n1 MiB"


def test_what_is_free_is_said_where_it_is_not_enough(monkeypatch):
    monkeypatch.setattr(network_cost, "available_memory", lambda: 2**20)
    assert needs_of(override(load_preset("digits"), ["model.width=512"])).memory.endswith(" of memory or more; 1 MiB are free")


def test_settings_without_a_network_are_explained(monkeypatch):
    def refuse(*arguments):
        raise ConfigError("model.width = 3: no.")

    monkeypatch.setattr("latentlab.models.cost", refuse)
    digits = load_preset("digits")
    assert cost_text(digits, needs_of(digits), None) == "“First channels” = 3: no."


@pytest.mark.parametrize("last", [None, 16])
def test_the_newest_settings_win_and_nothing_waits(qtbot, monkeypatch, last):
    begun, go_on = threading.Event(), threading.Event()
    asked = []

    def slow(config):
        asked.append(config.model.hidden)
        begun.set()
        go_on.wait(30)
        return Needs(config.model.hidden, "memory")

    monkeypatch.setattr(network_cost, "needs_of", slow)
    times = Times()
    label = NetworkCost(times)
    qtbot.addWidget(label)
    label.ask(override(load_preset("digits"), _MLP))
    qtbot.waitUntil(begun.is_set)
    start = time.monotonic()
    for hidden in (12, 16):
        label.ask(override(load_preset("digits"), [*_MLP, f"model.hidden={hidden}"]))
    assert time.monotonic() - start < 1
    if last is None:
        label.ask(None)
    go_on.set()
    if last is None:
        qtbot.waitUntil(lambda: label._thread is None)
        assert (label.text(), asked) == ("", [8])
    else:
        qtbot.waitUntil(lambda: label.text().startswith("16 parameters"))
        assert asked == [8, 16]
        assert [config.model.hidden for config in times.wanted] == [16]
        times.known = 90.0
        times.changed.emit()
        assert label.text().endswith("about 1.5 min · memory")


def test_the_setup_pane_shows_it(window, qtbot):
    qtbot.waitUntil(lambda: " parameters · " in window.setup.cost.text(), timeout=60_000)
    window.setup.form.set_config(override(load_preset("digits"), _MLP))
    window.setup.form.changed.emit()
    config = window.setup.config()
    expected = cost_text(config, needs_of(config), None)
    qtbot.waitUntil(lambda: window.setup.cost.text() == expected, timeout=60_000)
