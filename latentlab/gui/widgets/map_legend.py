"""What the colours of a latent map stand for."""

import html

import numpy as np
from PySide6.QtWidgets import QLabel, QWidget

from latentlab.explore.requests.maps import DrawnMap
from latentlab.explore.scatter import ATTRIBUTE, class_colours, value_colours
from latentlab.gui import theme
from latentlab.gui.widgets import figures

_MOST_CLASSES = 10
_SHADES = 16


class MapLegend(QLabel):
    """A row for each label, or a bar of shades between two numbers."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rich", True)
        self.setFont(theme.caption_font())
        self.setWordWrap(True)
        self.setFixedWidth(width)

    def set_map(self, drawn: DrawnMap) -> None:
        """Explain a map."""
        self.setText(_legend(drawn))


def label_name(drawn: DrawnMap, label: int) -> str:
    """A label of a map in words."""
    return drawn.label_names[label] if 0 <= label < len(drawn.label_names) else f"label {label}"


def _legend(drawn: DrawnMap) -> str:
    """Rich text."""
    if drawn.values is not None:
        if (drawn.colours[:, None] == ATTRIBUTE).all(-1).any(-1).all():
            return _rows([("absent", ATTRIBUTE[0].tolist()), ("present", ATTRIBUTE[1].tolist())])
        shades = value_colours(np.linspace(0, 1, _SHADES, dtype=np.float32)).tolist()
        bar = "".join(f'<span style="color:rgb({red},{green},{blue})">█</span>' for red, green, blue in shades)
        return f"{bar}<br>{figures.fixed(float(drawn.values.min()))} to {figures.fixed(float(drawn.values.max()))}"
    labels = np.unique(drawn.labels)
    if len(labels) > _MOST_CLASSES:
        return f"{len(labels)} labels; colours recur after {_MOST_CLASSES}"
    names = [drawn.label_names[label] if 0 <= label < len(drawn.label_names) else str(label) for label in labels.tolist()]
    return _rows(list(zip(names, class_colours(labels).tolist(), strict=True)))


def _rows(named: list[tuple[str, list[int]]]) -> str:
    rows = (f'<span style="color:rgb({red},{green},{blue})">■</span> {html.escape(name)}' for name, (red, green, blue) in named)
    return "<br>".join(rows)
