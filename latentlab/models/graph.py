"""An encoder and a decoder that are ONNX graphs of another program, computed by onnxruntime on the CPU.

A graph's bytes are a buffer of the network, so that checkpoints keep it, whole and with its digest, and nothing else is read.
"""

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from latentlab.catalog.networks import GraphConfig
from latentlab.errors import DataError, first_line
from latentlab.extras import requirement
from latentlab.models.networks import Networks, posterior_reader

_DOMAINS = ("", "ai.onnx", "ai.onnx.ml")
_FLOAT32 = 1
"""As ONNX numbers it."""


_OPSETS = re.compile(r"Opset (\d+) is under development.*support for domain .* is till opset (\d+)", re.DOTALL)


class GraphError(DataError):
    """A graph is none, or not one that is computed here."""


def checked(content: bytes, what: str, axes: int) -> Any:
    """A graph from somebody's file, as onnx reads it.

    Args:
        content: of the file.
        what: "encoder" or "decoder".
        axes: of its input, 4 for images and 2 for latents.

    Raises:
        GraphError: if it is damaged, keeps weights in other files, has operators that are not ONNX's own, or takes something
            else.
    """
    onnx = _onnx()
    try:
        model = onnx.load_model_from_string(content)
    except Exception as error:  # noqa: BLE001 - protobuf raises what it likes at damaged bytes
        raise GraphError(f"{what}: is no ONNX graph that can be read: {first_line(error)}") from None
    local = {function.domain for function in model.functions}
    for part in _parts(model):
        if isinstance(part, onnx.TensorProto) and (part.data_location == onnx.TensorProto.EXTERNAL or part.external_data):
            raise GraphError(f"{what}: keeps weights in other files; save it in one piece.")
        if isinstance(part, onnx.NodeProto) and part.domain not in (*_DOMAINS, *local):
            raise GraphError(f"{what}: has the operator {part.op_type!r} of {part.domain!r}; only ONNX's own are computed.")
    try:
        onnx.checker.check_model(model)
    except Exception as error:  # noqa: BLE001 - likewise the checker
        raise GraphError(f"{what}: is no ONNX graph that can be read: {first_line(error)}") from None
    weights = {tensor.name for tensor in model.graph.initializer}
    inputs = [given for given in model.graph.input if given.name not in weights]
    if len(inputs) != 1:
        raise GraphError(f"{what}: takes {len(inputs)} inputs; it must take one.")
    kind = inputs[0].type.tensor_type
    if kind.elem_type != _FLOAT32 or len(kind.shape.dim) != axes:
        takes = "images (B, C, H, W)" if axes == 4 else "latents (N, D)"
        given = f"{len(kind.shape.dim)} axes of {onnx.TensorProto.DataType.Name(kind.elem_type).lower()}"
        raise GraphError(f"{what}: takes a tensor of {given}; it must take {takes} of float32.")
    return model


def _parts(message: Any) -> Iterator[Any]:
    """All messages within one of protobuf's, at any depth: an operator's attribute may hold weights, or a graph of its own."""
    for field, value in message.ListFields():
        if field.message_type is not None:
            for part in [value] if hasattr(value, "ListFields") else value:
                yield part
                yield from _parts(part)


def input_dims(model: Any) -> list[int | None]:
    """The sizes of a graph's input, None where it takes any."""
    weights = {tensor.name for tensor in model.graph.initializer}
    given = next(given for given in model.graph.input if given.name not in weights)
    return [dim.dim_value if dim.HasField("dim_value") else None for dim in given.type.tensor_type.shape.dim]


def _why_not(error: Exception) -> str:
    """Why onnxruntime refuses a graph, which of another opset it says at length."""
    found = _OPSETS.search(str(error))
    return f"it is of opset {found[1]}; export it with opset {found[2]} or lower." if found else first_line(error)


class Graph(nn.Module):
    """A graph as a module.

    Attributes:
        content: its bytes, uint8 (n,).
        settings: what black and white are for it.
    """

    content: Tensor

    def __init__(self, settings: GraphConfig, size: int, what: str, axes: int) -> None:
        super().__init__()
        self.settings = settings
        self._what, self._axes = what, axes
        self._session: Any = None
        self.register_buffer("content", torch.zeros(size, dtype=torch.uint8))
        self.register_load_state_dict_post_hook(lambda *_: self._forget())  # type: ignore[no-untyped-call]

    def _forget(self) -> None:
        self._session = None

    def outputs(self, given: Tensor) -> list[Tensor]:
        """All that the graph gives, on the CPU.

        Raises:
            GraphError: if it cannot be computed.
        """
        session, at_once = self._computing()
        name = session.get_inputs()[0].name
        parts = given.detach().float().cpu().split(at_once or max(len(given), 1))
        try:
            found = [session.run(None, {name: np.ascontiguousarray(part.numpy())}) for part in parts]
        except Exception as error:  # noqa: BLE001 - onnxruntime has an exception for each status
            raise GraphError(f"{self._what}: cannot be computed: {first_line(error)}") from None
        return [torch.from_numpy(np.concatenate(one)) for one in zip(*found, strict=True)]

    def _computing(self) -> tuple[Any, int]:
        """The session, and how many images it takes at once; 0 where it takes any number."""
        if self._session is None:
            content = self.content.numpy(force=True).tobytes()
            first = input_dims(checked(content, self._what, self._axes))[0]
            runtime = _onnxruntime()
            options = runtime.SessionOptions()
            options.intra_op_num_threads = torch.get_num_threads()
            options.log_severity_level = 4
            try:
                session = runtime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
            except Exception as error:  # noqa: BLE001 - likewise
                raise GraphError(f"{self._what}: cannot be computed by this onnxruntime: {_why_not(error)}") from None
            self._session = session, first or 0
        found: tuple[Any, int] = self._session
        return found


class _Encoder(Graph):
    def __init__(self, settings: GraphConfig) -> None:
        super().__init__(settings, settings.encoder_bytes, "encoder", 4)

    def forward(self, x: Tensor) -> Tensor:
        low, high = self.settings.low, self.settings.high
        given = self.outputs(low + x * (high - low))
        parts = [part.flatten(1) for part in given[:2]] if len(given) >= 2 else [given[0].flatten(1)]
        return torch.cat(parts, dim=-1).to(x.device)


class _Decoder(Graph):
    def __init__(self, settings: GraphConfig) -> None:
        super().__init__(settings, settings.decoder_bytes, "decoder", 2)

    def forward(self, z: Tensor) -> Tensor:
        low, high = self.settings.low, self.settings.high
        return ((self.outputs(z)[0] - low) / (high - low)).to(z.device)


def build(settings: GraphConfig, image_shape: tuple[int, int, int], output_shape: tuple[int, int, int]) -> Networks:
    """Graphs of the sizes that the settings name; their bytes come as weights."""
    del image_shape, output_shape
    return Networks(_Encoder(settings), _Decoder(settings), posterior_reader(settings.sigma))


def as_buffer(content: bytes) -> Tensor:
    """Bytes as uint8 (n,)."""
    return torch.frombuffer(bytearray(content), dtype=torch.uint8)


def _onnx() -> Any:
    try:
        import onnx
    except ImportError:
        raise GraphError(f"ONNX graphs need onnx and onnxruntime; pip install '{requirement('onnx')}'.") from None
    return onnx


def _onnxruntime() -> Any:
    try:
        import onnxruntime
    except ImportError:
        raise GraphError(f"ONNX graphs need onnx and onnxruntime; pip install '{requirement('onnx')}'.") from None
    return onnxruntime
