"""Which panes there are, which of them stand in a workspace, and where."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from PySide6.QtCore import Qt

from latentlab.catalog.entries import load_code
from latentlab.catalog.views import VIEWS
from latentlab.errors import CatalogError
from latentlab.explore.requests.directions import Analogy, Direction, Neighbours
from latentlab.explore.requests.images import Deviation, Difference, Reconstruct, Sample
from latentlab.explore.requests.interpolation import Corners, Interpolate
from latentlab.explore.requests.maps import Map, Marginals, Walk
from latentlab.explore.requests.pairs import CompareRuns, Link
from latentlab.explore.requests.places import Places
from latentlab.explore.requests.transformations import Consistency, Rank, Strength
from latentlab.explore.requests.traversal import Traverse
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated
from latentlab.gui.panes.base import NoticePane, Pane
from latentlab.gui.session import Session

P = TypeVar("P", bound=Pane)

_OWN = "latentlab.gui.panes."
_STRIP_HEIGHT, _STRIP_SHARE = 172, 0.28
"""Of a pane that is one row of images: at least so many pixels, and the share of what there is."""


@dataclass(frozen=True)
class PaneEntry:
    """A pane, before it is built.

    Attributes:
        title: of its dock.
        code: its class, as "module:name".
        needs_images: whether it shows nothing without the run's images.
        records: whether it shows what is recorded of a run, so that it must be built with the run.
        shows: the requests whose exported pictures it can show again.
    """

    title: str
    code: str
    needs_images: bool = False
    records: bool = False
    shows: tuple[type, ...] = ()


PANES = {
    "losses": PaneEntry(tr("Loss"), _OWN + "losses:LossPane", records=True),
    "dimensions": PaneEntry(tr("KL per dimension"), _OWN + "dimensions:DimensionsPane", records=True),
    "posterior": PaneEntry(tr("Posterior"), _OWN + "posterior:PosteriorPane", needs_images=True),
    "divergences": PaneEntry(tr("Terms"), _OWN + "divergences:DivergencePane", records=True),
    "optimiser": PaneEntry(tr("Optimiser"), _OWN + "optimiser:OptimiserPane", records=True),
    "machine": PaneEntry(tr("Machine"), _OWN + "machine:MachinePane", records=True),
    "discriminator": PaneEntry(tr("Discriminator"), _OWN + "discriminator:DiscriminatorPane", records=True),
    "gallery": PaneEntry(tr("Reconstructions"), _OWN + "gallery:GalleryPane", shows=(Reconstruct, Sample)),
    "traversal": PaneEntry(tr("Traversal"), _OWN + "traversal:TraversalPane", shows=(Traverse,)),
    "places": PaneEntry(tr("Places"), _OWN + "places:PlacesPane", needs_images=True, shows=(Places,)),
    "interpolation": PaneEntry(
        tr("Interpolation"),
        _OWN + "interpolation:InterpolationPane",
        needs_images=True,
        shows=(Interpolate, Corners),
    ),
    "consistency": PaneEntry(
        tr("Consistency"),
        _OWN + "consistency:ConsistencyPane",
        needs_images=True,
        shows=(Consistency, Strength, Rank),
    ),
    "map": PaneEntry(tr("Latent map"), _OWN + "latent_map:LatentMapPane", needs_images=True, shows=(Map, Walk)),
    "marginals": PaneEntry(tr("Aggregate posterior"), _OWN + "marginals:MarginalsPane", needs_images=True, shows=(Marginals,)),
    "directions": PaneEntry(tr("Directions"), _OWN + "directions:DirectionsPane", needs_images=True, shows=(Direction,)),
    "compare": PaneEntry(tr("Compare"), _OWN + "compare:ComparePane", shows=(CompareRuns, Link)),
    "analogy": PaneEntry(tr("Analogy"), _OWN + "analogy:AnalogyPane", needs_images=True, shows=(Analogy,)),
    "neighbours": PaneEntry(tr("Nearest images"), _OWN + "neighbours:NeighboursPane", needs_images=True, shows=(Neighbours,)),
    "evaluation": PaneEntry(tr("Evaluation"), _OWN + "evaluation:EvaluationPane", needs_images=True),
    "data": PaneEntry(tr("Data"), _OWN + "data:DataPane"),
    "laboratory": PaneEntry(tr("Transformation laboratory"), _OWN + "laboratory:LaboratoryPane"),
    "sweeps": PaneEntry(tr("Sweeps and queue"), _OWN + "sweeps:SweepsPane"),
    "runs": PaneEntry(tr("Runs"), _OWN + "runs:RunsPane"),
}
"""Panes that stand in docks, by name."""
PANES |= {
    name: PaneEntry(translated(view.label), view.pane, needs_images=view.needs_images, shows=(load_code(view.request),))
    for name, view in VIEWS.items()
    if view.pane and name not in PANES
}

INSPECTOR = PaneEntry(tr("Latent space"), _OWN + "latent:LatentPane", shows=(Difference, Deviation))
"""The pane beside most workspaces."""


@dataclass(frozen=True)
class Place:
    """Where a dock stands: below, right of or behind another one, or in the area at the right."""

    dock: str
    how: Literal["below", "right of", "behind", "at the right"]
    other: str = ""


@dataclass(frozen=True)
class Sizes:
    """Sizes of docks in pixels, given the width or the height of all."""

    docks: tuple[str, ...]
    orientation: Qt.Orientation
    of: Callable[[int], tuple[int, ...]]


@dataclass(frozen=True)
class Workspace:
    """A layout of docks under a name.

    Attributes:
        title: in the rail.
        icon: in the rail.
        tip: what it is for.
        docks: which are shown, the main one first.
        parted: whether a line parts it from those above it in the rail: watch, explore, judge, prepare.
        inspector: whether it stands beside the inspector.
        needs_run: whether there is nothing to show before there is a run.
        places: where docks stand by default, in the order in which they are put there; the main one is at the left.
        sizes: by default; without any, Qt's.
        front: docks that are before others.
        sometimes: a dock that is shown only for some runs.
        wide: whether it takes the room of the set-up too, unless that is asked for.
        acts: whether it has a button of its own that matters most, beside which New run is quiet.
        keys: its shortcut; the others have Ctrl and a digit, in their order.
    """

    title: str
    icon: str
    tip: str
    docks: tuple[str, ...]
    parted: bool = False
    inspector: bool = True
    needs_run: bool = True
    places: tuple[Place, ...] = ()
    sizes: tuple[Sizes, ...] = ()
    front: tuple[str, ...] = ()
    sometimes: tuple[str, ...] = ()
    wide: bool = False
    acts: bool = False
    keys: str = ""


def _halves(extent: int) -> tuple[int, ...]:
    return extent // 2, extent // 2


def _strip_height(tall: int) -> int:
    return max(_STRIP_HEIGHT, int(_STRIP_SHARE * tall))


_WIDE, _TALL = Qt.Orientation.Horizontal, Qt.Orientation.Vertical

WORKSPACES = {
    "live": Workspace(
        tr("Live"),
        "chart",
        tr("Watch the run and steer its latent space (Ctrl+1)"),
        ("losses", "dimensions", "posterior", "divergences", "optimiser", "machine", "gallery"),
        places=(
            Place("divergences", "below", "losses"),
            Place("gallery", "below", "divergences"),
            Place("dimensions", "right of", "losses"),
            Place("posterior", "behind", "dimensions"),
            Place("discriminator", "right of", "divergences"),
            Place("optimiser", "behind", "divergences"),
            Place("machine", "behind", "optimiser"),
        ),
        sizes=(
            Sizes(
                ("losses", "divergences", "gallery"),
                _TALL,
                lambda tall: (tall * 38 // 100, tall * 33 // 100, tall * 29 // 100),
            ),
            Sizes(("losses", "dimensions"), _WIDE, _halves),
            Sizes(("divergences", "discriminator"), _WIDE, lambda wide: (wide * 2 // 3, wide - wide * 2 // 3)),
        ),
        front=("divergences", "dimensions"),
        sometimes=("discriminator",),
    ),
    "runs": Workspace(
        tr("Runs"),
        "list",
        tr("Find, name, compare and continue runs (Ctrl+R)"),
        ("runs",),
        inspector=False,
        needs_run=False,
        wide=True,
        keys="Ctrl+R",
    ),
    "explore": Workspace(
        tr("Explore"),
        "grid",
        tr("Traverse every dimension and export the grid (Ctrl+2)"),
        ("traversal",),
        parted=True,
        places=(Place("places", "behind", "traversal"),),
        front=("traversal",),
        sometimes=("places",),
    ),
    "interpolate": Workspace(tr("Interpolate"), "way", tr("Go from one image to another (Ctrl+3)"), ("interpolation",)),
    "consistency": Workspace(tr("Consistency"), "pair", tr("Compare x with t(x) (Ctrl+4)"), ("consistency",)),
    "map": Workspace(
        tr("Map"),
        "map",
        tr("See where the held-out images lie (Ctrl+5)"),
        ("map", "marginals"),
        places=(Place("marginals", "behind", "map"),),
        front=("map",),
    ),
    "directions": Workspace(
        tr("Directions"),
        "compass",
        tr("Find what makes images of one kind differ, and what is near (Ctrl+6)"),
        ("directions", "analogy", "neighbours"),
        places=(Place("neighbours", "below", "directions"), Place("analogy", "behind", "directions")),
        sizes=(Sizes(("directions", "neighbours"), _TALL, lambda tall: (tall - _strip_height(tall), _strip_height(tall))),),
        front=("directions",),
    ),
    "compare": Workspace(tr("Compare"), "compare", tr("See runs side by side (Ctrl+7)"), ("compare",), parted=True),
    "evaluate": Workspace(
        tr("Evaluate"), "success", tr("Measure the run on held-out images (Ctrl+8)"), ("evaluation",), acts=True
    ),
    "sweeps": Workspace(
        tr("Sweeps"),
        "sliders",
        tr("Runs that wait in line, and sweeps of many runs (Ctrl+9)"),
        ("sweeps",),
        inspector=False,
        needs_run=False,
        wide=True,
        acts=True,
    ),
    "data": Workspace(
        tr("Data"),
        "image",
        tr("See what a run would learn from, and try t on it (Ctrl+0)"),
        ("data", "laboratory"),
        parted=True,
        inspector=False,
        needs_run=False,
        places=(Place("laboratory", "at the right"),),
        sizes=(Sizes(("data", "laboratory"), _WIDE, _halves),),
        acts=True,
    ),
}
"""In the order of the rail."""
for _name, _view in VIEWS.items():
    if PANES.get(_name) and PANES[_name].code == _view.pane:
        _workspace = WORKSPACES[_view.workspace]
        _place = Place(_name, "behind", _workspace.docks[0])
        WORKSPACES[_view.workspace] = replace(
            _workspace,
            docks=(*_workspace.docks, _name),
            places=(*_workspace.places, _place),
            front=_workspace.front or _workspace.docks[:1],
        )


def shown_in(pane: str) -> str:
    """The workspace that a pane stands in."""
    return next(name for name, workspace in WORKSPACES.items() if pane in (*workspace.docks, *workspace.sometimes))


def pane_for(request: object) -> str | None:
    """The dock whose pane shows views of a request's kind; None where it is the inspector's."""
    return next((name for name, entry in PANES.items() if isinstance(request, entry.shows)), None)


class Panes:
    """The panes of a window, each built when it is first asked for."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._built: dict[str, Pane] = {}

    def get(self, entry: PaneEntry) -> Pane:
        """The pane of an entry."""
        if entry.code not in self._built:
            self._built[entry.code] = self._build(entry)
        return self._built[entry.code]

    def of(self, kind: type[P]) -> P:
        """The pane of a class."""
        code = f"{kind.__module__}:{kind.__name__}"
        pane = self.get(next(entry for entry in (*PANES.values(), INSPECTOR) if entry.code == code))
        assert isinstance(pane, kind)
        return pane

    def _build(self, entry: PaneEntry) -> Pane:
        try:
            pane = load_code(entry.code)(self._session)
        except Exception as error:
            if entry.code.startswith(_OWN):
                raise
            reason = str(error) if isinstance(error, CatalogError) else f"{type(error).__name__}: {error}"
            return NoticePane(
                self._session,
                tr("The pane {title!r} of a plug-in cannot be shown: {reason}.", title=entry.title, reason=reason.rstrip(".")),
            )
        assert isinstance(pane, Pane)
        return pane
