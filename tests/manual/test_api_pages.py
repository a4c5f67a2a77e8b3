"""The pages of the API: each public name is there, and its arguments are described by their names."""

import dataclasses
import inspect
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import latentlab
from latentlab import errors
from latentlab.catalog.plugins import GROUPS
from latentlab.manual import pages
from latentlab.manual.api_pages import API, PLUG_INS, members, named
from latentlab.manual.docstrings import Docstring

_PLACES = [place for places in (*API.values(), *PLUG_INS.values()) for place in places]


def _functions(thing: Any) -> Iterator[tuple[str, Callable[..., Any]]]:
    """What is called of a public name, bound as its user calls it."""
    if inspect.ismodule(thing):
        yield "call", thing.__call__
    elif inspect.isclass(thing):
        if "__init__" in vars(thing) and thing.__init__.__doc__:
            yield "__init__", thing.__init__
        yield from (
            (name, getattr(value, "__func__", value)) for name, value in members(thing) if not isinstance(value, property)
        )
    else:
        yield "call", thing


def test_every_public_name_has_its_place() -> None:
    listed = dict(map(named, _PLACES))
    assert all(getattr(latentlab, name) in listed.values() for name in (*latentlab.__all__, "explore"))
    kinds = [kind for kind in vars(errors).values() if inspect.isclass(kind) and issubclass(kind, errors.LatentLabError)]
    assert set(listed) >= {f"latentlab.errors.{kind.__name__}" for kind in kinds}
    entries = {type(entry) for catalog in GROUPS.values() for entry in catalog.values()}
    assert set(listed) >= {f"latentlab.catalog.{kind.__name__}" for kind in entries}
    text = "".join(pages()[name] for name in ("api", "plug-in-api"))
    assert all(f"### `{name}`" in text for name in listed)


@pytest.mark.parametrize("place", _PLACES)
def test_a_docstring_describes_the_arguments_that_there_are(place: str) -> None:
    _, thing = named(place)
    assert inspect.getdoc(thing)
    for name, function in _functions(thing):
        parameters = [parameter for parameter in inspect.signature(function).parameters if parameter != "self"]
        described = list(Docstring.of(function).sections.get("Args", {}))
        assert described == parameters or (name not in ("call", "__init__") and not described), f"{place} {name}"


@pytest.mark.parametrize("place", [place for place in _PLACES if inspect.isclass(named(place)[1])])
def test_a_class_describes_its_attributes_and_methods(place: str) -> None:
    kind: Any = named(place)[1]
    described = Docstring.of(kind).sections.get("Attributes", {})
    own = (
        {field.name for field in dataclasses.fields(kind)} & set(kind.__annotations__)
        if dataclasses.is_dataclass(kind)
        else set()
    )
    assert own <= set(described)
    annotated = {name for base in kind.__mro__ for name in getattr(base, "__annotations__", {})}
    source = inspect.getsource(kind)
    for name in described:
        assert name in annotated or hasattr(kind, name) or f"self.{name}" in source, name
    told = {name for name, _ in members(kind)} | annotated
    assert {name for name, value in vars(kind).items() if inspect.isfunction(value) and not name.startswith("_")} <= told


def test_a_docstring_is_taken_apart() -> None:
    def example() -> None:
        """What it does: this.

        And more.

        Args:
            first: of a size,
                such as 4: or more.
            **rest: likewise.

        Returns:
            (N, D), in nats.

        Raises:
            ConfigError, DataError: if it is wrong.
        """

    found = Docstring.of(example)
    assert found.text == "What it does: this.\n\nAnd more."
    assert found.sections == {
        "Args": {"first": "of a size, such as 4: or more.", "rest": "likewise."},
        "Returns": {"": "(N, D), in nats."},
        "Raises": {"ConfigError, DataError": "if it is wrong."},
    }


def test_signatures_are_short_and_as_they_are_called() -> None:
    text = pages()["api"]
    assert "load_sweep(source: str | Path, settings: Sequence[str] = (), metrics: Sequence[str] = ()) → Sweep" in text
    assert "    images: ArrayLike | Tensor,\n    *,\n    labels: ArrayLike | None = None,\n" in text
    assert "Literal['forests', 'boosted'] = 'forests'" in text
    assert " object at 0x" not in text
    assert "<function" not in text
