"""Every view of a run on another computer is what the same run shows here, value by value."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from queue import Queue
from typing import Any

import numpy as np
import pytest
from PIL import Image

from latentlab.errors import ConfigError
from latentlab.explore.direction_file import directions_file
from latentlab.explore.provenance import read_origin
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.commands import DrawForFile, Export, Exported, Request
from latentlab.explore.requests.directions import (
    Analogy,
    Direction,
    FindComponents,
    KeptDirection,
    Lasso,
    Neighbours,
    ReadDirections,
)
from latentlab.explore.requests.images import (
    Decode,
    Describe,
    Deviation,
    Difference,
    DrawPosterior,
    DrawPrior,
    Encode,
    FetchImage,
    FetchImages,
    Gallery,
    Picture,
    Reconstruct,
    Sample,
)
from latentlab.explore.requests.interpolation import Corners, Interpolate
from latentlab.explore.requests.maps import EncodeMore, Map, Marginals, Walk
from latentlab.explore.requests.pairs import CompareRuns, Link
from latentlab.explore.requests.places import Places
from latentlab.explore.requests.transformations import Consistency, Rank, Strength, Transformation
from latentlab.explore.requests.traversal import Traversal, Traverse
from latentlab.explore.requests.values import Failed, ImageRef, Result, RunRef
from latentlab.remote.codec import known_kinds
from latentlab.remote.folder import RemoteFolder
from latentlab.remote.renderer import RemoteRenderer
from latentlab.runs import Run, RunState

_Z = np.array([0.5, -1.25, 0.1, 2.0], np.float32)
_FIRST, _SECOND = ImageRef(3), ImageRef(5)
_T = Transformation(rotate=-12.5, translate=(-2, 1.5), flip="hv", blur=0.1)
_SQUARES = (
    ((-100.0, -100.0), (0.0, -100.0), (0.0, 100.0), (-100.0, 100.0)),
    ((0.0, -100.0), (100.0, -100.0), (100.0, 100.0), (0.0, 100.0)),
)


@pytest.fixture(scope="module")
def run(there: Path) -> Path:
    return next(there.glob("*_tiny"))


@pytest.fixture(scope="module")
def local(run: Path) -> Renderer:
    return Renderer.of_run(Run(run))


@pytest.fixture(scope="module")
def far(run: Path, remote: RemoteFolder) -> RemoteRenderer:
    return remote.renderer(remote.update(run.name))


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("here") / "a picture.png"
    Image.fromarray(np.random.default_rng(0).integers(0, 255, (40, 32), np.uint8)).save(path)
    return path


@pytest.fixture(scope="module")
def directions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("here") / "directions.npz"
    path.write_bytes(directions_file([KeptDirection("one", _Z / np.linalg.norm(_Z), 0.5, 8)]))
    return path


def _requests(there: Path, picture: Path, directions: Path) -> Iterator[Request]:
    other = RunRef(next(there.glob("*-cr")))
    file = ImageRef(path=picture, crop_and_scale=True)
    yield from (Decode(_Z), Encode(_FIRST), Encode(file), DrawPosterior(file, 3), DrawPrior(4), Gallery(5, 6, 7), Describe())
    yield from (FetchImage(2), FetchImages((1, 10**6, 2)), Reconstruct(4), Reconstruct(1, (_FIRST, file)), Sample(5, 1, 2))
    yield from (Difference(_FIRST, _Z), Deviation(file, 5, 1), Traverse(Traversal(), _Z, None, ""))
    yield Traverse(Traversal((0, 2), 2.0, 5, "posterior", plane=True), _Z, np.abs(_Z), "a start")
    yield from (Interpolate(_FIRST, file, 4, ("lerp", "slerp"), 2), Corners(_FIRST, _SECOND, file, _FIRST, 3))
    yield from (
        Map(),
        Map("dims", (0, 1), "kl", 50, holes=True),
        Map(colour="cluster", clusters=3),
        Marginals(),
        EncodeMore(True),
    )
    yield from (Walk(_SQUARES[0], 5), Walk(_SQUARES[0], 4, "dims", (0, 1), _Z), Neighbours(_Z, 3), FindComponents())
    yield from (FindComponents(np.eye(4, dtype=np.float32)), ReadDirections(directions), Analogy(_FIRST, _SECOND, file))
    yield from (Direction(1, 2, z=_Z), Direction(None, None, z=_Z, lasso=Lasso(*_SQUARES)))
    yield from (CompareRuns(other, 3), Link(other, _Z), Consistency(_FIRST, _T, None, other), Consistency(file, draw=3))
    yield from (Strength(_FIRST, "rotate", -10, 10, steps=3, images=5, other=other), Rank(_T, images=9))
    # What cannot be answered is said in the same words.
    yield from (
        Link(other, _Z[:2]),
        Encode(ImageRef(10**6)),
        Encode(ImageRef(path=picture)),
        Map(colour="nothing"),
        FetchImage(-1),
        Places(_FIRST, _Z),
    )


def test_every_view_is_what_it_is_here(
    there: Path, picture: Path, directions: Path, local: Renderer, far: RemoteRenderer, remote: RemoteFolder
) -> None:
    asked = set()
    mirrored = list(_requests(remote.path, picture, directions))
    for request, same in zip(_requests(there, picture, directions), mirrored, strict=True):
        here, answer = local.render(request), far.render(same)
        assert _difference(here, answer) == "", request
        asked.add(type(request).__name__)
    kinds = {name for name, kind in known_kinds().items() if issubclass(kind, Request) and "latentlab." in kind.__module__}
    assert kinds == asked


def test_a_view_is_written_to_a_file_here_with_the_command_that_draws_it_there(
    run: Path, local: Renderer, far: RemoteRenderer, tmp_path: Path
) -> None:
    request = Reconstruct(3)
    here, there = (renderer.render(Export(request, tmp_path / name)) for renderer, name in ((local, "a.png"), (far, "b.png")))
    assert isinstance(here, Exported)
    assert isinstance(there, Exported)
    assert there.command == here.command.replace("a.png", "b.png")
    assert Image.open(tmp_path / "a.png").tobytes() == Image.open(tmp_path / "b.png").tobytes()
    origin = read_origin(tmp_path / "b.png")
    assert origin is not None
    assert (origin.run, origin.step) == (run.name, 8)


def test_another_checkpoint_is_drawn_beside_and_after(run: Path, far: RemoteRenderer) -> None:
    earlier = Renderer.of_run(Run(run), 4)
    assert _difference(earlier.render(Decode(_Z)), far.beside({}, 4).render(Decode(_Z))) == ""
    far.load({}, 4)
    assert _difference(earlier.render(Sample(3)), far.render(Sample(3))) == ""
    far.load({}, 5)
    answer = far.render(Decode(_Z))
    assert isinstance(answer, Failed)
    assert "no checkpoint of step 5; there are 4, 8." in answer.message
    far.load({}, 8)


def test_what_writes_files_and_runs_that_lie_here_do_not_travel(far: RemoteRenderer, run: Path, tmp_path: Path) -> None:
    answer = far.render(Link(RunRef(tmp_path / "other"), _Z))
    assert isinstance(answer, Failed)
    assert answer.message.startswith(f"{tmp_path / 'other'}: it is no run of ssh://box/")
    with pytest.raises(ConfigError):
        Export(Sample(1), tmp_path / "a.txt")
    drawn = far.render(DrawForFile(Export(Decode(_Z), tmp_path / "a.png")))  # type: ignore[arg-type]
    assert isinstance(drawn, Failed)
    assert "Picture came in the place of a view" in drawn.message


def test_a_slider_that_moves_on_does_not_wait_for_its_answers(local: Renderer, far: RemoteRenderer) -> None:
    answers: Queue[Result | None] = Queue()
    asked = [Decode(_Z + np.float32(step)) for step in range(40)]
    for request in asked:
        far.begin(request, "decode", answers.put)
    came = [answer for answer in (answers.get(timeout=60) for _ in asked) if answer is not None]
    expected = [local.render(request) for request in asked]
    places = [next(at for at, here in enumerate(expected) if not _difference(here, answer)) for answer in came]
    assert places == sorted(places)
    assert places[-1] == len(asked) - 1
    far.begin(FetchImage(-1), "image", answers.put)
    assert isinstance(answers.get(timeout=60), Failed)


def test_the_connection_is_cut_and_is_there_again(run: Path, there: Path, remote: RemoteFolder, far: RemoteRenderer) -> None:
    before = far.render(Decode(_Z))
    assert isinstance(before, Picture)
    assert remote._connection is not None
    remote._connection._process.kill()
    answer = far.render(Decode(_Z))
    assert isinstance(answer, Failed)
    assert answer.message == remote.problem == f"ssh://box{there}: the connection was cut."
    late: Queue[Result | None] = Queue()
    far.begin(Decode(_Z), "decode", late.put)
    assert _difference(answer, late.get(timeout=60)) == ""
    assert Run(remote.path / run.name).state is RunState.FINISHED  # what was copied stays
    remote.connect()
    assert _difference(before, far.render(Decode(_Z))) == ""


def _difference(one: Any, other: Any, place: str = "") -> str:
    """Where two results differ first; empty where they are the same to the last bit."""
    if type(one) is not type(other):
        return f"{place}: {type(one)}, {type(other)}"
    if isinstance(one, np.ndarray):
        same = one.dtype == other.dtype and one.shape == other.shape and one.tobytes() == other.tobytes()
        return "" if same else f"{place}: {one.dtype} {one.shape}, {other.dtype} {other.shape}"
    if is_dataclass(one):
        pairs = ((getattr(one, each.name), getattr(other, each.name), f"{place}.{each.name}") for each in fields(one))
        return next(filter(None, (_difference(*pair) for pair in pairs)), "")
    if isinstance(one, tuple) and len(one) == len(other):
        return next(filter(None, (_difference(a, b, place) for a, b in zip(one, other, strict=True))), "")
    return "" if one == other or (one != one and other != other) else f"{place}: {one}, {other}"
