"""The window with the real trainer behind it, driven as a user drives it."""

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
import torch
from PIL import Image
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QSlider, QTabBar, QToolButton
from pytestqt.qtbot import QtBot

import latentlab
from latentlab.config import RunConfig, load_preset, override
from latentlab.data import load_dataset
from latentlab.gui import theme
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.current_run import State
from latentlab.gui.panes.dimensions import DimensionsPane
from latentlab.gui.panes.evaluation import EvaluationPane
from latentlab.gui.panes.laboratory import LaboratoryPane
from latentlab.gui.panes.latent import LatentPane
from latentlab.gui.panes.latent_map import LatentMapPane
from latentlab.gui.panes.losses import LossPane
from latentlab.gui.panes.posterior import PosteriorPane
from latentlab.gui.panes.traversal import TraversalPane
from latentlab.gui.session import Session
from latentlab.gui.widgets.continue_dialog import ContinueDialog
from latentlab.gui.widgets.export_dialog import ExportDialog
from latentlab.gui.widgets.latent_slider import LatentSlider
from latentlab.models import kl_to_standard_normal
from latentlab.runs import Run

_TIMEOUT = 60_000


def _config(*settings: str) -> RunConfig:
    return override(
        load_preset("digits"),
        ["model.width=4", "train.batch_size=32", "train.report_every=5", "train.checkpoint_every=50", *settings],
    )


def _train(qtbot: QtBot, window: MainWindow, *settings: str) -> None:
    window.setup.form.set_config(_config(*settings))
    qtbot.mouseClick(window.run_bar.train_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.run.state is not State.PREPARING, timeout=_TIMEOUT)


def _shown(window: MainWindow) -> np.ndarray:
    image = window.pane(LatentPane).decoded.image()
    assert image is not None
    return image


def test_a_person_trains_watches_steers_and_exports(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    session = window.session
    losses: list[float] = []
    session.run.recorded.connect(lambda history: losses.extend(report.values["loss/total"] for report in history.reports))
    _train(qtbot, window, "train.steps=100000")
    assert session.run.state is State.RUNNING

    # Curves grow and the loss falls.
    qtbot.waitUntil(lambda: len(losses) > 8, timeout=_TIMEOUT)
    assert losses[-1] < losses[0]
    qtbot.waitUntil(lambda: window.pane(DimensionsPane).heat_map.column_count() > 3, timeout=_TIMEOUT)

    # Pause holds, and going on goes on.
    qtbot.mouseClick(window.run_bar.pause_button, Qt.MouseButton.LeftButton)
    assert session.run.state is State.PAUSED
    qtbot.waitUntil(lambda: _held(qtbot, session), timeout=_TIMEOUT)
    held = session.training.step
    qtbot.mouseClick(window.run_bar.pause_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.training.step > held, timeout=_TIMEOUT)

    # A slider dragged while the model learns changes the image.
    qtbot.waitUntil(lambda: window.pane(LatentPane).decoded.image() is not None, timeout=_TIMEOUT)
    _drag(qtbot, window.pane(LatentPane).sliders.of_dimension(0))
    assert session.latent.current is not None
    assert session.latent.current.z[0] > 1
    wanted = session.latent.current.z.copy()
    with qtbot.waitSignal(
        session.latent.picture_changed, timeout=_TIMEOUT, check_params_cb=lambda picture: (picture.z == wanted).all()
    ):
        pass
    assert session.run.state is State.RUNNING
    dragged = _shown(window)
    with qtbot.waitSignal(
        session.latent.picture_changed, timeout=_TIMEOUT, check_params_cb=lambda picture: not picture.z.any()
    ):
        qtbot.mouseClick(window.pane(LatentPane).buttons.prior_mean, Qt.MouseButton.LeftButton)
    assert (_shown(window) != dragged).any()

    # Stop saves; the traversal is exported and read back.
    qtbot.mouseClick(window.run_bar.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.run.state is State.STOPPED, timeout=_TIMEOUT)
    window.show_workspace("explore")
    qtbot.waitUntil(window.pane(TraversalPane).export.isEnabled, timeout=_TIMEOUT)
    path = tmp_path / "grid.png"
    window.pane(TraversalPane).export_to(path)
    qtbot.waitUntil(path.exists, timeout=_TIMEOUT)
    assert session.run.subject is not None
    run = Run(session.run.subject.path)
    with Image.open(path) as picture:
        picture.load()
        assert picture.text["run"] == run.path.name
        assert picture.text["step"] == str(run.checkpoint().step)
        assert picture.text["seed"] == "0"
        assert picture.text["latentlab"] == latentlab.__version__
        assert json.loads(picture.text["z"]) == [0.0] * 10
    assert run.state == "stopped"
    qtbot.waitUntil(lambda: "Saved" in window.message_bar.text(), timeout=_TIMEOUT)


def _held(qtbot: QtBot, session: Session) -> bool:
    """Whether two looks, some events apart, find the same step."""
    before = session.training.step
    with qtbot.waitSignal(session.latent.picture_changed, timeout=_TIMEOUT, raising=False):
        session.latent.reset_z()
    return session.training.step == before


def _drag(qtbot: QtBot, row: LatentSlider) -> None:
    slider = row.findChild(QSlider)
    assert slider is not None
    middle = QPoint(slider.width() // 2, slider.height() // 2)
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=middle)
    for x in range(slider.width() // 2, slider.width() - 8, 4):
        qtbot.mouseMove(slider, QPoint(x, middle.y()))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 8, middle.y()))


def test_an_earlier_run_is_explored_without_training(qtbot: QtBot, window: MainWindow) -> None:
    run = latentlab.train(_config("train.steps=20"), window.session.runs.folder)
    window.session.runs.open(run.path)
    qtbot.waitUntil(lambda: window.session.run.state is State.OPENED, timeout=_TIMEOUT)
    latent = window.session.latent
    qtbot.waitUntil(lambda: latent.current is not None and latent.current.source is not None, timeout=_TIMEOUT)
    with qtbot.waitSignal(latent.picture_changed, timeout=_TIMEOUT, check_params_cb=lambda picture: not picture.z.any()):
        latent.start_from_zero()
    np.testing.assert_array_equal(
        _shown(window)[..., 0], np.round(run.decode(np.zeros((1, 10), np.float32))[0, 0].numpy() * 255)
    )
    parameters = sum(parameter.numel() for parameter in run.model().parameters())
    assert window.status_line._about.text().endswith(f" · {parameters:,} parameters")
    qtbot.mouseClick(window.pane(LatentPane).buttons.random, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(
        window.session.latent.picture_changed, timeout=_TIMEOUT, check_params_cb=lambda picture: picture.z.any()
    ):
        pass
    assert not window.session.run.is_training


def test_training_stopped_in_the_window_goes_on_where_it_stood(qtbot: QtBot, window: MainWindow) -> None:
    _train(qtbot, window, "train.steps=40")
    qtbot.waitUntil(lambda: window.session.run.state is State.FINISHED, timeout=_TIMEOUT)
    go_on = window.run_bar.continue_button
    qtbot.mouseClick(go_on, Qt.MouseButton.LeftButton)
    dialog = window.findChild(ContinueDialog)
    qtbot.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.run.state is State.FINISHED and window.session.training.step == 80, timeout=_TIMEOUT)
    assert window.session.run.subject is not None
    assert [report.step for report in Run(window.session.run.subject.path).reports()] == list(range(5, 85, 5))


def test_a_start_image_follows_the_model_until_a_slider_is_moved(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    _train(qtbot, window, "train.steps=100000")
    qtbot.waitUntil(lambda: session.views.shown_step is not None, timeout=_TIMEOUT)
    session.latent.start_from_random_image()
    qtbot.waitUntil(lambda: session.latent.current is not None and session.latent.current.std is not None, timeout=_TIMEOUT)
    assert session.latent.current is not None
    first = session.latent.current.z.copy()
    qtbot.waitUntil(lambda: bool((session.latent.current.z != first).any()), timeout=_TIMEOUT)
    session.latent.set_z(0, 2.5)
    moved, step = session.latent.current.z.copy(), session.views.shown_step
    qtbot.waitUntil(lambda: session.views.shown_step != step, timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: bool((session.latent.current.start != first).any()), timeout=_TIMEOUT)
    np.testing.assert_array_equal(session.latent.current.z, moved)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (("data.name=mnist",), "mnist needs “Folder or file”"),
        (("data.name=mnist", "data.root=/nowhere"), "there is no such folder"),
        (("device=cuda:99",), "there is no such GPU"),
    ],
)
def test_what_cannot_be_trained_is_said_and_nothing_is_lost(
    qtbot: QtBot, window: MainWindow, settings: tuple[str, ...], words: str
) -> None:
    _train(qtbot, window, *settings)
    assert window.session.run.state is State.EMPTY
    assert words in window.message_bar.text()
    assert window.message_bar.isVisible()
    assert window.run_bar.train_button.isEnabled()


def test_the_posteriors_of_the_newest_weights_are_shown_by_their_kl(qtbot: QtBot, window: MainWindow) -> None:
    _train(qtbot, window, "train.steps=40")
    qtbot.waitUntil(lambda: window.session.run.state is State.FINISHED, timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: window.session.views.shown_step == 40, timeout=_TIMEOUT)
    gauge = window.pane(PosteriorPane).gauge
    for tabs in window.findChildren(QTabBar):
        if tabs.count() == 2:
            tabs.setCurrentIndex(1)
    qtbot.waitUntil(gauge.isVisible, timeout=_TIMEOUT)
    assert window.session.run.subject is not None
    run = Run(window.session.run.subject.path)
    posterior = run.encode(load_dataset(run.config.data).test.batch(slice(None)))
    expected = kl_to_standard_normal(posterior.at(posterior.mean)).mean(0).argsort(descending=True, stable=True).tolist()
    qtbot.waitUntil(lambda: gauge.order() == expected, timeout=_TIMEOUT)
    # The share of wide posteriors is the height of its part of the bar.
    dimension = expected[-1]
    share = float((posterior.std[:, dimension] > 0.9).float().mean())
    bar = gauge.column(dimension)
    image = gauge.grab().toImage()
    ratio = image.devicePixelRatio()
    colour = theme.quantity_colour("sigma_near_one").rgb()
    column = [image.pixel(round(bar.center().x() * ratio), y) for y in range(image.height())]
    assert column.count(colour) / ratio == pytest.approx(share * bar.height(), abs=2)


def test_a_checkpoint_is_held_while_the_run_trains_on(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    _train(qtbot, window, "train.steps=100000", "train.checkpoint_every=20")
    qtbot.waitUntil(lambda: session.training.step > 60 and session.views.shown_step is not None, timeout=_TIMEOUT)
    listed: list[tuple[int, ...]] = []
    session.runs.checkpoints_changed.connect(listed.append)
    window.pane(LatentPane).checkpoints.step.menu().aboutToShow.emit()
    qtbot.waitUntil(lambda: bool(listed), timeout=_TIMEOUT)
    actions = [
        action for action in window.pane(LatentPane).checkpoints.step.menu().actions() if action.text().startswith("Checkpoint")
    ]
    held = max(listed[-1])
    assert actions[0].text() == f"Checkpoint of step {held:,}"
    actions[0].trigger()
    qtbot.waitUntil(lambda: session.views.shown_step == held, timeout=_TIMEOUT)
    qtbot.waitUntil(
        lambda: window.pane(LatentPane).checkpoints.step.text() == f"model of step {held:,} (held)", timeout=_TIMEOUT
    )
    assert session.run.subject is not None
    kept = Run(session.run.subject.path).model(held)
    session.latent.set_z(0, 1.5)
    assert session.latent.current is not None
    expected = (
        (kept.decode(torch.from_numpy(session.latent.current.z)[None]).mean[0] * 255).round().byte().movedim(0, -1).numpy()
    )
    qtbot.waitUntil(lambda: np.array_equal(_shown(window), expected), timeout=_TIMEOUT)
    before = session.training.step
    qtbot.waitUntil(lambda: session.training.step > before + 20, timeout=_TIMEOUT)
    assert session.views.shown_step == held  # although newer weights are there
    window.pane(LatentPane).checkpoints.step.menu().actions()[0].trigger()
    qtbot.waitUntil(lambda: (session.views.shown_step or 0) > before, timeout=_TIMEOUT)
    assert "(held)" not in window.pane(LatentPane).checkpoints.step.text() or session.views.held_step is None
    session.training.stop()
    qtbot.waitUntil(lambda: session.run.state is State.STOPPED, timeout=_TIMEOUT)


def test_a_folder_that_is_no_run_leaves_the_window_as_it_was(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    run = latentlab.train(_config("train.steps=10"), window.session.runs.folder)
    window.session.runs.open(run.path)
    qtbot.waitUntil(lambda: window.session.run.state is State.OPENED, timeout=_TIMEOUT)
    torn = tmp_path / "torn"
    shutil.copytree(run.path, torn)
    (torn / "run.toml").write_text('schema_version = 1\ncreated = "', encoding="utf-8")
    window.session.runs.open(torn)
    qtbot.waitUntil(lambda: "damaged" in window.message_bar.text(), timeout=_TIMEOUT)
    assert window.session.run.subject is not None
    assert window.session.run.subject.path == run.path
    with qtbot.waitSignal(window.session.latent.picture_changed, timeout=_TIMEOUT):
        window.session.latent.set_z(1, 1.0)


def test_an_image_of_another_size_is_refused_with_the_remedy_at_hand(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    from latentlab.explore.requests.values import ImageRef

    run = latentlab.train(_config("train.steps=10"), window.session.runs.folder)
    window.session.runs.open(run.path)
    qtbot.waitUntil(lambda: window.session.run.state is State.OPENED, timeout=_TIMEOUT)
    path = tmp_path / "photo.png"
    Image.new("RGB", (64, 48), "red").save(path)
    window.session.latent.start_from_image(ImageRef(path=path))
    qtbot.waitUntil(lambda: "64×48" in window.message_bar.text(), timeout=_TIMEOUT)
    fit = next(button for button in window.message_bar.findChildren(QPushButton) if "Crop" in button.text())
    with qtbot.waitSignal(window.session.latent.latent_changed, timeout=_TIMEOUT) as started:
        qtbot.mouseClick(fit, Qt.MouseButton.LeftButton)
    assert started.args[0].image.shape == (32, 32, 1)


def test_an_unwritable_picture_is_said_while_training_goes_on(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    _train(qtbot, window, "train.steps=100000")
    qtbot.waitUntil(lambda: window.session.views.shown_step is not None, timeout=_TIMEOUT)
    bar = window.message_bar
    window.pane(TraversalPane).export_to(tmp_path / "missing" / "grid.png")
    qtbot.waitUntil(lambda: "cannot be written" in bar.text(), timeout=_TIMEOUT)
    step = window.session.training.step
    qtbot.waitUntil(lambda: window.session.training.step > step, timeout=_TIMEOUT)
    assert window.session.run.state is State.RUNNING
    for text in ("The run is slow.", "The run is very slow."):  # alarms, that nobody has asked for
        window.session.messages.tell("warning", text, unsolicited=True)
        assert "cannot be written" in bar.text()
    close = next(button for button in bar.findChildren(QToolButton) if button.accessibleName() == "Dismiss this message")
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert bar.text() == "The run is very slow."
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert bar.isHidden()


def test_a_run_is_evaluated_and_an_evaluation_can_be_cancelled(qtbot: QtBot, window: MainWindow) -> None:
    pane = window.pane(EvaluationPane)
    run = latentlab.train(_config("train.steps=10"), window.session.runs.folder)
    window.session.runs.open(run.path)
    qtbot.waitUntil(lambda: window.session.run.state is State.OPENED, timeout=_TIMEOUT)
    window.show_workspace("evaluate")
    pane.samples.set_value(2)
    qtbot.mouseClick(pane.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.session.evaluation.is_running, timeout=_TIMEOUT)
    stored = json.loads((run.path / "evaluation.json").read_text(encoding="utf-8"))
    shown = {title: number for title, number, _ in pane.tree.lines()}
    assert shown["rate"] == f"{stored['rate']:.2f}"
    assert shown["retrieval@1"] == f"{stored['retrieval_at_1']:.3f}"
    interval = f"≥ {stored['mutual_information']:.2f}, ≤ {stored['mutual_information_upper']:.2f}"
    assert shown["mutual information"] == pane.cards["mutual_information"].number.text() == interval
    assert pane.cards["nll"].note.text() == f"± {stored['nll_se']:.2g} nats"
    variances, kl = pane.units._plots
    assert (list(variances.values), list(kl.values)) == (stored["variance_of_means"], stored["kl_per_dim"])
    assert (variances.active, kl.active) == (stored["active_units"], stored["active_units_by_kl"])
    warned = {title for title, _, note in pane.tree.lines() if note.startswith("⚠")}
    assert "effective importance samples" in warned

    (run.path / "evaluation.json").unlink()
    pane.samples.set_value(100_000)
    qtbot.mouseClick(pane.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.evaluation.progress[0] > 0, timeout=_TIMEOUT)
    qtbot.mouseClick(pane.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.session.evaluation.is_running, timeout=_TIMEOUT)
    assert not (run.path / "evaluation.json").exists()
    assert pane.start.text() == "Evaluate"
    assert pane.start.isEnabled()


def test_what_was_measured_comes_back_and_another_run_stands_beside_it(qtbot: QtBot, window: MainWindow) -> None:
    pane = window.pane(EvaluationPane)
    first, other = (latentlab.train(_config("train.steps=10", f"seed={seed}"), window.session.runs.folder) for seed in (0, 1))
    numbers = [latentlab.evaluate(run, samples=2, images=30) for run in (first, other)]
    window.session.runs.open(first.path)
    window.show_workspace("evaluate")
    qtbot.waitUntil(lambda: f"{first.path.name}, step 10 · measured" in pane.caption.text(), timeout=_TIMEOUT)
    for size in ((1280, 800), (1920, 1080)):  # every number stands in sight
        window.resize(*size)
        qtbot.waitUntil(lambda width=size[0]: window.width() == width, timeout=_TIMEOUT)
        QApplication.processEvents()
        assert pane.tree.header().sectionViewportPosition(3) < pane.tree.viewport().width()
    assert pane.cards["nll"].number.text() == numbers[0].text("nll")
    pane.second.wanted.emit()
    qtbot.waitUntil(lambda: pane.second.count() == 2, timeout=_TIMEOUT)
    pane.second.setFocus()
    qtbot.keyClick(pane.second, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: len(pane.tree.lines()[0]) == 4, timeout=_TIMEOUT)
    shown = {title: (number, second) for title, number, second, _ in pane.tree.lines()}
    assert shown["rate"] == tuple(measured.text("rate") for measured in numbers)
    (first.path / "evaluation.json").write_text("{}", encoding="utf-8")
    window.session.runs.open(first.path)
    qtbot.waitUntil(lambda: "is damaged" in pane.caption.text(), timeout=_TIMEOUT)
    assert pane.cards["nll"].isHidden()


def test_a_plot_is_exported_as_png_and_svg(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.session.exports.chosen_folder = tmp_path
    plot = window.pane(LossPane).plot
    for name in ("loss.png", "loss.svg"):
        next(action for action in plot.build_menu().actions() if action.text() == "Export…").trigger()
        dialog = window.findChild(ExportDialog)
        assert dialog is not None
        assert not dialog.scale.isVisible()
        dialog.name.setText(name)
        assert dialog.millimetres.isEnabled() == name.endswith(".svg")
        dialog.millimetres.selectAll()
        qtbot.keyClicks(dialog.millimetres, "85")
        size = plot.size()
        qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
        qtbot.waitUntil((tmp_path / name).exists, timeout=_TIMEOUT)
        qtbot.waitUntil(lambda: not window.findChildren(ExportDialog), timeout=_TIMEOUT)
    with Image.open(tmp_path / "loss.png") as picture:
        assert picture.size == (2 * size.width(), 2 * size.height())
    assert ElementTree.parse(tmp_path / "loss.svg").getroot().get("width") == "85mm"
    assert plot.size() == size


def test_the_layout_is_remembered_and_reset(qtbot: QtBot, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    first = MainWindow(Session(tmp_path / "runs"), settings)
    qtbot.addWidget(first)
    first.show()
    first.show_workspace("data")  # which needs no run
    first.pane(LaboratoryPane).parentWidget().setFloating(True)
    first.close()
    second = MainWindow(Session(tmp_path / "runs"), settings)
    qtbot.addWidget(second)
    second.show()
    assert second.pane(LaboratoryPane).parentWidget().isFloating()
    second.reset_layout()
    assert not second.pane(LaboratoryPane).parentWidget().isFloating()
    second.close()


def test_a_workspace_that_is_returned_to_shows_what_it_showed(qtbot: QtBot, opened: MainWindow) -> None:
    window = opened
    for name in ("explore", "map", "explore", "live", "explore"):
        window.show_workspace(name)
        qtbot.waitUntil(lambda: window.pane(LatentPane).isVisible(), timeout=_TIMEOUT)
        panes = {"explore": window.pane(TraversalPane), "map": window.pane(LatentMapPane), "live": window.pane(LossPane)}
        assert [other for other, pane in panes.items() if pane.isVisible()] == [name]
