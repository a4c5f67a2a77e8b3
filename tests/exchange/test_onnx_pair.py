"""Two ONNX graphs of another program as a run."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
import torch
from onnx import TensorProto, helper, numpy_helper

from latentlab.cli import entry
from latentlab.errors import ConfigError, DataError, FileError
from latentlab.exchange import (
    formats,
    onnx_pair,  # noqa: F401 - adds its kind of folder
)
from latentlab.exchange.imported import write_imported
from latentlab.runs import Run

_RANDOM = np.random.default_rng(0)
_ENCODER, _DECODER = (_RANDOM.normal(0, 0.05, shape).astype(np.float32) for shape in ((256, 6), (3, 256)))


def _weight(name: str, values: np.ndarray) -> Any:
    return numpy_helper.from_array(values, name)


def _saved(path: Path, nodes: list[Any], given: Any, gives: list[Any], weights: list[Any], opset: int = 17) -> None:
    graph = helper.make_graph(nodes, path.stem, [given], gives, weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=8)
    path.write_bytes(model.SerializeToString())


def _encoder(
    path: Path, batch: str | int = "batch", *, split: bool = True, domain: str = "", opset: int = 17, channels: int = 1
) -> None:
    x = helper.make_tensor_value_info("x", TensorProto.FLOAT, [batch, channels, 16, 16])
    nodes = [
        helper.make_node("Flatten", ["x"], ["flat"], axis=1),
        helper.make_node("MatMul", ["flat", "w"], ["both"], domain=domain),
    ]
    gives = [helper.make_tensor_value_info("both", TensorProto.FLOAT, [batch, 6])]
    if split:
        nodes.append(helper.make_node("Split", ["both", "sizes"], ["mean", "logvar"], axis=1))
        gives = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [batch, 3]) for name in ("mean", "logvar")]
    weights = [_weight("w", _ENCODER), *([_weight("sizes", np.array([3, 3]))] if split else [])]
    _saved(path, nodes, x, gives, weights, opset)


def _decoder(path: Path, batch: str | int = "batch", latent: int = 3, shape: tuple[int, ...] = (-1, 1, 16, 16)) -> None:
    z = helper.make_tensor_value_info("z", TensorProto.FLOAT, [batch, latent])
    nodes = [
        helper.make_node("MatMul", ["z", "w"], ["flat"]),
        helper.make_node("Tanh", ["flat"], ["squashed"]),
        helper.make_node("Reshape", ["squashed", "shape"], ["image"]),
    ]
    weights = [_weight("w", np.resize(_DECODER, (latent, 256))), _weight("shape", np.array(shape))]
    _saved(path, nodes, z, [helper.make_tensor_value_info("image", TensorProto.FLOAT, [batch, *shape[1:]])], weights)


@pytest.mark.parametrize(("batch", "split"), [("batch", True), ("batch", False), (1, True)])
def test_a_pair_computes_what_its_graphs_say(
    batch: str | int, split: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _encoder(tmp_path / "encoder.onnx", batch, split=split)
    _decoder(tmp_path / "decoder.onnx", batch)
    graph = onnx.load(tmp_path / "encoder.onnx")
    helper.set_model_props(graph, {"run": "\x1b[2J" * 1000, "step": "9" * 50})
    onnx.save(graph, tmp_path / "encoder.onnx")
    assert entry.run(["import", str(tmp_path), "--out", str(tmp_path / "runs"), "--range", "-1", "1"]) == 0
    run = Run(capsys.readouterr().out.strip())
    assert run.config.model.latent_dim == 3
    assert run.config.data.size == 16
    x = np.random.default_rng(1).random((5, 1, 16, 16), np.float32)
    both = (2 * x - 1).reshape(5, -1) @ _ENCODER
    posterior = run.encode(x)
    np.testing.assert_allclose(posterior.mean, both[:, :3], atol=1e-5)
    np.testing.assert_allclose(posterior.logvar, both[:, 3:], atol=1e-5)
    z = np.random.default_rng(2).normal(size=(4, 3)).astype(np.float32)
    images = (np.tanh(z @ _DECODER).reshape(4, 1, 16, 16) + 1) / 2
    np.testing.assert_allclose(run.decode(z), images, atol=1e-5)
    assert run.header.source["format"] == "ONNX"
    assert run.header.source["run"].startswith(r"\x1b[2J\x1b")
    assert (len(run.header.source["run"]), run.checkpoint().step) == (200, 0)
    code = entry.run(["export", str(run.path), "--to", "onnx", "-o", str(tmp_path / "again")])  # which compares by itself
    assert code == (2 if batch == 1 else 0)
    assert entry.run(["export", str(run.path), "--to", "torch", "-o", str(tmp_path / "torch")]) == 2
    assert entry.run(["traverse", str(run.path), "-o", str(tmp_path / "grid.png")]) == 0


def test_a_mean_alone_is_told_from_a_pair_by_what_the_decoder_takes(tmp_path: Path) -> None:
    _encoder(tmp_path / "encoder.onnx", split=False)
    _decoder(tmp_path / "decoder.onnx", latent=6)
    run = write_imported(formats.read_model(tmp_path, formats.config_of("one", "digits", [])), tmp_path / "runs")
    assert (run.config.model.latent_dim, run.config.model.sigma) == (6, False)
    x = np.random.default_rng(1).random((5, 1, 16, 16), np.float32)
    np.testing.assert_allclose(run.encode(x).mean, x.reshape(5, -1) @ _ENCODER, atol=1e-5)
    assert entry.run(["export", str(run.path), "--to", "onnx", "-o", str(tmp_path / "again")]) == 0
    back = write_imported(formats.read_model(tmp_path / "again", formats.config_of("two", "digits", [])), tmp_path / "runs")
    assert (back.config.model.latent_dim, back.config.model.sigma) == (6, False)
    np.testing.assert_allclose(back.encode(x).mean, run.encode(x).mean, atol=1e-5)


@pytest.mark.parametrize(
    ("spoil", "error", "words"),
    [
        (lambda folder: _decoder(folder / "decoder.onnx", latent=2), ConfigError, r"gives \(2, 6\) for .*takes \(N, 2\)"),
        (
            lambda folder: _encoder(folder / "encoder.onnx", domain="evil.ops"),
            DataError,
            "'MatMul' of 'evil.ops'; only",
        ),
        (lambda folder: _encoder(folder / "encoder.onnx", opset=99), DataError, r"opset 99; export it with opset \d+ or"),
        (
            lambda folder: _encoder(folder / "encoder.onnx", channels=3),
            DataError,
            "images of 1×16×16, and the model takes 3×16×16",
        ),
        (
            lambda folder: _decoder(folder / "decoder.onnx", shape=(-1, 1, 8, 32)),
            DataError,
            r"decoder: gives \(2, 1, 8, 32\) for 2 latents, and the images are \(1, 16, 16\)",
        ),
        (
            lambda folder: (folder / "encoder.onnx").write_bytes(b"\x08nothing"),
            DataError,
            "encoder: is no ONNX graph that can be read",
        ),
        (lambda folder: _decoder(folder / "encoder.onnx"), DataError, "takes a tensor of 2 axes of float; it must take images"),
        (lambda folder: (folder / "decoder.onnx").unlink(), ConfigError, "holds no model that can be read"),
    ],
)
def test_a_pair_that_will_not_do_is_refused(
    spoil: Callable[[Path], object], error: type[Exception], words: str, tmp_path: Path
) -> None:
    _encoder(tmp_path / "encoder.onnx")
    _decoder(tmp_path / "decoder.onnx")
    spoil(tmp_path)
    with pytest.raises(error, match=words):
        write_imported(formats.read_model(tmp_path, formats.config_of("pair", "digits", [])), tmp_path / "runs")
    assert not (tmp_path / "runs").exists()


@pytest.mark.parametrize("within", [False, True], ids=["the graph's", "an operator's"])
def test_weights_in_other_files_are_never_read(within: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "pair"
    folder.mkdir()
    _encoder(folder / "encoder.onnx")
    _decoder(folder / "decoder.onnx")
    monkeypatch.chdir(tmp_path)  # where a name without a folder would be looked for
    (tmp_path / "secret").write_bytes(_ENCODER.tobytes())
    model = onnx.load(folder / "encoder.onnx")
    weight = model.graph.initializer[0]
    weight.ClearField("raw_data")
    weight.data_location = TensorProto.EXTERNAL
    weight.external_data.add(key="location", value="secret")
    if within:
        model.graph.node.insert(0, helper.make_node("Constant", [], ["w"], value=weight))
        del model.graph.initializer[0]
    (folder / "encoder.onnx").write_bytes(model.SerializeToString())
    with pytest.raises((DataError, FileError), match="encoder: keeps weights in other files"):
        formats.read_model(folder, formats.config_of("pair", "digits", []))


def test_what_another_run_exported_comes_back(tiny_run: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert entry.run(["export", str(tiny_run), "--to", "onnx", "-o", str(tmp_path / "out")]) == 0
    capsys.readouterr()
    assert entry.run(["import", str(tmp_path / "out"), "--out", str(tmp_path / "runs")]) == 0
    back, first = Run(capsys.readouterr().out.strip()), Run(tiny_run)
    x = torch.rand(2, *first.image_shape, generator=torch.Generator().manual_seed(0))
    torch.testing.assert_close(back.encode(x).mean, first.encode(x).mean, atol=1e-5, rtol=1e-5)
    assert back.checkpoint().step == first.checkpoint().step
