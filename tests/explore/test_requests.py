"""Requests as declarations: what is generated from their fields, names that agree, and what earlier versions wrote."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pytest
import typer
from PIL import Image
from typer.testing import CliRunner

from latentlab.cli.asked import Asked
from latentlab.cli.declared import add_command
from latentlab.errors import ConfigError
from latentlab.explore import answers as registry
from latentlab.explore.answers import answer_to, answers
from latentlab.explore.provenance import command_line, read_origin, request_from_json, request_json
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.commands import COMMANDS, Command, DrawForFile, Export, Exported, Request, ViewRequest, view
from latentlab.explore.requests.directions import Analogy, Direction, Lasso, Neighbours
from latentlab.explore.requests.fields import Limits, argument, declared, option
from latentlab.explore.requests.images import Deviation, Difference, Reconstruct, Sample
from latentlab.explore.requests.interpolation import Corners, Interpolate
from latentlab.explore.requests.maps import Map, Marginals, Walk
from latentlab.explore.requests.pairs import CompareRuns, Link
from latentlab.explore.requests.places import Places
from latentlab.explore.requests.texts import number_text
from latentlab.explore.requests.transformations import Consistency, Rank, Strength, Transformation
from latentlab.explore.requests.traversal import Traversal, Traverse
from latentlab.explore.requests.values import ImageRef, PictureGrid, RunRef, View
from latentlab.explore.scene import Scene
from latentlab.runs import Run

_Z = np.array([0.5, -1.25, 0.1, 2.0], np.float32)
_HELD_OUT, _FILE, _FITTED = ImageRef(3), ImageRef(path=Path("c.png")), ImageRef(path=Path("a b.png"), crop_and_scale=True)
_T = Transformation(rotate=-12.5, translate=(-2, 1.5), flip="hv", blur=0.1)
_OTHER = RunRef(Path("/runs/other"), 8)
_PLACES = ((-1.0, 0.0), (1.0, 0.5), (0.1 + 0.2, 2.0))


class _Orders:
    """A view that is declared outside the package, under a name of its own."""

    def __init__(self) -> None:
        @view("reorder", "labels", "scale", output="Draw them.")
        @declared()
        class Reorder(ViewRequest):
            """Draw the first held-out images in another order.

            What follows the first paragraph is no help text.
            """

            image: ImageRef = argument("What stands first.", metavar="IMAGE")
            order: Literal["forwards", "backwards"] = option("Which way.", default="backwards")
            count: int = option("How many.", default=4, limits=Limits(1, 9, sentence="takes {low} to {high}"))
            dark: bool = option("Turn light into dark.", default=False)

        @answers(Reorder)
        def draw_reordered(scene: Scene, request: Reorder, step: int) -> View:
            images = scene.to_bytes(scene.held_out.batch(slice(0, request.count)))
            images = np.concatenate(
                [scene.to_bytes(scene.image(request.image)[0]), images[:: -1 if request.order[0] == "b" else 1]]
            )
            images = 255 - images if request.dark else images
            return View(step, PictureGrid(images[None], ("",), ("",) * len(images)))

        self.request: Any = Reorder
        self.application = typer.Typer(rich_markup_mode=None)
        self.application.callback()(lambda: None)
        add_command(COMMANDS["reorder"], application=self.application)

    def run(self, *words: object) -> Any:
        return CliRunner().invoke(self.application, ["reorder", *map(str, words)])


@pytest.fixture
def outside() -> Iterator[_Orders]:
    orders = _Orders()
    yield orders
    del COMMANDS["reorder"], registry._ANSWERS[orders.request]


def test_a_request_declared_outside_has_its_command_its_command_line_and_its_json(
    outside: _Orders, tiny_run: Path, tmp_path: Path
) -> None:
    request = outside.request(_HELD_OUT, count=5, dark=True)
    assert request.arguments() == ["3", "--order", "backwards", "--count", "5", "--dark"]
    assert request_from_json("reorder", request_json(request)) == request
    exported = Renderer.of_run(Run(tiny_run)).render(Export(request, tmp_path / "window.png", labels=False, scale=2))
    assert isinstance(exported, Exported)
    assert exported.command == command_line(tiny_run, 8, Export(request, tmp_path / "window.png", labels=False, scale=2))
    done = outside.run(tiny_run, *request.arguments(), "--no-labels", "--scale", 2, "-o", tmp_path / "command.png")
    assert (done.exit_code, done.stdout) == (0, f"{tmp_path / 'command.png'}\n")
    with Image.open(tmp_path / "window.png") as one, Image.open(tmp_path / "command.png") as other:
        assert one.tobytes() == other.tobytes()
    origin = read_origin(tmp_path / "command.png")
    assert origin is not None
    assert origin.request == request


def test_its_help_says_what_its_fields_say(outside: _Orders) -> None:
    text = " ".join(outside.run("--help").stdout.split())
    assert "Draw the first held-out images in another order. Arguments:" in text
    for said in (
        "What stands first. [required]",
        "-o, --output FILE Draw them. [required]",
        "Which way. [default: backwards]",
        "How many (1 to 9). [default: 4]",
        "--dark Turn light into dark.",
        "--fit Crop and scale",
        "--order",
        "--scale",
        "--labels / --no-labels",
    ):
        assert said in text
    assert "--fps" not in text
    assert "--json" not in text


def test_its_limits_are_checked_before_anything_is_opened(outside: _Orders, tmp_path: Path) -> None:
    done = outside.run(tmp_path / "no-run", 3, "--count", 10, "-o", tmp_path / "x.png")
    assert isinstance(done.exception, ConfigError)
    assert str(done.exception) == "count = 10: takes 1 to 9."
    with pytest.raises(ConfigError, match="count = 0: takes 1 to 9"):
        outside.request(_HELD_OUT, count=0)


def test_limits_come_before_a_z_that_needs_the_run(tmp_path: Path) -> None:
    application = typer.Typer()
    application.callback()(lambda: None)
    add_command(COMMANDS["neighbours"], application=application)
    done = CliRunner().invoke(
        application, ["neighbours", str(tmp_path / "no-run"), "--count", "0", "-o", str(tmp_path / "x.png")]
    )
    assert str(done.exception) == "count = 0: must be 1 to 101."


def test_two_requests_cannot_have_one_command_nor_two_functions_one_request(outside: _Orders) -> None:
    with pytest.raises(ValueError, match="command 'reorder' is declared by Reorder and Sample"):
        view("reorder")(Sample)
    with pytest.raises(ValueError, match="Sample is answered by draw_samples and draw_map"):
        answers(Sample)(answer_to(Map))


def test_a_field_cannot_take_an_option_that_every_view_has() -> None:
    @declared()
    class Scaled(ViewRequest):
        scale: float = option("Above 1 enlarges.", default=1.0)

    with pytest.raises(ValueError, match="command 'scaled' has --scale twice"):
        add_command(Command("scaled", Scaled, frozenset({"scale"}), {}, "Draw it."), application=typer.Typer())


_REQUESTS: tuple[ViewRequest, ...] = (
    Traverse(Traversal((3, 1), 2.5, 5, "aggregate"), _Z, None, "z as given"),
    Traverse(Traversal((2, 0), units="quantiles", plane=True), -_Z, _Z**2, "z as given"),
    Reconstruct(5),
    Reconstruct(images=(_HELD_OUT, ImageRef(path=Path("b.png")))),
    Reconstruct(images=(_HELD_OUT, _FITTED)),
    Sample(4, 7, 3),
    Interpolate(_HELD_OUT, _FITTED, 5, ("lerp", "slerp"), 3),
    Interpolate(_FILE, _HELD_OUT),
    Corners(_HELD_OUT, _FILE, _HELD_OUT, _FILE, 3, 5),
    Consistency(_HELD_OUT, _T),
    Consistency(_FITTED, draw=5, other=_OTHER, policy="degrees=20"),
    Consistency(_FILE, draw=0, other=RunRef(Path("x"))),
    Strength(_HELD_OUT, "rotate", -30.0, 1 / 3, _T, 5, 20, _OTHER),
    Strength(_FILE, "right", 0.0, 4.0),
    Rank(_T, None, 30),
    Rank(draw=4, images=30, policy="large"),
    CompareRuns(_OTHER, 5, (_HELD_OUT, _FITTED), 3),
    CompareRuns(RunRef(Path("x"))),
    Link(_OTHER, _Z),
    Map("dims", (0, 2), "kl", 100, holes=True),
    Map(),
    Direction(3, None, _Z),
    Direction(3, 5, _Z, 1 / 3, 5),
    Direction(None, None, _Z, attribute="Smiling"),
    Direction(None, None, _Z, lasso=Lasso(_PLACES, _PLACES, "dims", (0, 2), 100)),
    Difference(_FITTED, _Z),
    Places(_FITTED, _Z),
    Deviation(_HELD_OUT, 16, 3),
    Marginals((0, 1)),
    Marginals((), 3, 5),
    Walk(_PLACES, 5),
    Walk(_PLACES, 5, "dims", (0, 1), _Z),
    Neighbours(_Z, 5, 100),
    Analogy(_HELD_OUT, _FILE, _HELD_OUT, 3, 50),
)


@pytest.mark.parametrize("request_", _REQUESTS, ids=[" ".join(request.arguments()) for request in _REQUESTS])
def test_every_request_comes_back_from_its_command_line_and_from_its_json(request_: ViewRequest) -> None:
    application, seen = typer.Typer(), list[ViewRequest]()
    application.callback()(lambda: None)

    def note(asked: Asked) -> None:
        seen.append(asked.request)

    add_command(request_.command, note, application=application)
    words = [request_.command.name, "no-run", *request_.arguments()]
    done = CliRunner().invoke(application, words)
    assert done.exit_code == 0, done.output or done.exception
    assert [request_json(read) for read in seen] == [request_json(request_)]
    assert request_json(request_from_json(request_.command.name, request_json(request_))) == request_json(request_)


def test_every_command_has_an_example_here() -> None:
    assert {request.command.name for request in _REQUESTS} == COMMANDS.keys()


@pytest.mark.parametrize("name", COMMANDS)
def test_command_request_and_function_share_a_stem(name: str) -> None:
    request = COMMANDS[name].request
    stem = name[:-1]
    assert request.__name__.lower().startswith(stem)
    assert answer_to(request).__name__.startswith(f"draw_{stem}")
    assert COMMANDS[name].help.endswith((".", "pictures"))


def test_every_request_is_answered() -> None:
    def kinds(of: type[Request]) -> Iterator[type[Request]]:
        for kind in of.__subclasses__():
            yield from kinds(kind)
            yield kind

    unanswered = {kind for kind in kinds(Request) if kind.__module__.startswith("latentlab.")} - registry._ANSWERS.keys()
    assert unanswered == {ViewRequest, Export, DrawForFile}  # which stand for others


_EARLIER_T = (
    '"rotate":12.5,"translate":[2.0,-1.5],"scale":1.0,"shear":0.0,"flip_horizontal":true,"flip_vertical":false,"blur":0.1'
)


@pytest.mark.parametrize(
    ("name", "text", "request_"),
    [
        (
            "consistency",
            f'{{"source":{{"index":3,"path":null,"crop_and_scale":false}},"transformation":{{{_EARLIER_T}}},"draw":null,'
            '"beside":{"path":"/runs/other","step":8},"policy":""}',
            Consistency(_HELD_OUT, Transformation(rotate=12.5, translate=(2, -1.5), flip="h", blur=0.1), other=_OTHER),
        ),
        (
            "strength",
            '{"source":{"index":3},"amount":"right","low":0,"high":4,"transformation":{"flip_horizontal":true,'
            '"flip_vertical":true},"beside":null}',
            Strength(_HELD_OUT, "right", 0, 4, Transformation(flip="hv")),
        ),
        ("compare", '{"beside":{"path":"/runs/other","step":8},"count":5,"images":[],"seed":0}', CompareRuns(_OTHER, 5)),
        ("rank", '{"transformation":{"flip_horizontal":false,"flip_vertical":false},"images":30}', Rank(images=30)),
    ],
)
def test_what_an_earlier_version_wrote_is_read(name: str, text: str, request_: ViewRequest) -> None:
    assert request_from_json(name, text) == request_


@pytest.mark.parametrize("value", [0.1 + 0.2, 1 / 3, -1e-12, 3.0, 2.5, 1e300, -30.0])
def test_a_number_in_a_command_line_keeps_its_value(value: float) -> None:
    assert float(number_text(value)) == value
    assert (number_text(3.0), number_text(2.5)) == ("3", "2.5")
