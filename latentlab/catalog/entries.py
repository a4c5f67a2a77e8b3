"""What a catalog is: entries by name, each with all that others ask of it, and where its code is."""

import importlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from latentlab.catalog.settings import EntrySettings
from latentlab.errors import CatalogError


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Base of all entries.

    Attributes:
        name: by which settings, files and code know it.
        label: its name for readers.
        summary: one line.
        paper: whose idea it is, empty where there is none.
        code: "module:attribute" of what builds or computes it, imported when needed; empty where there is nothing to build.
    """

    name: str
    label: str
    summary: str
    paper: str = ""
    code: str = ""

    def load(self) -> Any:
        """The code of the entry.

        Raises:
            CatalogError: if there is none, or it cannot be imported.
        """
        try:
            return load_code(self.code)
        except CatalogError as error:
            raise CatalogError(f"{self.name}: {error}") from None


def load_code(code: str) -> Any:
    """What "module:attribute" names.

    Raises:
        CatalogError: if there is none, or it cannot be imported.
    """
    module, _, attribute = code.partition(":")
    try:
        return getattr(importlib.import_module(module), attribute)
    except (ImportError, AttributeError, ValueError) as error:
        raise CatalogError(f"its code {code!r} cannot be loaded: {error}.") from None


@dataclass(frozen=True, kw_only=True)
class SettingsEntry(Entry):
    """An entry that a section of a run's settings chooses.

    Attributes:
        settings: the model of its own settings.
        trained: whether runs can be trained with it; what comes with models from elsewhere alone cannot, and is not offered.
        whole_batch: settings → why a batch's loss is not the mean of the losses of its parts, empty where it is.
    """

    settings: type[EntrySettings]
    trained: bool = True
    whole_batch: Callable[[Any], str] = lambda settings: ""


E = TypeVar("E", bound=Entry)
S = TypeVar("S", bound=SettingsEntry)


class Catalog(Mapping[str, E], Generic[E]):
    """Entries of one kind by name, in the order in which they are shown.

    Attributes:
        kind: what an entry is, in words.
    """

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._entries: dict[str, E] = {}

    def __getitem__(self, name: str) -> E:
        return self._entries[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, *entries: E) -> None:
        """Enter entries.

        Raises:
            CatalogError: for a name that is taken.
        """
        for entry in entries:
            if entry.name in self._entries:
                raise CatalogError(f"{self.kind} {entry.name!r}: there is one of that name already; choose another name.")
            self._entries[entry.name] = entry

    def remove(self, name: str) -> None:
        """Take an entry out again."""
        del self._entries[name]


class SettingsCatalog(Catalog[S]):
    """Entries among which a section of a run's settings chooses.

    Attributes:
        section: its name.
        default: the entry that is chosen unless told otherwise.
    """

    def __init__(self, kind: str, section: str, default: str) -> None:
        super().__init__(kind)
        self.section = section
        self.default = default

    def of(self, settings: EntrySettings) -> S:
        """The entry whose settings these are."""
        return self[getattr(settings, settings.tag)]

    @property
    def trained(self) -> list[S]:
        """The entries that a run can be trained with."""
        return [entry for entry in self.values() if entry.trained]

    def settings_for(self, values: Mapping[str, Any]) -> type[EntrySettings]:
        """The model of the settings that values are for.

        Raises:
            ValidationError: if they name an entry that does not exist.
        """
        tag = self[self.default].settings.tag
        name = values.get(tag, self.default)
        if isinstance(name, str) and name in self:
            return self[name].settings
        *names, last = map(repr, self)
        expected = f"{', '.join(names)} or {last}" if names else last
        detail = {"type": "literal_error", "loc": (tag,), "input": name, "ctx": {"expected": expected}}
        raise ValidationError.from_exception_data(self.kind, [detail])  # type: ignore[list-item]
