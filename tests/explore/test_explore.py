"""The explorer: traversals and pictures, exactly as the model draws them, with their provenance."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from torch.distributions import Categorical, Independent, MixtureSameFamily, Normal

import latentlab
from latentlab.config import RunConfig
from latentlab.data import load_dataset
from latentlab.errors import ConfigError, DataError, LatentLabError
from latentlab.explore import images
from latentlab.explore.export import GUTTER, grid_png
from latentlab.explore.interpolation import bilinear, path
from latentlab.explore.provenance import request_from_json, settings_hash
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.commands import Export, Exported, Request
from latentlab.explore.requests.images import Decode, Encode, Encoded, Gallery, GalleryImages, Picture, Reconstruct, Sample
from latentlab.explore.requests.interpolation import Corners, DrawnCorners, DrawnInterpolation, Interpolate
from latentlab.explore.requests.texts import parse_vector, vector_text
from latentlab.explore.requests.traversal import DrawnTraversal, Traversal, Traverse
from latentlab.explore.requests.values import Failed, ImageRef, PictureGrid, Result, View
from latentlab.explore.traversal import traversal_latents
from latentlab.runs import Run


@pytest.fixture
def run(tiny_run: Path) -> Run:
    return Run(tiny_run)


@pytest.fixture
def renderer(run: Run) -> Renderer:
    return Renderer.of_run(run)


def _drawn(renderer: Renderer, request: Traverse) -> DrawnTraversal:
    result = renderer.render(request)
    assert isinstance(result, DrawnTraversal)
    return result


def _start(renderer: Renderer, index: int = 0) -> Encoded:
    start = renderer.render(Encode(ImageRef(index=index)))
    assert isinstance(start, Encoded)
    return start


def _traverse(traversal: Traversal, start: Encoded) -> Traverse:
    return Traverse(traversal, start.mean, start.std, start.origin)


@given(st.floats(0.01, 20), st.integers(1, 20), st.data())
def test_a_traversal_moves_one_dimension_a_row_and_nothing_else(span: float, half: int, data: st.DataObject) -> None:
    start, scale = torch.randn(5), torch.rand(5) + 0.1
    dims = tuple(data.draw(st.lists(st.integers(0, 4), min_size=1, unique=True)))
    offsets = torch.linspace(-span, span, 2 * half + 1)
    z = traversal_latents(start, dims, start[list(dims)] + offsets[:, None] * scale[list(dims)])
    assert z.shape == (len(dims), 2 * half + 1, 5)
    for row, moved in enumerate(dims):
        for dimension in range(5):
            expected = start[dimension] + (offsets * scale[dimension] if dimension == moved else torch.zeros_like(offsets))
            torch.testing.assert_close(z[row, :, dimension], expected)
    torch.testing.assert_close(z[:, half], start.expand(len(dims), 5))


@pytest.mark.parametrize("steps", [3, 9, 101])
@pytest.mark.parametrize("span", [0.1, 0.49668959457860096, 3.0])
def test_the_middle_column_is_the_start(renderer: Renderer, span: float, steps: int) -> None:
    start = _start(renderer)
    drawn = _drawn(renderer, _traverse(Traversal((2, 0), span, steps), start))
    assert drawn.dims == (2, 0)
    assert np.array_equal(drawn.z[:, steps // 2], np.stack([start.mean] * 2))
    assert drawn.grid.column_labels[steps // 2] == "z"
    picture = renderer.render(Decode(start.mean))
    assert isinstance(picture, Picture)
    for row in range(2):
        assert np.array_equal(drawn.grid.images[row, steps // 2], picture.image)
    assert np.array_equal(picture.image, start.reconstruction)


def test_every_tile_is_the_decoded_latent_of_its_place(renderer: Renderer, run: Run) -> None:
    drawn = _drawn(renderer, _traverse(Traversal((1, 3), 2.0, 4), _start(renderer)))
    expected = (run.decode(drawn.z.reshape(-1, 4)) * 255).round().byte().movedim(1, -1).reshape(2, 4, 32, 32, 1)
    assert np.array_equal(drawn.grid.images, expected.numpy())


def test_offsets_count_in_the_units_asked_for(renderer: Renderer, run: Run) -> None:
    start = _start(renderer, 5)
    posterior = run.encode(load_dataset(run.config.data).test.batch(slice(None)))
    aggregate = (posterior.mean.var(0, correction=0) + posterior.std.square().mean(0)).sqrt()
    for units, sigma in (
        ("prior", torch.ones(4)),
        ("posterior", posterior.std[5]),
        ("aggregate", aggregate),
    ):
        drawn = _drawn(renderer, _traverse(Traversal((0, 1, 2, 3), 2.0, 3, units), start))
        moved = torch.from_numpy(drawn.z[:, 2] - drawn.z[:, 1]).diagonal()
        torch.testing.assert_close(moved, 2 * sigma, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("plane", [False, True])
def test_columns_at_quantiles_of_the_aggregate_posterior(renderer: Renderer, run: Run, plane: bool) -> None:
    start = _start(renderer, 5)
    drawn = _drawn(renderer, _traverse(Traversal((2, 0), 3.0, 4, "quantiles", plane), start))
    posterior = run.encode(load_dataset(run.config.data).test.batch(slice(None)))
    for place, quantile in enumerate((0.2, 0.4, 0.6, 0.8)):
        cells = (drawn.z[place, 0, 2], drawn.z[0, place, 0]) if plane else (drawn.z[0, place, 2], drawn.z[1, place, 0])
        for dimension, value in zip((2, 0), cells, strict=True):
            mean, std = posterior.mean[:, dimension].double(), posterior.std[:, dimension].double()
            assert Normal(mean, std).cdf(torch.tensor(value).double()).mean().item() == pytest.approx(quantile, abs=1e-5)
    words = ("20 %", "40 %", "60 %", "80 %")
    assert drawn.grid.column_labels == (tuple(f"z0 {word}" for word in words) if plane else words)
    assert np.array_equal(drawn.z[..., [1, 3]], np.broadcast_to(start.mean[[1, 3]], (*drawn.z.shape[:2], 2)))
    assert "--span" not in _traverse(Traversal((2, 0), units="quantiles"), start).arguments()


def test_without_dimensions_the_active_ones_come_by_their_kl(renderer: Renderer) -> None:
    summary = renderer.summary
    drawn = _drawn(renderer, _traverse(Traversal(), _start(renderer)))
    kl = [summary.kl_per_dim[dimension].item() for dimension in drawn.dims]
    assert kl == sorted(kl, reverse=True)
    assert set(drawn.dims) == set(torch.nonzero(summary.active).flatten().tolist() or range(4))


def test_the_png_is_read_back_with_its_provenance(renderer: Renderer, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "grid.png"
    start = _start(renderer, 3)
    request = _traverse(Traversal((3, 1), 2.5, 5, "posterior"), start)
    drawn = _drawn(renderer, request)
    exported = renderer.render(Export(request, path, labels=False))
    assert isinstance(exported, Exported)
    assert (exported.step, exported.path) == (8, path)
    assert exported.command.startswith("latentlab traverse ")
    with Image.open(path) as opened:
        picture, text = np.asarray(opened), opened.text
    assert text["run"] == run.path.name
    assert (text["step"], text["seed"]) == ("8", "0")
    assert json.loads(text["z"]) == start.mean.tolist()
    assert text["latentlab"] == latentlab.__version__
    assert latentlab.__version__ in text["Software"]
    assert text["settings"] == settings_hash(run.config)
    again = request_from_json(text["view"], text["request"])
    assert isinstance(again, Traverse)
    assert (again.traversal, again.origin) == (request.traversal, "held-out image 3")
    assert np.array_equal(_drawn(renderer, again).grid.images, drawn.grid.images)
    # Each image is enlarged twice, pixel by pixel.
    tile = 64 + GUTTER
    for row in range(2):
        for column in range(5):
            top, left = GUTTER + row * tile, GUTTER + column * tile
            shown = picture[top : top + 64 : 2, left : left + 64 : 2]
            assert np.array_equal(shown, np.repeat(drawn.grid.images[row, column], 3, axis=-1))


def test_a_grid_of_colour_images_keeps_its_colours_and_labels_leave_the_tiles_alone() -> None:
    import io

    images = np.random.default_rng(0).integers(0, 256, (2, 3, 16, 24, 3), np.uint8)
    grid = PictureGrid(images, ("first", "second"), ("a", "b", "c"))
    plain, labelled = (
        np.asarray(Image.open(io.BytesIO(grid_png(grid, {}, scale=1, labels=labels)))) for labels in (False, True)
    )
    assert plain.shape == (GUTTER + 2 * (16 + GUTTER), GUTTER + 3 * (24 + GUTTER), 3)
    top, left = GUTTER + (16 + GUTTER), GUTTER + 2 * (24 + GUTTER)
    assert np.array_equal(plain[top : top + 16, left : left + 24], images[1, 2])
    height, width, _ = labelled.shape
    assert np.array_equal(labelled[height - 16 - GUTTER : height - GUTTER, width - 24 - GUTTER : width - GUTTER], images[1, 2])


def test_the_gallery_shows_held_out_images_their_reconstructions_and_seeded_samples(renderer: Renderer, run: Run) -> None:
    first, again, other = (renderer.render(Gallery(5, 3, seed)) for seed in (0, 0, 1))
    assert isinstance(first, GalleryImages)
    assert isinstance(again, GalleryImages)
    assert isinstance(other, GalleryImages)
    held_out = load_dataset(run.config.data).test
    assert np.array_equal(first.originals, held_out.pixels[:5].movedim(1, -1).numpy())
    start = _start(renderer, 4)
    assert np.array_equal(first.originals[4], start.image)
    assert np.array_equal(first.reconstructions[4], start.reconstruction)
    assert np.array_equal(first.samples, again.samples)
    assert not np.array_equal(first.samples, other.samples)
    torch.testing.assert_close(torch.from_numpy(first.kl_per_dim), renderer.summary.kl_per_dim)
    picture = renderer.render(Decode(first.sample_z[2]))
    assert isinstance(picture, Picture)
    assert np.array_equal(picture.image, first.samples[2])


def test_an_image_file_is_a_start_too(renderer: Renderer, run: Run, tmp_path: Path) -> None:
    pixels = load_dataset(run.config.data).test.pixels[7, 0].numpy()
    Image.fromarray(pixels).save(tmp_path / "seven.png")
    from_file, held_out = renderer.render(Encode(ImageRef(path=tmp_path / "seven.png"))), _start(renderer, 7)
    assert isinstance(from_file, Encoded)
    assert from_file.origin == "seven.png"
    assert np.array_equal(from_file.mean, held_out.mean)
    Image.fromarray(pixels).resize((40, 40)).save(tmp_path / "large.png")
    refused = renderer.render(Encode(ImageRef(path=tmp_path / "large.png")))
    assert isinstance(refused, Failed)
    assert refused.wrong_size
    assert isinstance(renderer.render(Encode(ImageRef(path=tmp_path / "large.png", crop_and_scale=True))), Encoded)


_ZERO = np.zeros(4, np.float32)
_FROM_ZERO = Traverse(Traversal(), _ZERO, None, "zero")


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (Encode(ImageRef(index=359)), "index 359: there are 359 held-out images, 0 to 358"),
        (Encode(ImageRef(index=-1)), "index -1"),
        (Encode(ImageRef(path=Path("nowhere.png"))), "nowhere.png: there is no such file"),
        (Encode(ImageRef()), "nothing to encode"),
        (Traverse(Traversal((4,)), _ZERO, None, "zero"), "dims: 4 is no latent dimension of this model; it has 0 to 3"),
        (Traverse(Traversal((-1,)), _ZERO, None, "zero"), "dims: -1"),
        (Traverse(Traversal(units="posterior"), _ZERO, None, "zero"), "units = posterior: needs a start image"),
        (Traverse(Traversal(), np.zeros(3, np.float32), None, "zero"), "z has 3 values; this model has 4 latent dimensions"),
        (Export(_FROM_ZERO, Path("nowhere/grid.png")), "cannot be written: there is no such folder"),
        (Export(_FROM_ZERO, Path("/dev/null/grid.png")), "cannot be written"),
    ],
)
def test_what_cannot_be_met_comes_back_as_a_sentence(renderer: Renderer, request_: Request, expected: str) -> None:
    result = renderer.render(request_)
    assert isinstance(result, Failed)
    assert expected in result.message
    assert "\n" not in result.message
    assert not result.wrong_size
    assert isinstance(renderer.render(Decode(_ZERO)), Picture)  # and the renderer goes on


def test_an_export_that_fails_leaves_no_file(renderer: Renderer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("latentlab.files.atomic.os.fsync", full)
    result = renderer.render(Export(_FROM_ZERO, tmp_path / "grid.png"))
    assert isinstance(result, Failed)
    assert "No space left on device" in result.message
    assert not list(tmp_path.glob("*.png*"))


def test_before_there_are_weights_every_request_says_so(tiny_config: RunConfig) -> None:
    renderer = Renderer(tiny_config, (1, 32, 32), load_dataset(tiny_config.data).test, Path("run"))
    result = renderer.render(Decode(_ZERO))
    assert isinstance(result, Failed)
    assert "no model yet" in result.message


def test_newer_weights_are_taken_over_and_copied(renderer: Renderer, run: Run) -> None:
    before = renderer.render(Decode(_ZERO))
    state = dict(run.model(4).state_dict())
    summary = renderer.summary
    renderer.load(state, 4)
    after = renderer.render(Decode(_ZERO))
    assert isinstance(before, Picture)
    assert isinstance(after, Picture)
    assert (before.step, after.step) == (8, 4)
    assert not np.array_equal(before.image, after.image)
    assert not torch.equal(summary.kl_per_dim, renderer.summary.kl_per_dim)
    for value in state.values():
        value.zero_()
    again = renderer.render(Decode(_ZERO))
    assert isinstance(again, Picture)
    assert np.array_equal(after.image, again.image)


@pytest.mark.parametrize("wrong", [{"steps": 1}, {"steps": 102}, {"span": 0.0}, {"span": float("nan")}, {"dims": (1, 1)}])
def test_a_traversal_that_makes_no_sense_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ConfigError, match=next(iter(wrong))):
        Traversal(**wrong)


def test_an_earlier_checkpoint_can_be_explored(run: Run) -> None:
    assert Renderer.of_run(run, 4).step == 4
    with pytest.raises(LatentLabError, match="no checkpoint of step 6"):
        Renderer.of_run(run, 6)


def test_a_run_whose_images_are_gone_says_which(run: Run) -> None:
    file = run.path / "run.toml"
    file.write_text(file.read_text().replace('name = "digits"', 'name = "mnist"\nroot = "/nowhere"').replace('root = ""\n', ""))
    renderer = Renderer.of_run(Run(run.path))
    assert "'/nowhere'" in renderer.images_problem
    with pytest.raises(DataError, match="'/nowhere'"):
        _ = renderer.held_out


def test_a_minus_sign_is_drawn_as_a_sign_and_not_as_a_missing_glyph() -> None:
    images = np.zeros((1, 1, 16, 16, 1), np.uint8)
    minus, hyphen = (PictureGrid(images, (f"z {sign}1",), (f"{sign}3.00",)) for sign in ("−", "-"))
    assert grid_png(minus, {}) == grid_png(hyphen, {})


def test_a_traversal_becomes_a_loop_there_and_back(renderer: Renderer, tmp_path: Path) -> None:
    path = tmp_path / "loop.gif"
    assert isinstance(renderer.render(Export(_traverse(Traversal((3, 1), 2.5, 5), _start(renderer)), path)), Exported)
    with Image.open(path) as loop:
        assert loop.n_frames == 8  # 5 there, 3 back
        assert loop.info["loop"] == 0
        assert json.loads(loop.info["comment"])["view"] == "traverse"


@given(st.lists(st.floats(-(2.0**64), 2.0**64, width=32), min_size=1, max_size=8))
def test_a_latent_survives_being_written_as_text(values: list[float]) -> None:
    vector = np.array(values, np.float32)
    assert np.array_equal(parse_vector(vector_text(vector)), vector)


@pytest.mark.parametrize("text", ["", "1,", "a", "1;2", "nan", "1,inf"])
def test_a_latent_that_is_no_list_of_numbers_is_refused(text: str) -> None:
    with pytest.raises(ConfigError, match="number"):
        parse_vector(text)


def test_a_plane_moves_two_dimensions_at_once(renderer: Renderer) -> None:
    start = _start(renderer, 2)
    drawn = _drawn(renderer, _traverse(Traversal((3, 1), 20.0, 3, "posterior", plane=True), start))
    assert drawn.grid.images.shape[:2] == (3, 3)
    assert drawn.dims == (3, 1)
    moved = drawn.z - start.mean
    for row, down in enumerate((-20, 0, 20)):
        for column, across in enumerate((-20, 0, 20)):
            expected = np.zeros(4, np.float32)
            expected[3], expected[1] = down * start.std[3], across * start.std[1]
            assert np.allclose(moved[row, column], expected, atol=1e-4)
    assert np.array_equal(drawn.grid.images[1, 1], start.reconstruction)
    assert drawn.grid.row_labels[0] == "z3 −20.00 σ"
    with pytest.raises(ConfigError, match="a plane has two dimensions"):
        Traversal((1, 2, 3), plane=True)


def test_reconstructions_and_samples_are_those_of_the_gallery(renderer: Renderer) -> None:
    gallery = renderer.render(Gallery(5, 6, seed=4))
    pairs, samples = renderer.render(Reconstruct(5)), renderer.render(Sample(6, seed=4, columns=4))
    assert isinstance(gallery, GalleryImages)
    assert isinstance(pairs, View)
    assert isinstance(samples, View)
    assert np.array_equal(pairs.grid.images[0], gallery.originals)
    assert np.array_equal(pairs.grid.images[1], gallery.reconstructions)
    assert samples.grid.images.shape[:2] == (2, 4)
    assert np.array_equal(samples.grid.images.reshape(8, 32, 32, 1)[:6], gallery.samples)
    assert not samples.grid.images.reshape(8, -1)[6:].any()
    chosen = renderer.render(Reconstruct(images=(ImageRef(index=3), ImageRef(index=1))))
    assert isinstance(chosen, View)
    assert np.array_equal(chosen.grid.images, pairs.grid.images[:, [3, 1]])
    assert isinstance(renderer.render(Reconstruct(0)), Failed)


def test_a_straight_path_is_straight_and_a_great_circle_keeps_length_and_speed() -> None:
    generator = torch.Generator().manual_seed(0)
    a, b = torch.randn(6, generator=generator), torch.randn(6, generator=generator)
    share = torch.linspace(0, 1, 9)
    same_length = b * a.norm() / b.norm()
    straight, turned = path(a, b, share, "lerp"), path(a, same_length, share, "slerp")
    for points, end in ((straight, b), (turned, same_length)):
        assert torch.equal(points[0], a)
        assert torch.equal(points[-1], end)
    torch.testing.assert_close(straight[4], (a + b) / 2)
    torch.testing.assert_close(turned.norm(dim=1), a.norm().expand(9))
    cosine = torch.nn.functional.cosine_similarity(turned[1:], turned[:-1])
    torch.testing.assert_close(cosine, cosine[:1].expand(8), rtol=0, atol=1e-5)
    for opposite in (-a, 2 * a, torch.zeros(6)):
        assert torch.equal(path(a, opposite, share, "slerp"), path(a, opposite, share, "lerp"))


def test_the_plane_between_four_images_is_bilinear_and_has_the_four_in_its_corners(renderer: Renderer) -> None:
    request = Corners(*(ImageRef(index=index) for index in (3, 8, 0, 11)), steps=5)
    drawn = renderer.render(request)
    assert isinstance(drawn, DrawnCorners)
    assert drawn.z.shape == (5, 5, 4)
    places = (((0, 0), 3), ((0, 4), 8), ((4, 0), 0), ((4, 4), 11))
    for number, (place, index) in enumerate(places):
        start = _start(renderer, index)
        np.testing.assert_allclose(drawn.z[place], start.mean, atol=1e-6)  # four images at once are rounded otherwise than one
        np.testing.assert_allclose(drawn.grid.images[place], start.reconstruction.astype(int), atol=1)
        assert np.array_equal(drawn.ends[number], start.image)
    a, b, c, d = (_start(renderer, index).mean for _, index in places)
    for row in range(5):
        for column in range(5):
            down, across = row / 4, column / 4
            expected = (1 - down) * ((1 - across) * a + across * b) + down * ((1 - across) * c + across * d)
            np.testing.assert_allclose(drawn.z[row, column], expected, atol=1e-5)
    ends = [torch.from_numpy(end) for end in (a, b, c, d)]
    z = bilinear(*ends, torch.linspace(0, 1, 7))
    for place, end in zip(((0, 0), (0, 6), (6, 0), (6, 6)), ends, strict=True):
        assert torch.equal(z[place], end)
    samples = [renderer.render(replace(request, seed=seed)) for seed in (1, 1, 2)]
    first, again, other = (sample.z for sample in samples if isinstance(sample, DrawnCorners))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)
    with pytest.raises(ConfigError, match="steps = 26"):
        replace(request, steps=26)


def test_an_interpolation_joins_the_reconstructions_and_knows_its_length_and_density(renderer: Renderer, run: Run) -> None:
    request = Interpolate(ImageRef(index=3), ImageRef(index=8), 5, ("lerp", "slerp"))
    drawn = renderer.render(request)
    assert isinstance(drawn, DrawnInterpolation)
    for place, index in ((0, 3), (-1, 8)):
        for row in range(2):
            assert np.array_equal(drawn.grid.images[row, place], _start(renderer, index).reconstruction)
    assert drawn.latent_length[0] == pytest.approx(np.linalg.norm(drawn.z[0, -1] - drawn.z[0, 0]), rel=1e-4)
    images = run.decode(drawn.z[0]).flatten(1)
    assert drawn.image_length[0] == pytest.approx(float((images[1:] - images[:-1]).norm(dim=1).sum()), rel=1e-4)
    posterior = run.encode(load_dataset(run.config.data).test.batch(slice(None)))
    parts = Independent(Normal(posterior.mean, posterior.std), 1)
    mixture = MixtureSameFamily(Categorical(torch.ones(len(posterior.mean))), parts)
    z = torch.from_numpy(drawn.z)
    torch.testing.assert_close(torch.from_numpy(drawn.log_aggregate), mixture.log_prob(z), rtol=1e-3, atol=1e-2)
    torch.testing.assert_close(torch.from_numpy(drawn.log_prior), Normal(0.0, 1.0).log_prob(z).sum(-1), rtol=1e-4, atol=1e-4)
    drawn_from, again = (renderer.render(Interpolate(ImageRef(index=3), ImageRef(index=8), seed=0)) for _ in range(2))
    assert isinstance(drawn_from, DrawnInterpolation)
    assert isinstance(again, DrawnInterpolation)
    assert np.array_equal(drawn_from.z, again.z)
    assert not np.array_equal(drawn_from.z[0, 0], drawn.z[0, 0])


def test_what_takes_long_yields_to_urgent_work_and_draws_the_same(renderer: Renderer, monkeypatch: pytest.MonkeyPatch) -> None:
    request = Gallery(12, 8)
    at_once = renderer.render(request)
    breaths: list[Result] = []
    renderer.yield_to_urgent = lambda: breaths.append(renderer.render(Decode(np.zeros(4, np.float32))))
    monkeypatch.setattr(images, "_VALUES_AT_ONCE", 3 * 32 * 32)
    bit_by_bit = renderer.render(request)
    assert len(breaths) == 3 + 2  # twelve reconstructions and eight samples, three at a time
    assert all(isinstance(picture, Picture) for picture in breaths)
    assert isinstance(at_once, GalleryImages)
    assert isinstance(bit_by_bit, GalleryImages)
    for one, other in ((at_once.reconstructions, bit_by_bit.reconstructions), (at_once.samples, bit_by_bit.samples)):
        assert np.abs(one.astype(int) - other).max() <= 1  # sums over another number of images may round another way
