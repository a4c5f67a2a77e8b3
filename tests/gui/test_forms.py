"""The form says what the config says, refuses what it refuses, and hides what the method ignores."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QToolButton,
)

from latentlab.catalog.networks import LARGEST_LATENT
from latentlab.catalog.settings import Component, EntrySettings
from latentlab.config import RunConfig, parse_config
from latentlab.errors import ConfigError
from latentlab.gui import theme
from latentlab.gui.forms import ConfigForm
from latentlab.gui.widgets.fold_button import FoldButton
from latentlab.gui.widgets.number_box import NumberBox


@pytest.fixture(scope="module")
def _themed(qapp):
    """Once: a style sheet is applied to every widget that is still alive."""
    theme.apply_theme(qapp, "light")


@pytest.fixture
def form(qtbot, _themed):
    area = QScrollArea()
    area.setWidgetResizable(True)
    form = ConfigForm()
    area.setWidget(form)
    area.resize(312, 700)
    qtbot.addWidget(area)
    area.show()
    qtbot.waitExposed(area)
    # The area owns the form; keep it as long as the form is used, and no longer.
    form.area = area
    yield form
    del form.area


def type_into(qtbot, box, text):
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, text)


def choose(qtbot, box, value):
    """Choose as a user does, with the keyboard."""
    box.setFocus()
    while box.currentData() != value:
        before = box.currentIndex()
        qtbot.keyClick(box, Qt.Key.Key_Down if box.findData(value) > before else Qt.Key.Key_Up)
        assert box.currentIndex() != before


def keys_of(model):
    for name, info in model.model_fields.items():
        if isinstance(info.annotation, type) and issubclass(info.annotation, Component):
            catalog = info.annotation.catalog if issubclass(info.annotation, EntrySettings) else None
            models = [entry.settings for entry in catalog.values()] if catalog else [info.annotation]
            yield from {f"{name}.{inner}" for model in models for inner in model.model_fields}
        else:
            yield name


def test_every_setting_of_the_config_has_a_control(form):
    assert sorted(form.keys()) == sorted(keys_of(RunConfig))
    for key in form.keys():  # noqa: SIM118 - no dictionary
        control = form.editor(key)
        assert key in control.toolTip()
        assert control.accessibleName()


def test_any_config_comes_back_as_it_went_in(form):
    config = parse_config(
        {
            "name": "try-7",
            "seed": 2**62 + 1,
            "device": "cuda:1",
            "data": {"name": "mnist", "root": "/data/mnist", "size": 64, "test_fraction": 0.123456789},
            "model": {"name": "mlp", "latent_dim": 512, "hidden": 300, "layers": 3},
            "likelihood": {"name": "gaussian", "scale": "learned", "scale_value": 0.05},
            "objective": {"beta": 4.5, "kl_warmup": 100, "free_bits": 0.25},
            "consistency": {"weight": 0.1, "direction": "symmetric"},
            "transform": {"policy": "large_both_flips", "border": "reflection"},
            "train": {"learning_rate": 3e-5, "threads": 1, "steps": 12345, "precision": "bf16"},
        }
    )
    form.set_config(config)
    assert form.config() == config
    form.set_config(parse_config({}))
    assert form.config() == parse_config({})


def test_showing_a_config_is_silent(form, qtbot):
    with qtbot.assertNotEmitted(form.changed):
        form.set_config(parse_config({"objective": {"beta": 4.0}, "model": {"name": "mlp"}}))


def test_typing_a_number_changes_the_config_once_it_is_one(form, qtbot):
    rate = form.editor("train.learning_rate")
    assert rate.lineEdit().text() == "0.001"
    with qtbot.waitSignal(form.changed):
        type_into(qtbot, rate, "5e-4")
    assert form.config().train.learning_rate == 5e-4
    qtbot.keyClick(rate, Qt.Key.Key_Return)
    assert rate.lineEdit().text() == "0.0005"


def test_number_half_typed_is_the_last_good_one(form, qtbot):
    rate = form.editor("train.learning_rate")
    type_into(qtbot, rate, "2e-")
    assert rate.lineEdit().text() == "2e-"
    assert form.config().train.learning_rate == 1e-3
    qtbot.keyClick(rate, Qt.Key.Key_Return)
    assert rate.lineEdit().text() == "0.001"


def test_a_negative_beta_cannot_be_typed(form, qtbot):
    beta = form.editor("objective.beta")
    type_into(qtbot, beta, "-4")
    assert beta.lineEdit().text() == "4"
    assert form.config().objective.beta == 4.0


def test_a_number_out_of_range_becomes_the_limit(form, qtbot):
    latent = form.editor("model.latent_dim")
    type_into(qtbot, latent, "999999")
    assert form.config().model.latent_dim <= LARGEST_LATENT
    qtbot.keyClick(latent, Qt.Key.Key_Return)
    assert form.config().model.latent_dim == LARGEST_LATENT


def test_an_excluded_limit_is_refused(form, qtbot):
    form.set_config(parse_config({"likelihood": {"name": "gaussian", "scale": "fixed"}}))
    form.highlight("likelihood.scale_value")
    spread = form.editor("likelihood.scale_value")
    type_into(qtbot, spread, "0")
    qtbot.keyClick(spread, Qt.Key.Key_Return)
    assert form.config().likelihood.scale_value == 0.1


def test_arrows_step_by_the_size_of_the_number(form, qtbot):
    rate = form.editor("train.learning_rate")
    rate.setFocus()
    qtbot.keyClick(rate, Qt.Key.Key_Up)
    assert form.config().train.learning_rate == pytest.approx(0.0011)
    steps = form.editor("train.steps")
    steps.setFocus()
    qtbot.keyClick(steps, Qt.Key.Key_Down)
    assert form.config().train.steps == 2900


def test_an_optional_number_can_be_left_to_the_program(form, qtbot):
    form.highlight("data.size")
    size = form.editor("data.size")
    assert size.lineEdit().text() == "automatic"
    size.setFocus()
    qtbot.keyClick(size, Qt.Key.Key_Up)
    assert form.config().data.size == 16
    qtbot.keyClick(size, Qt.Key.Key_Down)
    assert form.config().data.size is None
    assert "size" not in form.values()["data"]
    assert form.editor("train.threads").lineEdit().text() == "automatic"


def test_settings_that_the_method_ignores_are_hidden(form, qtbot):
    assert not form.is_shown("data.root")
    with qtbot.waitSignal(form.changed):
        choose(qtbot, form.editor("data.name"), "mnist")
    assert form.is_shown("data.root")
    assert form.editor("data.root").isVisible()

    form.highlight("model.width")
    assert form.is_shown("model.width")
    choose(qtbot, form.editor("model.name"), "mlp")
    assert not form.is_shown("model.width")
    assert form.is_shown("model.hidden")


def test_settings_follow_the_collection(form, qtbot):
    shown = {}
    for name in ("sprites", "emnist", "cifar10", "array"):
        choose(qtbot, form.editor("data.name"), name)
        form.highlight("data.size")
        shown[name] = [key for key in ("data.root", "data.subset", "data.channels") if form.is_shown(key)]
        assert form.config().data.name == name
    assert shown == {
        "sprites": ["data.channels"],
        "emnist": ["data.root", "data.subset"],
        "cifar10": ["data.root"],
        "array": ["data.root"],
    }


def test_the_same_word_may_name_a_collection_and_a_part_of_one(form):
    names, subsets = form.editor("data.name"), form.editor("data.subset")
    assert names.itemText(names.findData("digits")) == "Digits (built in)"
    assert subsets.itemText(subsets.findData("digits")) == "Digits"
    assert subsets.itemText(subsets.findData("mnist")) == "Digits, as in MNIST"


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_a_folder_or_a_file_can_be_chosen(form, qtbot, tmp_path, kind):
    (tmp_path / "images.npz").write_bytes(b"")
    chosen = tmp_path / "images.npz" if kind == "file" else tmp_path
    form.set_config(parse_config({"data": {"name": "array", "root": str(tmp_path)}}))
    button = next(button for button in form.findChildren(QToolButton) if button.accessibleName() == f"Choose a {kind}")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    (dialog,) = form.findChildren(QFileDialog)
    qtbot.waitUntil(dialog.isVisible)
    dialog.selectFile(str(chosen))
    accept = dialog.findChild(QDialogButtonBox).buttons()[0]
    qtbot.waitUntil(accept.isEnabled)
    with qtbot.waitSignal(form.changed):
        qtbot.mouseClick(accept, Qt.MouseButton.LeftButton)
    assert form.config().data.root == str(chosen)


def test_a_setting_is_hidden_with_the_one_it_hangs_on(form):
    form.set_config(parse_config({"likelihood": {"name": "gaussian", "scale": "fixed"}}))
    form.highlight("likelihood.scale")
    assert form.is_shown("likelihood.scale_value")
    form.set_config(parse_config({"likelihood": {"name": "bernoulli"}}))
    assert not form.is_shown("likelihood.scale")
    assert not form.is_shown("likelihood.scale_value")


def test_highlight_unfolds_scrolls_and_focuses(form, qtbot):
    assert not form.editor("train.checkpoint_every").isVisible()
    form.highlight("train.checkpoint_every")
    control = form.editor("train.checkpoint_every")
    qtbot.waitUntil(control.hasFocus)
    assert control.isVisible()
    qtbot.waitUntil(lambda: form.area.viewport().rect().contains(control.mapTo(form.area.viewport(), control.rect().center())))
    assert control.property("highlighted") is True
    qtbot.waitUntil(lambda: control.property("highlighted") is False)


def test_an_error_stands_under_its_setting_until_it_is_changed(form, qtbot):
    form.show_error("must be smaller than the number of steps", "objective.kl_warmup")
    control = form.editor("objective.kl_warmup")
    assert control.isVisible()
    assert control.property("invalid") is True
    shown = [label.text() for label in form.findChildren(QLabel) if label.isVisible()]
    assert "must be smaller than the number of steps" in shown
    type_into(qtbot, control, "5")
    assert control.property("invalid") is False
    form.show_error("nobody", "no.such.setting")


def test_what_the_config_refuses_is_an_error_that_names_it(form, qtbot):
    form.highlight("objective.kl_warmup")
    type_into(qtbot, form.editor("objective.kl_warmup"), "999999")
    with pytest.raises(ConfigError, match="kl_warmup"):
        form.config()


def reset_of(form, name):
    return next(button for button in form.findChildren(QToolButton) if button.accessibleName() == f"Reset {name}")


def test_what_differs_is_marked_and_taken_back_by_a_click(form, qtbot):
    beta, reset = form.editor("objective.beta"), reset_of(form, "β (KL weight)")
    assert not reset.isVisible()
    assert form.changes() == []
    type_into(qtbot, beta, "4")
    assert form.changes() == ["objective.beta"]
    assert reset.isVisible()
    assert reset.toolTip() == "Changed. Back to 1."
    with qtbot.waitSignal(form.changed):
        qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert form.config().objective.beta == 1.0
    assert form.changes() == []
    assert not reset.isVisible()


def test_what_is_changed_and_folded_away_is_counted_where_it_is_folded(form, qtbot):
    choose(qtbot, form.editor("data.name"), "mnist")
    more = next(button for button in form.findChildren(FoldButton) if "Training" in button.accessibleName())
    assert more.text() == "More"
    form.set_config(parse_config({"train": {"patience": 2, "gradient_clip": 1.0}}))
    assert more.text() == "2 changed"


def test_settings_of_another_network_are_compared_with_their_defaults(form, qtbot):
    choose(qtbot, form.editor("model.name"), "mlp")
    assert form.changes() == ["model.name"]
    form.highlight("model.hidden")
    type_into(qtbot, form.editor("model.hidden"), "99")
    assert form.changes() == ["model.name", "model.hidden"]
    choose(qtbot, form.editor("model.name"), "conv")
    assert form.changes() == []


def test_each_problem_is_written_under_its_setting_in_the_words_of_the_form(form, qtbot):
    form.set_config(parse_config({"data": {"validation_fraction": 0.0}}))
    for key, text in (("train.patience", "5"), ("name", "a b")):
        form.highlight(key)
        if key == "name":
            form.editor(key).selectAll()
            qtbot.keyClicks(form.editor(key), text)
        else:
            type_into(qtbot, form.editor(key), text)
    form.area.setFocus()
    assert form.show_problems()
    shown = [label.text() for label in form.findChildren(QLabel) if label.isVisible() and "=" in label.text()]
    assert len(shown) == 1  # pydantic looks at whole runs only once each setting is right
    assert shown[0].startswith("“Name” = 'a b': must be letters, digits")
    qtbot.waitUntil(form.editor("name").hasFocus)
    form.editor("name").selectAll()
    qtbot.keyClicks(form.editor("name"), "ab")
    assert form.show_problems()
    qtbot.waitUntil(form.editor("train.patience").hasFocus)
    shown = [label.text() for label in form.findChildren(QLabel) if label.isVisible() and "=" in label.text()]
    assert shown[0].startswith("“Patience” = 5: needs validation images to measure on, and “Validation fraction” is 0")


def test_the_wheel_scrolls_the_form_and_changes_nothing(form, qtbot):
    form.area.setFocus()
    before = form.values()
    for box in [*form.findChildren(NumberBox), *form.findChildren(QComboBox)]:
        if box.isVisible() and not box.hasFocus():
            middle = QPointF(box.rect().center())
            wheel = QWheelEvent(
                middle,
                box.mapToGlobal(middle),
                QPoint(),
                QPoint(0, -120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(box, wheel)
    assert form.values() == before


def test_the_form_fits_its_column_with_everything_unfolded(form):
    form.set_config(parse_config({"data": {"name": "mnist"}, "likelihood": {"name": "gaussian", "scale": "fixed"}}))
    for key in form.keys():  # noqa: SIM118 - no dictionary
        form.highlight(key)
    assert form.minimumSizeHint().width() <= 300
    assert not form.area.horizontalScrollBar().isVisible()


def test_text_is_taken_as_typed(form, qtbot):
    form.highlight("name")
    name = form.editor("name")
    assert isinstance(name, QLineEdit)
    name.selectAll()
    qtbot.keyClicks(name, "a b")
    assert form.values()["name"] == "a b"
    with pytest.raises(ConfigError, match="name"):
        form.config()
