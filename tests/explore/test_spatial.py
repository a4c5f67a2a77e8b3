"""A z of channels at places: its pictures, its KL map, and models that have no places."""

from pathlib import Path

import numpy as np
import pytest
import torch

from latentlab.api import train
from latentlab.config import RunConfig, override
from latentlab.data import ImageStore
from latentlab.evaluation.posterior import images_at_once
from latentlab.explore import scene
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.images import Decode, Picture
from latentlab.explore.requests.places import KINDS, DrawnPlaces, Places
from latentlab.explore.requests.values import Failed, ImageRef

SPATIAL = (
    "model.name=autoencoder_kl",
    "model.channels=4, 8",
    "model.norm_groups=2",
    "data.size=16",
    "train.steps=2",
    "train.batch_size=8",
)


@pytest.fixture(scope="module")
def renderer(tmp_path_factory: pytest.TempPathFactory, tiny_config: RunConfig) -> Renderer:
    config = override(tiny_config, [*SPATIAL, "model.latent_dim=320"])
    return Renderer.of_run(train(config, tmp_path_factory.mktemp("runs")))


def test_the_maps_show_the_places_of_z(renderer: Renderer) -> None:
    z = np.zeros((5, 8, 8), np.float32)
    z[1, 2, 3], z[4, 7, 0] = 3, -3
    drawn = renderer.render(Places(ImageRef(index=0), z.reshape(-1)))
    assert isinstance(drawn, DrawnPlaces), drawn
    assert drawn.grid.images.shape[:2] == (1, len(KINDS) + 5)
    np.testing.assert_array_equal(drawn.z, z)
    posterior = renderer.model.encode(renderer.held_out.batch(slice(0, 1)))
    by_hand = 0.5 * (posterior.mean**2 + posterior.std**2 - 2 * posterior.std.log() - 1).view(5, 8, 8).sum(0)
    np.testing.assert_allclose(drawn.kl, by_hand, rtol=1e-4, atol=1e-4)
    pictures = drawn.grid.images[0]
    rgb, second, fifth = pictures[1], pictures[len(KINDS) + 1], pictures[len(KINDS) + 4]
    assert rgb[4, 6].tolist() == [128, 255, 128]
    assert (np.argwhere((second != second[0, 0]).any(-1)) // 2 == [2, 3]).all()
    assert (np.argwhere((fifth != fifth[0, 8]).any(-1)) // 2 == [7, 0]).all()
    assert second[4, 6, 0] > second[4, 6, 2]
    assert fifth[14, 0, 2] > fifth[14, 0, 0]


def test_the_components_are_those_of_all_places(renderer: Renderer) -> None:
    drawn = renderer.render(Places(ImageRef(index=0), np.zeros(320, np.float32)))
    assert isinstance(drawn, DrawnPlaces), drawn
    means = renderer.model.encode(renderer.held_out.batch(slice(0, 32))).mean
    values = means.view(-1, 5, 8, 8).permute(0, 2, 3, 1).reshape(-1, 5).double().numpy()
    shares = np.linalg.svd(values - values.mean(0), compute_uv=False) ** 2
    np.testing.assert_allclose(drawn.explained, (shares / shares.sum())[:3], rtol=1e-4)


def test_a_model_without_places_and_another_z_are_refused(
    renderer: Renderer, tiny_run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from latentlab.runs import Run

    other = Renderer.of_run(Run(tiny_run))
    request = Places(ImageRef(index=0), np.zeros(other.model.latent_dim, np.float32))
    refused = other.render(request)
    assert isinstance(refused, Failed)
    assert "has no places" in refused.message
    wrong = renderer.render(request)
    assert isinstance(wrong, Failed)
    assert "this model has 320 latent dimensions" in wrong.message


def test_what_is_urgent_is_done_between_the_layers_of_a_large_network(
    renderer: Renderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered: list[Picture] = []

    def slider() -> None:
        z = np.full(320, len(answered), np.float32)
        answered.append(renderer.render(Decode(z)))

    monkeypatch.setattr(scene, "_LONGEST_WAIT", 0.0)
    monkeypatch.setattr(renderer, "yield_to_urgent", slider)
    expected = renderer.model.encode(renderer.held_out.batch(slice(0, 1))).mean
    assert len(answered) > 10  # while one image is encoded
    assert [picture.z[0] for picture in answered] == list(range(len(answered)))  # none was put off for a later one
    monkeypatch.setattr(renderer, "yield_to_urgent", lambda: None)
    alone = renderer.render(Decode(np.full(320, 3, np.float32)))
    assert np.array_equal(answered[3].image, alone.image)
    assert torch.equal(expected, renderer.model.encode(renderer.held_out.batch(slice(0, 1))).mean)


def test_a_large_network_encodes_few_images_together(tiny_config: RunConfig) -> None:
    large = override(tiny_config, [*SPATIAL, "model.channels=128, 256", "data.size=64", "model.latent_dim=4096"])
    store = ImageStore(torch.zeros(9, 1, 64, 64, dtype=torch.uint8), torch.zeros(9, dtype=torch.int64))
    assert Renderer(large, (1, 64, 64), store, Path()).images_at_once < 16 < images_at_once((1, 64, 64))
