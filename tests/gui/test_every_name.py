"""Every name that a section of the settings may have: in the form, with its formula and its curves."""

import pytest

from latentlab.catalog import COMPARISONS, OBJECTIVES, VIEWS
from latentlab.config import RunConfig, entry_sections, override, parse_config
from latentlab.gui.colours import QUANTITY_COLOURS
from latentlab.gui.forms import ConfigForm
from latentlab.gui.panes.setup import _formula
from latentlab.gui.workspaces import PANES

_NAMES = [(section, entry.name) for section, model in entry_sections().items() for entry in model.catalog.trained]


@pytest.fixture(scope="module")
def form(qapp):
    form = ConfigForm()
    yield form
    form.deleteLater()


@pytest.mark.parametrize("name", [name for name, view in VIEWS.items() if view.pane])
def test_a_view_has_a_pane_in_its_workspace(name, qtbot, opened):
    opened.show_workspace(VIEWS[name].workspace)
    opened.docks.docks[name].raise_()
    pane = opened.panes.get(PANES[name])
    qtbot.waitUntil(lambda: pane.isVisible() and pane.grid.picture() is not None, timeout=60_000)


@pytest.mark.parametrize(("section", "name"), _NAMES)
def test_a_name_is_chosen_in_the_form_and_has_a_formula(form, section, name):
    model = entry_sections()[section]
    form.set_config(parse_config({}))
    box = form.editor(f"{section}.{model.tag}")
    assert box.itemText(box.findData(name)) == model.catalog[name].label
    config = override(RunConfig(), [f"{section}.{model.tag}={name}", "consistency.weight=0.5"])
    form.set_config(config)
    assert form.config() == config
    for field in type(getattr(config, section)).model_fields:
        assert form.editor(f"{section}.{field}").accessibleName()
    formula = _formula(config)
    assert formula.startswith(config.objective_title)
    assert OBJECTIVES.of(config.objective).formula(config.objective) in formula
    assert COMPARISONS.of(config.consistency).formula(config.consistency) in formula
    assert set(config.loss_terms) <= set(QUANTITY_COLOURS)
