"""How a view or a plot is written: the formats that there are, and what a user chose last."""

from dataclasses import dataclass

from latentlab.explore.requests.commands import DEFAULT_FPS, DEFAULT_WIDTH, FIGURES, PICTURE, Style
from latentlab.gui.language import tr

FORMATS = {
    PICTURE: tr("PNG picture"),
    ".gif": tr("GIF loop"),
    ".webp": tr("WebP loop"),
    ".mp4": tr("MP4 video"),
    ".svg": tr("SVG figure"),
    ".pdf": tr("PDF figure"),
}
FORMAT_TIPS = {
    PICTURE: tr("The whole grid; run, step, seed and z are in the file, and dropping it on the window shows this view again."),
    ".gif": tr("A frame for each column and back again; up to 256 colours a frame. Dropping it shows this view again."),
    ".webp": tr("A frame for each column and back again, without loss. Dropping it shows this view again."),
    ".mp4": tr("A frame for each column and back again, as H.264 video."),
    ".svg": tr("For papers: text stays text and images keep their pixels. Dropping it shows this view again."),
    ".pdf": tr("For papers: the font is embedded and images keep their pixels. Dropping it shows this view again."),
}


@dataclass(frozen=True)
class ExportChoice:
    """What is kept from one export to the next.

    Attributes:
        ending: of the file.
        labels: whether labels are drawn.
        scale: None until a user chooses one; then small images are enlarged to a comfortable size.
        fps: frames of a loop per second.
        folder: where a user sent the last one; None for the run's own folder.
        width_mm: of a figure.
    """

    ending: str = PICTURE
    labels: bool = True
    scale: int | None = None
    fps: int = DEFAULT_FPS
    folder: str | None = None
    width_mm: float = DEFAULT_WIDTH

    @property
    def is_figure(self) -> bool:
        """Whether the file has a width in millimetres."""
        return self.ending in FIGURES

    @property
    def style(self) -> Style:
        """How a view is drawn into a file of this ending."""
        if self.is_figure:
            return Style(labels=self.labels, width_mm=self.width_mm)
        return Style(labels=self.labels, scale=self.scale, fps=self.fps)
