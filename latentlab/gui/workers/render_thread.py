"""The thread that looks: it owns the explorer's copy of the model. It reads only files that a request names, and writes none.

Work for a model that is no longer the current one is dropped.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from latentlab.config import RunConfig, TransformConfig
from latentlab.explore.requests.commands import DrawForFile, DrawnForFile, Export, Exported, Request
from latentlab.explore.requests.values import Failed, Result
from latentlab.gui.language import tr
from latentlab.gui.workers.job_thread import JobThread, Later

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor

    from latentlab.data import ImageStore
    from latentlab.explore.renderer import Renderer
    from latentlab.remote.renderer import RemoteRenderer
    from latentlab.training import Snapshot

_FIRST = ("watch", "load", "decode", "encode", "image")
"""Channels served before all others."""

_URGENT = ("decode", "encode")
"""Channels that are served even between the parts of work that takes long (see `Scene.yield_to_urgent`)."""

_MOST_SENT = 4
"""Urgent requests that are on their way to another computer at a time."""

_TRANSFORM = "transform"
"""The channel of work that stands whatever model is looked at."""


@dataclass(frozen=True, eq=False)
class Transformed:
    """Images beside draws of t(x).

    Attributes:
        config: what t was drawn from.
        grid: uint8 (N, 1 + K, H, W, C).
    """

    config: TransformConfig
    grid: "NDArray[np.uint8]"


class RenderThread(JobThread):
    """Serves requests until `close`.

    Attributes:
        subject: counts the models looked at; an answer that belongs to an older one is dropped.

    Signals:
        ready: torch is loaded and requests are served.
        loaded: the step (an int) of the weights that are now looked at.
    """

    ready = Signal()
    loaded = Signal(object)

    def __init__(self) -> None:
        super().__init__("rendering", _FIRST)
        self.subject = 0
        self._renderer: Renderer | RemoteRenderer | None = None
        self._newest: Snapshot | None = None
        self._held = False
        self._to_send = threading.Semaphore(_MOST_SENT)

    def watch(self, config: RunConfig, image_shape: tuple[int, int, int], held_out: "ImageStore", run_path: Path) -> None:
        """Look at a run in training from now on; its weights come through `load`. May be called from any thread."""

        def job() -> None:
            from latentlab.explore.renderer import Renderer

            self._look_through(Renderer(config, image_shape, held_out, run_path))

        self._forget()
        self.tell("watch", job)

    def show(self, renderer: "Renderer | RemoteRenderer | None") -> None:
        """Look at the model of a renderer from now on, here or on another computer; `loaded` follows. None looks at none."""

        def job() -> None:
            self._look_through(renderer)
            if renderer is not None:
                self.loaded.emit(renderer.step)

        self._forget()
        self.tell("watch", job)

    def move(self, path: Path) -> None:
        """The run that is looked at lies in another folder now."""

        def job() -> None:
            if self._renderer is not None:
                self._renderer.run_path = path

        self.tell("move", job)

    def load(self, snapshot: "Snapshot") -> None:
        """Look at these weights, the newest, unless others are held. May be called from any thread."""

        def job() -> None:
            self._newest = snapshot
            if not self._held:
                self._show(snapshot.state, snapshot.step)

        self.tell("load", job)

    def load_newer(self, state: "Mapping[str, Tensor]", step: int) -> None:
        """Look at the weights of a newer checkpoint, unless those of another are held; `loaded` follows."""

        def job() -> None:
            if not self._held:
                self._show(state, step)

        self.tell("load", job)

    def hold(self, state: "Mapping[str, Tensor]", step: int, *, held: bool = True) -> None:
        """Look at the weights of a checkpoint, and stay there where they are held; `loaded` follows."""

        def job() -> None:
            self._held = held
            self._show(state, step)

        self.tell("load held", job)

    def release(self) -> None:
        """Look at the newest weights of a run in training again; `loaded` follows."""

        def job() -> None:
            self._held = False
            if self._newest is not None:
                self._show(self._newest.state, self._newest.step)

        self.tell("load held", job)

    def submit(self, channel: str, request: Request, on_result: Callable[[Result], object]) -> None:
        """Ask; `on_result` gets the answer, unless a newer request on the channel takes its place, or another model."""
        subject = self.subject

        def answer(result: Result) -> None:
            if subject == self.subject:
                on_result(result)

        work = partial(self._begin, request, channel) if channel in _URGENT else partial(self._render, request)
        self.ask(channel, work, answer)

    def draw_for_file(
        self,
        export: Export,
        write: Callable[[Callable[[], Exported]], object],
        on_failed: Callable[[Failed], object],
    ) -> None:
        """Draw a view; `write` gets, on this thread, what writes it. What is asked for is drawn before the thread ends."""

        def work() -> Result:
            drawn = self._render(DrawForFile(export))
            if isinstance(drawn, DrawnForFile):
                write(partial(_write_drawn, drawn))
            return drawn

        self.ask(self.own_channel(), work, lambda drawn: on_failed(drawn) if isinstance(drawn, Failed) else None)

    def glance(
        self,
        state: "Mapping[str, Tensor]",
        step: int,
        requests: Sequence[Request],
        on_results: Callable[[Sequence[Result]], object],
    ) -> None:
        """Answer requests by other weights of the same run, without looking at them from now on."""
        subject = self.subject

        def work() -> list[Result]:
            beside = self._renderer.beside(state, step) if self._renderer else None
            return [beside.render(request) for request in requests] if beside else []

        def answer(results: list[Result]) -> None:
            if subject == self.subject:
                on_results(results)

        self.ask("glance", work, answer)

    def transform(
        self,
        images: "NDArray[np.uint8]",
        config: TransformConfig,
        draws: int,
        seed: int,
        on_drawn: Callable[[Transformed], object],
    ) -> None:
        """Draw t of images (N, H, W, C)."""

        def work() -> Transformed:
            from latentlab.data import draw_transformed

            return Transformed(config, draw_transformed(images, config, draws, seed))

        self.ask(_TRANSFORM, work, on_drawn)

    def _begin(self, request: Request, channel: str) -> Any:
        """What a slider asks of another computer is not waited for: the next request is on its way meanwhile."""
        from latentlab.remote.renderer import RemoteRenderer

        renderer = self._renderer
        if not isinstance(renderer, RemoteRenderer) or not self._to_send.acquire(blocking=False):
            return self._render(request)

        def begin(take: Callable[[object], None]) -> None:
            def answer(result: Result | None) -> None:
                self._to_send.release()
                take(result)

            renderer.begin(request, channel, answer)

        return Later(begin)

    def _render(self, request: Request) -> Result:
        return self._renderer.render(request) if self._renderer else Failed(-1, tr("There is no model to look at yet."))

    def _look_through(self, renderer: "Renderer | RemoteRenderer | None") -> None:
        if renderer is not None:
            renderer.yield_to_urgent = self._serve_urgent
        self._renderer, self._newest, self._held = renderer, None, False

    def _serve_urgent(self) -> None:
        for channel in _URGENT:
            job = self._pop(channel)
            if job is not None:
                self._do(job)

    def _show(self, state: "Mapping[str, Tensor]", step: int) -> None:
        if self._renderer is not None:
            self._renderer.load(state, step)
            self.loaded.emit(step)

    def _forget(self) -> None:
        """Drop all work that concerns the model looked at so far."""
        self._drop(lambda channel: channel != _TRANSFORM)
        self.subject += 1

    # Qt overrides

    def run(self) -> None:
        import torch  # noqa: F401 - seconds; done here, so that the window stands in the meantime

        import latentlab.api
        import latentlab.explore.renderer  # noqa: F401

        self.ready.emit()
        super().run()


def _write_drawn(drawn: DrawnForFile) -> Exported:
    from latentlab.explore.export_file import write_drawn

    return write_drawn(drawn)
