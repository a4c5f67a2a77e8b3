"""The views that plug-ins bring; those of LatentLab itself are declared in `latentlab.explore.requests`."""

from dataclasses import dataclass
from typing import Literal

from latentlab.catalog.entries import Catalog, Entry


@dataclass(frozen=True, kw_only=True)
class ViewEntry(Entry):
    """A view of a model: a command, a request, and where there is a pane, a place in the window.

    Its code is the function that draws it, registered by `latentlab.explore.answers.answers`.

    Attributes:
        request: "module:class" of its request, declared by `latentlab.explore.requests.commands.view`; it loads neither torch
            nor Qt.
        pane: "module:class" of its pane, a `latentlab.gui.panes.base.Pane`; empty where it has only a command.
        workspace: in which the pane stands.
        needs_images: whether the pane shows nothing without the run's images.
    """

    request: str
    pane: str = ""
    workspace: Literal["live", "explore", "interpolate", "consistency", "map", "directions", "compare", "evaluate"] = "explore"
    needs_images: bool = False


VIEWS: Catalog[ViewEntry] = Catalog("view")
