"""Settings, policies, sweeps, pictures and saved latents from others: refused in one sentence, and the rest goes on."""

import json
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from latentlab.config import load_config, override, parse_config, transform_config
from latentlab.errors import ConfigError, DataError, FileError, RunError
from latentlab.explore.provenance import foreign_paths, read_origin, refuse_unfit, request_from_json, request_json
from latentlab.explore.requests.images import Sample
from latentlab.explore.requests.interpolation import Interpolate
from latentlab.explore.requests.pairs import Link
from latentlab.explore.requests.traversal import Traversal, Traverse
from latentlab.explore.requests.values import ImageRef, RunRef
from latentlab.policies import policies_folder, saved_policies
from latentlab.sweeps import load_sweep
from latentlab.sweeps.records import Records, record_path

_Z = np.array([0.5, -1.25, 0.1, 2.0], np.float32)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"a = " + b"[" * 3000, "nested more than 32 levels"),
        (b"seed = " + b"9" * 5000, "a number of 5,000 digits"),
        (b"seed = " + b"9" * 39, "seed = 9"),
        (b"[objective]\nbeta = []", r"objective\.beta = \[\]"),
        (b"[objective]\nbeta = inf", "beta = inf: must be a finite number"),
        (b"[objective]\nname = {}", r"objective\.name"),
        (b"objective = 3", "objective = 3"),
        (b"[data]\nroot = [" + b'"x", ' * 5000 + b"]", "data.root"),
        (b"\xff", "is not UTF-8 text"),
    ],
)
def test_hostile_settings_are_refused_in_a_short_sentence(content: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(content)
    with pytest.raises(ConfigError, match=words) as caught:
        load_config(path)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400 + len(str(path))


def test_a_value_of_the_command_line_can_be_anything() -> None:
    for value in ("9" * 5000, "[" * 5000, "\ud800", "1e400", "x" * 10_000):
        with pytest.raises(ConfigError) as caught:
            override(parse_config({}), [f"objective.beta={value}"])
        assert len(str(caught.value)) < 300


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no named pipes")
def test_a_bad_policy_leaves_the_others_alone_and_is_named() -> None:
    folder = policies_folder()
    folder.mkdir(parents=True)
    (folder / "good.toml").write_text("degrees = 20.0\n")
    (folder / "torn.toml").write_text("degrees = [")
    (folder / "binary.toml").write_bytes(b"\xff\xfe")
    (folder / "deep.toml").write_bytes(b"a = " + b"[" * 5000)
    (folder / "Not A Name.toml").write_text("degrees = 20.0\n")
    (folder / "gone.toml").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "pipe.toml")
    left_out: list[FileError] = []
    assert saved_policies(left_out.append) == {"good": {"degrees": 20.0}}
    assert {error.path.stem for error in left_out} == {"torn", "binary", "deep", "Not A Name", "gone", "pipe"}
    assert transform_config("good").degrees == 20
    for name in ("torn", "binary", "deep", "pipe"):
        with pytest.raises(ConfigError, match=rf"transform\.policy = '{name}': .*{name}\.toml: is "):
            transform_config(name)


def test_a_sweep_of_countless_runs_is_refused_before_they_are_counted_out(tmp_path: Path) -> None:
    path = tmp_path / "sweep.toml"
    settings = (
        "objective.beta",
        "objective.free_bits",
        "train.learning_rate",
        "train.weight_decay",
        "model.width",
        "data.size",
    )
    path.write_text("name = 's'\n[grid]\n" + "".join(f"{name} = {list(range(16, 116))}\n" for name in settings))
    with pytest.raises(ConfigError, match="1,000,000,000,000 runs; a sweep has 10,000 at most"):
        load_sweep(path)


@pytest.mark.parametrize("run", ["../../etc", "/etc", "a/b", "a\\b", "..", ".", "", "C:", "\0"])
def test_a_sweeps_state_names_runs_of_its_own_folder_only(run: str, tmp_path: Path) -> None:
    record = {"run": run, "status": "finished"}
    path = record_path(tmp_path, "a")
    path.parent.mkdir()
    path.write_text(json.dumps(record))
    with pytest.raises(RunError, match="must be the name of a folder of the sweep; remove it to have the cell 'a' begun again"):
        Records.of(tmp_path).get("a")
    (tmp_path / "sweep.json").write_text(json.dumps({"cells": {"a": record}}))
    with pytest.raises(RunError, match="must be the name of a folder of the sweep"):
        Records.of(tmp_path)


def _picture(path: Path, **said: str) -> Path:
    about = PngInfo()
    for key, value in said.items():
        about.add_itxt(key, value)
    Image.new("L", (8, 8)).save(path, pnginfo=about)
    return path


_SAMPLE = {"run": "a-run", "step": "8", "view": "sample", "request": request_json(Sample(4))}


@pytest.mark.parametrize(
    "changes",
    [
        {"run": "../elsewhere"},
        {"run": "/etc"},
        {"run": ".."},
        {"run": ""},
        {"run": "a\nb"},
        {"run": "x" * 5000},
        {"step": "-1"},
        {"step": "²"},
        {"step": "9" * 5000},
        {"step": "1e9"},
        {"view": "none"},
        {"view": "__class__"},
        {"request": ""},
        {"request": "[]"},
        {"request": "null"},
        {"request": '{"count": "many"}'},
        {"request": '{"count": 1e400}'},
        {"request": '{"count": 1000000000}'},
        {"request": '{"count": -1}'},
        {"request": '{"seed": 99999999999999999999999}'},
        {"request": '{"count": ' + "[" * 10_000},
        {"view": "traverse", "request": '{"traversal": {}, "z": {"a": 1}, "posterior_std": null, "origin": ""}'},
        {"view": "traverse", "request": '{"traversal": {}, "z": ["1"], "posterior_std": null, "origin": ""}'},
        {"view": "traverse", "request": '{"traversal": {}, "z": [1e39], "posterior_std": null, "origin": ""}'},
        {"view": "traverse", "request": '{"traversal": {"span": -1}, "z": [1.0], "posterior_std": null, "origin": ""}'},
        {"view": "traverse", "request": '{"traversal": [], "z": [1.0], "posterior_std": null, "origin": ""}'},
    ],
)
def test_a_picture_that_says_what_no_picture_of_ours_says_has_no_origin(changes: dict[str, str], tmp_path: Path) -> None:
    sound = read_origin(_picture(tmp_path / "sound.png", **_SAMPLE))
    assert sound is not None
    assert sound.request == Sample(4)
    assert read_origin(_picture(tmp_path / "x.png", **(_SAMPLE | changes))) is None


def test_a_request_is_held_against_the_model() -> None:
    sound = Traverse(Traversal((0, 3)), _Z, _Z**2, "z")
    refuse_unfit(sound, 4)
    for request, words in (
        (Traverse(Traversal(), _Z[:3], None, "z"), "z has 3 values; this model has 4"),
        (Traverse(Traversal(), _Z, _Z[:1], "z"), "posterior_std has 1 values"),
        (Traverse(Traversal(), _Z * np.float32(np.nan), None, "z"), "not finite"),
        (Traverse(Traversal(), _Z, -abs(_Z), "z"), "not positive"),
        (Traverse(Traversal((0, 4)), _Z, None, "z"), "dims: 4 is no latent dimension of this model; it has 0 to 3"),
        (Traverse(Traversal((-1,)), _Z, None, "z"), "dims"),
    ):
        with pytest.raises(DataError, match=words):
            refuse_unfit(request, 4)


def test_what_a_request_would_open_is_known() -> None:
    assert foreign_paths(Sample(4)) == ()
    a, b = Path("/a/x.png"), Path("/b/run")
    assert foreign_paths(Interpolate(ImageRef(path=a), ImageRef(index=1))) == (a,)
    assert foreign_paths(request_from_json("link", request_json(Link(RunRef(b), _Z)))) == (b,)
