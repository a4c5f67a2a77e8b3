"""For every test of the window: garbage is collected on the GUI thread, as in the application."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from latentlab.gui.garbage import GuiGarbageCollector


@pytest.fixture(autouse=True)
def _garbage_on_the_gui_thread(qapp: QApplication) -> Iterator[None]:
    collector = GuiGarbageCollector()
    yield
    collector.close()
