"""A curve of a plot: its name, its colour and how it is drawn."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPen

from latentlab.gui import theme

_PALE = 90
"""Alpha of a curve that lies behind another."""
_DASHES, _DOTS = (6, 4), (1.5, 2.5)


@dataclass(frozen=True)
class Curve:
    """A curve of a plot.

    Attributes:
        key: what `CurvePlot.extend` calls it, by habit the name of its quantity.
        label: its name in the legend.
        colour: a colour, a name of `theme.QUANTITY_COLOURS`, or None for the quantity colour of the key.
        behind: the key of a curve that this one lies pale behind, as its raw values do: it is shown and hidden with that one.
        dashed: of held-out images.
        dotted: of validation images, which are others than the held-out ones.
        sums: of other curves, and so a line on top of a stack and no part of it.
        only_stacked: shown in a stack alone, as beside the others it would be a flat line.
        ends_apart: whether it may end at another step than the others, as that of another run does.
    """

    key: str
    label: str
    colour: QColor | str | None = None
    behind: str | None = None
    dashed: bool = False
    dotted: bool = False
    sums: bool = False
    only_stacked: bool = False
    ends_apart: bool = False

    def resolved(self) -> QColor:
        """The colour in the theme of the moment."""
        if isinstance(self.colour, QColor):
            return self.colour
        name = self.key if self.colour is None else self.colour
        return QColor(name) if name.startswith("#") else theme.quantity_colour(name)

    def pen(self) -> QPen:
        """A line of that colour, pale where it lies behind another."""
        colour = QColor(self.resolved())
        if self.behind is not None:
            colour.setAlpha(_PALE)
        pen = QPen(colour, 1)
        pen.setCosmetic(True)
        if self.is_broken:
            pen.setDashPattern(_DASHES if self.dashed else _DOTS)
        return pen

    @property
    def is_broken(self) -> bool:
        """Whether it is of images that are not learned from, and so no unbroken line."""
        return self.dashed or self.dotted
