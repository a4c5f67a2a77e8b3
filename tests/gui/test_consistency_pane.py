"""The workspace that compares x with t(x), driven as a user drives it."""

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from latentlab.explore.provenance import read_origin
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.commands import Export
from latentlab.explore.requests.transformations import (
    Consistency,
    DrawnConsistency,
    DrawnRanking,
    DrawnStrength,
    Rank,
    Strength,
    Transformation,
)
from latentlab.explore.requests.values import ImageRef, RunRef
from latentlab.gui import theme
from latentlab.gui.main_window import MainWindow
from latentlab.gui.panes.consistency import ConsistencyPane
from latentlab.gui.panes.interpolation import InterpolationPane
from latentlab.gui.session import Session
from latentlab.gui.widgets.figures import fixed
from latentlab.metrics import TEST_CONSISTENCY_KL
from latentlab.policies import save_policy
from latentlab.runs import Run

_TIMEOUT = 60_000


@pytest.fixture
def window(qtbot: QtBot, opened: MainWindow) -> MainWindow:
    """In the workspace that this is about."""
    window = opened
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.pane(ConsistencyPane)._comparison is not None, timeout=_TIMEOUT)
    return window


def _shown(window: MainWindow) -> DrawnConsistency:
    shown = window.pane(ConsistencyPane)._comparison
    assert shown is not None
    return shown


def _back_to_identity(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.mouseClick(window.pane(ConsistencyPane).reset, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _shown(window).kl_forward == 0, timeout=_TIMEOUT)


def test_keys_turn_the_image_and_the_numbers_are_the_engines(qtbot: QtBot, window: MainWindow, tiny_run: Path) -> None:
    pane, session = window.pane(ConsistencyPane), window.session
    _back_to_identity(qtbot, window)
    session.latent.start_from_image(ImageRef(index=6))
    qtbot.waitUntil(
        lambda: session.latent.current is not None and session.latent.current.source == ImageRef(index=6), timeout=_TIMEOUT
    )
    slider = pane.controls.sliders["rotate"].slider
    slider.setFocus()
    for _ in range(3):
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    box = pane.controls.flips["h"]
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    asked = Transformation(rotate=3, flip="h")
    assert pane.controls.transformation() == asked
    expected = Renderer.of_run(Run(tiny_run)).render(Consistency(ImageRef(index=6), asked))
    assert isinstance(expected, DrawnConsistency)
    qtbot.waitUntil(lambda: _shown(window).kl_forward == expected.kl_forward, timeout=_TIMEOUT)
    row, mean = pane.totals.texts()
    measured = Run(tiny_run).reports()[-1]
    assert mean == ["held out", fixed(measured.values[TEST_CONSISTENCY_KL]), "", "", "", "", "", str(measured.step)]
    assert (row[0], row[1], row[3]) == ("this image", fixed(expected.kl_forward), fixed(expected.jeffreys))
    order = pane.plots.pair.order()
    assert order == np.argsort(-expected.kl_per_dim, kind="stable").tolist()
    # The dimension that moved most is drawn at its two means, one above the other as their values are.
    first, second = (pane.plots.pair.position(order[0], float(mean[order[0]])) for mean in (expected.mean_x, expected.mean_t))
    assert (first.y() < second.y()) == (expected.mean_x[order[0]] > expected.mean_t[order[0]])
    assert not pane.plots.pair.grab().toImage().isNull()
    assert not pane.controls.verticalScrollBar().isVisible()  # all parts of t are in sight

    qtbot.mouseClick(pane.grid, Qt.MouseButton.LeftButton, pos=pane.grid.cell_rect(1, 1).center())
    assert session.latent.current is not None
    assert np.array_equal(session.latent.current.z, expected.mean_t)
    qtbot.mouseClick(pane.reset, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _shown(window).kl_forward == 0, timeout=_TIMEOUT)


def test_the_first_t_is_drawn_from_the_policy_and_is_exported_with_its_command(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, tmp_path: Path
) -> None:
    pane = window.pane(ConsistencyPane)
    assert _shown(window).kl_forward > 0
    assert pane.origin.text() == "t drawn from the run's policy, draw 0"
    drawn = _shown(window).transformation
    assert drawn is not None
    assert drawn != Transformation()
    shown = pane.controls.transformation()  # each at the nearest step of its slider
    assert (shown.rotate, *shown.translate) == pytest.approx((drawn.rotate, *drawn.translate), abs=0.5)
    assert shown.scale == pytest.approx(drawn.scale, abs=0.025)
    pane.export_to(tmp_path / "window.png")
    qtbot.waitUntil(lambda: "window.png" in window.message_bar.text(), timeout=_TIMEOUT)
    Renderer.of_run(Run(tiny_run)).render(Export(Consistency(ImageRef(index=0), draw=0), tmp_path / "engine.png"))
    with Image.open(tmp_path / "window.png") as one, Image.open(tmp_path / "engine.png") as other:
        assert one.tobytes() == other.tobytes()
        assert "latentlab consistency" in one.text["command"]
        assert "--draw 0" in one.text["command"]


def test_a_drawn_t_can_be_changed_from_where_it_is(qtbot: QtBot, window: MainWindow) -> None:
    pane = window.pane(ConsistencyPane)
    qtbot.mouseClick(pane.draw, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pane.controls.transformation() != Transformation(), timeout=_TIMEOUT)
    shown = pane.controls.transformation()
    slider = pane.controls.sliders["brightness"].slider
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert window.session.latent.current is not None
    asked = pane.request(window.session.latent.current)
    assert asked.draw is None
    assert asked.transformation == replace(shown, brightness=1.05)


def test_a_draw_comes_from_a_policy_that_the_menu_offers(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, tmp_path: Path
) -> None:
    save_policy("mine", {"degrees": 40.0, "border": "reflection"})
    pane, session = window.pane(ConsistencyPane), window.session
    pane.draw.policies.aboutToShow.emit()  # the offscreen platform cannot open menus without a word
    qtbot.waitUntil(lambda: any(action.text() == "mine" for action in pane.draw.policies.actions()), timeout=_TIMEOUT)
    mine = next(action for action in pane.draw.policies.actions() if action.text() == "mine")
    mine.trigger()
    assert session.latent.current is not None
    asked = pane.request(session.latent.current)
    assert (asked.draw, asked.policy) == (1, "border=reflection,degrees=40.0")
    qtbot.waitUntil(lambda: pane.origin.text() == "t drawn from border=reflection,degrees=40.0, draw 1", timeout=_TIMEOUT)
    expected = Renderer.of_run(Run(tiny_run)).render(asked)
    assert isinstance(expected, DrawnConsistency)
    assert _shown(window).kl_forward == pytest.approx(expected.kl_forward, rel=1e-6)
    ranked = pane.ranking_request(session.latent.current)
    assert (ranked.draw, ranked.policy) == (asked.draw, asked.policy)
    pane.export_to(tmp_path / "drawn.png")
    qtbot.waitUntil((tmp_path / "drawn.png").exists, timeout=_TIMEOUT)
    origin = read_origin(tmp_path / "drawn.png")
    assert origin is not None
    assert origin.request == asked


def test_without_a_run_the_pane_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(tmp_path / "runs")
    window = MainWindow(session, QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    assert not window.pane(ConsistencyPane).draw.isEnabled()
    assert not window.pane(InterpolationPane).settings.pair.isEnabled()
    assert window.pane(ConsistencyPane).grid.picture() is None


def _choose(qtbot: QtBot, box: QComboBox, index: int) -> None:
    """With the keys, from the first entry."""
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    for _ in range(index):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentIndex() == index


def _distance(picture: QImage, place: QPointF, colour: QColor) -> int:
    """How far the pixel nearest to a colour is from it, of those at a place."""
    near = [picture.pixelColor(round(place.x()) + dx, round(place.y()) + dy) for dx in range(-2, 3) for dy in range(-2, 3)]
    return min(abs(pixel.red() - colour.red()) + abs(pixel.blue() - colour.blue()) for pixel in near)


def test_the_plane_shows_both_posteriors_where_they_are(qtbot: QtBot, window: MainWindow) -> None:
    pane = window.pane(ConsistencyPane)
    _choose(qtbot, pane.plots.plot, 1)
    assert pane.plots.plane.isVisible()
    assert not pane.plots.pair.isVisible()
    assert list(pane.plots.plane.dims()) == pane.plots.pair.order()[:2]
    pane.plots.dims.setText("3,1")
    qtbot.keyClick(pane.plots.dims, Qt.Key.Key_Return)
    assert pane.plots.plane.dims() == (3, 1)
    one, other = pane.plots.plane.position(0, 0), pane.plots.plane.position(1, 1)
    assert other.x() - one.x() == pytest.approx(one.y() - other.y())  # equal scales, upwards is up
    picture = pane.plots.plane.grab().toImage()
    shown = _shown(window)
    for mean, std, colour in ((shown.mean_x, shown.std_x, "posterior_x"), (shown.mean_t, shown.std_t, "posterior_t")):
        edges = [(mean[3] + side * std[3], mean[1]) for side in (-1, 1)] + [
            (mean[3], mean[1] + side * std[1]) for side in (-1, 1)
        ]
        wanted = theme.quantity_colour(colour)
        # Where the other ellipse lies over an edge, one of the others shows.
        assert min(_distance(picture, pane.plots.plane.position(float(x), float(y)), wanted) for x, y in edges) < 90
    pane.plots.dims.setText("0,9")
    qtbot.keyClick(pane.plots.dims, Qt.Key.Key_Return)
    assert "0 to 3" in window.message_bar.text()
    assert pane.plots.plane.dims() == (3, 1)


def test_the_strength_of_a_part_of_t_is_swept_for_the_image_and_the_held_out_ones(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, tmp_path: Path
) -> None:
    pane, session = window.pane(ConsistencyPane), window.session
    _back_to_identity(qtbot, window)
    _choose(qtbot, pane.plots.plot, 2)
    qtbot.waitUntil(lambda: pane.plots.strength._curve is not None, timeout=_TIMEOUT)
    _choose(qtbot, pane.plots.amount, 9)
    pane.plots.images.set_value(16)
    session.latent.start_from_image(ImageRef(index=7))
    expected = Renderer.of_run(Run(tiny_run)).render(Strength(ImageRef(index=7), "noise", 0, 0.5, images=16))
    assert isinstance(expected, DrawnStrength)

    def drawn() -> bool:
        curve = pane.plots.strength._curve
        return curve is not None and np.array_equal(curve.kl, expected.kl) and np.array_equal(curve.kl_std, expected.kl_std)

    qtbot.waitUntil(drawn, timeout=_TIMEOUT)
    last = pane.plots.strength.position(0, 12, float(expected.kl[12]))
    qtbot.mouseMove(pane.plots.strength, last.toPoint())
    assert pane.plots.strength._hover == 12
    assert pane.plots.strength.position(0, 0, 0).y() > last.y()
    assert not pane.plots.strength.grab().toImage().isNull()
    pane.export_to(tmp_path / "strength.png")
    qtbot.waitUntil(lambda: "strength.png" in window.message_bar.text(), timeout=_TIMEOUT)
    origin = read_origin(tmp_path / "strength.png")
    assert origin is not None
    assert origin.request == Strength(ImageRef(index=7), "noise", 0, 0.5, images=16)
    _choose(qtbot, pane.plots.plot, 0)
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    session.dropped.take(tmp_path / "strength.png")
    qtbot.waitUntil(lambda: pane.plots.strength.isVisible(), timeout=_TIMEOUT)
    assert pane.plots.amount.currentData() == "noise"


def _choose_run(qtbot: QtBot, window: MainWindow, run: Path) -> None:
    box = window.pane(ConsistencyPane).second
    qtbot.waitUntil(lambda: box.findData(str(run)) > 0, timeout=_TIMEOUT)
    _choose(qtbot, box, box.findData(str(run)))


def test_two_runs_look_at_the_same_x_and_t_of_x(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, other_run: Path, tmp_path: Path
) -> None:
    pane, session = window.pane(ConsistencyPane), window.session
    _back_to_identity(qtbot, window)
    pane.second.wanted.emit()
    _choose_run(qtbot, window, other_run)
    pane.controls.sliders["rotate"].slider.setFocus()
    for _ in range(2):
        qtbot.keyClick(pane.controls.sliders["rotate"].slider, Qt.Key.Key_PageUp)
    asked = pane.controls.transformation()
    assert asked.rotate > 0
    expected = Renderer.of_run(Run(tiny_run)).render(Consistency(ImageRef(index=0), asked, other=RunRef(other_run)))
    assert isinstance(expected, DrawnConsistency)
    assert expected.other is not None
    qtbot.waitUntil(lambda: np.array_equal(_shown(window).grid.images, expected.grid.images), timeout=_TIMEOUT)
    rows = pane.totals.texts()
    assert [row[0] for row in rows] == ["VAE", "CR-VAE (λ = 0.1)"]
    for row, drawn in zip(rows, (expected, expected.other), strict=True):
        assert row[1] == fixed(drawn.kl_forward)
        assert row[3] == fixed(drawn.jeffreys)
        assert row[-1] == str(drawn.step)
    # The sweep of strength has both curves.
    _choose(qtbot, pane.plots.plot, 2)
    qtbot.waitUntil(
        lambda: pane.plots.strength._curve is not None and pane.plots.strength._curve.other is not None, timeout=_TIMEOUT
    )
    qtbot.mouseMove(pane.plots.strength, pane.plots.strength.position(0, 4, 0).toPoint())
    assert f"| {pane.plots.strength._curve.other.kl[4]:.2f} nats" in pane.plots.strength._readout(pane.plots.strength._curve)
    assert not pane.plots.strength.grab().toImage().isNull()
    _choose(qtbot, pane.plots.plot, 0)
    # An exported picture names the other run's checkpoint, and brings both back.
    pane.export_to(tmp_path / "both.png")
    qtbot.waitUntil(lambda: "both.png" in window.message_bar.text(), timeout=_TIMEOUT)
    origin = read_origin(tmp_path / "both.png")
    assert origin is not None
    assert origin.request == Consistency(ImageRef(index=0), asked, other=RunRef(other_run, 12))
    _choose(qtbot, pane.second, 0)
    qtbot.waitUntil(lambda: pane.totals.texts()[0][0] == "this image", timeout=_TIMEOUT)
    assert _shown(window).other is None
    session.dropped.take(tmp_path / "both.png")
    qtbot.waitUntil(lambda: pane.totals.texts()[0][0] == "VAE", timeout=_TIMEOUT)
    # A run that is gone is let go; the current one is still shown.
    shutil.rmtree(other_run)
    qtbot.keyClick(pane.controls.sliders["rotate"].slider, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: pane.totals.texts()[0][0] == "this image", timeout=_TIMEOUT)
    assert "there is no such folder" in window.message_bar.text()
    assert pane.second.path() is None


def test_dimensions_are_ranked_from_those_that_stay_to_those_that_follow(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("latentlab.evaluation.posterior.ACTIVE_VARIANCE", 0.0)  # eight steps move hardly anything
    pane = window.pane(ConsistencyPane)
    _back_to_identity(qtbot, window)
    _choose(qtbot, pane.plots.plot, 3)
    assert pane.plots.images.isVisible()
    assert not pane.plots.amount.isVisible()
    pane.controls.sliders["rotate"].slider.setFocus()
    for _ in range(3):
        qtbot.keyClick(pane.controls.sliders["rotate"].slider, Qt.Key.Key_PageUp)
    request = Rank(pane.controls.transformation(), images=64)
    expected = Renderer.of_run(Run(tiny_run)).render(request)
    assert isinstance(expected, DrawnRanking)

    def drawn() -> bool:
        ranking = pane.plots.ranking._ranking
        return ranking is not None and np.array_equal(ranking.drift, expected.drift) and len(ranking.order) == 4

    qtbot.waitUntil(drawn, timeout=_TIMEOUT)
    order = pane.plots.ranking.order()
    assert order == np.argsort(expected.drift, kind="stable").tolist()
    first, last = pane.plots.ranking.position(order[0]), pane.plots.ranking.position(order[-1])
    assert first.x() < last.x()
    assert first.y() > last.y()  # upwards is further
    qtbot.mouseMove(pane.plots.ranking, last.toPoint())
    assert f"z{order[-1]} · drift {expected.drift[order[-1]]:.3f}" in pane.plots.ranking._readout(expected)
    picture = pane.plots.ranking.grab().toImage()
    wanted = theme.quantity_colour("posterior_t")
    dot = picture.pixelColor(round(last.x()), round(last.y()))
    assert abs(dot.red() - wanted.red()) + abs(dot.blue() - wanted.blue()) < 60
    # Drawn from the policy, it is a draw for each image.
    qtbot.mouseClick(pane.draw, Qt.MouseButton.LeftButton)
    policy = Renderer.of_run(Run(tiny_run)).render(Rank(request.transformation, draw=1, images=64))
    assert isinstance(policy, DrawnRanking)
    qtbot.waitUntil(
        lambda: pane.plots.ranking._ranking is not None and np.array_equal(pane.plots.ranking._ranking.drift, policy.drift),
        timeout=_TIMEOUT,
    )
    pane.export_to(tmp_path / "rank.png")
    qtbot.waitUntil(lambda: "rank.png" in window.message_bar.text(), timeout=_TIMEOUT)
    _choose(qtbot, pane.plots.plot, 0)
    window.show_workspace("live")
    window.session.dropped.take(tmp_path / "rank.png")
    qtbot.waitUntil(lambda: pane.plots.ranking.isVisible(), timeout=_TIMEOUT)
