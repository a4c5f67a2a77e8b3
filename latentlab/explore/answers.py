"""Which function answers a request: each registers itself, and the renderer looks it up by the request's type.

Registering needs no torch.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from latentlab.explore.requests.commands import Request
from latentlab.explore.requests.plugged import view_of
from latentlab.explore.requests.values import Result

if TYPE_CHECKING:
    from latentlab.explore.scene import Scene

Answer = Callable[["Scene", Any, int], Result]
_Request = TypeVar("_Request", bound=Request)
_Result = TypeVar("_Result", bound=Result)
_ANSWERS: dict[type[Request], Answer] = {}


def answers(
    kind: type[_Request],
) -> Callable[[Callable[["Scene", _Request, int], _Result]], Callable[["Scene", _Request, int], _Result]]:
    """Register a function of a scene, a request of this kind and the step of the scene's weights as what answers it.

    Args:
        kind: the request's class.

    Raises:
        ValueError: if another function does.
    """

    def register(function: Callable[["Scene", _Request, int], _Result]) -> Callable[["Scene", _Request, int], _Result]:
        if kind in _ANSWERS:
            raise ValueError(f"{kind.__name__} is answered by {_ANSWERS[kind].__name__} and {function.__name__}")
        _ANSWERS[kind] = function
        return function

    return register


def answer_to(kind: type[Request]) -> Answer:
    """The function that answers requests of a kind.

    Raises:
        CatalogError: if it is a plug-in's and cannot be imported.
    """
    view = view_of(kind) if kind not in _ANSWERS else None
    if view is not None:
        view.load()  # which registers it
    return _ANSWERS[kind]
