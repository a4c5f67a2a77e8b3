"""For every test of a widget: the light theme, and a way to show one."""

import pytest

from latentlab.gui import theme


@pytest.fixture(autouse=True)
def light(qapp):
    theme.apply_theme(qapp, "light")


@pytest.fixture
def shown(qtbot):
    """Show a widget at a size and wait until it stands there."""

    def show(widget, width=480, height=320):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        qtbot.waitExposed(widget)
        return widget

    return show
