"""What the window shows of a model that rests: one step and one order of the dimensions everywhere."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from latentlab.config import RunConfig, override
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.current_run import State
from latentlab.gui.panes.dimensions import DimensionsPane
from latentlab.gui.panes.latent import LatentPane
from latentlab.gui.panes.traversal import TraversalPane

_TIMEOUT = 60_000


def test_a_paused_run_is_at_one_step_and_its_dimensions_in_one_order(
    qtbot: QtBot, window: MainWindow, tiny_config: RunConfig
) -> None:
    session = window.session
    config = override(tiny_config, ["train.steps=20000", "train.checkpoint_every=50", "train.report_every=10"])
    session.training.train(config)
    qtbot.waitUntil(lambda: session.run.state is State.RUNNING and session.training.step > 20, timeout=_TIMEOUT)
    session.views.shown_step = session.training.step - 5  # what is looked at is some steps old
    qtbot.mouseClick(window.run_bar.pause_button, Qt.MouseButton.LeftButton)
    assert session.run.state is State.PAUSED

    def rests() -> bool:
        step, gallery = session.training.step, session.views.gallery
        words = f"paused · step {step:,} of 20,000"
        return (
            session.views.shown_step == step
            and gallery is not None
            and gallery.step == step
            and window.run_bar.progress.text() == words
        )

    qtbot.waitUntil(rests, timeout=_TIMEOUT)
    gallery = session.views.gallery
    assert gallery is not None
    active = int(gallery.active.sum())
    orders = [
        window.pane(DimensionsPane).heat_map.order(),
        [*window.pane(LatentPane).sliders._order],
        [*window.pane(TraversalPane)._order.rows()],
    ]
    assert orders[0] == orders[1] == [*gallery.order]
    assert orders[2] == [*gallery.order][: active or None]
    sliders = window.pane(LatentPane).sliders
    assert not sliders.resort.isVisible()
    assert sliders._marks.text().startswith(f"KL at step {gallery.step:,} ·")
    sliders.set_order(gallery.order[::-1], 0)
    sliders.set_gallery(gallery)
    assert sliders.resort.isVisible()
    qtbot.mouseClick(sliders.resort, Qt.MouseButton.LeftButton)
    assert sliders._order == gallery.order
    assert not sliders.resort.isVisible()
