"""Models of images with any number of channels."""

import contextlib
from pathlib import Path

import numpy as np
import pytest

from latentlab import cli
from latentlab.api import train
from latentlab.config import RunConfig, override
from latentlab.data import preview, read_image
from latentlab.data.values import ranges_from, shown_channels
from latentlab.errors import ConfigError
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.images import Gallery, GalleryImages
from latentlab.explore.requests.values import ImageRef
from tests.files.pixel_files import RAMP, folder_of, tiff


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LATENTLAB_CACHE", str(tmp_path / "cache"))


U16, I16, I32 = np.uint16, np.int16, np.int32


@pytest.mark.parametrize("channels", [1, 2, 3, 4, 7])
def test_models_of_any_number_of_channels_train_and_are_explored(
    channels: int, tmp_path: Path, tiny_config: RunConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    images = np.random.default_rng(0).integers(0, 4096, (40, channels, 16, 16), U16)
    np.savez(tmp_path / "a.npz", images=images)
    settings = ["data.name=array", f"data.root={tmp_path / 'a.npz'}", "data.shown=4,2,1", "transform.policy=large_jitter"]
    run = train(override(tiny_config, [*settings, "consistency.weight=0.1"]), tmp_path / "runs")
    assert run.image_shape == (channels, 16, 16)
    assert ranges_from(run.values)["16-bit"].most == images.max()
    assert "scaled by the set's range; 256 of 256 grey levels remain" in run.events()[0].text
    for name, options in {"traverse": (), "reconstruct": ("--count", "2"), "sample": ()}.items():
        picture = tmp_path / f"{name}.png"
        monkeypatch.setattr("sys.argv", ["latentlab", name, str(run.path), *options, "-o", str(picture)])
        with contextlib.suppress(SystemExit):
            cli.main()
        assert read_image(picture).mode == "RGB"
    renderer = Renderer.of_run(run)
    gallery = renderer.render(Gallery(originals=3, samples=2))
    assert isinstance(gallery, GalleryImages)
    held_out = (renderer.held_out.batch(slice(0, 1))[0] * 255).round().byte().numpy()
    places = {1: [0], 2: [0, 1, 0], 3: [0, 1, 2], 4: [3, 1, 0], 7: [3, 1, 0]}[channels]
    assert np.array_equal(gallery.originals[0], held_out[places].transpose(1, 2, 0))
    shown = preview(run.config.data).shown
    assert shown.shape[-1] == len(places)


@pytest.mark.parametrize("name", ["conv", "resnet", "ladder"])
def test_every_network_takes_seven_channels(name: str, tmp_path: Path, tiny_config: RunConfig) -> None:
    np.save(tmp_path / "a.npy", np.random.default_rng(0).random((12, 16, 16, 7), np.float32))
    settings = [
        "data.name=array",
        f"data.root={tmp_path / 'a.npy'}",
        f"model.name={name}",
        "model.width=2",
        "train.batch_size=4",
    ]
    discriminator = ["adversarial.weight=0.1", "adversarial.width=4"]
    levels = ["model.top_dim=2"] if name == "ladder" else []
    config = override(tiny_config, [*settings, *discriminator, *levels, "train.steps=2"])
    assert train(config, tmp_path / "runs").image_shape == (7, 16, 16)


def test_channels_to_show_are_three_or_refused() -> None:
    for wrong in ("1", "0,1,2", "a,b,c", "1,2,3,4"):
        with pytest.raises(ConfigError, match=rf"data\.shown = '{wrong}': should be three channels from 1 on, such as 4,2,1"):
            override(RunConfig(), ["data.name=array", f'data.shown="{wrong}"'])
    assert shown_channels(5, "5,3,1") == (4, 2, 0)
    assert shown_channels(4, "5,3,1") == (0, 1, 2)


def test_an_image_given_later_is_read_by_the_scale_of_the_run(tmp_path: Path, tiny_config: RunConfig) -> None:
    dark, bright = tiff((RAMP * 4).astype(U16)), tiff((RAMP * 16).astype(U16))
    folder = folder_of(tmp_path, *[dark, bright] * 3)
    config = override(
        tiny_config, ["data.name=folder", f"data.root={folder}", "data.size=16", "train.steps=2", "train.batch_size=2"]
    )
    run = train(config, tmp_path / "runs")
    renderer = Renderer.of_run(run)
    x, _ = renderer.image(ImageRef(path=folder / "0.tif"))
    assert x.max() == pytest.approx(64 / 255, abs=0.005)


def test_the_terminal_says_how_values_were_read_and_takes_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = folder_of(tmp_path, *[tiff((RAMP * 16).astype(U16))] * 2)

    def command(*arguments: object) -> tuple[str, str]:
        monkeypatch.setattr("sys.argv", ["latentlab", "data", *map(str, arguments)])
        with contextlib.suppress(SystemExit):
            cli.main()
        return capsys.readouterr()

    values = "16-bit values 0 to 4,080, scaled by the set's range; 256 of 256 grey levels remain"
    assert f"values: {values}\n" in command("scan", folder)[0]
    assert "scaled from 0 to 65,535; 17 of 256" in command("scan", folder, "--set", "data.range=full")[0]
    assert command("prepare", folder, "--size", 16)[1].endswith(f"2 images, grey; {values}\n")
    assert "17 of 256" in command("prepare", folder, "--size", 16, "--set", "data.range=full")[1]
    assert "--set seed=1: only settings of the images apply here" in command("scan", folder, "--set", "seed=1")[1]
