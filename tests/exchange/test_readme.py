"""The README's example of a model of one's own is run as it stands."""

import re
from pathlib import Path

import pytest

from latentlab.runs import Run, RunState

_README = Path(__file__).resolve().parents[2] / "README.md"


def test_the_example_of_ones_own_model_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    section = _README.read_text(encoding="utf-8").partition("### Your own model")[2]
    code = re.search(r"```python\n(.*?)```", section, re.DOTALL)
    assert code is not None
    monkeypatch.chdir(tmp_path)
    exec(compile(code[1], str(_README), "exec"), {})
    run = Run(next(path for path in (tmp_path / "runs").iterdir() if path.name != "images"))
    assert run.state is RunState.FINISHED
    first, *_, last = run.reports()
    assert last.values["loss/total"] < first.values["loss/total"]
    assert run.checkpoint().step == 30
