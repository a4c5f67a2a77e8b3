"""A model as two ONNX files with a batch of any size, which carry where they came from in their metadata."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import onnx
import onnxruntime
import torch
from torch import Tensor, nn

from latentlab.errors import ExportError
from latentlab.exchange.exported import BATCH, INPUTS, OUTPUTS, Source

OPSET = 18
_LARGEST = 2**31 - 2**20
"""Bytes of a file in one piece: what protobuf can hold."""


def write(source: Source, folder: Path) -> float:
    """Write encoder.onnx and decoder.onnx, and compare them with PyTorch by onnxruntime.

    Raises:
        ExportError: if they compute something else, or the model is too large for one file.
    """
    sessions = {}
    for name, half in source.halves.items():
        content = as_onnx(source, name, half)
        (folder / f"{name}.onnx").write_bytes(content)
        sessions[name] = onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"])

    def computed(half: str, given: Tensor) -> tuple[Tensor, ...]:
        outputs = sessions[half].run(list(OUTPUTS[half]), {INPUTS[half]: given.numpy()})
        return tuple(torch.from_numpy(output) for output in outputs)

    return source.check(computed)


def as_onnx(source: Source, name: str, half: nn.Module) -> bytes:
    """A half of a model as an ONNX file's bytes.

    Raises:
        ExportError: if it is too large for one file.
    """
    size = sum(value.nbytes for value in half.state_dict().values())
    if size > _LARGEST:
        raise ExportError(f"{name}: {size:,} bytes of weights are too many for one ONNX file; --to torch has no such limit.")
    with quiet():
        program = torch.onnx.export(
            half.eval(),
            (source.inputs()[name],),
            dynamo=True,
            opset_version=OPSET,
            input_names=[INPUTS[name]],
            output_names=list(OUTPUTS[name]),
            dynamic_shapes=({0: torch.export.Dim(BATCH)},),
            verbose=False,
        )
    assert program is not None
    model = program.model_proto
    for node in model.graph.node:  # traces through the source code, with this machine's paths
        del node.metadata_props[:]
        node.doc_string = ""
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
    """The exporter speaks of its own deprecations and of operators that this machine lacks."""
    logger = logging.getLogger("torch.onnx")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)
