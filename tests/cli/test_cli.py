"""The command line: what it prints, writes, and answers to wrong input."""

import json
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import latentlab
from latentlab.config import RunConfig, dump_config
from latentlab.explore.provenance import read_origin
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.commands import Export, ViewRequest
from latentlab.explore.requests.images import Encode, Encoded, Reconstruct, Sample
from latentlab.explore.requests.interpolation import Corners, Interpolate
from latentlab.explore.requests.maps import Map
from latentlab.explore.requests.transformations import Consistency, Transformation
from latentlab.explore.requests.traversal import Traversal, Traverse
from latentlab.explore.requests.values import ImageRef
from latentlab.explore.umap_layout import has_umap
from latentlab.runs import Run

_WITH_UMAP = pytest.mark.skipif(not has_umap(), reason="umap-learn is an extra")
_PROCESS = (sys.executable, "-c", "from latentlab.cli import main; main()")


class Result:
    """The result of a command."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


Command = Callable[..., Result]


@pytest.fixture
def command(run_command: Callable[..., tuple[int, str, str]]) -> Command:
    """Runs `latentlab` with arguments, in this process."""
    return lambda *arguments: Result(*run_command(*arguments))


@pytest.fixture
def config_file(tiny_config: RunConfig, tmp_path: Path) -> Path:
    path = tmp_path / "tiny.toml"
    path.write_text(dump_config(tiny_config), encoding="utf-8")
    return path


def test_training_prints_the_runs_folder_and_what_it_came_to(command: Command, config_file: Path, tmp_path: Path) -> None:
    result = command("train", config_file, "--set", "objective.beta=2", "--out", tmp_path / "out", "--device", "cpu")
    assert result.code == 0
    run = Run(result.out.strip())
    assert run.path.parent == tmp_path / "out"
    assert run.state == "finished"
    assert run.config.objective.beta == 2.0
    assert [at.step for at in run.checkpoints()] == [4, 8]
    for word in ("Held out: ELBO", "consistency KL", "units active", "of the pixel variance", "img/s", "step 8/8"):
        assert word in result.err


def test_a_run_goes_on_in_its_own_folder(command: Command, tiny_run: Path) -> None:
    result = command("train", "--resume", tiny_run, "--set", "train.steps=10")
    assert result.code == 0
    assert result.out.strip() == str(tiny_run)
    assert [at.step for at in Run(tiny_run).checkpoints()] == [4, 8, 10]


def test_the_run_toml_of_a_run_trains_the_same_again(command: Command, tiny_run: Path, tmp_path: Path) -> None:
    result = command("train", tiny_run / "run.toml", "--out", tmp_path / "again")
    assert result.code == 0
    again = Run(result.out.strip())
    assert [report.values for report in again.reports()] == [report.values for report in Run(tiny_run).reports()]


def test_real_mnist_trains_from_its_folder(command: Command, mnist_root: Path, tmp_path: Path) -> None:
    settings = [f"data.root={mnist_root}", "model.width=2", "train.steps=2", "train.batch_size=8"]
    result = command(
        "train", "--preset", "mnist-cr", *(word for setting in settings for word in ("--set", setting)), "--out", tmp_path
    )
    assert result.code == 0
    assert Run(result.out.strip()).image_shape == (1, 28, 28)


def test_a_traversal_is_the_one_the_window_draws(command: Command, tiny_run: Path, tmp_path: Path) -> None:
    options = ["--index", 3, "--dims", "2,0", "--span", 2, "--steps", 5, "--units", "posterior"]
    result = command("traverse", tiny_run, *options, "-o", tmp_path / "cli.png")
    assert (result.code, result.out.strip(), result.err) == (0, str(tmp_path / "cli.png"), "")
    renderer = Renderer.of_run(Run(tiny_run))
    start = renderer.render(Encode(ImageRef(index=3)))
    assert isinstance(start, Encoded)
    traversal = Traversal((2, 0), 2.0, 5, "posterior")
    renderer.render(Export(Traverse(traversal, start.mean, start.std, start.origin), tmp_path / "renderer.png"))
    with Image.open(tmp_path / "cli.png") as cli_picture, Image.open(tmp_path / "renderer.png") as picture:
        assert cli_picture.tobytes() == picture.tobytes()
        command_line = shlex.split(picture.text["command"])
    (tmp_path / "renderer.png").unlink()
    assert command_line[0] == "latentlab"
    assert command(*command_line[1:-1], tmp_path / "again.png").code == 0
    with Image.open(tmp_path / "cli.png") as cli_picture, Image.open(tmp_path / "again.png") as again:
        assert cli_picture.tobytes() == again.tobytes()


@pytest.mark.parametrize(
    ("command_name", "arguments", "request_"),
    [
        ("reconstruct", ["--count", 4], Reconstruct(4)),
        ("reconstruct", [5, 2], Reconstruct(images=(ImageRef(index=5), ImageRef(index=2)))),
        (
            "consistency",
            [4, "--rotate", 15, "--translate=2,-1", "--flip", "hv", "--blur", 0.7],
            Consistency(
                ImageRef(index=4),
                Transformation(rotate=15, translate=(2, -1), flip="hv", blur=0.7),
            ),
        ),
        pytest.param("map", ["--projection", "umap"], Map("umap"), marks=_WITH_UMAP),
        ("map", ["--projection", "dims", "--dims", "2,0", "--colour", "error"], Map("dims", (2, 0), "error")),
        ("consistency", [4, "--draw", 3], Consistency(ImageRef(index=4), draw=3)),
        ("sample", ["--count", 6, "--seed", 3, "--columns", 4], Sample(6, 3, 4)),
        (
            "interpolate",
            [3, 8, "--steps", 5, "--path", "slerp"],
            Interpolate(ImageRef(index=3), ImageRef(index=8), 5, ("slerp",)),
        ),
        ("interpolate", [3, 8, "--seed", 2], Interpolate(ImageRef(index=3), ImageRef(index=8), seed=2)),
        ("corners", [3, 8, 0, 11, "--steps", 3], Corners(*(ImageRef(index=index) for index in (3, 8, 0, 11)), 3)),
        (
            "traverse",
            ["--z", "0.5,-1,0,2", "--dims", "3,1", "--units", "quantiles", "--steps", 4],
            Traverse(Traversal((3, 1), 3.0, 4, "quantiles"), np.array([0.5, -1, 0, 2], np.float32), None, "z as given"),
        ),
    ],
)
def test_every_view_is_drawn_alike_by_window_and_command_line(
    command: Command, tiny_run: Path, tmp_path: Path, command_name: str, arguments: list[object], request_: ViewRequest
) -> None:
    assert command(command_name, tiny_run, *arguments, "-o", tmp_path / "cli.png").code == 0
    labels = command_name != "sample"
    Renderer.of_run(Run(tiny_run)).render(
        Export(request_, tmp_path / "window.png", labels=labels, scale=1 if command_name == "map" else None)
    )
    with Image.open(tmp_path / "cli.png") as one, Image.open(tmp_path / "window.png") as other:
        assert one.tobytes() == other.tobytes()
        assert one.text["request"] == other.text["request"]
        words = shlex.split(other.text["command"])
    assert command(*words[1:-1], tmp_path / "again.png").code == 0
    with Image.open(tmp_path / "cli.png") as one, Image.open(tmp_path / "again.png") as again:
        assert one.tobytes() == again.tobytes()


@pytest.mark.parametrize("ending", [".gif", ".webp"])
def test_a_loop_is_drawn_alike_by_window_and_command_line(
    command: Command, tiny_run: Path, tmp_path: Path, ending: str
) -> None:
    request = Interpolate(ImageRef(index=3), ImageRef(index=8), 4, ("lerp", "slerp"))
    window = tmp_path / f"window{ending}"
    Renderer.of_run(Run(tiny_run)).render(Export(request, window, labels=False, scale=3, fps=20))
    origin = read_origin(window)
    assert origin is not None
    assert origin.request == request
    words = ["interpolate", tiny_run, 3, 8, "--steps", 4, "--path", "lerp+slerp", "--no-labels", "--scale", 3, "--fps", 20]
    assert command(*words, "-o", tmp_path / f"cli{ending}").code == 0
    with Image.open(window) as one, Image.open(tmp_path / f"cli{ending}") as other:
        assert one.n_frames == other.n_frames == 6
        for frame in range(6):
            one.seek(frame)
            other.seek(frame)
            assert one.convert("RGB").tobytes() == other.convert("RGB").tobytes()
            assert one.info["duration"] == 50


def test_a_traversal_starts_from_the_prior_mean_or_an_image(command: Command, tiny_run: Path, tmp_path: Path) -> None:
    Image.fromarray(np.zeros((50, 40, 3), np.uint8)).save(tmp_path / "photo.png")
    for number, options in enumerate(([], ["--image", tmp_path / "photo.png", "--fit", "--no-labels", "--scale", 1])):
        path = tmp_path / f"{number}.png"
        assert command("traverse", tiny_run, *options, "-o", path).code == 0
        with Image.open(path) as picture:
            assert json.loads(picture.text["request"])["origin"] == ("photo.png" if options else "z = 0")


def test_the_list_of_runs_names_the_damaged_too(command: Command, tiny_run: Path) -> None:
    (tiny_run.parent / "20000101-000000_[red]broken").mkdir()
    result = command("runs", tiny_run.parent)
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[0].split() == ["run", "name", "state", "step", "ELBO", "data", "objective", "tags", "note"]
    assert tiny_run.name in lines[1]
    name, state, steps, elbo, *what = lines[1].split()[1:]
    assert (name, state, steps, what) == ("tiny", "finished", "8/8", ["digits", "VAE"])
    assert float(elbo) < 0
    assert "[red]broken" in lines[2]
    assert "damaged" in lines[2]


def _wrong(tmp_path: Path, tiny_run: Path) -> dict[str, tuple[list[object], str]]:
    (tmp_path / "file").touch()
    (tmp_path / "bad.toml").write_text("[objective]\nbata = 2\n")
    (tmp_path / "half_written").mkdir()
    mnist = tmp_path / "mnist"
    mnist.mkdir()
    (mnist / "t10k-images-idx3-ubyte").write_bytes(bytes([0, 0, 8, 3, 0, 0, 0, 9]))
    (mnist / "t10k-labels-idx1-ubyte").write_bytes(bytes([0, 0, 8, 1, 0, 0, 0, 9]))
    Image.fromarray(np.zeros((40, 40), np.uint8)).save(tmp_path / "large.png")
    grid = ["-o", tmp_path / "grid.png"]
    return {
        "unknown key": (["train", "--set", "objective.bata=1"], "did you mean 'beta'"),
        "negative beta": (["train", "--set", "objective.beta=-1"], "objective.beta = -1"),
        "unknown preset": (["train", "--preset", "none"], "no preset is called 'none'"),
        "unknown key in a file": (["train", tmp_path / "bad.toml"], "bad.toml: objective.bata"),
        "no such file": (["train", tmp_path / "none.toml"], "No such file"),
        "two sources": (["train", tmp_path / "bad.toml", "--preset", "digits"], "not several"),
        "resume and out": (["train", "--resume", tiny_run, "--out", tmp_path], "--out"),
        "unknown device": (["train", "--device", "tpu"], "device = 'tpu'"),
        "mnist without a root": (["train", "--preset", "mnist-vae"], "mnist needs data.root"),
        "truncated IDX": (["train", "--preset", "mnist-vae", "--set", f"data.root={mnist}"], "not an IDX file"),
        "missing folder": (["train", "--preset", "mnist-vae", "--set", "data.root=/nowhere"], "there is no such folder"),
        "unwritable out": (["train", "--out", tmp_path / "file" / "runs"], "a run cannot be written here"),
        "resume a half-written run": (["train", "--resume", tmp_path / "half_written"], "run.toml is missing"),
        "resume a finished run": (["train", "--resume", tiny_run], "has reached step 8 already"),
        "no run": (["traverse", tmp_path / "nowhere", *grid], "there is no such folder"),
        "half-written run": (["traverse", tmp_path / "half_written", *grid], "run.toml is missing"),
        "wrong dimension": (["traverse", tiny_run, "--dims", "9", *grid], "9 is no latent dimension"),
        "dimensions of letters": (["traverse", tiny_run, "--dims", "a,b", *grid], "whole numbers with commas"),
        "wrong index": (["traverse", tiny_run, "--index", "1000", *grid], "index 1000"),
        "wrong steps": (["traverse", tiny_run, "--steps", "1", *grid], "steps = 1"),
        "wrong size": (["traverse", tiny_run, "--image", tmp_path / "large.png", *grid], "40×40 grey; this model takes 32×32"),
        "no image": (["traverse", tiny_run, "--image", tmp_path / "file", *grid], "file: is empty"),
        "image and index": (["traverse", tiny_run, "--image", "a.png", "--index", "1", *grid], "not several"),
        "posterior units without image": (["traverse", tiny_run, "--units", "posterior", *grid], "needs a start image"),
        "unknown ending": (["traverse", tiny_run, "-o", tmp_path / "grid.tiff"], "write .png, .svg, .pdf, .gif, .webp or .mp4"),
        "too many corners": (["corners", tiny_run, 0, 1, 2, 3, "--steps", 30, *grid], "steps = 30"),
        "unwritable picture": (["traverse", tiny_run, "-o", tmp_path / "none" / "grid.png"], "there is no such folder"),
        "no such checkpoint": (["traverse", tiny_run, "--checkpoint", "7", *grid], "there are 4, 8"),
        "beside no run": (["consistency", tiny_run, "0", "--beside", tmp_path / "nowhere"], "there is no such folder"),
        "checkpoint beside nothing": (["consistency", tiny_run, "0", "--beside-checkpoint", "4"], "give both"),
        "compared with no run": (["compare", tiny_run, tmp_path / "half_written"], "run.toml is missing"),
        "three runs in a picture": (
            ["compare", tiny_run, tiny_run, tiny_run, *grid],
            "-o draws two runs side by side; 3 were given",
        ),
        "linked to no run": (["link", tiny_run, tmp_path / "nowhere"], "there is no such folder"),
        "linked z of another length": (["link", tiny_run, tiny_run, "--z", "1,2"], "z has 2 values; this model has 4"),
        "ranking of one image": (["rank", tiny_run, "--images", "1"], "images = 1: a ranking needs 2 or more"),
        "no folder of runs": (["runs", tmp_path / "nowhere"], "cannot be listed"),
    }


def test_wrong_input_is_answered_in_one_line_with_code_2(
    command: Command, tiny_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    cases = _wrong(tmp_path, tiny_run)
    made = sorted(tmp_path.rglob("*"))
    for name, (arguments, expected) in cases.items():
        result = command(*arguments)
        assert (name, result.code, result.out) == (name, 2, "")
        assert result.err.startswith("latentlab: "), name
        assert result.err.count("\n") == 1, name
        assert expected in result.err, name
    assert sorted(tmp_path.rglob("*")) == made != before  # nothing was written


def test_debug_shows_where_an_error_came_from(command: Command) -> None:
    for arguments in (["--debug", "train", "--preset", "none"], ["train", "--preset", "none", "--debug"]):
        result = command(*arguments)
        assert result.code == 2
        assert "Traceback (most recent call last)" in result.err
        assert "ConfigError" in result.err


def test_the_version_and_the_help(command: Command) -> None:
    assert command("--version").out == f"latentlab {latentlab.__version__}\n"
    text = command("--help")
    assert text.code == 0
    for name in ("train", "traverse", "runs"):
        assert name in text.out


def test_as_a_process_the_same_holds() -> None:
    command = [*_PROCESS, "train", "--set", "objective.beta=-1"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "latentlab: objective.beta = -1: must be greater than or equal to 0\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
def test_ctrl_c_saves_and_says_how_to_go_on(tmp_path: Path, config_file: Path) -> None:
    settings = ["train.steps=1000000", "train.report_every=1", "train.checkpoint_every=1000000"]
    arguments = [config_file, "--out", tmp_path / "runs", *(word for setting in settings for word in ("--set", setting))]
    command = [*_PROCESS, "train", *map(str, arguments)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        while not any((tmp_path / "runs").glob("*/metrics.jsonl")):
            assert process.poll() is None
        os.kill(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, "")
    (path,) = (tmp_path / "runs").iterdir()
    assert f"latentlab train --resume {path}" in err
    assert "Traceback" not in err
    run = Run(path)
    assert run.state == "stopped"
    assert [at.step for at in run.checkpoints()] == [run.reports()[-1].step]


@pytest.fixture
def photographs(tmp_path: Path) -> Path:
    """Twelve pictures in two sub-folders, one of them cut off."""
    root = tmp_path / "photographs"
    for index in range(12):
        path = root / ("cats" if index % 3 else "dogs") / f"{index}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(np.random.default_rng(index).integers(0, 256, (24, 20, 3), np.uint8)).save(path)
    content = (root / "dogs" / "0.png").read_bytes()
    (root / "dogs" / "0.png").write_bytes(content[:500])
    return root


def test_a_folder_is_scanned_and_the_report_written(command: Command, photographs: Path, tmp_path: Path) -> None:
    summary = command("data", "scan", photographs, "-o", tmp_path / "report.json")
    assert summary.code == 0
    assert "11 of 12 images can be used; 0 other files\nsizes: 11 of 20×24\n" in summary.out
    assert "classes: cats 8, dogs 3\nproblems: truncated 1\n" in summary.out
    assert "dogs/0.png  truncated  no" in summary.out
    printed = json.loads(command("data", "scan", photographs, "--json", "-o", tmp_path / "problems.csv").out)
    assert printed == json.loads((tmp_path / "report.json").read_text())
    assert (printed["total"], printed["usable"]) == (12, 11)
    assert [(item["file"], item["kind"]) for item in printed["problems"]] == [("dogs/0.png", "truncated")]
    assert (tmp_path / "problems.csv").read_text().splitlines()[1].startswith("dogs/0.png,truncated,False,")


def test_a_folder_is_prepared_once_and_trained_on(
    command: Command, photographs: Path, tmp_path: Path, tiny_config: RunConfig
) -> None:
    prepared = command("data", "prepare", photographs, "--size", 16, "--fit", "pad", "--cache", tmp_path / "cache")
    assert prepared.code == 0
    assert prepared.err == "11 images, colour, 1 left out\n"
    store = Path(prepared.out.strip())
    assert store.parent == tmp_path / "cache"
    assert np.load(store / "images.npy").shape == (11, 3, 16, 16)
    assert not np.load(store / "images.npy")[..., [0, 14, 15]].any()  # 24 by 20 pixels between borders
    config = tmp_path / "tiny.toml"
    config.write_text(dump_config(tiny_config))
    settings = ("data.name=folder", f"data.root={photographs}", "data.size=16", "train.steps=2")
    trained = command("train", config, "--out", tmp_path / "runs", *(part for text in settings for part in ("--set", text)))
    assert trained.code == 0
    assert "11 images, 1 could not be read" in Run(Path(trained.out.strip())).events()[0].text


def test_the_collections_are_listed(command: Command) -> None:
    table = command("data", "list").out
    printed = json.loads(command("data", "list", "--json").out)
    assert all(name in table and field["title"] in table for name, field in printed.items())
    assert printed["digits"]["shape"] == [1, 32, 32]
    assert printed["folder"]["shape"] == [None, 64, 64]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("scan", "nowhere"), "'nowhere': there is no such folder or .zip file"),
        (("scan", ".", "-o", "report.txt"), "--out report.txt: a report is written to a .json or a .csv file."),
        (("scan", ".", "-o", "no/such/report.csv"), "no/such/report.csv: cannot be written: there is no such folder"),
        (("prepare", "nowhere"), "there is no such folder or .zip file"),
        (("prepare", "."), "holds no images"),
        (("prepare", ".", "--size", "8"), "data.size = 8: must be greater than or equal to 16"),
        (("prepare", ".", "--fit", "stretch"), "data.fit = 'stretch': must be 'crop' or 'pad'"),
        (("prepare", ".", "--channels", "4"), "data.channels = '4': must be 'auto', 'grey' or 'colour'"),
    ],
)
def test_what_cannot_be_scanned_or_prepared_is_said_in_one_line(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], expected: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = command("data", *arguments)
    assert result.code == 2
    assert result.err.startswith("latentlab: ")
    assert result.err.count("\n") == 1
    assert expected in result.err
    assert list(tmp_path.iterdir()) == []


def test_preparing_that_is_interrupted_says_how_to_go_on(
    command: Command, photographs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("latentlab.data.prepare.decode_file", interrupted)
        stopped = command("data", "prepare", photographs, "--size", 16, "--cache", tmp_path / "cache")
    assert (stopped.code, stopped.out) == (130, "")
    assert stopped.err == "Stopped; the same command goes on from here.\n"
    assert command("data", "prepare", photographs, "--size", 16, "--cache", tmp_path / "cache").code == 0


def test_a_map_by_umap_says_what_to_install(
    command: Command, tiny_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("latentlab.explore.umap_layout.has_umap", lambda: False)
    result = command("map", tiny_run, "--projection", "umap", "-o", tmp_path / "map.png")
    assert result.code != 0
    assert "pip install 'latentlab-vae[umap]'" in " ".join(result.err.split())
    assert not (tmp_path / "map.png").exists()
