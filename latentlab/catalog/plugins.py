"""Entries from outside: packages that name them under the entry points `latentlab.objectives`, `.networks` and so on."""

import importlib.util
import re
from collections.abc import Mapping
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from pydantic import ValidationError

from latentlab.catalog.datasets import DATASETS
from latentlab.catalog.entries import Catalog, Entry, SettingsCatalog, SettingsEntry
from latentlab.catalog.measure import MEASURES
from latentlab.catalog.networks import NETWORKS
from latentlab.catalog.objectives import OBJECTIVES
from latentlab.catalog.transforms import TRANSFORMS
from latentlab.catalog.views import VIEWS, ViewEntry
from latentlab.errors import CatalogError, printable

GROUPS: Mapping[str, Catalog[Any]] = {
    "latentlab.objectives": OBJECTIVES,
    "latentlab.networks": NETWORKS,
    "latentlab.datasets": DATASETS,
    "latentlab.transforms": TRANSFORMS,
    "latentlab.measures": MEASURES,
    "latentlab.views": VIEWS,
}
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


def load_plugins() -> tuple[str, ...]:
    """Enter what installed packages bring.

    Returns:
        A sentence for each plug-in that is left out.
    """
    points = entry_points()  # once, as it looks through every installed package
    found = [(catalog, point) for group, catalog in GROUPS.items() for point in points.select(group=group)]
    return tuple(problem for catalog, point in found if (problem := _enter(catalog, point)))


def _enter(catalog: Catalog[Any], point: EntryPoint) -> str:
    """Enter what an entry point names. Returns why it is left out, empty where it is not."""
    try:
        entry = point.load()
        check_entry(catalog, entry)
        catalog.add(entry)
    except Exception as error:  # noqa: BLE001 - a plug-in may fail in any way, and must not take LatentLab with it
        reason = str(error) if isinstance(error, CatalogError) else f"{type(error).__name__}: {error}"
        return printable(f"The plug-in {point.name!r} ({point.value}) is left out: {reason.rstrip('.')}.")
    return ""


def check_entry(catalog: Catalog[Any], entry: Entry) -> None:
    """Raise CatalogError if an entry cannot take part: its name is taken, its settings do not validate, or it has no code."""
    kinds = {type(known) for known in catalog.values()} or {ViewEntry}  # the one catalog that is empty without plug-ins
    if type(entry) not in kinds:
        raise CatalogError(f"{entry!r:.100}: is no {' or '.join(kind.__name__ for kind in kinds)} of latentlab.catalog.")
    if not _NAME.fullmatch(entry.name):
        raise CatalogError(f"{catalog.kind} {entry.name!r}: the name must be lower-case letters, digits, - and _, 40 at most.")
    if entry.name in catalog:
        raise CatalogError(f"{catalog.kind} {entry.name!r}: there is one of that name already; choose another name.")
    if isinstance(entry, SettingsEntry) and isinstance(catalog, SettingsCatalog):
        _check_settings(catalog, entry)
    codes = {"code": entry.code}
    if isinstance(entry, ViewEntry):
        codes |= {"request": entry.request, **({"pane": entry.pane} if entry.pane else {})}
    for what, code in codes.items():
        module, _, attribute = code.partition(":")
        if not attribute or not _exists(module):
            raise CatalogError(f"{catalog.kind} {entry.name!r}: its {what} {code!r} is not there; write module:attribute.")


def _check_settings(catalog: SettingsCatalog[Any], entry: SettingsEntry) -> None:
    shared = next(iter(catalog.values())).settings.catalog_base()
    if not issubclass(entry.settings, shared) or entry.settings is shared:
        raise CatalogError(f"{catalog.kind} {entry.name!r}: its settings must be a subclass of {shared.__name__}.")
    try:
        name = getattr(entry.settings(), shared.tag)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"]))
        raise CatalogError(f"{catalog.kind} {entry.name!r}: its settings do not validate: {field}: {first['msg']}.") from None
    if name != entry.name:
        raise CatalogError(f"{catalog.kind} {entry.name!r}: its settings are called {name!r}; both need the same name.")


def _exists(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except (ImportError, ValueError):
        return False
