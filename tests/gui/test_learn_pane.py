"""The guided experiments in the window: their buttons do the steps, and a step counts once it has happened."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.current_run import State
from latentlab.gui.panes import learn
from latentlab.gui.panes.learn import LearnPane
from latentlab.learn import Experiment, Outcome

TIMEOUT = 120_000

_FAST = {"train.steps": 4, "train.report_every": 2, "train.checkpoint_every": 2, "model.width": 2, "model.latent_dim": 2}
SMALL = Experiment.model_validate(
    {
        "name": "small",
        "title": "Small",
        "question": "Does it run?",
        "paper": "None",
        "minutes": 1,
        "answer": "It runs.",
        "steps": (
            {
                "title": "Train",
                "text": "Four steps.",
                "train": {"name": "small", "preset": "digits", "settings": _FAST},
                "expect": {"number": "test/rate", "at_least": 0.0},
            },
            {"title": "See", "text": "Rows.", "show": "explore"},
            {"title": "Move", "text": "Drag.", "steer": True},
            {"title": "Look again", "text": "The same run.", "open": "small"},
        ),
    }
)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch, window: MainWindow) -> MainWindow:
    """A window whose only experiment is a small one, its list shown."""
    monkeypatch.setattr(learn, "experiments", lambda: (SMALL,))
    window.show_learn()
    return window


def _press(qtbot: QtBot, window: MainWindow, step: int) -> None:
    page = window.learn.page
    assert page is not None
    qtbot.waitUntil(lambda: page.cards[step].button.isEnabled() and page.cards[step].button.isVisible(), timeout=TIMEOUT)
    qtbot.mouseClick(page.cards[step].button, Qt.MouseButton.LeftButton)


def test_an_experiment_is_carried_out_step_by_step_and_remembered(qtbot: QtBot, small: MainWindow, tmp_path: Path) -> None:
    learning = small.session.learning
    qtbot.mouseClick(small.learn.starts["small"], Qt.MouseButton.LeftButton)
    page = small.learn.page
    assert page is not None
    _press(qtbot, small, 0)
    qtbot.waitUntil(lambda: learning.progress is not None and learning.progress.at == 1, timeout=TIMEOUT)
    assert learning.progress is not None
    assert small.docks.workspace == "live"
    assert page.cards[0].verdict.text().startswith("Held-out rate: ")
    small.show_workspace("map")  # another place than the step's does not count
    assert learning.progress.at == 1
    _press(qtbot, small, 1)
    assert small.docks.workspace == "explore"
    assert learning.progress.at == 2
    _press(qtbot, small, 2)
    latent = small.session.latent
    qtbot.waitUntil(lambda: latent.current is not None and latent.current.source is not None, timeout=TIMEOUT)
    assert learning.progress.at == 2  # starting from an image moves no slider
    latent.set_z(1, 2.5)
    assert learning.progress.at == 3
    _press(qtbot, small, 3)
    qtbot.waitUntil(lambda: learning.progress is not None and learning.progress.at == 4, timeout=TIMEOUT)
    assert page.answer.text() == "It runs."

    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    later = LearnPane(small.session, lambda name: str(settings.value(f"learn/{name}", "")))
    qtbot.addWidget(later)
    learning.choose(None)
    qtbot.mouseClick(later.starts["small"], Qt.MouseButton.LeftButton)
    assert learning.progress.outcomes.keys() == {0, 1, 2, 3}


def test_a_run_that_is_stopped_does_not_count(qtbot: QtBot, small: MainWindow) -> None:
    learning, training = small.session.learning, small.session.training
    small.learn.open("small")
    assert learning.progress is not None
    long = SMALL.steps[0].train
    assert long is not None
    training.train(long.config().model_copy(update={"train": long.config().train.model_copy(update={"steps": 100_000})}))
    qtbot.waitUntil(lambda: small.session.run.state is State.RUNNING, timeout=TIMEOUT)
    page = small.learn.page
    assert page is not None
    assert page.cards[0].button.text() == "Training …"
    assert not page.cards[0].button.isEnabled()
    training.stop()
    qtbot.waitUntil(lambda: small.session.run.state is State.STOPPED, timeout=TIMEOUT)
    assert learning.progress.outcomes == {}
    assert page.cards[0].button.text() == "Train"


def test_start_over_forgets_the_steps_and_what_was_not_as_expected_can_be_done_again(qtbot: QtBot, small: MainWindow) -> None:
    learning = small.session.learning
    small.learn.open("small")
    assert learning.progress is not None
    learning.choose(learning.progress.done(0, Outcome(-1.0)))
    page = small.learn.page
    assert page is not None
    assert "but at least 0 was expected" in page.cards[0].verdict.text()
    assert page.cards[0].button.isVisible()
    assert not page.cards[1].button.isEnabled()  # there is no run to look at
    qtbot.mouseClick(page.again, Qt.MouseButton.LeftButton)
    assert learning.progress.outcomes == {}
    qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert small.learn.page is None


def test_learn_and_setup_take_turns(qtbot: QtBot, window: MainWindow) -> None:
    window.setup_dock.show()
    qtbot.mouseClick(window.welcome.learn, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.learn_dock.isVisible() and not window.setup_dock.isVisible(), timeout=TIMEOUT)
    window.setup_dock.toggleViewAction().trigger()
    qtbot.waitUntil(lambda: window.setup_dock.isVisible() and not window.learn_dock.isVisible(), timeout=TIMEOUT)
