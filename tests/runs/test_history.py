"""What a run keeps of settings that changed on the way: in its files, and in the pictures drawn from it."""

import json
from collections.abc import Callable
from pathlib import Path

from PIL import Image

import latentlab
from latentlab.config import Change, RunConfig, override
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.commands import Export
from latentlab.explore.requests.images import Sample
from latentlab.runs import Run


def _said(run: Run, path: Path, step: int | None = None) -> dict[str, str]:
    Renderer.of_run(run, step).render(Export(Sample(seed=0), path))
    with Image.open(path) as picture:
        return dict(picture.text)  # type: ignore[attr-defined]


def test_changed_settings_are_a_segment_an_event_and_part_of_a_pictures_origin(tiny_run: Path, tmp_path: Path) -> None:
    run = Run(tiny_run)
    assert "changes" not in _said(run, tmp_path / "before.png")
    longer = latentlab.resume(run, override(run.config, ["train.steps=12", "objective.beta=2", "train.learning_rate=0.0005"]))
    (segment,) = longer.header.history
    assert segment.step == 8
    assert set(segment.changes) == {
        Change("train.steps", 8, 12),
        Change("objective.beta", 1.0, 2.0),
        Change("train.learning_rate", 0.001, 0.0005),
    }
    assert [event.step for event in longer.events() if event.kind == "change"] == [8, 8, 8]
    assert "objective.beta: 1 → 2 from step 8" in _said(longer, tmp_path / "after.png")["changes"]
    assert "changes" not in _said(longer, tmp_path / "then.png", step=8)


def test_a_run_of_the_first_schema_keeps_the_order_that_it_was_trained_with(tiny_run: Path) -> None:
    file = tiny_run / "run.toml"
    text = file.read_text(encoding="utf-8").replace("schema_version = 3", "schema_version = 1")
    assert 'binarize_order = "after_t"' in text
    file.write_text(text.replace('binarize_order = "after_t"\n', ""), encoding="utf-8")
    assert Run(tiny_run).config.likelihood.binarize_order == "before_t"


def test_only_what_may_change_is_recorded(tiny_run: Path, with_settings: Callable[..., RunConfig]) -> None:
    run = Run(tiny_run)
    same = latentlab.resume(run, override(run.config, ["train.steps=9", "train.threads=1", "device=cpu"]))
    assert [change.key for segment in same.header.history for change in segment.changes] == ["train.steps"]
    assert json.loads((tiny_run / "events.jsonl").read_text().splitlines()[-1])["kind"] == "finish"
