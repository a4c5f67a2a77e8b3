"""A published page works offline in a browser, computes what PyTorch does, and runs no stranger's script."""

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import torch

from latentlab.errors import ExportError
from latentlab.exchange import page
from latentlab.exchange.page import publish
from latentlab.resources import resource
from latentlab.runs import Run

_CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), "")
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_BAD = "<img src=x onerror=document.title='ran'>"

_ASKED = """<script>latentlab.then(async (decode) => {
  const images = []; for (const z of %s) images.push(Array.from(await decode(z)));
  const slider = document.querySelector(".sliders input"); slider.value = "2"; slider.dispatchEvent(new Event("input"));
  const moved = slider.nextElementSibling.textContent;
  const heading = document.querySelector("h1+p").textContent;
  const said = {images, moved, heading, title: document.title, state: state.textContent};
  document.body.innerHTML = ""; document.body.textContent = "RESULT" + JSON.stringify(said) + "END";
}).catch((error) => { document.body.textContent = "RESULT" + JSON.stringify(String(error)) + "END"; });</script>"""


def _seen(path: Path, folder: Path, page_text: str) -> str:
    path.write_text(page_text, encoding="utf-8")
    command = [_CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    command += ["--virtual-time-budget=20000", "--dump-dom", path.as_uri()]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


@pytest.mark.skipif(not _CHROMIUM, reason="no Chromium is installed")
def test_a_browser_decodes_as_pytorch_does_and_runs_no_script_of_the_run(tiny_run: Path, tmp_path: Path) -> None:
    run = Run(tiny_run.rename(tiny_run.with_name(_BAD)))
    out = publish(run, tmp_path / "page.html")
    text = out.read_text(encoding="utf-8")
    z = torch.randn(3, 4)

    asked = _POLICY.sub("", text).replace("</body>", _ASKED % json.dumps(z.tolist()) + "</body>")
    found = re.search(r"RESULT(\{.*?)END", _seen(tmp_path / "asked.html", tmp_path, asked), re.DOTALL)
    assert found
    said = json.loads(html.unescape(found.group(1)))
    images = torch.tensor(said["images"]).view(3, *run.image_shape)
    assert (images - run.decode(z)).abs().max() <= 1 / 255
    assert (said["title"], said["moved"], said["state"]) == ("tiny", "2.00", "")
    assert _BAD in said["heading"]

    as_it_is = _seen(tmp_path / "page.html", tmp_path, text)  # under its own policy
    assert re.search(r'id="state"[^>]*></p>', as_it_is)

    crippled = _POLICY.sub("", text).replace("<body>", "<body><script>delete window.WebAssembly</script>")
    old = _seen(tmp_path / "old.html", tmp_path, crippled)
    assert "This browser has no WebAssembly" in old.partition('id="state"')[2].partition("</p>")[0]


def test_a_page_holds_what_a_run_says_and_no_more_than_five_megabytes(tiny_run: Path, tmp_path: Path) -> None:
    run = Run(tiny_run)
    out = publish(run, tmp_path / "page.html", step=4)
    text = out.read_text(encoding="utf-8")
    runtime = sum(file.stat().st_size for file in resource("page", "runtime").glob("*.gz")) * 4 / 3
    assert out.stat().st_size - runtime < 5e6
    assert "https://" not in re.sub(r'<script id="\w+" type="text/plain">[^<]*', "", text)
    for said in ("step 4", "−log p(x|z)", "<svg", "train.batch_size", "ELBO"):
        assert said in text
    assert str(tiny_run.parent) not in text


def test_a_decoder_that_is_too_large_for_a_page_is_refused(
    tiny_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "LARGEST_DECODER", 1000)
    with pytest.raises(ExportError, match="a page holds 1,000 at most"):
        publish(Run(tiny_run), tmp_path / "page.html")
    assert not (tmp_path / "page.html").exists()
