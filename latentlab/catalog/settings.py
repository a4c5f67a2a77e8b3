"""Settings: frozen, validated models whose fields carry what a form and a message need beside their type."""

import difflib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

if TYPE_CHECKING:
    from latentlab.catalog.entries import SettingsCatalog


class Component(BaseModel):
    """Base of all settings.

    A field's metadata carries what a form needs beside its type, see `setting`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, strict=True)


def setting(
    default: Any,
    description: str,
    *,
    label: str = "",
    words: Mapping[str, str] | None = None,
    main: bool = False,
    only: Mapping[str, tuple[str | bool, ...]] | None = None,
    while_positive: str | None = None,
    within_run: bool = False,
    resumable: bool = False,
    place: bool = False,
    last: bool = False,
    empty: str = "",
    **limits: Any,
) -> Any:
    """A field of a component.

    Args:
        default: its value unless set.
        description: what it does.
        label: its name in a form; the field's own name with spaces unless given.
        words: its choices as a form shows them; their own names with spaces unless given.
        main: whether a form shows it unfolded.
        only: sibling field → values for which this one is read.
        while_positive: the sibling that must be above 0 for this one to be read.
        within_run: whether it counts steps that must not be more than those of the run.
        resumable: whether it may change when a run is resumed.
        place: whether it is a folder or a file.
        last: whether a form shows it after those of the entry.
        empty: what it means, in words, that an optional number is not set.
        limits: as pydantic's `Field` takes them.
    """
    extra: dict[str, Any] = {"main": main}
    if label:
        extra["label"] = label
    if words:
        extra["words"] = dict(words)
    if only:
        extra["only"] = {field: list(values) for field, values in only.items()}
    if while_positive:
        extra["while_positive"] = while_positive
    if empty:
        extra["empty"] = empty
    flags = {"within_run": within_run, "resumable": resumable, "place": place, "last": last}
    extra |= {name: True for name, wanted in flags.items() if wanted}
    return Field(default, description=description, json_schema_extra=extra, **limits)


def metadata(component: type[BaseModel], field: str) -> Mapping[str, Any]:
    """What `setting` wrote beside a field."""
    extra = component.model_fields[field].json_schema_extra
    return extra if isinstance(extra, dict) else {}


def applies(component: Component, field: str) -> bool:
    """Whether a component has this field and, as it is set, reads it."""
    if field not in type(component).model_fields:
        return False
    extra = metadata(type(component), field)
    switch = extra.get("while_positive")
    if switch and not (getattr(component, switch) > 0 and applies(component, switch)):
        return False
    only: Mapping[str, list[Any]] = extra.get("only", {})
    return all(getattr(component, sibling) in values and applies(component, sibling) for sibling, values in only.items())


def choices(annotation: Any) -> tuple[str, ...]:
    """The values of a `Literal` annotation, none for any other."""
    return tuple(value for value in get_args(annotation) if isinstance(value, str))


def in_words(name: str) -> str:
    """A field's or choice's name as a label: learning_rate → Learning rate."""
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]


def field_words(component: type[BaseModel], field: str) -> dict[str, str]:
    """The choices of a field, as a form shows them."""
    words: Mapping[str, str] = metadata(component, field).get("words", {})
    return {value: words.get(value, in_words(value)) for value in choices(component.model_fields[field].annotation)}


class EntrySettings(Component):
    """Base of the settings of a catalog's entries.

    The direct subclass of a catalog has what all of its entries share. Calling it, or validating with it, gives the settings of
    the entry that the tag names, as calling `pathlib.Path` gives a `PosixPath`.

    Attributes:
        catalog: whose entries they are the settings of.
        tag: the field that names the entry.
    """

    catalog: ClassVar["SettingsCatalog[Any]"]
    tag: ClassVar[str] = "name"

    def __new__(cls, **values: Any) -> Self:
        """The settings of the entry that the tag names, where the class itself is no entry's."""
        chosen: type[Any] = cls.catalog.settings_for(values) if cls._is_shared() else cls
        made: Self = super().__new__(chosen)
        return made

    @classmethod
    def catalog_base(cls) -> "type[EntrySettings]":
        """The class that has what all entries of the catalog share."""
        return next(base for base in cls.__mro__ if issubclass(base, EntrySettings) and base._is_shared())

    @classmethod
    def _is_shared(cls) -> bool:
        return "catalog" in cls.__dict__

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        if not cls._is_shared():
            return handler(source)
        return core_schema.no_info_plain_validator_function(cls._chosen, serialization=core_schema.simple_ser_schema("any"))

    @classmethod
    def _chosen(cls, value: Any) -> "EntrySettings":
        """The settings of the entry that a mapping names.

        Raises:
            ValidationError: naming each field that is wrong, foreign settings with whose they are.
        """
        if isinstance(value, cls):
            return value
        if not isinstance(value, Mapping):
            detail = {"type": "model_type", "loc": (), "input": value, "ctx": {"class_name": cls.__name__}}
            raise ValidationError.from_exception_data(cls.__name__, [detail])  # type: ignore[list-item]
        chosen = cls.catalog.settings_for(value)
        try:
            return chosen.model_validate(dict(value))
        except ValidationError as error:
            raise _with_owners(error, chosen) from None


def _with_owners(error: ValidationError, chosen: type[EntrySettings]) -> ValidationError:
    """The same errors, an unknown setting told with whose it is."""
    details: list[Any] = []
    for detail in error.errors(include_url=False):
        told: dict[str, Any] = {name: detail[name] for name in ("type", "loc", "input", "ctx") if name in detail}
        if detail["type"] == "extra_forbidden":
            reason = _whose(str(detail["loc"][0]), chosen)
            told = {**told, "type": PydanticCustomError("foreign_setting", "{reason}", {"reason": reason})}
        details.append(told)
    return ValidationError.from_exception_data(chosen.__name__, details)


def _whose(field: str, chosen: type[EntrySettings]) -> str:
    catalog, fields = chosen.catalog, list(chosen.model_fields)
    owners = [repr(entry.name) for entry in catalog.values() if field in entry.settings.model_fields]
    valid = f"valid here: {', '.join(fields)}"
    if owners:
        key = f"{catalog.section}.{chosen.tag}"
        here = chosen.model_fields[chosen.tag].default
        return f"a setting of {key} = {', '.join(owners)}, not of {here!r}; {valid}"
    close = difflib.get_close_matches(field, fields, n=1)
    return f"unknown setting; {f'did you mean {close[0]!r}? ' if close else ''}{valid}"
