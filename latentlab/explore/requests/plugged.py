"""Requests of the views that plug-ins bring."""

from latentlab.catalog.entries import load_code
from latentlab.catalog.views import VIEWS, ViewEntry
from latentlab.errors import CatalogError, printable
from latentlab.explore.requests.commands import ViewRequest

_REQUESTS: dict[type[ViewRequest], ViewEntry] = {}


def load_requests() -> tuple[str, ...]:
    """Import the request of each view, which declares its command. One that fails is taken out of the catalog.

    Returns:
        A sentence for each view that is left out.
    """
    problems = []
    for name, entry in list(VIEWS.items()):
        try:
            request = load_code(entry.request)
            if not isinstance(request, type) or not issubclass(request, ViewRequest) or not hasattr(request, "command"):
                raise CatalogError(f"its request {entry.request!r} is not declared as a view.")
            _REQUESTS[request] = entry
        except Exception as error:  # noqa: BLE001 - a plug-in may fail in any way, and must not take LatentLab with it
            VIEWS.remove(name)
            reason = str(error) if isinstance(error, CatalogError) else f"{type(error).__name__}: {error}"
            problems.append(printable(f"The view {name!r} is left out: {reason.rstrip('.')}."))
    return tuple(problems)


def view_of(request: type) -> ViewEntry | None:
    """The plug-in's view that a request is for; None for those of LatentLab itself."""
    return _REQUESTS.get(request)
