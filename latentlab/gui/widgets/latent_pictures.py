"""The decoded image large, its start and the difference small beside it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QWidget

from latentlab.explore.requests.images import Deviation
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets.elided_label import ElidedLabel
from latentlab.gui.widgets.image_view import ImageView
from latentlab.gui.widgets.pixel_map_view import PixelMapView

_LARGEST = 360
_LEAST_BESIDE = 84
"""Side of the small images at which their captions are whole, in pixels."""
_SHARE = 0.36
"""Share of the height that there is that the decoded image takes at most."""


class LatentPictures(QWidget):
    """The decoded image, the start image over a map of pixels, and where the start came from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.decoded = ImageView()
        self.decoded.setAccessibleName(tr("Decoded image"))
        self.decoded.set_empty_text(tr("No model yet"))
        self.decoded.setToolTip(tr("The expected image of the current z: the mean of p(x|z)."))
        self.start = ImageView()
        self.start.setAccessibleName(tr("Start image"))
        self.start.set_caption(tr("start"))
        self.start.set_empty_text(tr("No start image"))
        self.start.setToolTip(tr("The image whose posterior mean is the start."))
        self.map = PixelMapView(
            {
                "difference": tr(
                    "Decoded − start image, pixels in [0, 1]: red where the decoded one is brighter, blue where it is "
                    "darker, white where they agree; of colour images, the mean over the channels."
                ),
                "deviation": tr(
                    "Standard deviation of each pixel over {samples} decoded draws from q(z|x) of the start image, pixels "
                    "in [0, 1]; of colour images, the root mean square over the channels.",
                    samples=Deviation.samples,
                ),
            }
        )
        self.map.set_empty_text(tr("Needs a start image"))
        self.origin = ElidedLabel()
        theme.set_role(self.origin, "caption")
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACING.TIGHT)
        layout.addWidget(self.decoded, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.start, 0, 1)
        layout.addWidget(self.map, 1, 1)
        layout.addWidget(self.origin, 2, 0, 1, 3)
        layout.setColumnStretch(2, 1)

    def say_origin(self, text: str) -> None:
        """Where the start came from, in words; empty before there is one."""
        self.origin.setText(tr("from {text}", text=text) if text else "")
        self.origin.setToolTip(theme.plain_tip(self.origin.text()))

    def fit(self, width: int, height: int) -> None:
        """Take the sizes for an inspector of this size: the three images side by side in the whole width, as far as it goes."""
        line, gap = QFontMetrics(theme.caption_font()).height() + theme.SPACING.SMALL, theme.SPACING.TIGHT
        # Two small images with a line under each are as high as the large one: d = 2 (s + line) + gap, d + gap + s = width.
        side = min(_LARGEST, int(_SHARE * height), int((2 * (width - gap) + 2 * line + gap) / 3))
        beside = max(_LEAST_BESIDE, (side - gap) // 2 - line)
        side = max(_LEAST_BESIDE, min(side, width - gap - beside))
        self.decoded.setFixedSize(side, side)
        for view in (self.start, self.map):
            view.setFixedSize(beside, beside + line)

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * _LEAST_BESIDE + theme.SPACING.TIGHT, super().minimumSizeHint().height())
