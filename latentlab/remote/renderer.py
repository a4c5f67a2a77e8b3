"""Draws by a model on another computer, as `explore.renderer.Renderer` does by one that is here."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from latentlab.config import RunConfig
from latentlab.errors import LatentLabError, RemoteError, shown
from latentlab.explore.export_file import write_drawn
from latentlab.explore.requests.commands import DrawForFile, DrawnForFile, Export, Request
from latentlab.explore.requests.images import URGENT
from latentlab.explore.requests.values import Failed, Result, RunRef, View
from latentlab.files.regular import is_bare_name
from latentlab.remote import codec, protocol
from latentlab.remote.frames import Frame

if TYPE_CHECKING:
    from torch import Tensor

    from latentlab.remote.folder import RemoteFolder


def _nothing() -> None:
    """What is done while an answer is waited for where nothing is urgent."""


class RemoteRenderer:
    """Answers requests by the model of a checkpoint of a run in a mirror. Belongs to one thread.

    Attributes:
        config: of the run.
        run_path: its folder in the mirror.
        step: of the checkpoint.
        held_out_count: images that there are to look at.
        images_problem: why there are none; empty where there are.
        images_note: a sentence where they are not all of the run's; else empty.
        yield_to_urgent: called now and then while an answer is waited for that takes long.
    """

    def __init__(
        self,
        folder: "RemoteFolder",
        config: RunConfig,
        run_path: Path,
        step: int,
        held_out_count: int,
        images_problem: str,
        images_note: str,
    ) -> None:
        self._folder = folder
        self.config = config
        self.run_path = run_path
        self.step: int | None = step
        self.held_out_count = held_out_count
        self.images_problem = images_problem
        self.images_note = images_note
        self.yield_to_urgent: Callable[[], None] = _nothing

    def load(self, state: "Mapping[str, Tensor]", step: int) -> None:
        """Draw by another checkpoint from now on. Its weights stay on the other computer: `state` is not looked at."""
        del state
        self.step = step

    def beside(self, state: "Mapping[str, Tensor]", step: int) -> "RemoteRenderer":
        """What draws by another checkpoint of the same run."""
        del state
        told = self.held_out_count, self.images_problem, self.images_note
        return RemoteRenderer(self._folder, self.config, self.run_path, step, *told)

    def render(self, request: Request) -> Result:
        """Answer a request; what goes wrong comes back as `Failed`. `Export` writes its file on this computer."""
        step = -1 if self.step is None else self.step
        try:
            match request:
                case Export():
                    return write_drawn(self._draw_for_file(request))
                case DrawForFile():
                    return self._draw_for_file(request.export)
            return self._drawn(request)
        except _FailedThere as failed:
            return failed.result
        except LatentLabError as error:
            return Failed(step, str(error))

    def begin(self, request: Request, channel: str, take: Callable[[Result | None], object]) -> None:
        """Ask for what is urgent, and do not wait.

        Args:
            request: what is asked for.
            channel: a request that waits there on the same channel is dropped.
            take: gets the answer on another thread; None where a newer request has taken its place.
        """
        step, places = -1 if self.step is None else self.step, _Places(self._folder)

        def answer(frame: Frame | RemoteError) -> None:
            if isinstance(frame, RemoteError):
                take(Failed(step, str(frame)))
            elif "superseded" in frame.header:
                take(None)
            else:
                try:
                    result = codec.decode(Result, frame.header.get("result"), frame.parts, places)
                except Exception as error:  # noqa: BLE001 - an answer that makes no sense is said like any other failure
                    known = isinstance(error, LatentLabError)
                    result = Failed(step, str(error) if known else f"{type(error).__name__}: {error}")
                take(result)

        try:
            asked, parts = self._asked(request, places, urgent=True)
            self._folder.start(protocol.RENDER, {**asked, "channel": channel}, parts, answer)
        except LatentLabError as error:
            take(Failed(step, str(error)))

    def _draw_for_file(self, export: Export) -> DrawnForFile:
        view = self._drawn(export.request)
        if isinstance(view, Failed):
            raise _FailedThere(view)
        if not isinstance(view, View):
            raise RemoteError(f"{self._folder.address.text}: {type(view).__name__} came in the place of a view.")
        return DrawnForFile(view.step, export, view, self.config, self.run_path)

    def _drawn(self, request: Request) -> Result:
        places = _Places(self._folder)
        urgent = isinstance(request, URGENT)
        asked, parts = self._asked(request, places, urgent=urgent)
        answer = self._folder.ask(protocol.RENDER, asked, parts, None if urgent else self.yield_to_urgent)
        return codec.decode(Result, answer.header.get("result"), answer.parts, places)

    def _asked(self, request: Request, places: "_Places", *, urgent: bool) -> tuple[dict[str, Any], list[codec.Buffer]]:
        tree, parts = codec.encode(request, places)
        return {"run": self._folder.name_of(self.run_path), "step": self.step, "urgent": urgent, "request": tree}, parts


class _FailedThere(LatentLabError):
    """A view could not be drawn there.

    Attributes:
        result: what was answered.
    """

    def __init__(self, result: Failed) -> None:
        super().__init__(result.message)
        self.result = result


class _Places:
    """What stands for paths on the way: a run by its name, a file of this computer by what it holds."""

    def __init__(self, folder: "RemoteFolder") -> None:
        self._folder = folder

    def pack(self, owner: type, path: Path) -> Any:
        """See `codec.Places`."""
        if owner is RunRef:
            return {"run": self._folder.name_of(path)}
        return {"file": str(path), "digest": self._folder.send(path)}

    def unpack(self, owner: type, value: Any) -> Path:
        """See `codec.Places`."""
        match value:
            case {"run": str(name)} if owner is RunRef and is_bare_name(name):
                return self._folder.path / name
            case {"file": str(file)} if owner is not RunRef:
                return self._folder.sent_as(file)
        raise RemoteError(f"{shown(value)} is no path of {owner.__name__}.")
