"""The latent sliders, driven as a user drives them."""

import shutil
import threading
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QSlider
from pytestqt.qtbot import QtBot

from latentlab.api import train
from latentlab.config import RunConfig, load_preset, override
from latentlab.explore.latent_file import read_latent
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.commands import Export
from latentlab.explore.requests.directions import Components, FindComponents
from latentlab.explore.requests.images import Deviation, Difference, Picture, PixelMap
from latentlab.explore.requests.values import ImageRef
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.latent import Latent
from latentlab.gui.panes.latent import LatentPane
from latentlab.gui.widgets.latent_slider import LatentSlider
from latentlab.runs import Run

_TIMEOUT = 60_000


def _latent(window: MainWindow) -> Latent:
    assert window.session.latent.current is not None
    return window.session.latent.current


def _start(qtbot: QtBot, window: MainWindow, index: int = 3) -> Latent:
    """Start at a held-out image."""
    window.session.latent.start_from_image(ImageRef(index=index))
    qtbot.waitUntil(lambda: _latent(window).source == ImageRef(index=index), timeout=_TIMEOUT)
    return _latent(window)


def _handle(row: LatentSlider) -> QSlider:
    handle = row.findChild(QSlider)
    assert handle is not None
    return handle


def _lock(qtbot: QtBot, row: LatentSlider) -> None:
    lock = next(button for button in row.findChildren(QAbstractButton) if button.isCheckable())
    qtbot.mouseClick(lock, Qt.MouseButton.LeftButton)


def test_a_run_that_was_opened_where_there_is_no_inspector_has_its_picture_later(
    qtbot: QtBot, window: MainWindow, tiny_run: Path
) -> None:
    window.show_workspace("sweeps")
    latent, pictures = window.session.latent, []
    latent.picture_changed.connect(lambda picture: pictures.append(picture.z))
    window.session.runs.open(tiny_run)
    qtbot.waitUntil(lambda: latent.current is not None and latent.current.source is not None, timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: bool(pictures) and np.array_equal(pictures[-1], _latent(window).z), timeout=_TIMEOUT)
    window.show_workspace("explore")
    pane = window.pane(LatentPane)
    qtbot.waitUntil(lambda: pane.checkpoints.step.text() == "model of step 8", timeout=_TIMEOUT)
    assert pane.decoded.picture() is not None


# Locks, resets, draws


def test_what_is_locked_is_moved_by_nothing_but_its_own_slider(qtbot: QtBot, opened: MainWindow) -> None:
    pane, session = opened.pane(LatentPane), opened.session
    _start(qtbot, opened)
    session.latent.set_z(1, 0.625)
    session.latent.set_z(2, 1.5)
    _lock(qtbot, pane.sliders.of_dimension(2))
    assert session.latent.locked == {2}
    qtbot.keyClick(opened, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: _latent(opened).z[1] == _latent(opened).start[1], timeout=_TIMEOUT)
    assert _latent(opened).z[2] == 1.5
    before = _latent(opened).z
    qtbot.mouseClick(pane.buttons.random, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: (_latent(opened).z != before).tolist() == [True, True, False, True], timeout=_TIMEOUT)
    qtbot.mouseClick(pane.buttons.prior_mean, Qt.MouseButton.LeftButton)
    assert _latent(opened).z.tolist() == [0, 0, 1.5, 0]
    session.latent.adopt_text("1 2 3 4")
    assert _latent(opened).z.tolist() == [1, 2, 1.5, 4]
    handle = _handle(pane.sliders.of_dimension(2))
    handle.setFocus()
    qtbot.keyClick(handle, Qt.Key.Key_Right)
    assert _latent(opened).z[2] == pytest.approx(1.6, abs=0.02)
    qtbot.keyClick(handle, Qt.Key.Key_L)
    assert session.latent.locked == frozenset()
    session.latent.set_locked(frozenset({0, 1}))
    pane.buttons.unlock.trigger()
    assert session.latent.locked == frozenset()
    session.latent.adopt_text("1 2 3 4")
    assert _latent(opened).z.tolist() == [1, 2, 3, 4]


def test_a_draw_from_the_prior_that_comes_late_takes_nothing_back(qtbot: QtBot, opened: MainWindow) -> None:
    _start(qtbot, opened)
    latent, drawn = opened.session.latent, []
    take = latent._take_prior_draw
    latent._take_prior_draw = lambda *given: drawn.append(take(*given))  # type: ignore[method-assign]
    latent.start_from_prior()
    latent.start_from_zero()
    qtbot.waitUntil(lambda: bool(drawn), timeout=_TIMEOUT)
    assert _latent(opened).origin == "z = 0"
    latent.start_from_prior()
    qtbot.waitUntil(lambda: _latent(opened).origin == "random draw", timeout=_TIMEOUT)


def test_a_slider_alone_goes_back_by_its_menu(qtbot: QtBot, opened: MainWindow) -> None:
    start = _start(qtbot, opened).start
    opened.session.latent.adopt_z(start + 0.5)
    row = opened.pane(LatentPane).sliders.of_dimension(3)
    actions = {action.text(): action for action in row.build_menu().actions()}
    actions["Reset z3 to its start"].trigger()
    np.testing.assert_allclose(_latent(opened).z - start, [0.5, 0.5, 0.5, 0], atol=1e-6)
    actions["Set z3 to 0"].trigger()
    assert _latent(opened).z[3] == 0
    actions["Lock z3"].trigger()
    assert opened.session.latent.locked == {3}


def test_the_start_images_posterior_is_drawn_from_and_without_one_it_says_so(qtbot: QtBot, opened: MainWindow) -> None:
    opened.session.latent.start_from_zero()
    opened.pane(LatentPane).buttons.draw.trigger()
    assert "no start image" in opened.message_bar.text()
    start = _start(qtbot, opened)
    assert start.std is not None
    draws = []
    for _ in range(30):
        with qtbot.waitSignal(opened.session.latent.latent_changed, timeout=_TIMEOUT):
            opened.pane(LatentPane).buttons.draw.trigger()
        draws.append(_latent(opened).z)
        assert np.array_equal(_latent(opened).start, start.start)
    apart = (np.stack(draws) - start.start) / start.std
    assert len(np.unique(apart[:, 0])) == 30
    assert np.abs(apart.mean()) < 4 / np.sqrt(apart.size)
    assert apart.std() == pytest.approx(1, abs=4 / np.sqrt(2 * apart.size))


# Components


def test_a_component_moves_z_along_its_direction_only_and_reads_z_back(
    qtbot: QtBot, opened: MainWindow, tiny_run: Path
) -> None:
    pane = opened.pane(LatentPane)
    start = _start(qtbot, opened).start
    qtbot.mouseClick(pane.sliders.components, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(pane.sliders.rows()) == 4, timeout=_TIMEOUT)
    found = Renderer.of_run(Run(tiny_run)).render(FindComponents())
    assert isinstance(found, Components)
    row = pane.sliders.row(1)
    np.testing.assert_allclose([row.value() for row in pane.sliders.rows()], found.coordinates(start), atol=1e-3)
    assert "of the variance" in row.toolTip()
    assert _handle(row).accessibleName() == "Principal component c2"
    handle = _handle(row)
    handle.setFocus()
    qtbot.keyClick(handle, Qt.Key.Key_PageUp)
    moved = _latent(opened).z - start
    assert np.linalg.norm(moved) > 0
    np.testing.assert_allclose(moved, (moved @ found.vectors[1]) * found.vectors[1], atol=1e-5)
    expected = found.coordinates(start) + np.eye(4)[1] * (row.value() - found.coordinates(start)[1])
    np.testing.assert_allclose([row.value() for row in pane.sliders.rows()], expected, atol=1e-3)
    # What is moved elsewhere is read back, too.
    opened.session.latent.adopt_z(found.centre + 2 * found.spread[0] * found.vectors[0])
    np.testing.assert_allclose([row.value() for row in pane.sliders.rows()], [2, 0, 0, 0], atol=1e-3)
    qtbot.mouseClick(pane.sliders.dimensions, Qt.MouseButton.LeftButton)
    assert sorted(row.dimension for row in pane.sliders.rows()) == [0, 1, 2, 3]
    np.testing.assert_allclose(pane.sliders.of_dimension(3).value(), _latent(opened).z[3], atol=1e-6)


def test_a_component_leaves_alone_what_is_locked_and_still_gets_there(qtbot: QtBot, opened: MainWindow) -> None:
    pane = opened.pane(LatentPane)
    qtbot.mouseClick(pane.sliders.components, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(pane.sliders.rows()) == 4, timeout=_TIMEOUT)
    opened.session.latent.set_locked(frozenset({1}))
    before = _latent(opened).z
    pane.sliders.row(0).set_value(2.0, notify=True)
    assert _latent(opened).z[1] == before[1]
    assert (_latent(opened).z != before).any()
    assert pane.sliders.row(0).value() == pytest.approx(2.0, abs=1e-3)
    opened.session.latent.set_locked(frozenset(range(4)))
    before = _latent(opened).z
    pane.sliders.row(0).set_value(-1.0, notify=True)
    assert np.array_equal(_latent(opened).z, before)
    assert pane.sliders.row(0).value() == pytest.approx(2.0, abs=1e-3)


# Text and files


def test_z_is_copied_and_pasted_with_the_keys(qtbot: QtBot, opened: MainWindow) -> None:
    pane, session = opened.pane(LatentPane), opened.session
    session.latent.adopt_z(np.array([0.5, -1.25, 0.1, 2], np.float32))
    pane.setFocus()
    qtbot.keyClick(pane, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "0.5,-1.25,0.1,2"
    QGuiApplication.clipboard().setText("[1.5, -2\n 0 \N{MINUS SIGN}0.25]")
    handle = _handle(pane.sliders.of_dimension(0))
    handle.setFocus()
    qtbot.keyClick(handle, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert _latent(opened).z.tolist() == [1.5, -2, 0, -0.25]
    assert pane.sliders.of_dimension(0).value() == 1.5
    QGuiApplication.clipboard().setText("1,2,3")
    qtbot.keyClick(handle, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "has 3 values; this model has 4 latent dimensions" in opened.message_bar.text()
    assert _latent(opened).z.tolist() == [1.5, -2, 0, -0.25]


@pytest.mark.parametrize("name", ["kept.npz", "kept.csv"])
def test_a_z_is_saved_and_comes_back_with_its_start(qtbot: QtBot, opened: MainWindow, tmp_path: Path, name: str) -> None:
    session = opened.session
    start = _start(qtbot, opened)
    session.latent.set_z(0, 1.5)
    saved = _latent(opened)
    session.latent_files.save(tmp_path / name)
    qtbot.waitUntil(lambda: f"Saved {tmp_path / name}" in opened.message_bar.text(), timeout=_TIMEOUT)
    session.latent.start_from_zero()
    session.latent_files.load(tmp_path / name)
    qtbot.waitUntil(lambda: _latent(opened).origin == name, timeout=_TIMEOUT)
    loaded = _latent(opened)
    for attribute in ("z", "start", "std"):
        assert np.array_equal(getattr(loaded, attribute), getattr(saved, attribute))
    session.latent.reset_z()
    assert np.array_equal(_latent(opened).z, start.start)
    if name.endswith("npz"):
        assert session.run.subject is not None
        stored = read_latent(tmp_path / name, 4)
        assert (stored.run, stored.step) == (session.run.subject.path.name, 8)


def test_a_file_that_holds_no_z_leaves_everything_as_it_was(qtbot: QtBot, opened: MainWindow, tmp_path: Path) -> None:
    before = _latent(opened)
    np.savez(tmp_path / "wrong.npz", z=np.zeros(7))
    opened.session.latent_files.load(tmp_path / "wrong.npz")
    expected = "wrong.npz: z has 7 values; this model has 4 latent dimensions."
    qtbot.waitUntil(lambda: expected in opened.message_bar.text(), timeout=_TIMEOUT)
    assert _latent(opened) is before
    opened.session.latent_files.save(tmp_path / "missing" / "a.npz")
    qtbot.waitUntil(lambda: "there is no such folder" in opened.message_bar.text(), timeout=_TIMEOUT)


# The third image


def test_the_difference_follows_z_and_the_deviation_the_start_image(
    qtbot: QtBot, opened: MainWindow, tiny_run: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane, session = opened.pane(LatentPane), opened.session
    engine = Renderer.of_run(Run(tiny_run))
    session.latent.start_from_zero()
    assert pane.map.image() is None
    _start(qtbot, opened)

    def shows(request: Difference | Deviation) -> bool:
        drawn = engine.render(request)
        assert isinstance(drawn, PixelMap)
        shown = pane.map.image()
        return shown is not None and np.array_equal(shown, drawn.grid.images[0, -1])

    qtbot.waitUntil(lambda: shows(Difference(ImageRef(index=3), _latent(opened).start)), timeout=_TIMEOUT)
    handle = _handle(pane.sliders.of_dimension(0))
    handle.setFocus()
    qtbot.keyClick(handle, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: shows(Difference(ImageRef(index=3), _latent(opened).z)), timeout=_TIMEOUT)
    assert pane.map.choice.text().startswith("diff ±")
    pane.map.choice.menu().actions()[1].trigger()
    qtbot.waitUntil(lambda: shows(Deviation(ImageRef(index=3))), timeout=_TIMEOUT)
    assert pane.map.choice.text().startswith("std 0–")
    drawn = _note_maps(pane, monkeypatch)
    with qtbot.waitSignal(session.latent.picture_changed, timeout=_TIMEOUT):
        qtbot.keyClick(handle, Qt.Key.Key_PageUp)
    _start(qtbot, opened, 4)
    qtbot.waitUntil(lambda: shows(Deviation(ImageRef(index=4))), timeout=_TIMEOUT)
    assert drawn == ["deviation"]  # once for the new image, not for each z
    session.latent.start_from_zero()
    assert pane.map.image() is None


def _note_maps(pane: LatentPane, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The kinds of the maps that are drawn from now on."""
    drawn: list[str] = []
    show = pane.map.set_map

    def note(shown: PixelMap | None) -> None:
        if shown is not None:
            drawn.append(pane.map.kind())
        show(shown)

    monkeypatch.setattr(pane.map, "set_map", note)
    return drawn


def test_nothing_is_drawn_for_a_pane_that_is_not_seen(
    qtbot: QtBot, opened: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    _start(qtbot, opened)
    qtbot.waitUntil(lambda: opened.pane(LatentPane).map.image() is not None, timeout=_TIMEOUT)
    opened.show_workspace("sweeps")
    qtbot.waitUntil(lambda: not opened.pane(LatentPane).isVisible(), timeout=_TIMEOUT)
    drawn: list[str] = []
    for value in (1.0, 2.0, 3.0):
        with qtbot.waitSignal(opened.session.latent.picture_changed, timeout=_TIMEOUT):
            opened.session.latent.set_z(0, value)
        if value == 1.0:  # what was under way has come
            drawn = _note_maps(opened.pane(LatentPane), monkeypatch)
    assert drawn == []
    opened.show_workspace("live")
    qtbot.waitUntil(lambda: "difference" in drawn, timeout=_TIMEOUT)


def test_a_slider_need_not_wait_until_a_deviation_is_drawn(
    qtbot: QtBot, opened: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    _start(qtbot, opened)
    renderer = opened.session._rendering._renderer
    assert renderer is not None
    begun, go, urgent = threading.Event(), threading.Event(), renderer.yield_to_urgent
    monkeypatch.setattr(renderer, "yield_to_urgent", lambda: (begun.set(), go.wait(60), urgent()))
    answers = _note_maps(opened.pane(LatentPane), monkeypatch)
    pictures: list[Picture] = []
    opened.session.latent.picture_changed.connect(lambda picture: (answers.append("decode"), pictures.append(picture)))
    opened.pane(LatentPane).map.choose("deviation")
    assert begun.wait(60)
    QGuiApplication.processEvents()  # answers to what was asked before
    answers.clear()
    pictures.clear()
    opened.session.latent.set_z(0, 1.25)
    go.set()
    qtbot.waitUntil(lambda: "deviation" in answers, timeout=_TIMEOUT)
    assert answers[0] == "decode"
    assert pictures[0].z[0] == 1.25


def test_an_exported_map_is_restored_from_its_file(qtbot: QtBot, opened: MainWindow, tiny_run: Path, tmp_path: Path) -> None:
    session, pane = opened.session, opened.pane(LatentPane)
    session.runs.folder = tiny_run.parent
    _start(qtbot, opened, 6)
    session.latent.set_z(1, -1.5)
    z = _latent(opened).z
    pane.export_map_to(tmp_path / "window.png")
    qtbot.waitUntil(lambda: "window.png" in opened.message_bar.text(), timeout=_TIMEOUT)
    Renderer.of_run(Run(tiny_run)).render(Export(Difference(ImageRef(index=6), z), tmp_path / "engine.png"))
    assert (tmp_path / "window.png").stat().st_size > 0
    pane.map.choose("deviation")
    session.latent.start_from_zero()
    session.dropped.take(tmp_path / "engine.png")
    qtbot.waitUntil(lambda: _latent(opened).source == ImageRef(index=6), timeout=_TIMEOUT)
    assert np.array_equal(_latent(opened).z, z)
    assert pane.map.kind() == "difference"
    session.latent.reset_z()
    assert not np.array_equal(_latent(opened).z, z)


def test_colour_and_ladder_runs_have_everything_too(
    qtbot: QtBot, window: MainWindow, colour_config: RunConfig, tmp_path: Path
) -> None:
    ladder = override(
        load_preset("digits-ladder"),
        [
            *("device=cpu", "train.steps=4", "train.threads=1", "objective.kl_warmup=0"),
            *("model.width=4", "model.hidden=16", "model.latent_dim=6", "model.top_dim=2"),
        ],
    )
    pane, session = window.pane(LatentPane), window.session
    for config in (colour_config, ladder):
        run = train(config, tmp_path / "runs")
        session.runs.open(run.path)
        size = config.model.latent_dim
        qtbot.waitUntil(lambda n=size: session.views.shown_step is not None and len(_latent(window).z) == n, timeout=_TIMEOUT)
        _start(qtbot, window, 1)
        qtbot.waitUntil(lambda: pane.map.image() is not None, timeout=_TIMEOUT)
        pane.map.choose("deviation")
        qtbot.waitUntil(lambda: pane.map.image() is not None, timeout=_TIMEOUT)
        with qtbot.waitSignal(session.latent.latent_changed, timeout=_TIMEOUT):
            pane.buttons.draw.trigger()
        qtbot.mouseClick(pane.sliders.components, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: len(pane.sliders.rows()) > 1, timeout=_TIMEOUT)
        pane.sliders.row(0).set_value(1.0, notify=True)
        assert pane.sliders.row(0).value() == pytest.approx(1.0, abs=2e-3)
        assert "cannot" not in window.message_bar.text()


# Checkpoints


def test_the_scrubber_goes_through_the_checkpoints_with_keys_and_mouse(qtbot: QtBot, opened: MainWindow) -> None:
    pane, session = opened.pane(LatentPane), opened.session
    scrubber = pane.checkpoints.scrubber
    qtbot.waitUntil(scrubber.isEnabled, timeout=_TIMEOUT)
    assert scrubber.step() is None  # at the newest weights, which are those of step 8
    scrubber.setFocus()
    qtbot.keyClick(scrubber, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: session.views.shown_step == 4, timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: pane.checkpoints.step.text() == "model of step 4 (held)", timeout=_TIMEOUT)
    qtbot.keyClick(scrubber, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: session.views.shown_step == 8 and session.views.held_step is None, timeout=_TIMEOUT)
    qtbot.mouseClick(scrubber, Qt.MouseButton.LeftButton, pos=QPoint(8, scrubber.height() // 2))
    qtbot.waitUntil(lambda: session.views.shown_step == 4, timeout=_TIMEOUT)
    # The menu beside it moves it along.
    pane.checkpoints.step.menu().actions()[0].trigger()
    qtbot.waitUntil(lambda: scrubber.step() is None and session.views.shown_step == 8, timeout=_TIMEOUT)


def test_while_the_scrubber_is_dragged_only_the_newest_asked_for_is_loaded(qtbot: QtBot, opened: MainWindow) -> None:
    pane, session = opened.pane(LatentPane), opened.session
    qtbot.waitUntil(pane.checkpoints.scrubber.isEnabled, timeout=_TIMEOUT)
    loaded: list[int] = []
    session._rendering.loaded.connect(loaded.append, Qt.ConnectionType.QueuedConnection)
    hold = threading.Event()
    session._files.tell("open", lambda: hold.wait(60))  # the thread is busy while the hand moves to and fro
    y = pane.checkpoints.scrubber.height() // 2
    qtbot.mousePress(pane.checkpoints.scrubber, Qt.MouseButton.LeftButton, pos=QPoint(pane.checkpoints.scrubber.width() - 4, y))
    for x in (8, pane.checkpoints.scrubber.width() - 4, 8, pane.checkpoints.scrubber.width() - 4, 8):
        qtbot.mouseMove(pane.checkpoints.scrubber, QPoint(x, y))
    qtbot.mouseRelease(pane.checkpoints.scrubber, Qt.MouseButton.LeftButton, pos=QPoint(8, y))
    hold.set()
    qtbot.waitUntil(lambda: session.views.shown_step == 4, timeout=_TIMEOUT)
    with qtbot.waitSignal(session.latent.picture_changed, timeout=_TIMEOUT):
        session.latent.set_z(0, 0.5)
    assert loaded == [4]


def test_a_checkpoint_that_is_gone_is_said_and_the_newest_weights_are_looked_at_again(
    qtbot: QtBot, opened: MainWindow, tiny_run: Path
) -> None:
    scrubber = opened.pane(LatentPane).checkpoints.scrubber
    qtbot.waitUntil(scrubber.isEnabled, timeout=_TIMEOUT)
    shutil.rmtree(next((tiny_run / "checkpoints").glob("*4")))
    scrubber.setFocus()
    qtbot.keyClick(scrubber, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: "step 4" in opened.message_bar.text(), timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: scrubber.step() is None and not scrubber.isEnabled(), timeout=_TIMEOUT)
    assert opened.session.views.held_step is None
    assert opened.session.views.shown_step == 8
