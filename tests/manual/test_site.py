"""The manual as HTML: whole, without a network, searched in a browser."""

import html
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path

import pytest

from latentlab.catalog import COMPARISONS, LIKELIHOODS, MEASURES, OBJECTIVES, PRIORS
from latentlab.cli import entry
from latentlab.manual import write_site
from latentlab.manual.formulas import mathml

_CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), "")
_CATALOGS = (OBJECTIVES, COMPARISONS, PRIORS, LIKELIHOODS)
_FORMULAS = [found.formula(found.settings()) for known in _CATALOGS for found in known.values()]
_FORMULAS += [measure.formula for measure in MEASURES.values()]

_ASKED = """<script>addEventListener("load", () => {
  const press = (key, at) => at.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));
  press("/", document.body);
  const field = document.activeElement;
  const type = (text) => { field.value = text; field.dispatchEvent(new Event("input")); };
  const chosen = () => document.getElementById(field.getAttribute("aria-activedescendant"));
  type("kl warmup");
  const first = chosen().querySelector("b").textContent;
  press("ArrowDown", field);
  const second = chosen().dataset.link;
  type("zebra crossing");
  const nothing = found.textContent;
  type("retrieval_at_1");
  press("Enter", field);
  setTimeout(() => { document.title = [first, second, nothing, location.hash].join(" ~ "); }, 50);
});</script></body>"""


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value for name, value in attrs if name in ("href", "src") and value]
        self.anchors += [value for name, value in attrs if name == "id" and value]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(tmp_path_factory.mktemp("manual") / "site").parent


def test_the_command_writes_it_once_and_the_cache_takes_a_newer_one(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert entry.run(["docs", "-o", str(site)]) == 2
    assert "exists already" in capsys.readouterr().err
    assert write_site(site).name == "start.html"


def test_every_link_leads_somewhere_without_a_network(site: Path) -> None:
    found = {path.name: _Page(path.read_text(encoding="utf-8")) for path in site.glob("*.html")}
    assert len(found) >= 14
    for name, page in found.items():
        assert len(page.anchors) == len(set(page.anchors)), name
        for link in page.links:
            path, _, anchor = link.partition("#")
            assert (site / path).is_file() or not path, f"{name}: {link}"
            assert not anchor or anchor in found[path or name].anchors, f"{name}: {link}"
    settings = (site / "settings.html").read_text(encoding="utf-8")
    assert 'rel="prev"' in settings
    assert 'rel="next" href="methods.html"' in settings
    tutorial = (site / "cr-vae.html").read_text(encoding="utf-8")
    assert '<a href="settings.html#consistency.weight"><code class=short>consistency.weight</code></a>' in tutorial


@pytest.mark.parametrize("formula", [formula for formula in dict.fromkeys(_FORMULAS) if formula])
def test_a_formula_of_the_catalog_is_well_formed_and_loses_no_sign(formula: str) -> None:
    made = ET.fromstring(mathml(formula))
    plain = str.maketrans("₀₁₂ₖᵢⱼₛ₍₎²ΣΠ\u0302", "012kijs()2∑∏^")
    read = re.sub(r"[\s_]", "", "".join(made.itertext()))
    wanted = re.sub(r"[\s_]", "", re.sub(r"\(1/(\w)\)|1/([A-Z])", r"1\1\2", formula)).translate(plain)
    assert read == wanted
    assert not [mo.text for mo in made.iter("mo") if (mo.text or "").isalnum()]


def test_formulas_have_scripts_and_fractions() -> None:
    made = mathml("(1/K) Σₖ p(x, zₖ)/q(z_d|x)²")
    assert "<mfrac><mn>1</mn><mi>K</mi></mfrac>" in made
    assert "<msub><mo>∑</mo><mi>k</mi></msub>" in made
    assert "<msub><mi>z</mi><mi>d</mi></msub>" in made
    assert "<msub><mi>log</mi><mn>10</mn></msub>" in mathml("−10 log₁₀ MSE")
    assert mathml("Cᵢⱼ² + 1").count("<math>") == 2  # a line may break between the two
    assert "<msubsup><mi>C</mi><mi>ij</mi><mn>2</mn></msubsup>" in mathml("Cᵢⱼ² + 1")


@pytest.mark.skipif(not _CHROMIUM, reason="no Chromium is installed")
def test_the_search_is_used_by_the_keyboard_from_a_file(site: Path, tmp_path: Path) -> None:
    page = site / "measures.html"
    asked = site / "asked.html"
    asked.write_text(page.read_text(encoding="utf-8").replace("</body>", _ASKED), encoding="utf-8")
    (site / "index.js").write_text((site / "index.js").read_text(encoding="utf-8").replace("measures.html", "asked.html"))
    command = [_CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    command += ["--virtual-time-budget=5000", "--dump-dom", asked.as_uri()]
    seen = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
    title = html.unescape(re.search(r"<title>(.*?)</title>", seen, re.DOTALL)[1])  # type: ignore[index]
    first, second, nothing, anchor = title.split(" ~ ")
    assert first == "objective.kl_warmup"
    assert second == "settings.html#consistency.warmup"
    assert nothing == "Nothing found."
    assert anchor == "#retrieval_at_1"
