"""Two runs at once: the same images through two models, and the map from one latent space to the other."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from latentlab.api import train
from latentlab.cli import app
from latentlab.config import RunConfig, override
from latentlab.data import load_dataset
from latentlab.errors import DataError
from latentlab.explore.export import grid_png
from latentlab.explore.link import fit_map
from latentlab.explore.provenance import read_origin, request_from_json, request_json
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.commands import Export, Request, ViewRequest
from latentlab.explore.requests.images import Sample
from latentlab.explore.requests.pairs import CompareRuns, DrawnComparison, DrawnLink, Link
from latentlab.explore.requests.transformations import Consistency, DrawnConsistency, DrawnStrength, Strength, Transformation
from latentlab.explore.requests.values import Failed, ImageRef, PictureGrid, RunRef, View
from latentlab.runs import Run
from latentlab.runs.manifest import write_manifest
from latentlab.seeding import generator_for


def _render(run: Path, request: Request) -> View:
    result = Renderer.of_run(Run(run)).render(request)
    assert isinstance(result, View), result
    return result


def test_an_exactly_affine_relation_is_found_again() -> None:
    generator = generator_for(5, "test")
    x = torch.randn(60, 3, generator=generator)
    weight, bias = torch.randn(4, 3, generator=generator), torch.randn(4, generator=generator)
    found = fit_map(x, x @ weight.T + bias)
    torch.testing.assert_close(found.weight.float(), weight, rtol=1e-4, atol=1e-5)
    torch.testing.assert_close(found.bias.float(), bias, rtol=1e-4, atol=1e-5)
    assert found.r2 == pytest.approx(1, abs=1e-9)
    assert (found.fitted, found.measured) == (48, 12)
    z = torch.randn(2, 3, generator=generator)
    torch.testing.assert_close(found(z), z @ weight.T + bias, rtol=1e-4, atol=1e-5)


def test_the_share_that_is_explained_is_that_of_images_kept_from_the_fit() -> None:
    generator = generator_for(6, "test")
    x, y = torch.randn(50, 39, generator=generator), torch.randn(50, 2, generator=generator)
    found = fit_map(x, y)  # 40 images determine the map fully: perfect on them, and worth nothing elsewhere
    measured = torch.arange(50) % 5 == 0
    torch.testing.assert_close(found(x[~measured]), y[~measured], rtol=1e-3, atol=1e-3)
    left = (found(x[measured]) - y[measured]).square().sum()
    expected = 1 - left / (y[measured] - y[measured].mean(0)).square().sum()
    assert found.r2 == pytest.approx(float(expected), rel=1e-3)
    assert found.r2 < 0
    # A dimension that never moves leaves the fit open, and must not spoil it.
    still = fit_map(torch.cat([x[:, :2], torch.ones(50, 1)], 1), x[:, :2])
    assert still.r2 == pytest.approx(1)
    assert still.weight[:, 2].abs().max() < 1e-9
    assert fit_map(x, torch.ones(50, 2)).r2 is None
    with pytest.raises(DataError, match="9 held-out images: 10 or more"):
        fit_map(x[:9], y[:9])


def test_the_same_images_go_through_both_models(tiny_run: Path, other_run: Path) -> None:
    one, other, beside = Run(tiny_run), Run(other_run), RunRef(other_run)
    drawn = _render(tiny_run, CompareRuns(beside, count=5, seed=3))
    assert isinstance(drawn, DrawnComparison)
    assert drawn.names == ("VAE", "CR-VAE (λ = 0.1)")
    assert drawn.other_step == 12
    x = load_dataset(one.config.data).test.batch(slice(0, 5))
    for row, run in ((1, one), (2, other)):
        expected = run.decode(run.encode(x).mean)
        shown = torch.from_numpy(drawn.grid.images[row]).movedim(-1, 1) / 255
        torch.testing.assert_close(shown, expected, rtol=0, atol=0.6 / 255)
        error = (shown.double() - (x * 255).round() / 255).square().mean()
        assert drawn.errors[row - 1] == pytest.approx(float(error), rel=1e-4)
    assert not np.array_equal(drawn.grid.images[1], drawn.grid.images[2])
    for row, run in ((3, tiny_run), (4, other_run)):  # the same seed gives both the z that it gives each alone
        assert np.array_equal(drawn.grid.images[row], _render(run, Sample(5, 3, 5)).grid.images[0])
    chosen = _render(tiny_run, CompareRuns(beside, images=(ImageRef(index=4), ImageRef(index=2))))
    assert np.array_equal(chosen.grid.images[:3, 0], drawn.grid.images[:3, 4])
    alike = _render(tiny_run, CompareRuns(RunRef(tiny_run, 4), count=2))
    assert isinstance(alike, DrawnComparison)
    assert alike.names == ("step 8", "step 4")


def test_a_z_is_mapped_and_decoded_by_the_other_model(tiny_run: Path, other_run: Path) -> None:
    z = np.array([0.5, -1, 0, 2], np.float32)
    linked = _render(tiny_run, Link(RunRef(other_run), z))
    assert isinstance(linked, DrawnLink)
    one, other = Run(tiny_run), Run(other_run)
    x = load_dataset(one.config.data).test.batch(slice(0, 1024))
    expected = fit_map(one.encode(x).mean, other.encode(x).mean)
    np.testing.assert_allclose(linked.z, expected(torch.from_numpy(z)), rtol=1e-4, atol=1e-5)
    assert linked.r2 == pytest.approx(expected.r2, rel=1e-4)
    assert linked.fitted + linked.measured == len(x)
    for column, (run, latent) in enumerate(((one, z), (other, linked.z))):
        shown = torch.from_numpy(linked.grid.images[0, column]).movedim(-1, 0) / 255
        torch.testing.assert_close(shown, run.decode(latent[None])[0], rtol=0, atol=0.6 / 255)
    failed = Renderer.of_run(one).render(Link(RunRef(other_run), z[:2]))
    assert isinstance(failed, Failed)
    assert "z has 2 values" in failed.message


def test_x_and_t_of_x_are_the_same_for_both_runs(tiny_run: Path, other_run: Path) -> None:
    asked, beside = Transformation(rotate=20), RunRef(other_run)
    both = _render(tiny_run, Consistency(ImageRef(index=6), asked, other=beside))
    assert isinstance(both, DrawnConsistency)
    own, theirs = (_render(run, Consistency(ImageRef(index=6), asked)) for run in (tiny_run, other_run))
    assert isinstance(own, DrawnConsistency)
    assert isinstance(theirs, DrawnConsistency)
    assert both.other is not None
    for got, expected in ((both, own), (both.other, theirs)):
        for name in ("step", "kl_forward", "kl_reverse", "wasserstein2", "ratio", "nearest"):
            assert getattr(got, name) == getattr(expected, name)
    assert np.array_equal(both.grid.images[:, :2], own.grid.images)
    assert np.array_equal(both.grid.images[:, 2], theirs.grid.images[:, 1])
    sweep = Strength(ImageRef(index=6), "rotate", 0, 20, steps=2, images=4, other=beside)
    curve = _render(tiny_run, sweep)
    assert isinstance(curve, DrawnStrength)
    assert curve.other is not None
    assert (curve.kl[1], curve.other.kl[1]) == (
        pytest.approx(own.kl_forward, rel=1e-6),
        pytest.approx(theirs.kl_forward, rel=1e-6),
    )
    alone = _render(other_run, Strength(ImageRef(index=6), "rotate", 0, 20, steps=2, images=4))
    assert np.array_equal(curve.grid.images[2], alone.grid.images[1])  # decoded by its own model


def test_a_run_on_other_images_is_refused_in_one_sentence(
    tiny_run: Path, with_settings: Callable[..., RunConfig], tmp_path: Path
) -> None:
    small = train(with_settings("data.size=16"), tmp_path / "small").path
    split = train(with_settings("data.split_seed=5"), tmp_path / "split").path
    renderer = Renderer.of_run(Run(tiny_run))
    for path, words in (
        (small, "takes images of 16×16 grey, those of this run are 32×32 grey; choose a run of the same size."),
        (split, "its held-out images (digits) are not those of this run (digits); choose a run of the same data and split."),
        (tmp_path / "nowhere", "not a LatentLab run: there is no such folder."),
    ):
        for request in (
            CompareRuns(RunRef(path)),
            Link(RunRef(path), np.zeros(4, np.float32)),
            Consistency(ImageRef(0), other=RunRef(path)),
        ):
            failed = renderer.render(request)
            assert isinstance(failed, Failed)
            assert failed.message.endswith(words)
            assert failed.message.startswith(str(path) if "nowhere" in str(path) else path.name)


def test_colour_images_and_another_number_of_dimensions(tmp_path: Path) -> None:
    pictures, generator = tmp_path / "pictures", np.random.default_rng(0)
    pictures.mkdir()
    for number in range(60):
        Image.fromarray(generator.integers(0, 255, (16, 16, 3), np.uint8)).save(pictures / f"{number}.png")
    settings = [f"data.root={pictures}", "data.size=16", "data.test_fraction=0.3", "model.name=mlp", "model.hidden=8"]
    settings += ["train.steps=2", "train.batch_size=8", "train.threads=1", "device=cpu"]
    config = override(RunConfig(), ["data.name=folder", *settings])
    one = train(override(config, ["model.latent_dim=3"]), tmp_path).path
    two = train(override(config, ["model.latent_dim=5"]), tmp_path).path
    drawn = _render(one, CompareRuns(RunRef(two), count=4))
    assert isinstance(drawn, DrawnComparison)
    assert drawn.grid.images.shape == (3, 4, 16, 16, 3)
    assert drawn.note == "No samples by the same z: 3 latent dimensions here, 5 there."
    linked = _render(one, Link(RunRef(two), np.zeros(3, np.float32)))
    assert isinstance(linked, DrawnLink)
    assert linked.z.shape == (5,)
    assert linked.grid.images.shape == (1, 2, 16, 16, 3)
    both = _render(one, Consistency(ImageRef(index=1), Transformation(hue=0.3), other=RunRef(two)))
    assert isinstance(both, DrawnConsistency)
    assert both.other is not None
    assert both.grid.images.shape == (2, 3, 16, 16, 3)
    assert both.other.kl_per_dim.shape == (5,)


def test_the_models_at_hand_are_few_and_newer_weights_are_seen(tiny_run: Path, other_run: Path) -> None:
    renderer = Renderer.of_run(Run(tiny_run))
    first = renderer.other_run(RunRef(other_run))
    assert first.step == 12
    assert renderer.other_run(RunRef(other_run)) is first
    for step in (4, 8):
        assert renderer.other_run(RunRef(other_run, step)).step == step
        assert renderer.other_run(RunRef(tiny_run, step)).step == step
    assert len(renderer._others) == 3
    shutil.copytree(other_run / "checkpoints" / "step-000000004", other_run / "checkpoints" / "step-000000016")
    write_manifest(other_run / "checkpoints" / "step-000000016", 16, 0.0)
    assert renderer.other_run(RunRef(other_run)).step == 16
    shutil.rmtree(other_run)
    failed = renderer.render(CompareRuns(RunRef(other_run)))
    assert isinstance(failed, Failed)
    assert "there is no such folder" in failed.message


@pytest.mark.parametrize("kind", ["compare", "link", "consistency", "strength"])
def test_command_line_and_window_draw_the_same(
    kind: str, tiny_run: Path, other_run: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    beside = RunRef(other_run, 8)
    request: ViewRequest = {
        "compare": CompareRuns(beside, images=(ImageRef(index=4), ImageRef(index=2)), seed=2),
        "link": Link(beside, np.array([1, 0.5, -2, 0], np.float32)),
        "consistency": Consistency(ImageRef(index=3), Transformation(rotate=9), other=beside),
        "strength": Strength(ImageRef(index=3), "noise", 0, 0.2, steps=3, images=4, other=beside),
    }[kind]
    again = request_from_json(kind, request_json(request))
    assert again.arguments() == request.arguments()
    renderer = Renderer.of_run(Run(tiny_run))
    renderer.render(Export(request, tmp_path / "window.png"))
    app([kind, str(tiny_run), *request.arguments(), "-o", str(tmp_path / "cli.png"), "--json"], standalone_mode=False)
    said = json.loads(capsys.readouterr().out)
    with Image.open(tmp_path / "window.png") as one, Image.open(tmp_path / "cli.png") as other:
        assert one.tobytes() == other.tobytes()
    origin = read_origin(tmp_path / "cli.png")
    assert origin is not None
    assert origin.request.arguments() == request.arguments()
    drawn = renderer.render(request)
    if isinstance(drawn, DrawnConsistency):
        assert drawn.other is not None
        assert said["beside"]["kl_forward"] == drawn.other.kl_forward
    elif isinstance(drawn, DrawnStrength):
        assert drawn.other is not None
        assert said["beside"]["kl_mean"] == drawn.other.kl_mean.tolist()
    elif isinstance(drawn, DrawnLink):
        assert (said["r2"], said["z"]) == (drawn.r2, drawn.z.tolist())


def test_greek_letters_are_spelled_in_pictures_whose_font_lacks_them() -> None:
    images = np.zeros((1, 1, 8, 8, 1), np.uint8)
    drawn = [
        grid_png(PictureGrid(images, (label,), ("",)), {})
        for label in ("CR-VAE (λ = 1)", "CR-VAE (lambda = 1)", "CR-VAE (β = 1)")
    ]
    assert drawn[0] == drawn[1] != drawn[2]
