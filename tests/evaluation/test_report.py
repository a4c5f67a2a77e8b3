"""A whole run measured: the object, the file, the command line."""

import json
import math
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file

import latentlab
from latentlab import metrics
from latentlab.catalog import MEASURES
from latentlab.config import RunConfig
from latentlab.errors import ConfigError, FileError, RunError
from latentlab.evaluation import samples
from latentlab.runs import Evaluation, Row, Run
from latentlab.runs.manifest import write_manifest
from latentlab.sweeps import METRICS

_KEYS = (
    *("nll", "nll_se", "nll_bits_per_dim", "rate", "mutual_information", "mutual_information_upper"),
    *("marginal_kl_lower", "marginal_kl_upper", "total_correlation_lower", "total_correlation_upper"),
    *("active_units", "active_units_by_kl", "effective_samples"),
    *("probe_accuracy", "consistency_kl", "consistency_kl_reverse", "consistency_ratio", "retrieval_at_1"),
    *("mse", "psnr", "ssim", "provenance", "unavailable"),
)

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def command(run_command: Command) -> Command:
    """Runs `latentlab evaluate`, in this process: exit code, standard output, standard error."""
    return partial(run_command, "evaluate")


def test_a_run_is_measured_twice_alike(tiny_run: Path) -> None:
    run = Run(tiny_run)
    shares: list[float] = []
    first = latentlab.evaluate(run, samples=20, images=50, progress=lambda share, text: shares.append(share))
    again = latentlab.evaluate(str(tiny_run), samples=20, images=50)
    assert first == again
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert first.nll != latentlab.evaluate(run, samples=20, images=50, seed=1).nll


def test_the_numbers_agree_with_each_other(tiny_run: Path) -> None:
    values = latentlab.evaluate(tiny_run, samples=50)
    dimensions = 32 * 32
    assert values.nll is not None
    assert values.nll_bits_per_dim == pytest.approx(values.nll / dimensions / math.log(2))
    assert sum(values.kl_per_dim) == pytest.approx(values.rate)
    assert values.marginal_kl_upper == pytest.approx(values.rate - values.mutual_information)
    assert values.marginal_kl_lower == pytest.approx(values.rate - values.mutual_information_upper)
    assert values.mutual_information <= values.mutual_information_upper <= values.rate
    assert 0 <= values.total_correlation_lower <= values.total_correlation_upper
    assert sum(values.consistency_kl_per_dim) == pytest.approx(values.consistency_kl)
    assert values.psnr == pytest.approx(-10 * math.log10(values.mse))
    assert values.mutual_information <= math.log(values.provenance["N"])
    # What was measured at the last checkpoint, on the same images.
    held_out = Run(tiny_run).reports()[-1].values
    assert values.rate == pytest.approx(held_out[metrics.TEST_RATE], rel=1e-5)
    assert values.mse == pytest.approx(held_out[metrics.TEST_MSE], rel=1e-5)
    assert values.active_units == held_out[metrics.TEST_ACTIVE_UNITS]
    assert values.nll < -held_out[metrics.TEST_ELBO]  # the bound lies above


def test_the_provenance_says_what_was_computed_on(tiny_run: Path) -> None:
    provenance = latentlab.evaluate(tiny_run, samples=3, images=40, policy="large_both_flips", seed=7, checkpoint=4).provenance
    expected = {
        "N": 40,
        "S": 3,
        "M": 250,
        "seed": 7,
        "likelihood": "bernoulli",
        "scale": None,
        "binarize": "none",
        "policy": "large_both_flips",
        "checkpoint_step": 4,
        "images": "the first 40 of 359 held-out images",
        "probe_training_images": 1438,
        "config_name": "tiny",
    }
    assert {name: provenance[name] for name in expected} == expected
    assert "1,438 to train on, 359 held out" in provenance["split"]
    assert provenance["versions"]["torch"] == metadata.version("torch")


def test_an_optimal_spread_is_told(with_settings: Callable[..., RunConfig], tmp_path: Path) -> None:
    config = with_settings("likelihood.name=gaussian", "train.steps=2", "train.checkpoint_every=2")
    run = latentlab.train(config, tmp_path)
    values = latentlab.evaluate(run, samples=3, images=30)
    scale = values.provenance["scale"]
    assert scale["value"] == pytest.approx(math.sqrt(values.mse), rel=0.1)
    assert values.nll_bits_per_dim is None
    assert "a density" in values.unavailable["nll_bits_per_dim"]
    assert scale["kind"] == "optimal"
    assert scale["from"] == "the closed-form optimum over training images, kept with the checkpoint"
    assert latentlab.evaluate(run, samples=3, images=60).provenance["scale"] == scale


@pytest.mark.parametrize("how", ["threshold", "stochastic"])
def test_black_and_white_images_come_from_the_seed(how: str, with_settings: Callable[..., RunConfig], tmp_path: Path) -> None:
    config = with_settings(f"likelihood.binarize={how}", "train.steps=2", "train.checkpoint_every=2")
    run = latentlab.train(config, tmp_path)
    first, again, other = (latentlab.evaluate(run, samples=2, images=30, seed=seed) for seed in (0, 0, 1))
    assert first == again
    assert first.provenance["binarize"] == how
    assert (first.mse == other.mse) == (how == "threshold")


def test_a_cancelled_measurement_writes_nothing(tiny_run: Path) -> None:
    def cancel(share: float, text: str) -> None:
        if text == "information":
            raise InterruptedError

    with pytest.raises(InterruptedError):
        latentlab.evaluate(tiny_run, samples=2, images=20, progress=cancel)
    assert not list(tiny_run.glob("*evaluation*"))


def test_a_model_whose_outputs_overflow_gives_reasons_instead_of_numbers(tiny_run: Path) -> None:
    file = tiny_run / "checkpoints" / "step-000000008" / "model.safetensors"
    weights = load_file(file)
    save_file({name: torch.full_like(value, 1e30) for name, value in weights.items()}, file)
    write_manifest(file.parent, 8, 0.0)
    values = latentlab.evaluate(tiny_run, samples=2, images=20)
    assert (values.nll, values.rate, values.probe_accuracy, values.kl_per_dim) == (None,) * 4
    assert values.unavailable["nll"] == "the model's outputs on these images are not all finite."
    json.loads((tiny_run / "evaluation.json").read_text(encoding="utf-8"))


def test_one_image_is_enough_for_what_needs_no_other(tiny_run: Path) -> None:
    values = latentlab.evaluate(tiny_run, samples=2, images=1)
    assert values.nll is not None
    assert (values.nll_se, values.consistency_ratio, values.retrieval_at_1) == (None, None, None)
    assert "two images" in values.unavailable["nll_se"]
    assert "no other image" in values.unavailable["consistency_ratio"]
    assert values.mutual_information == pytest.approx(0, abs=1e-9)


def test_json_is_one_object_and_nothing_else(command: Command, tiny_run: Path) -> None:
    code, out, err = command(tiny_run, "--samples", 5, "--images", 30, "--json")
    assert code == 0
    values = json.loads(out)
    assert not set(_KEYS) - set(values)
    assert {name for name, value in values.items() if value is None} == set(values["unavailable"])
    assert "was not asked for" in values["unavailable"]["nll_ais"]
    assert all(reason.endswith(".") for reason in values["unavailable"].values())
    assert "{" not in err
    assert (tiny_run / "evaluation.json").read_text(encoding="utf-8") == out


def test_an_evaluation_has_every_measure_and_is_read_as_it_was_written(tiny_run: Path) -> None:
    measured = latentlab.evaluate(tiny_run, samples=5, images=30)
    assert set(measured.values) == set(MEASURES) - {"seconds_per_step"}
    stored = Evaluation.read(tiny_run)
    assert stored is not None
    assert (stored.values, stored.unavailable, stored.rows()) == (measured.values, measured.unavailable, measured.rows())
    assert Evaluation.read(tiny_run.parent) is None


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda stored: [stored], "is no evaluation: it should be a JSON object"),
        (lambda stored: {**stored, "nll": "12"}, "is damaged: nll = '12' is no number"),
        (lambda stored: {**stored, "rate": True}, "is damaged: rate = True is no number"),
        (lambda stored: {**stored, "kl_per_dim": [1.0, None]}, "is damaged: kl_per_dim"),
        (lambda stored: {**stored, "unavailable": {"nll": 3}}, "unavailable should say why"),
        (lambda stored: {**stored, "provenance": None}, "provenance should say what"),
        (lambda stored: {**stored, "provenance": {**stored["provenance"], "N": "30"}}, "provenance.N = '30'"),
    ],
)
def test_a_damaged_evaluation_is_told(change: Callable[[Any], Any], message: str, tiny_run: Path) -> None:
    latentlab.evaluate(tiny_run, samples=2, images=30)
    file = tiny_run / "evaluation.json"
    file.write_text(json.dumps(change(json.loads(file.read_text(encoding="utf-8")))), encoding="utf-8")
    with pytest.raises(FileError, match=re.escape(message)):
        Evaluation.read(tiny_run)


def test_a_number_has_the_figures_that_its_standard_error_allows(tiny_run: Path) -> None:
    measured = latentlab.evaluate(tiny_run, samples=5, images=30)

    def text(error: float | None) -> str:
        return Evaluation({**measured.values, "nll": 104.26789, "nll_se": error}, {}, measured.provenance).text("nll")

    assert [text(error) for error in (13.0, 1.3, 0.13, 0.013, None, 0.0)] == [
        *("≤ 104", "≤ 104.3", "≤ 104.27", "≤ 104.268"),
        *("≤ 104.27", "≤ 104.27"),
    ]


def test_the_table_names_units_and_likelihood(command: Command, tiny_run: Path) -> None:
    code, out, err = command(tiny_run, "--samples", 5, "--images", 30)
    assert code == 0
    values = json.loads((tiny_run / "evaluation.json").read_text(encoding="utf-8"))
    lines = {line.strip().split("  ")[0]: line for line in out.splitlines()}
    nll = lines["negative log-likelihood (bernoulli, S = 5)"]
    stored = Evaluation.read(tiny_run)
    assert stored is not None
    assert stored.text("nll") in nll
    for title, lower, upper in (
        ("mutual information", "mutual_information", "mutual_information_upper"),
        ("marginal KL", "marginal_kl_lower", "marginal_kl_upper"),
        ("total correlation", "total_correlation_lower", "total_correlation_upper"),
    ):
        assert f"≥ {values[lower]:.2f}, ≤ {values[upper]:.2f}" in lines[title]
    assert nll.rstrip().endswith("nats")
    assert "of 4" in lines["active units (variance of means > 0.01)"]
    assert "the first 30 of 359 held-out images" in out
    assert values["unavailable"]["fid"] in out
    assert str(tiny_run / "evaluation.json") in err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--samples", "0"], "samples = 0: at least 1"),
        (["--images", "0"], "images = 0: there are 359 held-out images"),
        (["--images", "360"], "ask for 1 to 359"),
        (["--policy", "wild"], "transform.policy = 'wild': there is no such policy; there are simple, "),
        (["--seed", "-1"], "seed = -1: must not be negative"),
        (["--checkpoint", "5"], "no checkpoint of step 5; there are 4, 8"),
        (["--device", "cuda:99"], "device = 'cuda:99': there is no such GPU"),
        (["--device", "tpu"], "device = 'tpu'"),
    ],
)
def test_wrong_input_is_one_line(options: list[str], message: str, command: Command, tiny_run: Path) -> None:
    code, out, err = command(tiny_run, "--json", *options)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert err.startswith("latentlab: ")
    assert message in err
    assert not (tiny_run / "evaluation.json").exists()


def test_a_run_without_a_checkpoint(command: Command, tiny_run: Path) -> None:
    for folder in (tiny_run / "checkpoints").iterdir():
        folder.rename(tiny_run / folder.name)
    code, _, err = command(tiny_run)
    assert code == 2
    assert err == f"latentlab: {tiny_run}: the run has no checkpoint yet.\n"
    with pytest.raises(RunError):
        latentlab.evaluate(tiny_run)


def test_a_folder_that_cannot_be_written_still_shows_the_numbers(command: Command, tiny_run: Path) -> None:
    (tiny_run / "evaluation.json").mkdir()
    code, out, err = command(tiny_run, "--samples", 2, "--images", 10, "--json")
    assert code == 2
    assert json.loads(out)["nll"] > 0
    assert "evaluation.json: cannot be written" in err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process alone")
def test_ctrl_c_ends_it_with_nothing_written(tiny_run: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", "from latentlab.cli import main; main()", "evaluate", tiny_run, "--samples", "500000", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "FORCE_COLOR": "1", "TERM": "xterm", "COLUMNS": "100", "OMP_NUM_THREADS": "1"},
    )
    assert process.stderr is not None
    seen = ""
    while "negative log-likelihood" not in seen:
        character = process.stderr.read(1)
        assert character, seen
        seen += character
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == ""
    assert not list(tiny_run.glob("*evaluation*"))


def test_no_weights_are_ever_fetched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(torch.hub, "get_dir", lambda: str(tmp_path))
    at_hand: set[str] = set()
    monkeypatch.setattr(samples.importlib.util, "find_spec", lambda name: name if name in at_hand else None)

    def load(name: str) -> None:
        if broken:
            raise ImportError("no tqdm")

    monkeypatch.setattr(samples.importlib, "import_module", load)
    broken = False
    assert samples.no_samples_because(10) == "torchmetrics is not installed."
    at_hand.add("torchmetrics")
    assert samples.no_samples_because(10) == "torch_fidelity is not installed."
    at_hand.add("torch_fidelity")
    broken = True
    assert samples.no_samples_because(10) == "torchmetrics cannot be imported: no tqdm."
    broken = False
    assert "missing; nothing is downloaded" in str(samples.no_samples_because(10))
    weights = samples.weights_path()
    weights.parent.mkdir()
    weights.write_bytes(b"half a download")
    assert "is damaged" in str(samples.no_samples_because(10))


def test_the_api_refuses_what_the_command_line_refuses(tiny_run: Path) -> None:
    for wrong in ({"samples": 0}, {"images": 360}, {"policy": "wild"}, {"seed": -1}):
        with pytest.raises(ConfigError):
            latentlab.evaluate(tiny_run, **wrong)


def test_other_proposals_and_a_reference_bound_the_same_likelihood(tiny_run: Path) -> None:
    plain = latentlab.evaluate(tiny_run, samples=300, images=20)
    wide = latentlab.evaluate(tiny_run, samples=300, images=20, widening=1.2)
    refined = latentlab.evaluate(tiny_run, samples=300, images=20, refine=30)
    annealed = latentlab.evaluate(tiny_run, samples=1, images=20, ais_temperatures=60)
    assert plain.nll == pytest.approx(wide.nll, abs=0.5)
    assert plain.nll == pytest.approx(refined.nll, abs=0.5)
    assert annealed.nll_ais == pytest.approx(plain.nll, abs=1.5)
    assert annealed.nll > plain.nll
    assert "30 gradient steps" in refined.provenance["proposal"]
    assert refined.effective_samples > plain.effective_samples


def test_few_effective_samples_and_a_ceiling_are_said(tiny_run: Path) -> None:
    values = latentlab.evaluate(tiny_run, samples=5, images=30)

    def row(title: str, **changed: Any) -> Row:
        altered = Evaluation({**values.values, **changed}, values.unavailable, values.provenance)
        return next(row for row in altered.rows() if row.title.startswith(title))

    assert "the bound above may be far" in row("effective", effective_samples=9.9).note
    assert row("effective", effective_samples=9.9).warning
    assert row("effective", effective_samples=10.0).note == "of 5"
    assert not row("effective", effective_samples=10.0).warning
    capped = row("mutual information", mutual_information=math.log(30) - 0.01)
    assert "the lower bound is at its ceiling log N = 3.40" in capped.note
    assert capped.warning
    free = row("mutual information", mutual_information=1.0, mutual_information_upper=2.0)
    assert free == Row("mutual_information", "mutual information", 1, "≥ 1.00, ≤ 2.00", "nats")
    through = row("active units", variance_of_means=(0.02, 0.009))
    assert "run through 0.01 without a gap" in through.note
    assert through.warning
    assert not row("active units", variance_of_means=(0.5, 0.001)).warning


def test_no_bound_stands_without_its_sign(tiny_run: Path) -> None:
    values = latentlab.evaluate(tiny_run, samples=5, images=30, ais_temperatures=2)
    text = "\n".join(row.number for row in values.rows())
    bounds = {name: entry.bound for name, entry in MEASURES.items() if entry.bound}
    assert len(bounds) == 10
    for name, sign in bounds.items():
        assert f"{sign} {values.values[name]:.2f}"[:-1] in text
    for name, metric in METRICS.items():
        assert metric.title.endswith(("≤", "≥")) == (name in bounds), name
        assert metric.title[-1] == bounds.get(name, metric.title[-1])
