"""Preferences, remembered and put into effect."""

import os
from pathlib import Path

from PySide6.QtCore import QSettings

from latentlab.gui.language import choose_language, chosen_language
from latentlab.gui.models.preferences import Preferences
from latentlab.gui.models.queue import MOST_AT_ONCE
from latentlab.gui.session import Session
from latentlab.gui.widgets.grid_layout import CELL_SIDES

_CELLS = "cells"
_THREADS = "OMP_NUM_THREADS"
_GIVEN = os.environ.get(_THREADS)
"""The limit that the process was started with."""


def read_preferences(settings: QSettings, session: Session) -> Preferences:
    """What is remembered; whatever makes no sense is left at its default."""
    exports, threads = str(settings.value("exports_folder", "")), str(settings.value("threads", ""))
    return Preferences(
        session.runs.folder,
        Path(exports) if exports else None,
        int(threads) if threads.isascii() and threads.isdigit() and int(threads) > 0 else None,
        str(settings.value("queue/then", "")),
        keeps_layouts(settings),
        chosen_language(settings),
        bool(settings.value("tensorboard", False, type=bool)),
    )


def keeps_layouts(settings: QSettings) -> bool:
    """Whether a rearranged workspace is remembered."""
    return bool(settings.value("keep_layouts", True, type=bool))


def read_cell_sizes(settings: QSettings) -> dict[str, int]:
    """How large the images of each grid were made; sizes that cannot be chosen are left out."""
    settings.beginGroup(_CELLS)
    stored = {grid: str(settings.value(grid)) for grid in settings.childKeys()}
    settings.endGroup()
    sides = {str(side): side for side in CELL_SIDES}
    return {grid: sides[text] for grid, text in stored.items() if text in sides}


def remember_cell_size(settings: QSettings, grid: str, side: int | None) -> None:
    """Keep how large the images of a grid are for later windows."""
    settings.setValue(f"{_CELLS}/{grid}", "" if side is None else side)


def read_queue(settings: QSettings) -> tuple[bool, int]:
    """Whether the queue was running when the window was closed, and how many of its entries at once."""
    at_once = str(settings.value("queue/at_once", ""))
    many = int(at_once) if at_once.isascii() and at_once.isdigit() else 1
    return bool(settings.value("queue/is_on", False, type=bool)), min(max(many, 1), MOST_AT_ONCE)


def remember_queue(settings: QSettings, is_on: bool, at_once: int) -> None:
    """Keep whether the queue runs, and how many of its entries at once, for later windows."""
    settings.setValue("queue/is_on", is_on)
    settings.setValue("queue/at_once", at_once)


def remember(preferences: Preferences, settings: QSettings) -> None:
    """Keep preferences for later windows; the folder of runs is kept by the window."""
    settings.setValue("exports_folder", str(preferences.exports or ""))
    settings.setValue("threads", preferences.threads or "")
    settings.setValue("queue/then", preferences.then)
    settings.setValue("keep_layouts", preferences.keep_layouts)
    settings.setValue("tensorboard", preferences.tensorboard)
    choose_language(settings, preferences.language)


def put_into_effect(preferences: Preferences, session: Session) -> None:
    """Have the session follow preferences; the folder of runs is the window's to change.

    The threads are a limit like any other that the process is given, so that the queue and what it starts keep to it too.
    """
    session.exports.chosen_folder = preferences.exports
    session.queue.then = preferences.then
    session.training.tensorboard = preferences.tensorboard
    limit = str(preferences.threads) if preferences.threads else _GIVEN
    if limit is None:
        os.environ.pop(_THREADS, None)
    else:
        os.environ[_THREADS] = limit
