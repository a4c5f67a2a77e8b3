"""A model leaves for other programs and computes there what it computes here."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from safetensors.torch import save_file

from latentlab.api import prepare
from latentlab.config import RunConfig, override, parse_config
from latentlab.errors import ConfigError, ExportError
from latentlab.exchange import exported_diffusers, exported_pythae
from latentlab.exchange.diffusers_folder import read_diffusers_folder
from latentlab.exchange.exported import PROVENANCE_FILE, TOLERANCE, Source, export
from latentlab.models import build_vae
from latentlab.runs import Run
from latentlab.runs.manifest import read_manifest

WithSettings = Callable[..., RunConfig]
_SETTINGS = {
    "conv": ("likelihood.name=discretized_logistic", "model.width=4"),
    "ladder": ("likelihood.name=laplace", "model.width=4", "model.top_dim=2"),
}
"""Of two networks, which stand for all: `tests/benchmarks/every_export.py` exports each."""


@pytest.fixture
def fresh_run(with_settings: WithSettings, tmp_path: Path) -> Callable[..., Run]:
    """Makes a run that has taken no step, with weights that are saved."""

    def make(*assignments: str) -> Run:
        trainer = prepare(with_settings(*assignments), tmp_path / "fresh")
        trainer.finish("stop", "Stopped.")
        assert trainer.writer is not None
        trainer.writer.close()
        return Run(trainer.writer.path)

    return make


def _in_onnxruntime(folder: Path, half: str, **inputs: np.ndarray) -> list[np.ndarray]:
    session = onnxruntime.InferenceSession(folder / f"{half}.onnx", providers=["CPUExecutionProvider"])
    return session.run(None, inputs)


@pytest.mark.parametrize("network", _SETTINGS)
def test_onnx_computes_what_the_network_does(fresh_run: Callable[..., Run], network: str, tmp_path: Path) -> None:
    run = fresh_run(f"model.name={network}", "data.size=16", *_SETTINGS[network])
    written = export(run, "onnx", tmp_path / "out")

    x, z = torch.rand(7, *run.image_shape), torch.randn(7, run.config.model.latent_dim)
    mean, logvar = _in_onnxruntime(written.folder, "encoder", image=x.numpy())
    (image,) = _in_onnxruntime(written.folder, "decoder", z=z.numpy())
    posterior = run.encode(x)
    np.testing.assert_allclose(mean, posterior.mean, rtol=TOLERANCE, atol=TOLERANCE)
    np.testing.assert_allclose(logvar, posterior.logvar, rtol=TOLERANCE, atol=TOLERANCE)
    np.testing.assert_allclose(image, run.decode(z), rtol=0, atol=TOLERANCE)
    assert written.difference <= TOLERANCE
    _check_provenance(run, written.folder)


def _check_provenance(run: Run, folder: Path) -> None:
    model = onnx.load(folder / "decoder.onnx")
    said = {entry.key: entry.value for entry in model.metadata_props}
    config = run.config
    assert said["run"] == run.path.name
    assert (said["network"], said["likelihood"]) == (config.model.name, config.likelihood.name)
    assert (said["step"], json.loads(said["image_shape"])) == ("0", list(run.image_shape))
    assert said["checkpoint_sha256"] == read_manifest(run.checkpoint().path).files["model.safetensors"][1]
    assert ("upper level" in said["z"]) == (config.model.name == "ladder")
    assert {"latentlab", "torch", "onnx"} <= said.keys()
    assert model.graph.input[0].type.tensor_type.shape.dim[0].dim_param == "batch"
    assert str(Path(__file__).parents[2]).encode() not in (folder / "decoder.onnx").read_bytes()  # whose machine it was
    assert json.loads((folder / PROVENANCE_FILE).read_text())["files"] == ["decoder.onnx", "encoder.onnx"]


_ELSEWHERE = """
import sys, torch
sys.modules["latentlab"] = None
folder = sys.argv[1]
decoder, encoder = (torch.export.load(f"{folder}/{half}.pt2").module() for half in ("decoder", "encoder"))
z = torch.load(f"{folder}/../z.pt")
image = decoder(z)
torch.save([image, *encoder(image)], f"{folder}/../computed.pt")
"""


def test_torch_programs_load_without_latentlab(tiny_run: Path, tmp_path: Path) -> None:
    run, z = Run(tiny_run), torch.randn(5, 4)
    export(run, "torch", tmp_path / "out")
    torch.save(z, tmp_path / "z.pt")
    subprocess.run([sys.executable, "-c", _ELSEWHERE, tmp_path / "out"], check=True, capture_output=True)
    image, mean, logvar = torch.load(tmp_path / "computed.pt")
    torch.testing.assert_close(image, run.decode(z), rtol=0, atol=TOLERANCE)
    torch.testing.assert_close(mean, run.encode(image).mean)
    torch.testing.assert_close(logvar, run.encode(image).logvar)


def test_a_folder_of_pythae_has_what_pythae_writes(fresh_run: Callable[..., Run], tmp_path: Path) -> None:
    run = fresh_run("model.hidden=512")
    export(run, "pythae", tmp_path / "out")
    real = json.loads((Path(__file__).with_name("pythae_vae.json")).read_text())  # from tests/exchange/judge_pythae.py
    config = json.loads((tmp_path / "out" / "model_config.json").read_text())
    state = torch.load(tmp_path / "out" / "model.pt", weights_only=True)["model_state_dict"]
    assert config == real["model_config"]
    assert {name: list(value.shape) for name, value in state.items()} == real["shapes"]
    assert json.loads((tmp_path / "out" / "environment.json").read_text()).keys() == real["environment"].keys()


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("model.layers=2", "model.layers = 2: pythae's MLP has 1 hidden layer; --to onnx or --to torch would work."),
        ("model.hidden=32", "model.hidden = 32: pythae's MLP has 512 hidden units"),
        ("likelihood.name=discretized_logistic", "likelihood.name = 'discretized_logistic'"),
    ],
)
def test_what_pythae_cannot_compute_is_refused_by_its_setting(
    fresh_run: Callable[..., Run], setting: str, said: str, tmp_path: Path
) -> None:
    run = fresh_run("model.hidden=512", setting)
    with pytest.raises(ConfigError) as raised:
        export(run, "pythae", tmp_path / "out")
    assert said in str(raised.value)
    assert not (tmp_path / "out").exists()


def test_diffusers_takes_an_autoencoder_kl_alone(tiny_run: Path, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"model.name = 'mlp': .*; --to onnx or --to torch would work"):
        export(Run(tiny_run), "diffusers", tmp_path / "out")


@pytest.mark.parametrize(("width", "factor"), [(16, 1.0), (24, 1.0), (24, 1.001)])
def test_a_folder_of_diffusers_is_read_again_and_compared_for_any_shape_of_image(
    width: int, factor: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = ("model.channels=4, 8", "model.norm_groups=2", f"model.latent_dim={4 * 8 * width // 2}", "likelihood.name=none")
    config = override(parse_config({}), ["model.name=autoencoder_kl", *settings])
    vae = build_vae(config.model, config.likelihood, (3, 16, width), torch.Generator().manual_seed(1)).eval()
    source = Source(SimpleNamespace(config=config), 0, vae, {})  # type: ignore[arg-type]  # all that is asked of the run
    monkeypatch.setattr(
        exported_diffusers,
        "save_file",
        lambda state, *about: save_file({name: value * factor for name, value in state.items()}, *about),
    )
    if factor != 1:
        with pytest.raises(ExportError, match="differs from PyTorch's"):
            exported_diffusers.write(source, tmp_path)
        return
    assert exported_diffusers.write(source, tmp_path) <= TOLERANCE
    read = read_diffusers_folder(tmp_path, 32)
    state = vae.state_dict()
    assert all(torch.equal(value, state[name]) for name, value in read.weights.items())
    assert json.loads((tmp_path / "config.json").read_text())["sample_size"] == width


def test_an_export_that_computes_something_else_is_not_kept(
    fresh_run: Callable[..., Run], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state_of = exported_pythae.state_of
    monkeypatch.setattr(
        exported_pythae, "state_of", lambda source: {name: 1.001 * value for name, value in state_of(source).items()}
    )
    with pytest.raises(ExportError, match="differs from PyTorch's by .*, above 1e-05; nothing was written"):
        export(fresh_run("model.hidden=512"), "pythae", tmp_path / "out")
    assert not list(tmp_path.glob("*out*"))


def test_a_folder_is_replaced_only_where_it_is_an_export_and_that_is_asked_for(
    fresh_run: Callable[..., Run], run_command: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    arguments = ("export", fresh_run("model.hidden=512").path, "--to", "pythae", "-o", out)
    assert run_command(*arguments)[0] == 0  # an empty one is
    code, _, said = run_command(*arguments)
    assert (code, said.count("\n")) == (2, 1)
    assert "holds an earlier export; name a new folder, or replace it with --force." in said
    assert run_command(*arguments, "--force")[0] == 0
    (out / "mine.txt").touch()
    code, _, said = run_command(*arguments, "--force")
    assert code == 2
    assert "holds other files" in said
    assert (out / "mine.txt").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--to", "onxx", "-o", "out"), "--to 'onxx': should be onnx, torch, diffusers, pythae."),
        (("--to", "torch", "-o", "no/where/out"), "there is no folder"),
        (("--to", "torch", "-o", "out", "--step", "5"), "no checkpoint of step 5; there are 4, 8."),
    ],
)
def test_bad_input_gets_one_sentence(
    tiny_run: Path,
    run_command: Callable[..., tuple[int, str, str]],
    arguments: tuple[str, ...],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    code, _, error = run_command("export", tiny_run, *arguments)
    assert (code, error.count("\n")) == (2, 1)
    assert said in error
