"""A view as a figure for a paper: SVG or PDF of a width in millimetres, with letters of a size in points."""

from collections.abc import Mapping

from latentlab.drawing.pdf import pdf_file
from latentlab.drawing.sheet import POINTS_A_MM, Sheet
from latentlab.drawing.svg import svg_file
from latentlab.explore.grid_sheet import grid_sheet
from latentlab.explore.map_sheet import map_sheet
from latentlab.explore.marginals_sheet import marginals_sheet
from latentlab.explore.requests.commands import DEFAULT_WIDTH, Export
from latentlab.explore.requests.maps import DrawnMap, DrawnMarginals
from latentlab.explore.requests.values import View


def figure_file(view: View, provenance: Mapping[str, object], export: Export) -> bytes:
    """A view as the bytes of a file.

    Args:
        view: what was drawn.
        provenance: written into the file as JSON.
        export: says the ending, the width, and whether there are labels.

    Raises:
        ExportError: if the figure would be too narrow or too large, or a .pdf has no letter for a label.
    """
    sheet = figure_sheet(view, (export.width_mm or DEFAULT_WIDTH) * POINTS_A_MM, labels=export.labels)
    write = svg_file if export.path.suffix.lower() == ".svg" else pdf_file
    return write(sheet, f"{provenance['view']} · {provenance['run']}", provenance)


def figure_sheet(view: View, width: float, *, labels: bool) -> Sheet:
    """A view on a sheet of a width in points; what is a plot is drawn as lines and letters.

    Raises:
        ExportError: as `figure_file`.
    """
    match view:
        case DrawnMap():
            return map_sheet(view, width, titled=labels)
        case DrawnMarginals():
            return marginals_sheet(view, width)
        case _:
            return grid_sheet(view.grid, width, labels=labels)
