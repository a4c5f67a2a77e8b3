"""What was asked of a view's command: its values read as a request, drawn, written and printed."""

import json
from collections.abc import Mapping
from dataclasses import MISSING, dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from latentlab.cli.terminal import note_damage, tell
from latentlab.errors import ConfigError, DataError, ExportError
from latentlab.explore.requests.commands import RUN_STEP, Command, Export, Request, Style, ViewRequest, is_images, without_none
from latentlab.explore.requests.fields import Declared, Group, Parameter, check_limits, fields_of
from latentlab.explore.requests.images import Encode, Encoded
from latentlab.explore.requests.values import Failed, ImageRef, Result, RunRef, View, parse_image
from latentlab.runs import Run

if TYPE_CHECKING:
    from latentlab.explore.renderer import Renderer

_View = TypeVar("_View", bound=View)


@dataclass(frozen=True)
class Asked:
    """A command with what was written for it.

    Attributes:
        command: which.
        values: of its options, by the names that `_options` gives them.
    """

    command: Command
    values: Mapping[str, Any]

    @property
    def output(self) -> Path | None:
        """The file to write."""
        path: Path | None = self.values["output"]
        return path

    @cached_property
    def renderer(self) -> "Renderer":
        """Of the run's checkpoint."""
        from latentlab.explore.renderer import Renderer

        run, checkpoint = Run(self.values["run_folder"]), self.values["checkpoint"]
        note_damage(run, checkpoint)
        renderer = Renderer.of_run(run, checkpoint, self.values["data_root"])
        tell(renderer.images_note)
        return renderer

    @cached_property
    def request(self) -> ViewRequest:
        """What is to be drawn; everything that needs no model is checked before one is loaded.

        Raises:
            ConfigError, DataError: if a value makes no sense, or the image to start from cannot be read.
        """
        kind = self.command.request
        given = _given(kind, self.values)
        check_limits(kind, given)
        return kind(**self._complete(given))

    def write(self) -> None:
        """Draw the view into the output file, and print where it lies."""
        assert self.output is not None
        self.export(self.output)
        print(self.output)

    def drawn(self, kind: type[_View]) -> _View:
        """What the request is answered with, written to a file too where one is named."""
        request = self.request
        drawn = _answered(self.renderer, request)
        assert isinstance(drawn, kind)
        if self.output is not None:
            self.export(self.output)
        return drawn

    def export(self, path: Path) -> None:
        """Write the view.

        Raises:
            ExportError: if it cannot be drawn or written.
        """
        style: Style = {**self.command.fixed, "width_mm": self.values["width_mm"]}
        for name in self.command.options:
            style[name] = self.values[f"style_{name}"]  # type: ignore[literal-required]
        export = Export(self.request, path, **style)
        if isinstance(result := self.renderer.render(export), Failed):
            raise ExportError(result.message)

    def tell(self, values: Mapping[str, object], text: str) -> None:
        """Print a result as JSON where that is asked for, else as text."""
        if self.values["as_json"]:
            print(json.dumps(values))
        else:
            print(text)

    def _complete(self, given: dict[str, Any]) -> dict[str, Any]:
        """With each z that no option gives."""
        for each in fields_of(self.command.request):
            if isinstance(each.about, Parameter) and each.about.default_z:
                self._complete_z(each.name, each.about, given)
        return given

    def _complete_z(self, name: str, about: Parameter, given: dict[str, Any]) -> None:
        """The mean of an image's posterior where there is an image, else zeros."""
        start, origin = about.start, "z as given"
        image = _start_image(self.values, z_given=name in given) if start else given.get(about.default_z)
        if name not in given and image is not None:
            encoded = _answered(self.renderer, Encode(image))
            assert isinstance(encoded, Encoded)
            given[name], origin = encoded.mean, encoded.origin
            if start and start.std:
                given[start.std] = encoded.std
        elif name not in given:
            dims = Run(self.values["run_folder"]).config.model.latent_dim
            given[name], origin = np.zeros(dims, np.float32), "z = 0"
        if start and start.origin:
            given[start.origin] = origin


def _given(kind: type, values: Mapping[str, Any]) -> dict[str, Any]:
    """The fields for which something is given or that have a default.

    Raises:
        ConfigError: if a value cannot be read.
    """
    given = {}
    for each in fields_of(kind):
        if isinstance(each.about, Group):
            given[each.name] = _group(each, values)
        elif each.about is not None and (value := _value(each, each.about, values)) is not MISSING:
            given[each.name] = value
    return given


def _group(each: Declared, values: Mapping[str, Any]) -> Any:
    """None where the group may be, and nothing is given of what it needs."""
    hint, optional = without_none(each.hint)
    needed = [inner for inner in fields_of(hint) if inner.default is MISSING and isinstance(inner.about, Parameter)]
    given = [inner for inner in needed if values[inner.name] is not None]
    if optional and not given:
        return None
    if len(given) < len(needed):
        flags = " and ".join(inner.about.flag for inner in needed if isinstance(inner.about, Parameter))
        raise ConfigError(f"give both {flags}, or neither.")
    return hint(**_given(hint, values))


def _value(each: Declared, about: Parameter, values: Mapping[str, Any]) -> Any:
    """MISSING where there is neither a value nor a default."""
    hint, optional = without_none(each.hint)
    written = values[each.name]
    if hint is RunRef:
        return _run(about, written, values["run_step"])
    if not written and is_images(hint):
        return ()
    if written is None:
        return None if optional and each.default is MISSING else each.default
    if is_images(hint):
        return tuple(parse_image(text, values["fit"]) for text in written)
    if hint is ImageRef:
        return parse_image(written, values["fit"])
    if not about.format:
        return written
    try:
        return about.format.parse(written)
    except ConfigError as error:
        raise ConfigError(f"{about.flag} {error}") from None


def _run(about: Parameter, written: Path | list[Path] | None, step: int | None) -> RunRef | None:
    if written is None:
        if step is not None:
            raise ConfigError(f"{RUN_STEP} says which checkpoint of {about.flag}; give both.")
        return None
    return RunRef(written[0] if isinstance(written, list) else written, step)


def _start_image(values: Mapping[str, Any], *, z_given: bool) -> ImageRef | None:
    path, index = values["start_image"], values["start_index"]
    if (path is not None) + (index is not None) + z_given > 1:
        raise ConfigError("give one of --image, --index and --z, not several.")
    return None if path is None and index is None else ImageRef(index, path, crop_and_scale=values["fit"])


def _answered(renderer: "Renderer", request: Request) -> Result:
    """What a request is answered with.

    Raises:
        DataError: if it cannot be.
    """
    result = renderer.render(request)
    if isinstance(result, Failed):
        raise DataError(result.message)
    return result
