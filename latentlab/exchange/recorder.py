"""A run of a model that somebody else's loop trains, written while it trains, for the window to watch and explore."""

import atexit
import contextlib
import math
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import torch
from numpy.typing import ArrayLike
from safetensors.torch import save_file
from torch import Tensor, nn

from latentlab import metrics
from latentlab.config import with_values
from latentlab.data import load_dataset
from latentlab.data.fingerprint import Fingerprint, image_table
from latentlab.errors import ConfigError, DataError, shown
from latentlab.exchange.onnx_pair import foreign
from latentlab.exchange.own import as_bytes, black_and_white, config_of_arrays, copy_of, latent_of
from latentlab.models.graph import as_buffer
from latentlab.runs import Answer, Report, RunWriter, default_runs_folder
from latentlab.runs.requests import answer_request, taken_requests

_NAMES = {
    "loss": metrics.TOTAL,
    "total": metrics.TOTAL,
    "reconstruction": metrics.raw(metrics.DISTORTION),
    "distortion": metrics.raw(metrics.DISTORTION),
    "kl": metrics.raw(metrics.RATE),
    "rate": metrics.raw(metrics.RATE),
}
"""What a loop is likely to call them; other names are kept as they are."""
_BETWEEN_LOOKS = 0.25
"""Seconds between two looks for what others ask of the run."""
_NOT_OURS = (
    "Another program trains this run: its settings are changed there, and a checkpoint that it has written is kept by its step."
)
_clock = time.perf_counter


class _Encode(nn.Module):
    def __init__(self, model: nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, x: Tensor) -> Tensor | tuple[Tensor, Tensor]:
        given = self.model.encode(x)  # type: ignore[operator]
        mean, logvar = given if isinstance(given, tuple | list) else (given, None)
        return mean if logvar is None else (mean, logvar)  # checked before: a check here would fix the number of images


class _Decode(nn.Module):
    def __init__(self, model: nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, z: Tensor) -> Tensor:
        decoded: Tensor = self.model.decode(z)  # type: ignore[operator]
        return decoded


@dataclass(frozen=True, eq=False)
class _Snapshot:
    step: int
    weights: Mapping[str, Tensor]


class Recorder:
    """Writes a run folder from a training loop; the window, another process, opens it like any other.

    The model has two methods, `encode(x) → (mean, logvar)`, or `(mean, None)`, and `decode(z) → images`. Its graph is exported
    once as ONNX (the extra `onnx`); checkpoints hold it with the weights of the moment. All writing is done by a thread, so
    that the loop waits for a copy of the weights alone; a snapshot that comes while the last is still being written takes the
    place of the one that waits. Use it in a `with` block, or call `close`.

    Attributes:
        path: the run's folder.
    """

    def __init__(
        self,
        model: nn.Module,
        images: ArrayLike | Tensor,
        *,
        out: str | Path | None = None,
        name: str = "recorded",
        labels: ArrayLike | None = None,
        value_range: tuple[float, float] = (0.0, 1.0),
        steps: int = 1,
        report_every: int = 20,
        checkpoint_every: int | None = 200,
        every_seconds: float | None = None,
    ) -> None:
        """Begin a run.

        Args:
            model: in training, on any device.
            images: that it is not trained on, to look at it with: bytes, or floats in `value_range`; (N, C, H, W),
                (N, H, W, C) or (N, H, W).
            out: the folder of runs; `runs` in the current folder unless given.
            name: of the run.
            labels: a number for each image.
            value_range: what black and white are in the images that the model takes and gives.
            steps: that the loop will take; 1 where that is not known.
            report_every: steps whose values are averaged into a line.
            checkpoint_every: steps between two checkpoints; None for none by steps.
            every_seconds: after so many seconds a checkpoint is due too, whatever the step; None for none by time.

        Raises:
            DataError: if images or model are not of these shapes.
            ExportError: if the model cannot be exported as ONNX.
            RunError: if the folder cannot be written.
        """
        if report_every < 1 or (checkpoint_every is not None and checkpoint_every < 1):
            raise DataError(f"report_every = {report_every}, checkpoint_every = {checkpoint_every}: must be at least 1.")
        if every_seconds is not None and not every_seconds > 0:
            raise DataError(f"every_seconds = {every_seconds:g}: must be above 0.")
        from latentlab.exchange.exported_onnx import graph_of

        low, high = black_and_white(value_range)
        pixels = as_bytes(images, low, high)
        kept = copy_of(model)
        weights = _weights_of(kept)
        self._shapes = _shapes(weights)
        dimensions, sigma = latent_of(kept, pixels, low, high)
        _, channels, height, width = pixels.shape
        x, z = torch.zeros(2, channels, height, width), torch.zeros(2, dimensions)
        self._graphs = {
            "encoder": graph_of(_Encode(kept), x, "x", ("mean", "logvar")[: 1 + sigma], optimize=False),
            "decoder": graph_of(_Decode(kept), z, "z", ("image",), optimize=False),
        }
        folder = Path(out) if out is not None else default_runs_folder()
        source = {"model": f"{type(model).__module__}.{type(model).__qualname__}", "by": "latentlab.Recorder"}
        encoder, decoder = (_filled(graph, weights) for graph in self._graphs.values())
        train = {"steps": steps, "report_every": report_every, "checkpoint_every": checkpoint_every or steps}
        with tempfile.TemporaryDirectory(prefix="latentlab-") as place:
            config = config_of_arrays(Path(place), name, pixels, labels)
            found = foreign(config, (channels, height, width), encoder, decoder, source, (low, high))
            config = with_values(found.config, {"train": train})
            dataset = load_dataset(config.data)
            fingerprint = Fingerprint.of(dataset)
            self._writer = RunWriter.create(
                folder,
                config,
                dataset.image_shape,
                image_table(dataset, fingerprint),
                fingerprint.to_bytes(),
                source=source,
                own_images=Path(config.data.location),
            )
        self.path = self._writer.path
        self._model, self._dimensions = model, dimensions
        self._report_every, self._checkpoint_every, self._every_seconds = report_every, checkpoint_every, every_seconds
        self._step, self._began, self._images = 0, _clock(), 0
        self._last_snapshot = self._began
        self._sums: dict[str, tuple[float | Tensor, int]] = {}
        self._lines: list[Report | tuple[str, str]] = [("start", f"{dataset.account} Recorded from another training loop.")]
        self._waiting: _Snapshot | None = None
        self._over = self._closed = False
        self._problem = ""
        self._news = threading.Condition()
        self._thread = threading.Thread(target=self._write, name="latentlab-recorder", daemon=True)
        self._thread.start()
        self._snapshot()
        atexit.register(self._end_with_process)

    def step(self, *, images: int = 0, **values: float | Tensor) -> None:
        """Note one step of training.

        Args:
            images: of its batch, for images a second.
            values: of this step, such as `loss` and `kl`: numbers or scalar tensors, which are read with the next line; `kl`
                may be a tensor (D,), the KL of each dimension, and `reconstruction` is the part of the loss.

        Raises:
            ConfigError: if the recorder is closed.
            DataError: if a value is none, or a tensor of another shape; the step is not noted.
        """
        if self._closed:
            raise ConfigError(f"{self.path.name}: the recorder is closed; begin another one.")
        if images < 0:
            raise DataError(f"images = {images}: must be at least 0.")
        read = {name: _number(name, value, self._dimensions) for name, value in values.items()}
        self._step += 1
        self._images += images
        for name, number in read.items():
            total, count = self._sums.get(name, (0.0, 0))
            self._sums[name] = (total + number, count + 1)
        if self._step % self._report_every == 0:
            self._report()
        if self._is_due():
            self._snapshot()

    def _is_due(self) -> bool:
        """Whether it is time for a checkpoint."""
        by_steps = self._checkpoint_every is not None and self._step % self._checkpoint_every == 0
        return by_steps or (self._every_seconds is not None and _clock() - self._last_snapshot >= self._every_seconds)

    @property
    def problem(self) -> str:
        """Why a write failed last; empty where none did. It is an alarm of the run, and training is never stopped by it."""
        return self._problem

    def close(self, kind: str = "finish", text: str = "The training loop ended.") -> None:
        """Write what is left and the last weights, and end the run; closing again does nothing."""
        if self._closed:
            return
        self._closed = True
        atexit.unregister(self._end_with_process)
        if self._sums:
            self._report()
        self._snapshot()
        with self._news:
            self._lines.append((kind, text))
            self._over = True
            self._news.notify()
        self._thread.join()
        self._writer.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        if kind is None:
            self.close()
        else:
            self.end_with(kind)

    def end_with(self, kind: type[BaseException]) -> None:
        """End the run as an exception does: the keyboard's stops it, another one fails it."""
        if issubclass(kind, KeyboardInterrupt):
            self.close("stop", "Stopped by the keyboard.")
        else:
            self.close("failure", f"The training loop failed: {kind.__name__}.")

    def _end_with_process(self) -> None:
        """End the run as the script ended; an interpreter that is spoken to remembers errors that ended nothing."""
        error = None if hasattr(sys, "ps1") else getattr(sys, "last_value", None)
        if error is None:
            self.close()
        else:
            self.end_with(type(error))

    def _report(self) -> None:
        values: dict[str, float] = {}
        for name, (total, count) in self._sums.items():
            if isinstance(total, Tensor) and total.ndim:
                each = (total / count).tolist()
                values |= {metrics.kl_dim(dimension): kl for dimension, kl in enumerate(each)}
                total, count = sum(each), 1
            values[_NAMES.get(name, name)] = float(total) / count
        if (distortion := metrics.raw(metrics.DISTORTION)) in values:
            values[metrics.weighted(metrics.DISTORTION)] = values[distortion]
        seconds = _clock() - self._began
        rate = self._images / seconds if seconds > 0 else 0.0
        self._sums = {}
        with self._news:
            self._lines.append(Report(self._step, 0.0, seconds, rate, values))
            self._news.notify()

    def _snapshot(self) -> None:
        weights = {name: value.cpu().clone() for name, value in _weights_of(self._model).items()}
        self._last_snapshot = _clock()
        with self._news:
            self._waiting = _Snapshot(self._step, weights)
            self._news.notify()

    # On the writing thread

    def _write(self) -> None:
        while True:
            with self._news:
                self._news.wait_for(lambda: self._lines or self._waiting or self._over, _BETWEEN_LOOKS)
                lines, snapshot, over = self._lines, self._waiting, self._over
                self._lines, self._waiting = [], None
            ending = lines.pop() if over and lines else None  # after the last checkpoint
            for line in lines:
                self._tell(line)
            if snapshot is not None:
                self._try(lambda snapshot=snapshot: self._keep(snapshot))
            for token, _ in taken_requests(self.path):
                answer_request(self.path, token, Answer(False, self._step, _NOT_OURS))
            if ending is not None:
                self._tell(ending)
            if over:
                return

    def _tell(self, line: Report | tuple[str, str]) -> None:
        if isinstance(line, Report):
            self._try(lambda: self._writer.report(line))
        else:
            self._try(lambda: self._writer.event(self._step, *line))

    def _keep(self, snapshot: _Snapshot) -> None:
        _refuse_other_weights(self._shapes, _shapes(snapshot.weights))
        contents = {name: _filled(graph, snapshot.weights) for name, graph in self._graphs.items()}
        weights = {f"{name}.content": as_buffer(content) for name, content in contents.items()}
        self._writer.checkpoint(snapshot.step, -math.inf, lambda folder: save_file(weights, folder / "model.safetensors"))

    def _try(self, write: Any) -> None:
        try:
            write()
        except Exception as error:  # noqa: BLE001 - whatever it is, the thread must live to write what follows
            told = str(error) or type(error).__name__
            if told != self._problem:
                self._problem = told
                with contextlib.suppress(Exception):  # what fails once may fail again
                    self._writer.event(self._step, "alarm", told)


class RecorderCallback:
    """A Recorder for Lightning's `Trainer(callbacks=[…])`: it notes each training step's loss and ends with the training.

    A batch is a tensor of images, or a list or tuple that begins with one.
    """

    def __init__(self, recorder: Recorder, **names: str) -> None:
        """For a recorder.

        Args:
            recorder: closed when training ends.
            names: what else is noted, by the names of logged metrics, such as kl="train_kl".
        """
        self._recorder, self._names = recorder, names

    def __getattr__(self, hook: str) -> Any:
        """Lightning calls many hooks; all others do nothing."""
        if hook.startswith(("on_", "setup", "teardown", "state_", "load_state")):
            return lambda *arguments, **options: None
        raise AttributeError(hook)

    def on_train_batch_end(self, trainer: Any, module: Any, outputs: Any, batch: Any, batch_idx: int) -> None:
        """Note a step."""
        del module, batch_idx
        loss = outputs.get("loss") if isinstance(outputs, Mapping) else outputs
        values = {} if loss is None else {"loss": loss}  # a step that was passed over has none
        values |= {ours: trainer.callback_metrics[theirs] for ours, theirs in self._names.items()}
        first = batch[0] if isinstance(batch, list | tuple) and batch else batch
        self._recorder.step(images=len(first) if isinstance(first, Tensor) else 0, **values)

    def on_exception(self, trainer: Any, module: Any, exception: BaseException) -> None:
        """End the run as stopped or failed."""
        del trainer, module
        self._recorder.end_with(type(exception))

    def on_train_end(self, trainer: Any, module: Any) -> None:
        """End the run."""
        del trainer, module
        self._recorder.close()


def _weights_of(model: nn.Module) -> dict[str, Tensor]:
    return {name: value.detach() for name, value in model.state_dict().items() if isinstance(value, Tensor)}


def _shapes(weights: Mapping[str, Tensor]) -> dict[str, tuple[int, ...]]:
    return {name: tuple(value.shape) for name, value in weights.items()}


def _number(name: str, value: float | Tensor, dimensions: int) -> float | Tensor:
    """A value that can be added up."""
    shape = tuple(getattr(value, "shape", ()))
    per_dimension = _NAMES.get(name) == _NAMES["kl"] and shape == (dimensions,)
    if shape and not per_dimension:
        raise DataError(
            f"{name}: of shape {shape}; give a number, and for kl a number or one for each of the {dimensions} dimensions."
        )
    if isinstance(value, Tensor) and not value.is_complex():
        return value.detach()
    try:
        return torch.as_tensor(value).double() if per_dimension else float(value)
    except (OverflowError, RuntimeError, TypeError, ValueError):
        raise DataError(f"{name}: {shown(value)}; give a number, or a tensor of one number.") from None


def _refuse_other_weights(was: Mapping[str, tuple[int, ...]], found: Mapping[str, tuple[int, ...]]) -> None:
    """Raise DataError if a model has other weights than the one that was exported."""
    for name in (*was, *found):
        if found.get(name) != was.get(name):
            before, now = (shapes.get(name, "not there") for shapes in (was, found))
            raise DataError(
                f"{name}: was {before} when the recorder began and is {now}; begin a recorder for the changed model."
            )


def _filled(graph: Any, weights: Mapping[str, Tensor]) -> bytes:
    """A graph's bytes with the weights of a moment."""
    from onnx import numpy_helper

    for tensor in graph.graph.initializer:
        value = weights.get(tensor.name.removeprefix("model."))
        if value is not None:
            number = value.float() if value.is_floating_point() else value
            tensor.CopyFrom(numpy_helper.from_array(number.numpy(force=True), tensor.name))
    content: bytes = graph.SerializeToString()
    return content
