"""A model whose encoder gives no variance: what needs σ says so, and the rest is shown."""

import math
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from latentlab.errors import DataError
from latentlab.evaluation import evaluate
from latentlab.exchange.own import own_run
from latentlab.exchange.recorder import Recorder
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.commands import Request
from latentlab.explore.requests.images import Deviation, DrawPosterior, Encode, Gallery
from latentlab.explore.requests.interpolation import Interpolate
from latentlab.explore.requests.maps import Map, Marginals
from latentlab.explore.requests.transformations import Consistency, Rank, Strength, Transformation
from latentlab.explore.requests.traversal import Traversal, Traverse
from latentlab.explore.requests.values import Failed, ImageRef
from latentlab.models import MeanAlone
from latentlab.runs import OWN_IMAGES, Run
from tests.exchange.test_own import Own
from tests.exchange.test_recorder import Theirs

_IMAGES = np.random.default_rng(0).integers(0, 256, (40, 16, 16), np.uint8)
_FIRST, _Z = ImageRef(index=0), np.zeros(6, np.float32)
_SAYS = "σ is not known: this model's encoder gives a mean alone"


def _traverse(units: str = "prior") -> Traverse:
    return Traverse(Traversal(units=units), _Z, None, "z = 0")


class MeanAloneModel(Own):
    """With 6 dimensions."""

    def __init__(self) -> None:
        super().__init__()
        self.decoder = torch.nn.Linear(6, 256)

    def encode(self, x: Tensor) -> tuple[Tensor, None]:  # type: ignore[override]
        return self.encoder(x.flatten(1)), None


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    torch.manual_seed(0)
    with ExitStack() as stack:
        yield own_run(stack, MeanAloneModel(), _IMAGES, np.arange(40) % 3, (-1.0, 1.0), "own", tmp_path_factory.mktemp("runs"))


def test_no_part_of_it_makes_up_a_spread() -> None:
    both = MeanAlone.cat([MeanAlone.at_mean(torch.ones(2, 3)), MeanAlone.at_mean(torch.zeros(2, 3))])
    for posterior in (both, both[:2], both.to(torch.device("cpu")), both.of_rows(lambda rows: rows)):
        assert not posterior.knows_sigma
        assert posterior.std.isnan().all()
        assert posterior.kl(posterior).isnan().all()
        with pytest.raises(DataError, match=_SAYS):
            posterior.sample()
    assert torch.equal(both.mean[:, 0], torch.tensor([1.0, 1.0, 0.0, 0.0]))


@pytest.mark.parametrize(
    "request_",
    [
        Marginals(),
        Map(colour="kl"),
        Map(colour="density"),
        Map(holes=True),
        Deviation(_FIRST),
        DrawPosterior(_FIRST, 1),
        Interpolate(_FIRST, ImageRef(index=1), seed=1),
        _traverse("posterior"),
        _traverse("quantiles"),
    ],
)
def test_a_view_that_needs_it_says_so(run: Run, request_: Request) -> None:
    found = Renderer.of_run(run).render(request_)
    assert isinstance(found, Failed)
    assert _SAYS in found.message


def test_the_other_views_are_drawn_from_the_means(run: Run) -> None:
    renderer = Renderer.of_run(run)
    encoded = renderer.render(Encode(_FIRST))
    assert encoded.std is None
    gallery = renderer.render(Gallery(4, 2))
    x = torch.from_numpy(_IMAGES[:, None]).float() / 255
    assert gallery.active.all()
    assert np.isnan(gallery.kl_per_dim).all()
    assert np.isnan(gallery.statistics.near_zero).all()
    assert (gallery.statistics.low < gallery.statistics.high).all()
    for shown in (Map(), _traverse("aggregate"), _traverse()):
        assert not isinstance(renderer.render(shown), Failed)
    compared = renderer.render(Consistency(_FIRST, transformation=Transformation(rotate=20)))
    assert not compared.knows_sigma
    assert math.isfinite(compared.ratio)
    assert compared.wasserstein2 is None
    strength = renderer.render(Strength(_FIRST, "rotate", 0, 20, steps=3, images=4))
    assert np.isnan(strength.kl).all()
    assert strength.drift[2] > 0
    ranking = renderer.render(Rank(transformation=Transformation(rotate=20), images=8))
    assert np.isnan(ranking.kl_per_dim).all()
    assert len(ranking.order) == 6
    path = renderer.render(Interpolate(_FIRST, ImageRef(index=1)))
    assert np.isnan(path.log_aggregate).all()
    assert np.isfinite(path.log_prior).all()
    by_spread = run.encode(x).mean.var(0).argsort(descending=True).tolist()
    drawn = renderer.render(_traverse())
    assert set(drawn.dims) == set(by_spread)
    assert not any("nats" in label for label in drawn.grid.row_labels)


def test_numbers_that_need_it_are_left_out_with_the_reason(run: Run) -> None:
    measured = evaluate(run, images=20)
    for name in ("rate", "total_correlation_lower", "active_units_by_kl", "consistency_kl", "jeffreys", "wasserstein2"):
        assert measured.values[name] is None
        assert _SAYS in measured.unavailable[name]
    for name in ("mse", "active_units", "consistency_ratio", "retrieval_at_1", "probe_accuracy"):
        assert measured.values[name] is not None


class _TheirMeanAlone(Theirs):
    def encode(self, x: Tensor) -> tuple[Tensor, None]:  # type: ignore[override]
        mean, _ = super().encode(x)
        return mean, None


def test_a_recorded_model_may_give_a_mean_alone_and_its_images_lie_in_the_run(tmp_path: Path) -> None:
    model = _TheirMeanAlone()
    for offset in (0, 1):  # two runs of one name, of different images
        with Recorder(model, _IMAGES + np.uint8(offset), out=tmp_path / "runs") as recorder:
            pass
    assert not [folder for folder in (tmp_path / "runs").iterdir() if not (folder / "run.toml").exists()]
    moved = recorder.path.rename(tmp_path / "moved")
    run = Run(moved)
    assert not run.config.model.sigma
    assert (moved / OWN_IMAGES).exists()
    shown = Renderer.of_run(run).render(Gallery(2, 2))
    assert shown.originals.shape[1:] == (16, 16, 1)
    model.eval()
    x = torch.from_numpy(_IMAGES[:5, None]).float() / 255
    with torch.no_grad():
        torch.testing.assert_close(run.encode(x).mean, model.encode(x)[0], atol=1e-5, rtol=1e-5)
