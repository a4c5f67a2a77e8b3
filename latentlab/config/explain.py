"""What is wrong with a setting, in one sentence that names it, its value and what would be right."""

import difflib
import math
from typing import Any

from pydantic import BaseModel

from latentlab.catalog.settings import EntrySettings
from latentlab.config.schema import RunConfig
from latentlab.errors import shown
from latentlab.expected import expected

_FORMS: dict[tuple[str, ...], str] = {
    ("name",): "must be letters, digits, '.', '_' and '-', 60 at most, the first a letter or digit",
    ("device",): "must be auto, cpu, cuda, cuda:N or mps",
}


def explain(detail: Any) -> str:
    """One of pydantic's errors as a sentence that names the setting, its value and what would be right."""
    location = tuple(str(part) for part in detail["loc"])
    if detail["type"] == "extra_forbidden":
        return unknown_key(location)
    if detail["type"] == "foreign_setting":
        return f"{'.'.join(location)}: {detail['msg']}"
    if detail["type"] == "value_error":
        return str(detail["ctx"]["error"])
    message = _FORMS.get(location, "") if detail["type"] == "string_pattern_mismatch" else ""
    if isinstance(detail["input"], float) and not math.isfinite(detail["input"]):
        message = "must be a finite number"
    return f"{'.'.join(location)} = {shown(detail['input'])}: {message or expected(detail['msg'])}"


def unknown_key(location: tuple[str, ...]) -> str:
    """That there is no setting of this name, with the nearest one that there is."""
    model = _model_at(location[:-1])
    fields = list(model.model_fields) if model else []
    close = difflib.get_close_matches(location[-1], fields, n=1)
    hint = f"did you mean {close[0]!r}? " if close else ""
    return f"{'.'.join(location)}: unknown setting; {hint}valid here: {', '.join(fields)}"


def expects_text(location: tuple[str, ...]) -> bool:
    """Whether the setting of this name takes a text."""
    model = _model_at(location[:-1])
    models = [entry.settings for entry in model.catalog.values()] if model and issubclass(model, EntrySettings) else [model]
    fields = [model.model_fields[location[-1]] for model in models if model and location[-1] in model.model_fields]
    return any(field.annotation is str for field in fields)


def _model_at(location: tuple[str, ...]) -> type[BaseModel] | None:
    model: type[BaseModel] = RunConfig
    for part in location:
        field = model.model_fields.get(part)
        annotation = field.annotation if field else None
        if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
            return None
        model = annotation
    return model
