"""A model as two ONNX files with a batch of any size, which carry where they came from in their metadata."""

import io
import logging
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr
from pathlib import Path

import numpy as np
import onnx
import onnx.compose
import onnxruntime
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from latentlab.errors import ExportError
from latentlab.exchange.exported import BATCH, INPUTS, Source, why_not
from latentlab.models.graph import Graph, checked, input_dims

OPSET = 18
_LARGEST = 2**31 - 2**20
"""Bytes of a file in one piece: what protobuf can hold."""


def write(source: Source, folder: Path) -> float:
    """Write encoder.onnx and decoder.onnx, and compare them with PyTorch by onnxruntime.

    Raises:
        ExportError: if they compute something else, or the model is too large for one file.
    """
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3  # errors alone
    sessions = {}
    for name, half in source.halves.items():
        content = as_onnx(source, name, half)
        (folder / f"{name}.onnx").write_bytes(content)
        sessions[name] = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])

    def computed(half: str, given: Tensor) -> tuple[Tensor, ...]:
        outputs = sessions[half].run(list(source.outputs[half]), {INPUTS[half]: given.numpy()})
        return tuple(torch.from_numpy(output) for output in outputs)

    return source.check(computed)


def as_onnx(source: Source, name: str, half: nn.Module) -> bytes:
    """A half of a model as an ONNX file's bytes.

    Raises:
        ExportError: if it is too large for one file.
    """
    given = getattr(source.vae, name)
    if isinstance(given, Graph):
        return _finished(source, name, _as_ours(given, name, source))
    size = sum(value.nbytes for value in half.state_dict().values())
    if size > _LARGEST:
        raise ExportError(f"{name}: {size:,} bytes of weights are too many for one ONNX file; --to torch has no such limit.")
    return _finished(source, name, graph_of(half, source.inputs()[name], INPUTS[name], source.outputs[name]))


def graph_of(half: nn.Module, example: Tensor, takes: str, gives: Sequence[str], *, optimize: bool = True) -> onnx.ModelProto:
    """A half of a model as an ONNX graph with a batch of any size.

    Args:
        half: put in evaluation mode.
        example: that it is traced with.
        takes: what its input is called.
        gives: what its outputs are called.
        optimize: whether weights may be folded into others; without, each keeps its name and values.

    Raises:
        ExportError: if it cannot be exported.
    """
    with quiet():
        try:
            program = torch.onnx.export(
                half.eval(),
                (example,),
                dynamo=True,
                optimize=optimize,
                opset_version=OPSET,
                input_names=[takes],
                output_names=list(gives),
                dynamic_shapes=({0: torch.export.Dim(BATCH)},),
                verbose=False,
            )
        except Exception as error:  # noqa: BLE001 - the exporter has many kinds of errors
            raise ExportError(f"the model cannot be exported as ONNX: {why_not(error)}") from None
    assert program is not None
    outputs = {id(value) for value in program.model.graph.outputs}
    for node in program.model.graph:
        for value in node.outputs:
            if value.name in gives and id(value) not in outputs:  # such as of `x.mean()`, which the exporter calls mean too
                value.name = f"inner/{value.name}"
    model = program.model_proto
    for written in model.graph.node:  # traces through the source code, with this machine's paths
        del written.metadata_props[:]
        written.doc_string = ""
    return model


def _as_ours(graph: Graph, name: str, source: Source) -> onnx.ModelProto:
    """Another program's graph with the names of our own, and images in [0, 1].

    Raises:
        ExportError: if it takes a fixed number of images at once.
    """
    model = checked(graph.content.numpy().tobytes(), name, 4 if name == "encoder" else 2)
    outputs = source.outputs[name]
    at_once, size = input_dims(model)[0], graph.settings.latent_dim
    if at_once is not None:
        raise ExportError(f"{name}: its graph takes a batch of {at_once}; one that takes a batch of any size can be exported.")
    model = onnx.compose.add_prefix(model, "theirs/")
    inner, low, high = model.graph, graph.settings.low, graph.settings.high
    taken = next(value for value in inner.input if value.name not in {weight.name for weight in inner.initializer})
    gives = [value.name for value in inner.output]
    numbers = {"low": low, "range": high - low, "zero": 0.0, "one": 1.0}
    places = {"begin": 0, "middle": size, "end": 2 * size, "axis": 1}
    constants = {key: np.array(number, np.float32) for key, number in numbers.items()}
    constants |= {key: np.array([place]) for key, place in places.items()}
    node = onnx.helper.make_node
    if name == "encoder":
        scaled = "ours/scaled"
        before = [node("Mul", [INPUTS[name], "ours/range"], [scaled]), node("Add", [scaled, "ours/low"], [taken.name])]
        if len(gives) >= len(outputs):
            after = [node("Flatten", [gives[place]], [output]) for place, output in enumerate(outputs)]
        else:
            halves = (("ours/begin", "ours/middle"), ("ours/middle", "ours/end"))
            after = [node("Flatten", [gives[0]], ["ours/both"])]
            for output, (first, last) in zip(outputs, halves, strict=True):
                after.append(node("Slice", ["ours/both", first, last, "ours/axis"], [output]))
    else:
        before = [node("Identity", [INPUTS[name]], [taken.name])]
        after = [
            node("Sub", [gives[0], "ours/low"], ["ours/shifted"]),
            node("Div", ["ours/shifted", "ours/range"], ["ours/unit"]),
            node("Clip", ["ours/unit", "ours/zero", "ours/one"], list(outputs)),
        ]
    used = {needed for written in (*before, *after) for needed in written.input}
    inner.initializer.extend(
        numpy_helper.from_array(value, f"ours/{key}") for key, value in constants.items() if f"ours/{key}" in used
    )
    nodes = [*before, *inner.node, *after]
    del inner.node[:]
    inner.node.extend(nodes)
    taken.name = INPUTS[name]
    del inner.output[:]
    shape: list[str | int | None] = [BATCH, size] if name == "encoder" else [BATCH, *source.vae.image_shape]
    kind = onnx.TensorProto.FLOAT
    inner.output.extend(onnx.helper.make_tensor_value_info(output, kind, shape) for output in outputs)
    return model


def _finished(source: Source, name: str, model: onnx.ModelProto) -> bytes:
    """A graph's bytes, with where it came from."""
    for value in (*model.graph.value_info, *model.graph.input, *model.graph.output, *model.graph.initializer):
        del value.metadata_props[:]
    del model.graph.metadata_props[:]
    versions = {"onnx": onnx.__version__, "checked_with": f"onnxruntime {onnxruntime.__version__}"}
    onnx.helper.set_model_props(model, {**source.provenance, **versions, "half": name})
    model.producer_name, model.producer_version = "LatentLab", source.provenance["latentlab"]
    onnx.checker.check_model(model)
    content: bytes = model.SerializeToString()
    return content


@contextmanager
def quiet() -> Iterator[None]:
    """The exporter speaks of its own deprecations, of operators that this machine lacks, and of the graphs it fails at."""
    loggers = [logging.getLogger(name) for name in ("torch.onnx", "torch.fx", "torch._dynamo")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings(), redirect_stderr(io.StringIO()):
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
