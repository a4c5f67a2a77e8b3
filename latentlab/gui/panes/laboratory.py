"""The transformation laboratory: ranges by sliders, images beside many draws of t(x), kept under a name."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QInputDialog, QLabel, QPushButton, QWidget

from latentlab.catalog.transforms import TRANSFORMS, CustomTransformConfig
from latentlab.config import TransformConfig, policy_ranges
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated
from latentlab.gui.models.messages import UseInNextRun
from latentlab.gui.panes.base import Pane, row_of, title_label
from latentlab.gui.session import Session
from latentlab.gui.widgets.flow_layout import group_of
from latentlab.gui.widgets.image_grid import ImageGrid
from latentlab.gui.widgets.parameter_panel import ParameterPanel
from latentlab.gui.widgets.parameter_slider import Unit
from latentlab.gui.workers.render_thread import Transformed

_IMAGES, _DRAWS = 8, 4
_RANGES = {
    "degrees": (tr("Rotation ±"), 0.0, 180.0, 0.0, 1.0, tr("Degrees: the angle is drawn from ± this.")),
    "shift": (tr("Shift ±"), 0.0, 0.5, 0.0, 0.01, tr("Share of the side: both shifts are drawn from ± this.")),
    "scale_min": (tr("Least scale"), 0.25, 1.0, 1.0, 0.05, tr("The factor is drawn from here up; above 1 enlarges.")),
    "scale_max": (tr("Largest scale"), 1.0, 3.0, 1.0, 0.05, tr("The factor is drawn up to here.")),
    "shear": (tr("Shear ±"), 0.0, 60.0, 0.0, 1.0, tr("Degrees: drawn from ± this.")),
    "brightness": (tr("Brightness ±"), 0.0, 1.0, 0.0, 0.05, tr("Values are multiplied by 1 ± this.")),
    "contrast": (tr("Contrast ±"), 0.0, 1.0, 0.0, 0.05, tr("Distances from the image's mean are multiplied by 1 ± this.")),
    "saturation": (
        tr("Saturation ±"),
        0.0,
        1.0,
        0.0,
        0.05,
        tr("Distances from grey are multiplied by 1 ± this; colour images only."),
    ),
    "hue": (tr("Hue ±"), 0.0, 0.5, 0.0, 0.01, tr("Turns of the colour circle, drawn from ± this; colour images only.")),
    "noise": (tr("Noise to"), 0.0, 0.5, 0.0, 0.01, tr("The standard deviation is drawn from 0 to this; pixels lie in [0, 1].")),
    "blur": (tr("Blur to"), 0.0, 5.0, 0.0, 0.1, tr("σ of the Gaussian is drawn from 0 to this, pixels.")),
    "erase": (tr("Erase to"), 0.0, 0.5, 0.0, 0.01, tr("The share of the area that is blackened is drawn from 0 to this.")),
}
_FLIPS = {"flip_horizontal": tr("flip left–right"), "flip_vertical": tr("flip top–bottom")}
_SIGNS: dict[str, Unit] = {
    "degrees": "°",
    "shift": " %",
    "shear": "°",
    "brightness": " %",
    "contrast": " %",
    "saturation": " %",
    "blur": " px",
    "erase": " %",
}
_BORDERS = {"zeros": tr("black outside"), "border": tr("edge repeated"), "reflection": tr("mirrored")}
_OWN = tr("my own ranges")


class LaboratoryPane(Pane):
    """What a policy draws, before a run is trained with it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._images: NDArray[np.uint8] | None = None
        self._seed = 0
        self._known = {name: policy_ranges(TransformConfig(policy=name)) for name, entry in TRANSFORMS.items() if entry.ranges}
        self._saved = session.datasets.policies
        self.policy = QComboBox()
        self.policy.setToolTip(tr("Ranges to begin with: LatentLab's own policies, then those that you saved."))
        self.policy.setAccessibleName(tr("Policy"))
        self.again = QPushButton(theme.icon("dice"), tr("Draw again"))
        self.again.setToolTip(tr("Other draws of the same ranges."))
        self.save = QPushButton(tr("Save as…"))
        self.save.setToolTip(tr("Keep these ranges under a name, which transform.policy and the evaluation's --policy take."))
        self.forget = QPushButton(tr("Forget"))
        self.forget.setToolTip(tr("Remove the saved policy that is chosen. Runs that used it keep its ranges."))
        self.use = QPushButton(tr("Use these ranges"))
        self.use.setToolTip(tr("Put these ranges into Setup, as the transformation t of the next run."))
        self.grid = ImageGrid()
        self.grid.set_empty_text(tr("Choose images on the left: they appear here, each beside draws of t(x)."))
        self.grid.setToolTip(
            tr("x, and beside it t(x) as training would draw it: for every image again, uniformly from ranges.")
        )
        middle = QHBoxLayout()
        middle.setSpacing(theme.SPACING.MEDIUM)
        middle.addWidget(self.grid, 1)
        middle.addWidget(self._build_controls())
        layout = self._column()
        layout.addLayout(row_of(title_label(tr("Transformation t")), 1, self.policy, self.again))
        layout.addLayout(middle, 1)
        layout.addLayout(row_of(self.save, self.forget, 1, self.use))
        self._fill("simple")

        self.policy.activated.connect(self._on_policy)
        self.again.clicked.connect(self._on_again)
        self.save.clicked.connect(self._on_save)
        self.forget.clicked.connect(self._on_forget)
        self.use.clicked.connect(self._on_use)
        session.datasets.policies_changed.connect(self._on_policies)

    def config(self) -> TransformConfig:
        """The policy that is chosen, or the ranges of the sliders."""
        name = self.policy.currentData()
        if name in self._known:
            return TransformConfig(policy=name, border=self.border.currentData())
        ranges: dict[str, Any] = {name: slider.value() for name, slider in self.controls.sliders.items()}
        ranges |= {name: box.isChecked() for name, box in self.controls.flips.items()}
        return CustomTransformConfig(border=self.border.currentData(), **ranges)

    def set_images(self, images: NDArray[np.uint8] | None) -> None:
        """Try the ranges on the first of these images, uint8 (N, H, W, C)."""
        self._images = None if images is None or not len(images) else images[:_IMAGES]
        if self._images is None:
            self.grid.set_grid(None)
            return
        self.controls.show_colour(self._images.shape[-1] == 3)
        self._draw()

    def save_as(self, name: str) -> None:
        """Keep the ranges under a name."""
        self._session.datasets.save_policy(name, policy_ranges(self.config()))

    def _build_controls(self) -> ParameterPanel:
        self.border = QComboBox()
        for value, words in _BORDERS.items():
            self.border.addItem(words, value)
        self.border.setToolTip(tr("What fills the places that the warp brings in from outside the image."))
        self.border.setAccessibleName(tr("Border"))
        self.border.activated.connect(self._draw)
        self.controls = ParameterPanel(_RANGES, _FLIPS, _SIGNS, group_of(QLabel(tr("Border")), self.border))
        for box, tip in zip(
            self.controls.flips.values(),
            (tr("Exchange left and right with probability ½."), tr("Exchange top and bottom with probability ½.")),
            strict=True,
        ):
            box.setToolTip(tip)
        self.controls.changed.connect(self._on_moved)
        return self.controls

    def _fill(self, chosen: str | None) -> None:
        """The policies' names, one of them chosen; None is none of them."""
        self.policy.clear()
        for name in (*self._known, *self._saved):
            self.policy.addItem(translated(TRANSFORMS[name].label) if name in TRANSFORMS else name, name)
        self.policy.addItem(_OWN, None)
        self.policy.setCurrentIndex(self.policy.findData(chosen))
        self._show(chosen)

    def _show(self, name: str | None) -> None:
        """A policy's ranges on the sliders."""
        self.forget.setEnabled(name in self._saved)
        ranges = self._known.get(name or "") or self._saved.get(name or "")
        if ranges is None:
            return
        # A policy that is shown is not one that somebody has changed.
        self.controls.blockSignals(True)
        self.controls.set_values({field: getattr(ranges, field) for field in (*_RANGES, *_FLIPS)})
        self.controls.blockSignals(False)
        if name in self._saved:
            self.border.setCurrentIndex(self.border.findData(ranges.border))

    @Slot()
    def _on_policy(self) -> None:
        self._show(self.policy.currentData())
        self._draw()

    @Slot()
    def _on_moved(self) -> None:
        self.policy.setCurrentIndex(self.policy.findText(_OWN))
        self.forget.setEnabled(False)
        self._draw()

    @Slot()
    def _on_again(self) -> None:
        self._seed += 1
        self._draw()

    @Slot()
    def _draw(self) -> None:
        if self._images is not None:
            self._session.datasets.draw_transformed(self._images, self.config(), _DRAWS, self._seed, self._on_transformed)

    def _on_transformed(self, transformed: Transformed) -> None:
        columns = ("x", *(f"t{number}(x)" for number in range(1, _DRAWS + 1)))
        self.grid.set_grid(transformed.grid, ("",) * len(transformed.grid), columns)

    @Slot()
    def _on_save(self) -> None:
        name, chosen = QInputDialog.getText(self, tr("Save policy"), tr("Name (lower-case letters, digits, - and _):"))
        if chosen:
            self.save_as(name.strip())

    @Slot()
    def _on_forget(self) -> None:
        self._session.datasets.forget_policy(self.policy.currentData())

    @Slot()
    def _on_use(self) -> None:
        self._session.messages.ask(UseInNextRun(self.config()))

    @Slot(object)
    def _on_policies(self, saved: dict[str, TransformConfig]) -> None:
        fresh = [name for name in saved if name not in self._saved]
        chosen = self.policy.currentData()
        known = {**self._known, **saved}
        self._saved = saved
        self._fill(fresh[0] if len(fresh) == 1 and self.isVisible() else chosen if chosen in known else None)

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._session.datasets.list_policies()
