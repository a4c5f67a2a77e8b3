"""The file of a view that was drawn: a picture, a figure or a loop that says where it came from. It takes no model."""

from pathlib import Path

from latentlab.errors import RunError
from latentlab.explore.export import grid_png, write_picture
from latentlab.explore.figure_file import figure_file
from latentlab.explore.loops import loop_file
from latentlab.explore.provenance import provenance
from latentlab.explore.requests.commands import DrawnForFile, Exported
from latentlab.runs import Run, Segment
from latentlab.runs.mirrors import read_mirror


def write_drawn(drawn: DrawnForFile) -> Exported:
    """Write a view.

    Raises:
        ExportError: if the picture would be too large, or cannot be written.
    """
    export, grid = drawn.export, drawn.view.grid
    mirror = read_mirror(drawn.run_path)
    place = Path(mirror.path) if mirror else drawn.run_path  # the command is for the computer that has the weights
    origin = provenance(drawn.config, place, drawn.step, export, _history(drawn.run_path))
    scale, labels = export.scale, export.labels
    if export.is_loop:
        ending = export.path.suffix.lower()
        content = loop_file(grid, origin, ending, scale=scale, labels=labels, fps=export.fps)
    elif export.is_figure:
        content = figure_file(drawn.view, origin, export)
    else:
        content = grid_png(grid, origin, scale=scale, labels=labels)
    write_picture(export.path, content)
    return Exported(drawn.step, export.path, str(origin["command"]))


def _history(run_path: Path) -> tuple[Segment, ...]:
    """What of its settings the run has changed; nothing where its folder is gone."""
    try:
        return Run(run_path).header.history
    except RunError:
        return ()
