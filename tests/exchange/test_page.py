"""A published page works offline in a browser, computes what PyTorch does, and runs no stranger's script."""

import base64
import io
import json
import re
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from latentlab import api
from latentlab.config import override, parse_config
from latentlab.data import load_dataset
from latentlab.errors import ExportError
from latentlab.exchange import page
from latentlab.exchange.imported import ForeignModel, write_imported
from latentlab.exchange.page import publish
from latentlab.models import build_vae
from latentlab.resources import resource
from latentlab.runs import Run
from tests.exchange.browser import CHROMIUM, Browser

_BAD = "<img src=x onerror=document.title='ran'>"
_DECODED = "latentlab.then(async (decode) => { const all = []; for (const z of %s) all.push(...await decode(z)); return all; })"
_PIXELS = "Array.from(picture.getContext('2d').getImageData(0, 0, picture.width, picture.height).data)"


@pytest.mark.skipif(not CHROMIUM, reason="no Chromium is installed")
def test_a_browser_decodes_as_pytorch_does_and_runs_no_script_of_the_run(tiny_run: Path, tmp_path: Path) -> None:
    run = Run(tiny_run.rename(tiny_run.with_name(_BAD)))
    out = publish(run, tmp_path / "page.html")
    z = torch.randn(3, 4)
    with Browser(tmp_path / "profile") as browser:
        browser.open(out)
        images = torch.tensor(browser.ask(_DECODED % json.dumps(z.tolist()))).view(3, *run.image_shape)
        assert (images - run.decode(z)).abs().max() <= 1 / 255
        assert browser.ask("state.textContent") == ""
        assert browser.ask("document.title") == "tiny"
        assert _BAD in browser.ask("document.querySelector('h1+p').textContent")

        before = browser.ask(_PIXELS)
        browser.ask("document.querySelector('.sliders input').focus()")
        for _ in range(20):
            browser.press("ArrowRight")
        assert browser.ask("document.activeElement.nextElementSibling.textContent") == "1.00"
        moved = torch.zeros(1, 4)
        moved[0, int(browser.ask("document.activeElement.dataset.dim"))] = 1
        expected = (run.decode(moved)[0, 0] * 255).flatten()
        browser.ask("new Promise((done) => { setTimeout(done, 100); })")  # the last of the pictures that were asked for
        drawn = torch.tensor(browser.ask(_PIXELS)).view(-1, 4)
        assert drawn.flatten().tolist() != before
        assert (drawn[:, 0] - expected).abs().max() <= 1
        browser.press("Tab")
        assert browser.ask("document.activeElement === document.querySelectorAll('.sliders input')[1]")

        browser.open(out, first="delete window.WebAssembly")
        assert browser.ask("state.textContent").startswith("This browser has no WebAssembly")


def test_a_page_holds_what_a_run_says_and_no_more_than_five_megabytes(tiny_run: Path, tmp_path: Path) -> None:
    run = Run(tiny_run)
    out = publish(run, tmp_path / "page.html", step=4)
    text = out.read_text(encoding="utf-8")
    runtime = sum(file.stat().st_size for file in resource("page", "runtime").glob("*.gz")) * 4 / 3
    assert out.stat().st_size - runtime < 5e6
    assert "https://" not in re.sub(r'<script id="\w+" type="text/plain">[^<]*', "", text)
    for said in ("step 4", "−log p(x|z)", "<svg", "train.batch_size", "ELBO", "Held-out images, and below each"):
        assert said in text
    assert str(tiny_run.parent) not in text


def test_a_branch_has_its_curves_from_the_root_on_and_says_what_was_changed(tiny_run: Path, tmp_path: Path) -> None:
    run = Run(tiny_run)
    branched = api.branch(run, override(run.header.config_at(8), ["objective.beta=3", "train.steps=12"]))
    text = publish(branched, tmp_path / "page.html").read_text(encoding="utf-8")
    assert f"Branched at step 8 off the run {tiny_run.name}." in text
    assert "From step 8 on, objective.beta: 1 → 3." in text
    assert "2 were changed on the way" in text
    assert 'class="mark"' in text
    plot = text.partition("<figure><h3>Loss")[2].partition("</figure>")[0]
    assert min(int(step) for step in re.findall(r'middle">(\d+)</text>', plot)) < 8


def test_a_model_from_elsewhere_is_published_without_what_is_not_known_of_it(tmp_path: Path) -> None:
    images = np.random.default_rng(0).integers(0, 256, (60, 2, 16, 24), np.uint8)
    np.save(tmp_path / "images.npy", images)
    data = [f"data.root={tmp_path / 'images.npy'}", "data.name=array", "data.crop=false", "data.test_fraction=0.5"]
    chosen = ["model.name=mlp", "model.hidden=8", "model.latent_dim=3", "likelihood.name=none", "name=theirs"]
    config = override(parse_config({}), [*data, *chosen])
    weights = build_vae(config.model, config.likelihood, (2, 16, 24), torch.Generator().manual_seed(1)).state_dict()
    source = {"program": "somebody's <b>own</b>", "folder": str(tmp_path)}
    path = write_imported(ForeignModel(config, (2, 16, 24), weights, source, step=70), tmp_path / "runs").path
    text = publish(Run(path), tmp_path / "page.html").read_text(encoding="utf-8")
    first = Image.open(io.BytesIO(base64.b64decode(text.partition("image/png;base64,")[2].partition('"')[0])))
    pixels = np.asarray(first)[:16, :24]  # red, green and blue
    shown = load_dataset(config.data).test.pixels[0].permute(1, 2, 0)[..., [0, 1, 0]]
    np.testing.assert_array_equal(pixels, shown)
    assert '"shown": [0, 1, 0]' in text
    assert "program: somebody&#x27;s &lt;b&gt;own&lt;/b&gt;" in text
    assert "Held-out images, and below each" in text
    assert str(tmp_path) not in text
    for unknown in ("log p(x|z)", "learning rate", "train.", "<h2>Curves"):
        assert unknown not in text


def test_a_decoder_that_is_too_large_for_a_page_is_refused(
    tiny_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "LARGEST_DECODER", 1000)
    with pytest.raises(ExportError, match="a page holds 1,000 at most"):
        publish(Run(tiny_run), tmp_path / "page.html")
    assert not (tmp_path / "page.html").exists()
