"""The list of all runs, below the window."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from PySide6.QtWidgets import QApplication

from latentlab.gui.models.current_run import CurrentRun
from latentlab.gui.models.run_library import RunLibrary
from latentlab.gui.workers.run_survey import RunSurvey, Surveyed


def test_a_look_that_is_asked_for_during_another_follows_it(qapp: QApplication, tmp_path: Path) -> None:
    answers: list[Callable[[Surveyed], object]] = []

    def survey(survey: RunSurvey, on_surveyed: Callable[[Surveyed], object], on_failed: object) -> None:
        answers.append(on_surveyed)

    runs: Any = SimpleNamespace(folder=tmp_path)
    files: Any = SimpleNamespace(survey=survey)
    messages: Any = None
    library = RunLibrary(runs, CurrentRun(), files, messages)
    library.look()
    library.look()  # a run has changed meanwhile
    library.look()
    assert len(answers) == 1
    answers[0](Surveyed(tmp_path, (), more=False))
    assert len(answers) == 2
    answers[1](Surveyed(tmp_path, None, more=False))
    assert len(answers) == 2
