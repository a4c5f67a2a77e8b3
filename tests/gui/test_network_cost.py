"""The line below the settings that says what the network needs."""

import threading
import time

import pytest

from latentlab.config import load_preset, override
from latentlab.errors import ConfigError
from latentlab.gui import network_cost
from latentlab.gui.network_cost import NetworkCost, cost_text
from latentlab.models import cost

_MLP = ["model.name=mlp", "model.hidden=8", "model.layers=1"]


def test_the_text_is_what_the_network_has():
    config = override(load_preset("digits"), _MLP)
    needed = cost(config.model, config.likelihood, (1, 32, 32))
    assert cost_text(config).startswith(f"{needed.parameters:,} parameters, ")
    assert cost_text(config).endswith(" of memory or more")


def test_what_is_free_is_said_where_it_is_not_enough(monkeypatch):
    monkeypatch.setattr(network_cost, "available_memory", lambda: 2**20)
    assert cost_text(override(load_preset("digits"), ["model.width=512"])).endswith(" of memory or more; 1 MiB are free")


def test_settings_without_a_network_are_explained(monkeypatch):
    def refuse(*arguments):
        raise ConfigError("model.width = 3: no.")

    monkeypatch.setattr("latentlab.models.cost", refuse)
    assert cost_text(load_preset("digits")) == "model.width = 3: no."


@pytest.mark.parametrize("last", [None, 16])
def test_the_newest_settings_win_and_nothing_waits(qtbot, monkeypatch, last):
    begun, go_on = threading.Event(), threading.Event()
    asked = []

    def slow(config):
        asked.append(config.model.hidden)
        begun.set()
        go_on.wait(30)
        return f"{config.model.hidden} units"

    monkeypatch.setattr(network_cost, "cost_text", slow)
    label = NetworkCost()
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
        qtbot.waitUntil(lambda: label.text() == "16 units")
        assert asked == [8, 16]


def test_the_setup_pane_shows_it(window, qtbot):
    qtbot.waitUntil(lambda: " parameters, " in window.setup.cost.text(), timeout=60_000)
    window.setup.form.set_config(override(load_preset("digits"), _MLP))
    window.setup.form.changed.emit()
    expected = cost_text(window.setup.config())
    qtbot.waitUntil(lambda: window.setup.cost.text() == expected, timeout=60_000)
