"""The models that an agent keeps loaded."""

from pathlib import Path

from latentlab.errors import RemoteError, shown
from latentlab.explore.renderer import Renderer
from latentlab.remote.served import ServedFolder
from latentlab.runs import Run
from latentlab.runs.manifest import FILE_NAME as MANIFEST

_MOST = 4


class Scenes:
    """Renderers of the checkpoints that were asked for last; those of one run share its images."""

    def __init__(self, served: ServedFolder) -> None:
        self._served = served
        self._kept: dict[tuple[Path, int, int], Renderer] = {}

    def renderer(self, name: object, step: object) -> Renderer:
        """The renderer of a run's checkpoint, the newest where the step is None.

        Raises:
            RemoteError: if there is no such run.
            RunError: if its checkpoint cannot be read.
        """
        if step is not None and (type(step) is not int or not 0 <= step < 10**15):
            raise RemoteError(f"step {shown(step)}: the step of a checkpoint is expected.")
        path = self._served.run(name)
        kept = [key for key in self._kept if key[:2] == (path, step)]
        if step is None or not kept or kept[0][2] != _written(path, step):
            run = Run(path)
            checkpoint = run.checkpoint(step)
            self._served.refuse_links(path, checkpoint.step)
            key = (path, checkpoint.step, _written(path, checkpoint.step))
            if key not in self._kept:
                self._kept[key] = self._loaded(run, checkpoint.step)
            kept = [key]
        renderer = self._kept.pop(kept[0])
        self._kept[kept[0]] = renderer  # the newest stands last
        for oldest in list(self._kept)[:-_MOST]:
            del self._kept[oldest]
        return renderer

    def _loaded(self, run: Run, step: int) -> Renderer:
        beside = next((renderer for (path, *_), renderer in self._kept.items() if path == run.path), None)
        if beside is None:
            return Renderer.of_run(run, step)
        renderer = beside.beside(run.model(step).state_dict(), step)
        renderer.images_note = beside.images_note
        return renderer


def _written(run: Path, step: int) -> int:
    try:
        return (run / "checkpoints" / f"step-{step:09d}" / MANIFEST).stat().st_mtime_ns
    except OSError:
        return 0
