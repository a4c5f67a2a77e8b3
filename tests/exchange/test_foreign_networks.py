"""Models that pythae and diffusers wrote: the same means and pixels, and one sentence on what is not read."""

import json
import pickle
import shutil
import tarfile
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from latentlab.catalog.networks import AutoencoderKlConfig, PythaeConfig
from latentlab.cli import entry
from latentlab.errors import ConfigError, FileError
from latentlab.exchange.diffusers_folder import read_diffusers_folder
from latentlab.exchange.exported import export
from latentlab.exchange.formats import config_of, read_model
from latentlab.exchange.imported import write_imported
from latentlab.exchange.pythae_folder import read_pythae_folder
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.images import Reconstruct
from latentlab.explore.requests.values import View
from latentlab.models import autoencoder_kl, pythae
from latentlab.models.likelihoods import Bernoulli
from latentlab.models.networks import Networks, gaussian_posterior
from latentlab.runs import Run
from tests.exchange.judged import DATA, IMAGES, LATENTS, images_of, weights_of

_EXPECTED = np.load(DATA / "pythae_networks.npz")
_ALL = ("mlp", *(f"{name}_{kind}" for name in IMAGES for kind in ("conv", "resnet")))
_TOLERANCE = {"rtol": 0, "atol": 1e-5}


@pytest.fixture(scope="module")
def pythae_folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("pythae")
    with tarfile.open(DATA / "pythae.tar.xz") as archive:
        archive.extractall(place, filter="data")
    return place


@pytest.fixture
def folder(tmp_path: Path, pythae_folders: Path) -> Path:
    """A copy of pythae's folder of default networks."""
    return Path(shutil.copytree(pythae_folders / "mlp", tmp_path / "model"))


@pytest.fixture
def kl_folder(tmp_path: Path) -> Path:
    """A copy of one of diffusers' folders."""
    return Path(shutil.copytree(DATA / "kl_quantised", tmp_path / "kl"))


def _fill(network: torch.nn.Module, prefix: str) -> torch.nn.Module:
    state = {name: weights_of(f"{prefix}.{name}", tuple(w.shape), w.dtype) for name, w in network.state_dict().items()}
    network.load_state_dict(state)
    return network.eval()


def _loaded(networks: Networks, weights) -> Networks:
    for prefix, network in (("encoder", networks.encoder), ("decoder", networks.decoder)):
        part = {name.removeprefix(f"{prefix}."): w for name, w in weights.items() if name.startswith(f"{prefix}.")}
        network.load_state_dict(part)
        network.eval()
    return networks


def _change(path: Path, **values: object) -> None:
    path.write_text(json.dumps({**json.loads(path.read_text()), **values}))


@torch.no_grad()
@pytest.mark.parametrize("name", _ALL)
def test_a_network_of_pythae_gives_its_means_and_pixels(name: str) -> None:
    shape = IMAGES.get(name.partition("_")[0], (1, 16, 16))
    networks = pythae.build(PythaeConfig(latent_dim=LATENTS, encoder=name, decoder=name, sigmoid=True), shape, shape)
    encoder, decoder = _fill(networks.encoder, "encoder"), _fill(networks.decoder, "decoder")
    posterior = gaussian_posterior(encoder(images_of(shape)), decoder)
    np.testing.assert_allclose(posterior.mean, _EXPECTED[f"{name}.mean"], **_TOLERANCE)
    np.testing.assert_allclose(posterior.logvar, _EXPECTED[f"{name}.logvar"], **_TOLERANCE)
    pixels = decoder(torch.from_numpy(_EXPECTED[f"{name}.mean"]))
    assert np.ptp(_EXPECTED[f"{name}.pixels"]) > 0.01
    np.testing.assert_allclose(pixels[:, :, ::3, ::3], _EXPECTED[f"{name}.pixels"], **_TOLERANCE)


@torch.no_grad()
@pytest.mark.parametrize(
    ("name", "network", "kind", "likelihood"),
    [
        ("mlp", "mlp", "BetaVAE", "bernoulli"),
        ("mnist_resnet", "mnist_resnet", "IWAE", "gaussian"),
        ("factor", "mlp", "FactorVAE", "gaussian"),
    ],
)
def test_a_folder_of_pythae_is_read(pythae_folders: Path, name: str, network: str, kind: str, likelihood: str) -> None:
    found = read_pythae_folder(pythae_folders / name)
    assert (found.model["encoder"], found.model["decoder"]) == (network, network)
    assert (found.provenance["model"], found.likelihood["name"]) == (kind, likelihood)
    networks = _loaded(pythae.build(PythaeConfig(**found.model), found.image_shape, found.image_shape), found.weights)
    posterior = gaussian_posterior(networks.encoder(images_of(found.image_shape)), networks.decoder)
    np.testing.assert_allclose(posterior.mean, _EXPECTED[f"{network}.mean"], **_TOLERANCE)
    pixels = Bernoulli(networks.decoder(posterior.mean)).mean
    np.testing.assert_allclose(pixels[:, :, ::3, ::3], _EXPECTED[f"{network}.pixels"], **_TOLERANCE)


@torch.no_grad()
@pytest.mark.parametrize("name", ["kl_quantised", "kl_shifted"])
def test_a_folder_of_diffusers_gives_its_means_and_pixels(name: str) -> None:
    found, expected = read_diffusers_folder(DATA / name), np.load(DATA / name / "expected.npz")
    assert found.image_shape == (3, 32, 32)
    settings = AutoencoderKlConfig(**found.model)
    networks = _loaded(autoencoder_kl.build(settings, found.image_shape, found.image_shape), found.weights)
    posterior = gaussian_posterior(networks.encoder(images_of(found.image_shape)), networks.decoder)
    shape = (-1, *settings.latent_shape(found.image_shape))
    np.testing.assert_allclose(posterior.mean.view(shape), expected["mean"], **_TOLERANCE)
    np.testing.assert_allclose(posterior.std.view(shape), expected["std"], **_TOLERANCE)
    np.testing.assert_allclose(networks.decoder(posterior.mean), expected["pixels"], **_TOLERANCE)


def test_a_pipeline_and_old_names_of_attention_are_read(kl_folder: Path, tmp_path: Path) -> None:
    new = read_diffusers_folder(kl_folder)
    weights = kl_folder / "diffusion_pytorch_model.safetensors"
    state = load_file(weights)
    for old, ours in (("query", "to_q"), ("key", "to_k"), ("value", "to_v"), ("proj_attn", "to_out.0")):
        state = {name.replace(f".attentions.0.{ours}.", f".attentions.0.{old}."): w for name, w in state.items()}
    assert any("proj_attn" in name for name in state)
    save_file({name: w.half()[..., None, None] if "query.weight" in name else w for name, w in state.items()}, weights)
    kl_folder.rename(tmp_path / "vae")
    old = read_diffusers_folder(tmp_path, size=64)
    assert (old.image_shape, old.model["latent_dim"]) == ((3, 64, 64), 4 * 32 * 32)
    assert all(torch.allclose(w, new.weights[name], atol=1e-3) for name, w in old.weights.items())
    assert old.weights.keys() == new.weights.keys()


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"name": "VQVAEConfig"}, "VQVAE: its latents are entries of a codebook"),
        ({"name": "HVAEConfig"}, "posterior is made by a flow"),
        ({"name": "NoSuchConfig"}, "NoSuch, which is not known"),
        ({"name": 3}, "it has no name"),
        ({"input_dim": [256]}, "input_dim is \\[256\\]; models of images"),
        ({"input_dim": [1, 16, 2**40]}, "input_dim"),
        ({"latent_dim": 2**40}, "latent_dim is 1099511627776"),
        ({"latent_dim": 4}, "does not hold pythae's default encoder"),
        ({"reconstruction_loss": "l1"}, "reconstruction_loss is 'l1'"),
    ],
)
def test_another_model_of_pythae_is_refused(folder: Path, values: dict[str, object], words: str) -> None:
    _change(folder / "model_config.json", **values)
    with pytest.raises(FileError, match=words):
        read_pythae_folder(folder)


def test_a_pickled_network_is_refused_and_not_run(folder: Path) -> None:
    _change(folder / "model_config.json", uses_default_encoder=False)
    (folder / "encoder.pkl").write_bytes(pickle.dumps(print))
    with pytest.raises(FileError, match="never run. Write a plug-in with a network of the same tensors and name it with --set"):
        read_pythae_folder(folder)


class _Ran:
    ran = False

    def __reduce__(self) -> tuple[object, ...]:
        return setattr, (_Ran, "ran", True)


def test_code_in_a_file_of_weights_is_not_run(folder: Path) -> None:
    torch.save({"model_state_dict": {"encoder.x": _Ran()}}, folder / "model.pt")
    with pytest.raises(FileError, match=r"names __builtin__.setattr, which is not a tensor"):
        read_pythae_folder(folder)
    assert not _Ran.ran


@pytest.mark.parametrize("share", [0.5, 0.999])
def test_a_truncated_file_is_refused(folder: Path, kl_folder: Path, share: float) -> None:
    for path in (folder / "model.pt", kl_folder / "diffusion_pytorch_model.safetensors"):
        content = path.read_bytes()
        path.write_bytes(content[: int(share * len(content))])
    with pytest.raises(FileError, match="not a zip file, or a damaged one"):
        read_pythae_folder(folder)
    with pytest.raises(FileError, match="is truncated"):
        read_diffusers_folder(kl_folder)


def test_tensors_that_claim_more_than_there_is_are_refused(folder: Path) -> None:
    wide, shared = torch.zeros(1).expand(2**40), torch.zeros(4)
    for tensors, words in (
        ({"a": wide}, "does not fit its 4 bytes"),
        ({"a": shared, "b": shared}, "no tensor with numbers of its"),
    ):
        torch.save({"model_state_dict": tensors}, folder / "model.pt")
        with pytest.raises(FileError, match=words):
            read_pythae_folder(folder)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"_class_name": "VQModel"}, "describes 'VQModel'"),
        ({"down_block_types": ["DownEncoderBlock2D", "AttnDownEncoderBlock2D"]}, "names 'AttnDownEncoderBlock2D'"),
        ({"up_block_types": ["UpDecoderBlock2D"]}, "a block for each of the 2"),
        ({"block_out_channels": [4, 10**9]}, "up to 4,096"),
        ({"block_out_channels": [4, 16]}, "should be"),
        ({"latents_mean": [0.0]}, "latents_mean"),
        ({"latent_channels": 5}, "should be"),
        ({"scaling_factor": 0}, "scaling_factor"),
        ({"use_quant_conv": False}, "does not have"),
        ({"out_channels": 1}, "takes images of 3 channels and gives 1"),
        ({"wheels": 4}, "the setting 'wheels', which is not known"),
    ],
)
def test_another_model_of_diffusers_is_refused(kl_folder: Path, values: dict[str, object], words: str) -> None:
    _change(kl_folder / "config.json", **values)
    with pytest.raises(FileError, match=words):
        read_diffusers_folder(kl_folder)


def test_pickled_weights_and_sizes_that_do_not_fit_are_refused(kl_folder: Path) -> None:
    with pytest.raises(ConfigError, match="multiples of 2"):
        read_diffusers_folder(kl_folder, size=33)
    with pytest.raises(ConfigError, match="too many; use a smaller data.size"):
        read_diffusers_folder(kl_folder, size=4096)
    (kl_folder / "diffusion_pytorch_model.safetensors").rename(kl_folder / "diffusion_pytorch_model.bin")
    with pytest.raises(FileError, match="safe_serialization=True"):
        read_diffusers_folder(kl_folder)


@pytest.mark.parametrize("name", ["kl_shifted", "mlp"])
def test_a_folder_becomes_a_run(name: str, pythae_folders: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = pythae_folders / name if name == "mlp" else DATA / name
    rng = np.random.default_rng(0)
    np.save(tmp_path / "images.npy", rng.integers(0, 255, (12, 16, 16) if name == "mlp" else (12, 16, 16, 3), np.uint8))
    images = ["--images", str(tmp_path / "images.npy"), "--set", "data.size=16"]
    assert entry.run(["import", str(source), *images, "--out", str(tmp_path / "runs")]) == 0
    run = Run(capsys.readouterr().out.strip())
    assert run.header.source["program"] == ("pythae" if name == "mlp" else "diffusers")
    drawn = Renderer.of_run(run).render(Reconstruct(count=2))
    assert isinstance(drawn, View), drawn
    if name == "mlp":
        x = images_of((1, 16, 16))
        np.testing.assert_allclose(run.encode(x.numpy()).mean, _EXPECTED["mlp.mean"], **_TOLERANCE)
    assert entry.run(["import", str(tmp_path), *images]) != 0
    assert "known are pythae (model_config.json and model.pt); diffusers" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["kl_quantised", "kl_shifted"])
def test_an_imported_model_is_exported_as_diffusers_wrote_it(name: str, tmp_path: Path) -> None:
    np.save(tmp_path / "images.npy", np.random.default_rng(0).integers(0, 255, (12, 16, 16, 3), np.uint8))
    config = config_of("kl", str(tmp_path / "images.npy"), ["data.size=16"])
    run = write_imported(read_model(DATA / name, config), tmp_path / "runs")
    written = export(run, "diffusers", tmp_path / "out")
    assert written.difference <= 1e-5
    theirs = load_file(DATA / name / "diffusion_pytorch_model.safetensors")
    ours = load_file(tmp_path / "out" / "diffusion_pytorch_model.safetensors")
    assert ours.keys() == theirs.keys()
    assert all(torch.equal(w, theirs[name]) for name, w in ours.items())
    given, said = (json.loads((place / "config.json").read_text()) for place in (DATA / name, tmp_path / "out"))
    assert {key: value for key, value in said.items() if given[key] != value} == {"sample_size": 16}
